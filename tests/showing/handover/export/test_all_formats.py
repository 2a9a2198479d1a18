"""What holds of every format: counts that add up, the same bytes, nothing that names anybody, nothing that does harm."""

import json
import random
import re
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from schakel.custody.pseudonym_key import fingerprint, read_key
from schakel.showing.handover.export.formats import FORMATS
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace
from tests.inside import inside, inside_json
from tests.showing.handover.export.conftest import Exported

TRUE_ID = re.compile(r"(?<![0-9a-z])[a-z]+[_-][0-9a-f]{24}(?![0-9a-f])")
PSEUDONYM = re.compile(r"(?<![0-9a-z])[a-z]+[_-]x[0-9a-f]{24}(?![0-9a-f])")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# Of formats with UUIDs: those of the program, of markings and templates, and of sealed files.
MADE_OF_NOTHING_HIDDEN = dict.fromkeys(FORMATS, 0) | {"stix": 4, "misp": 4, "case": 12}
HIDING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\u200b]")


def everything(out: Path) -> str:
    """All text of an export; of a workbook that of its parts."""
    if out.suffix == ".xlsx":
        shutil.unpack_archive(out, out.parent / "unpacked", "zip")
        out = out.parent / "unpacked"
    files = sorted(out.rglob("*")) if out.is_dir() else [out]
    return "\n".join(file.read_text("utf-8") for file in files if file.is_file())


def test_all_nine_are_there() -> None:
    wanted = {"ftm", "misp", "stix", "case", "graphml", "gexf", "xlsx", "csv", "timesketch"}
    assert set(FORMATS) == wanted


def test_rows_in_are_rows_out_and_rows_left_out(every_format: str, exported: Exported, hostile: Path) -> None:
    _, told = exported(every_format)
    engine = DuckDBEngine(Workspace(hostile), workers=Workers(1))
    for name, counted in told["counts"].items():
        left = counted["left_out"]
        assert counted["workspace"] == counted["exported"] + sum(left.values()), name
        assert counted["exported"] >= 0
    for name in ("messages", "findings", "leads", "links", "items", "identity_leads"):
        assert told["counts"][name]["workspace"] == engine.read(name).num_rows
    assert sum(counted["exported"] for counted in told["counts"].values()) > 0


def test_nothing_names_anybody(every_format: str, example: Path, example_export: Exported) -> None:
    """Names of accounts, usernames, numbers and contacts of the example market stand in no export."""
    engine = DuckDBEngine(Workspace(example), workers=Workers(1))
    text = everything(example_export(every_format)[0]).lower()
    numbers = {str(one) for one in engine.read("accounts")["account_tg_id"].to_pylist() if one}
    contacts = {one.lower() for one in engine.read("selectors")["value"].to_pylist() if len(one) > 6}
    names = {
        one.lower()
        for one in engine.read("accounts")["name"].to_pylist()
        if one and len(one) > 8 and " " in one
    }
    assert len(numbers) > 300
    assert len(contacts) > 100
    assert len(names) > 100
    assert [one for one in numbers | contacts | names if one in text] == []


def test_no_id_that_is_a_digest_goes_out(every_format: str, example_export: Exported) -> None:
    """An id is a digest of a Telegram number or of a text with all that is hidden in it: it can be tried back."""
    out, _ = example_export(every_format)
    text = everything(out)
    assert TRUE_ID.findall(text) == []
    assert len(set(PSEUDONYM.findall(text))) > 3


def test_another_secret_makes_other_ids_all_through(
    every_format: str, example: Path, example_lead: str, example_export: Exported, tmp_path: Path
) -> None:
    """Nothing that goes out is made from an id without the secret: UUIDs and the order of rows neither."""
    out, told = example_export(every_format)
    shutil.copytree(example, tmp_path / "case")
    (tmp_path / "case/pseudonyms.key").write_text("5a" * 32 + "\n", "ascii")
    other = tmp_path / out.name
    again = inside_json("export", "--to", every_format, "-o", other, example_lead, "-w", tmp_path / "case")
    assert again["counts"] == told["counts"]
    ids, others = (set(UUID.findall(everything(one))) for one in (out, other))
    assert len(ids & others) <= MADE_OF_NOTHING_HIDDEN[every_format]
    named, renamed = (PSEUDONYM.findall(everything(one)) for one in (out, other))
    assert set(named).isdisjoint(renamed)
    assert len(set(named)) == len(set(renamed))


