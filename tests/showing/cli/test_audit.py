"""`schakel audit` as users type it: every look is found again, and what was changed is named."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from schakel.custody.log_search import READS
from tests.inside import inside, inside_json


@pytest.fixture(autouse=True)
def _a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAKEL_USER", "tester")


def acts(workspace: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (workspace / "ledger.jsonl").read_text().splitlines()]


def test_every_look_at_a_person_tells_who_what_when_why_and_from_where(case_copy: Path) -> None:
    w = ("-w", case_copy)
    lead = inside_json("plan", *w)["plan"][0]
    message = next(m for reason in lead["worth_reasons"] for m in reason["messages"])
    case = inside_json("case", "open", lead["lead_id"], "--why", "test", *w)["case"]["case_id"]
    for words in (
        ("plan",),
        ("show", lead["lead_id"]),
        ("show", lead["seller_id"], "--why", "second look"),
        ("show", message, "--names", "--why", "identification"),
        ("case", "show", case),
        ("case", "list"),
    ):
        before = len(acts(case_copy))
        inside(*words, *w)
        told = acts(case_copy)[before:]
        (look,) = [act for act in told if act["act"] in READS]
        assert look["who"] == "tester"
        assert look["at"]
        assert look["settings"]["at"].startswith("cli@")
        if words[0] == "show":
            assert look["inputs"]["subject"] == words[1]
        if "--why" in words:
            assert look["settings"]["why"] == words[-1]
    assert {act["act"] for act in inside_json("audit", "--reads", "--last", "99", *w)} <= READS
    found = inside_json("audit", "--about", lead["seller_id"], "--text", "second look", *w)
    assert [act["act"] for act in found] == ["show"]
    assert acts(case_copy)[-1]["act"] == "audit"
    assert len(inside_json("audit", "--names", *w)) == 1


def test_the_yearly_report(case_copy: Path) -> None:
    w = ("-w", case_copy)
    lead = inside_json("plan", *w)["plan"][0]["lead_id"]
    inside("show", lead, "--names", "--why", "identification", *w)
    year = acts(case_copy)[-1]["at"][:4]
    report = inside_json("audit", "--report", year, *w)
    assert report["names_opened"]["all"] == 1
    assert report["casebook"]["holds"]
    page = inside("audit", "--report", year, *w).stdout
    assert "Names were opened 1 time, 0 times without a reason, 1 without a ground" in page


def test_a_checkpoint_shows_an_end_that_was_cut_off(case_copy: Path, tmp_path: Path) -> None:
    w = ("-w", case_copy)
    assert "signed" in inside("audit", "--checkpoint", *w, check=False).stderr
    inside("audit", "--new-key", tmp_path / "key.pem")
    inside("audit", "--checkpoint", "--key", tmp_path / "key.pem", "-o", tmp_path / "kept.json", *w)
    inside("plan", *w)
    assert inside_json("audit", "--verify", "--against", tmp_path / "kept.json", *w)["checkpoints"] == 1
    ledger = case_copy / "ledger.jsonl"
    lines = ledger.read_bytes().splitlines(keepends=True)
    ledger.write_bytes(b"".join(lines[: len(lines) // 2]))
    assert inside_json("audit", "--verify", *w)["holds"]
    cut = inside("audit", "--verify", "--against", tmp_path / "kept.json", *w, check=False)
    assert cut.returncode == 1
    assert "cut off" in cut.stderr


def test_a_casebook_that_was_changed_or_cut_off_is_named(case_copy: Path) -> None:
    w = ("-w", case_copy)
    lead = inside_json("plan", *w)["plan"][0]["lead_id"]
    case = inside_json("case", "open", lead, "--why", "test", *w)["case"]["case_id"]
    inside("case", "note", case, "first", *w)
    assert inside_json("audit", "--verify", *w)["casebook_acts"] == 2
    book = sqlite3.connect(case_copy / "casebook.db")
    book.execute("DELETE FROM acts WHERE act_no = 2")
    book.commit()
    cut = inside("audit", "--verify", *w, check=False)
    assert "vouches for" in cut.stderr
    book.execute("UPDATE acts SET who = 'nobody'")
    book.commit()
    book.close()
    assert "Act 1 was changed" in inside("audit", "--verify", *w, check=False).stderr


def test_only_who_may_reads_the_log(case_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    w = ("-w", case_copy)
    inside("users", "add", "tester", "--role", "admin", *w)
    inside("users", "add", "adele", "--role", "auditor", *w)
    assert "may not" in inside("audit", *w, check=False).stderr
    assert "may not" in inside("audit", "--report", "2026", *w, check=False).stderr
    assert inside("audit", "--verify", *w).returncode == 0
    monkeypatch.setenv("SCHAKEL_USER", "adele")
    assert inside("audit", *w).returncode == 0


def test_a_request_for_a_time_stamp_needs_no_network(case_copy: Path, tmp_path: Path) -> None:
    pytest.importorskip("rfc3161_client")
    inside("audit", "--timestamp-request", tmp_path / "q.tsq", "-w", case_copy)
    assert (tmp_path / "q.tsq").stat().st_size > 50
    assert acts(case_copy)[-1]["act"] == "timestamp-asked"
    wrong = inside("audit", "--timestamp-answer", tmp_path / "q.tsq", "-w", case_copy, check=False)
    assert wrong.returncode == 1
    assert "not the answer" in wrong.stderr
