"""What a package tells of the ledger: acts about the lead, no names of files, no typed reasons, nobody else's act."""

import json
from pathlib import Path
from typing import Any, cast

import pytest

from schakel.custody.ledger import Ledger, entry_hash
from schakel.showing.handover.package.ledger_extract import Extract, ledger_extract
from schakel.showing.handover.package.subject import Subject

Row = dict[str, Any]
LEAD, SELLER, ACCOUNT, OTHER = (f"{kind}_{digit * 24}" for kind, digit in zip("lsaa", "1234", strict=True))
SOURCE, PHOTO, ELSE = "5" * 64, "6" * 64, "7" * 64


class About:
    """The lead of these tests."""

    lead_id, seller_id, accounts = LEAD, SELLER, (ACCOUNT,)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger.jsonl", "anna")


def extract(tmp_path: Path) -> Extract:
    return ledger_extract(tmp_path / "ledger.jsonl", cast("Subject", About()), {SOURCE, PHOTO})


def given(raw: bytes) -> list[Row]:
    return [json.loads(line) for line in raw.splitlines()]


def sealed(name: str, digest: str, kind: str = "source") -> Row:
    return {"name": name, "sha256": digest, "bytes": 5, "kind": kind}


def test_of_a_sealing_the_files_of_the_lead_are_told_without_their_names(
    ledger: Ledger, tmp_path: Path
) -> None:
    files = [sealed("Kees de Boer/zaak 14/result.json", SOURCE), sealed("Kees de Boer/p.jpg", PHOTO, "media"),
             sealed("Otto/result.json", ELSE)]  # fmt: skip
    made = ledger.add(
        "seal",
        outputs={"files": files, "refused": [{"name": "Otto/x", "why": "no-right"}]},
        settings={"brought_by": "anna"},
    )
    found = extract(tmp_path)
    assert found.entries == b""
    (told,) = given(found.in_part)
    assert told["outputs"] == {
        "files": [
            {"sha256": SOURCE, "bytes": 5, "kind": "source"},
            {"sha256": PHOTO, "bytes": 5, "kind": "media"},
        ],
        "refused": [{}],
    }
    assert (told["seq"], told["hash"], told["who"], told["at"]) == (1, made.hash, "anna", made.at)
    assert b"Kees" not in found.in_part
    assert ELSE.encode() not in found.in_part


def test_an_act_about_the_lead_and_nobody_else_is_whole_unless_somebody_typed_a_reason(
    ledger: Ledger, tmp_path: Path
) -> None:
    ledger.add("show", inputs={"subject": LEAD}, settings={"why": "", "at": "desk"})
    ledger.add("show", inputs={"subject": ACCOUNT}, settings={"why": "case 14, Jan de Wit", "at": "cli"})
    ledger.add("show", inputs={"subject": ACCOUNT, "pseudonym": "a_x" + "8" * 24}, settings={"at": "cli"})
    found = extract(tmp_path)
    (whole,), told = given(found.entries), given(found.in_part)
    assert entry_hash(whole) == whole["hash"]
    assert whole["settings"] == {"why": "", "at": "desk"}
    assert [one["inputs"] for one in told] == [{"subject": ACCOUNT}] * 2
    assert [one["settings"] for one in told] == [{"at": "cli"}] * 2
    assert b"Jan" not in found.in_part


@pytest.mark.parametrize(
    "said",
    [
        {"outputs": {"subject": ACCOUNT, "other": OTHER, "answer": "not-same"}},
        {"inputs": {"subjects": [LEAD, "l_" + "9" * 24]}},
        {"inputs": {"subject": SELLER, "examples": ["a_x" + "8" * 24]}},
    ],
)
def test_an_act_that_names_others_too_is_its_hash_alone_and_counted(
    ledger: Ledger, tmp_path: Path, said: Row
) -> None:
    made = ledger.add("verdict", **said)
    found = extract(tmp_path)
    assert (found.entries, found.in_part) == (b"", b"")
    assert found.chain == f"1 {made.hash}\n".encode()
    assert found.counts == {"entries": 1, "whole": 0, "in_part": 0, "about_others_too": 1}


def test_of_acts_about_others_the_hash_is_all(ledger: Ledger, tmp_path: Path) -> None:
    entries = [
        ledger.add("show", inputs={"subject": "s_" + "9" * 24}, settings={"why": "x"}),
        ledger.add("seal", outputs={"files": [sealed("x", ELSE)]}),
        ledger.add("answer", outputs={"tables": 3}),
    ]
    found = extract(tmp_path)
    assert (found.entries, found.in_part) == (b"", b"")
    assert found.chain.decode() == "".join(f"{one.seq} {one.hash}\n" for one in entries)
    assert found.head == entries[-1].hash
    assert found.counts == {"entries": 3, "whole": 0, "in_part": 0, "about_others_too": 0}


def test_of_each_step_the_newest_is_given_and_stamps_are_whole(ledger: Ledger, tmp_path: Path) -> None:
    steps = [
        ledger.add(act, outputs={"rows": {"x": 1}, "files": {"x.parquet": ELSE}})
        for act in ("leads", "plan", "leads")
    ]
    stamp = ledger.add("checkpoint", outputs={"seq": 3, "head": steps[-1].hash})
    found = extract(tmp_path)
    assert [one["seq"] for one in given(found.entries)] == [2, 3, stamp.seq]
    assert found.made_at == steps[-1].at