def test_all_formats_tell_of_one_thing_by_one_id(example_export: Exported) -> None:
    texts = {name: everything(example_export(name)[0]) for name in FORMATS}
    named = {name: {one.replace("-", "_") for one in PSEUDONYM.findall(text)} for name, text in texts.items()}
    accounts = {one for one in named["csv"] if one.startswith("a_x")}
    assert accounts
    for name in ("ftm", "graphml", "gexf", "misp", "stix", "case"):
        assert {one for one in named[name] if one.startswith("a_x")} == accounts, name
    for name in ("ftm", "case", "timesketch"):
        assert {one for one in named[name] if one.startswith("m_x")} <= named["csv"], name
    assert named["xlsx"] == named["csv"]


def test_hiding_and_control_signs_stand_in_no_file(every_format: str, exported: Exported) -> None:
    text = everything(exported(every_format)[0])
    assert HIDING.findall(text) == []


def test_the_same_bytes_twice_and_in_any_order_of_rows(
    every_format: str, hostile: Path, exported: Exported, tmp_path: Path
) -> None:
    shuffled = tmp_path / "case"
    shutil.copytree(hostile, shuffled)
    chance = random.Random(5)
    for file in sorted((shuffled / "tables").rglob("*.parquet")):
        rows = pq.read_table(file)
        order = list(range(rows.num_rows))
        chance.shuffle(order)
        pq.write_table(rows.take(order), file)
    out, told = exported(every_format)
    again = tmp_path / out.name
    told_again = inside_json("export", "--to", every_format, "-o", again, "-w", shuffled)
    assert told_again["files"] == told["files"]
    assert told_again["counts"] == told["counts"]
    assert everything(again) == everything(out)


def test_the_ledger_holds_what_went_out(every_format: str, hostile: Path, exported: Exported) -> None:
    out, told = exported(every_format)
    lines = (hostile / "ledger.jsonl").read_text("utf-8").splitlines()
    entry = json.loads(lines[told["ledger"] - 1])
    assert (entry["act"], entry["inputs"]["to"], entry["inputs"]["scope"]) == (
        "export",
        every_format,
        "workspace",
    )
    assert entry["outputs"]["files"] == told["files"]
    assert entry["outputs"]["counts"] == told["counts"]
    assert entry["settings"]["names"] is False
    assert entry["settings"]["pseudonyms"] == fingerprint(read_key(hostile / "pseudonyms.key"))
    assert sum(one["bytes"] for one in told["files"]) == sum(
        file.stat().st_size for file in ([out] if out.is_file() else out.iterdir())
    )


def test_every_export_says_that_sellers_are_hypotheses(every_format: str, exported: Exported) -> None:
    text = everything(exported(every_format)[0])
    assert "hypothes" in text or every_format in ("timesketch",)
    if every_format == "timesketch":
        assert '"proposed_seller"' in text


def test_in_dutch(hostile: Path, tmp_path: Path) -> None:
    out = tmp_path / "nl.stix"
    inside("export", "--to", "stix", "-o", out, "--language", "nl", "-w", hostile)
    assert "hypothesen van een programma" in out.read_text("utf-8")


@pytest.mark.parametrize("to", ["csv", "ftm", "misp", "stix", "case", "timesketch"])
def test_open_identities_are_in_the_export(to: str, hostile: Path, tmp_path: Path) -> None:
    from tests.showing.cli.test_grounds import authorise  # noqa: PLC0415 - a helper of those tests

    case = tmp_path / "case"
    shutil.copytree(hostile, case)
    authorise(case, "A-1")
    out = tmp_path / "open"
    told = inside_json(
        "export", "--to", to, "-o", out, "--names", "--why", "test", "--authorisation", "A-1", "-w", case
    )
    assert told["names"] is True
    text = everything(out)
    assert "plug_groningen" in text
    assert "\\u202e" in text or to == "csv"  # as an escape, never as it is
    assert HIDING.findall(text) == []
    if to != "timesketch":
        assert told["counts"]["identity_leads"]["exported"] == 3
    entry = json.loads((case / "ledger.jsonl").read_text("utf-8").splitlines()[-1])
    assert entry["settings"]["authorisation"] == "A-1"
    assert entry["settings"]["pseudonyms"] == ""
    assert entry["settings"]["names"] is True
