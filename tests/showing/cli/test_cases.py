"""`schakel case` and `schakel users` as users type them."""

import json
from pathlib import Path
from typing import Any

import pytest

from schakel.custody.verify import verify_ledger
from tests.inside import inside as schakel
from tests.inside import inside_json as run_json


@pytest.fixture(autouse=True)
def _a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAKEL_USER", "tester")


def plan_of(workspace: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = run_json("plan", "-w", workspace)["plan"]
    return rows


def last_act(workspace: Path) -> dict[str, Any]:
    entry: dict[str, Any] = json.loads((workspace / "ledger.jsonl").read_text().splitlines()[-1])
    return entry


def test_a_lead_becomes_a_case_and_teaches_the_next_plan(case_copy: Path) -> None:
    w = ("-w", case_copy)
    first = plan_of(case_copy)[0]
    opened = run_json("case", "open", first["lead_id"], "--why", "first of the plan", *w)["case"]
    case = opened["case_id"]
    assert (opened["state"], opened["unit"], opened["owner"]) == ("new", first["unit"], "tester")
    waiting = next(row for row in plan_of(case_copy) if row["lead_id"] == first["lead_id"])
    assert not waiting["chosen"]
    assert waiting["reasons"][0]["rule"] == "waits-under-way"

    schakel("case", "state", case, "active", "--why", "start", *w)
    schakel("case", "hours", case, "tactical", "150", "--on", "2026-01-05", *w)
    schakel("case", "note", case, "bought one", *w)
    shown = schakel("case", "show", case, *w).stdout
    assert "tactical 150 of 60" in shown
    assert "state: new -> active" in shown
    schakel("case", "close", case, "--as", "identified", "--why", "arrested", *w)
    assert run_json("case", "list", *w)[0]["state"] == "closed"
    refused = schakel("case", "note", case, "more", *w, check=False)
    assert refused.returncode == 1
    assert "is closed" in refused.stderr

    after = plan_of(case_copy)
    learned = next(row for row in after if row["lead_id"] == first["lead_id"])
    assert learned["hours"] > first["hours"] + 5
    assert any("closed case" in (reason["detail"] or "") for reason in learned["worth_reasons"])
    assert verify_ledger(case_copy / "ledger.jsonl").holds


def test_every_act_and_every_look_stands_in_the_ledger(case_copy: Path) -> None:
    lead = plan_of(case_copy)[0]["lead_id"]
    case = run_json("case", "open", lead, "--why", "test", "-w", case_copy)["case"]["case_id"]
    told = last_act(case_copy)
    assert (told["act"], told["who"], told["settings"]["why"]) == ("case-open", "tester", "")
    (found,) = run_json("audit", "--act", "case-open", "--text", "test", "-w", case_copy)
    assert found["settings"]["why"] == "test"  # the reason stays where it can be destroyed: in the casebook
    assert told["outputs"]["casebook"]["act"] == 1
    assert told["settings"]["at"].startswith("cli@")
    schakel("case", "show", case, "-w", case_copy)
    assert last_act(case_copy)["act"] == "case-show"
    schakel("case", "show", "k_none", "-w", case_copy, check=False)
    assert last_act(case_copy)["inputs"] == {"case": case}


def test_a_case_shows_no_contact(case_copy: Path) -> None:
    lead = next(row for row in plan_of(case_copy) if row["chosen"])
    case = run_json("case", "open", lead["lead_id"], "--why", "test", "-w", case_copy)["case"]["case_id"]
    members = run_json("show", lead["seller_id"], "-w", case_copy, "--names", "--why", "test")["members"]
    selectors = [row["member_id"].partition(":")[2] for row in members if row["member_kind"] == "selector"]
    assert selectors
    for shown in (
        schakel("case", "show", case, "-w", case_copy).stdout,
        schakel("case", "show", case, "-w", case_copy, "--json").stdout,
    ):
        assert not any(selector in shown for selector in selectors)


def test_people_see_their_own_cases(case_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    w = ("-w", case_copy)

    def by(name: str) -> None:
        monkeypatch.setenv("SCHAKEL_USER", name)

    by("adam")
    schakel("users", "add", "adam", "--role", "admin", *w)
    for name, role, unit in (("anna", "analyst", "landelijk"), ("otto", "leader", "oost")):
        schakel("users", "add", name, "--role", role, "--unit", unit, *w)
    for command in (("plan",), ("show", "l_1"), ("verdict", "--list")):
        assert "An admin may not" in schakel(*command, *w, check=False).stderr
    by("anna")
    lead = next(row for row in plan_of(case_copy) if row["unit"] == "landelijk")["lead_id"]
    case = run_json("case", "open", lead, "--why", "test", *w)["case"]["case_id"]
    by("otto")
    assert run_json("case", "list", *w) == []
    hidden, never = (schakel("case", "show", k, *w, check=False).stderr for k in (case, "k_0"))
    assert hidden.replace(case, "") == never.replace("k_0", "")
    also = schakel("case", "open", lead, "--why", "here too", *w).stdout
    assert "landelijk works on the same seller" in also
    by("stranger")
    assert "not known" in schakel("case", "list", *w, check=False).stderr
    by("anna")
    assert "analyst may not" in schakel("users", "add", "x", "--role", "admin", *w, check=False).stderr
    assert [person["name"] for person in run_json("users", "list", *w)] == ["adam", "anna", "otto"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["case", "open", "l_none"], 1, "no lead l_none"),
        (["case", "open", "l_none", "--unit", "atlantis"], 1, "no lead"),
        (["case", "show", "k_none"], 1, "no case"),
        (["case", "hours", "k_none", "digital", "1", "--on", "yesterday"], 2, "not a day"),
        (["users", "add", "x", "--role", "king"], 2, "no role"),
        (["users", "add", "x", "--role", "analyst"], 2, "An analyst works in a unit"),
        (["users", "set", "x", "--role", "admin"], 1, "not known"),
    ],
)
def test_what_cannot_be_done_is_said(case_copy: Path, words: list[str], code: int, said: str) -> None:
    done = schakel(*words, "-w", case_copy, check=False)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
