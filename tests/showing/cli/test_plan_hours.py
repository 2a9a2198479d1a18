"""Whose hours a plan is made for: a look at others keeps nothing, and to keep them asks the right that the desk asks."""

import json
import re
from pathlib import Path

import pytest

from schakel.records.errors import SettingsError
from schakel.road import Road
from schakel.store.settings import read_settings
from schakel.store.workspace import open_workspace
from tests.inside import inside, inside_json

LITTLE = "landelijk=0.0001"


def plan_table(workspace: Path) -> bytes:
    return (workspace / "tables" / "plan.parquet").read_bytes()


def acts(workspace: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (workspace / "ledger.jsonl").read_text().splitlines()]


def test_a_look_at_other_hours_leaves_the_plan_as_it_stands(case_copy: Path) -> None:
    w = ("-w", case_copy)
    standing, before = inside_json("plan", *w), plan_table(case_copy)
    done = inside("plan", "--hours", LITTLE, "--json", *w)
    looked = json.loads(done.stdout)
    assert (standing["kept"], looked["kept"]) == (True, False)
    assert "nothing was kept" in done.stderr
    assert (looked["hours"], looked["chosen"]) == ({"landelijk": 0.0001}, [])
    assert looked["proof"]["objective"] == 0.0
    assert {row["lead_id"] for row in looked["plan"]} == {row["lead_id"] for row in standing["plan"]}
    assert all(row["title"] and row["reasons"] for row in looked["plan"])
    assert plan_table(case_copy) == before
    assert not (case_copy / "schakel.toml").exists()
    assert inside_json("plan", *w) == standing
    told = [act["settings"] for act in acts(case_copy) if act["act"] == "show-plan"][-3:]
    assert [one.get("what_if") for one in told] == [None, LITTLE, None]  # type: ignore[attr-defined]
    screen = inside("plan", "--hours", LITTLE, *w).stdout
    assert "nothing was kept" in screen
    assert "nothing was kept" not in inside("plan", *w).stdout


def test_no_contact_stands_in_a_look_at_other_hours(example_case: Path) -> None:
    shown = inside("plan", "-w", example_case, "--hours", "landelijk=80", "--json").stdout
    first = json.loads(shown)["plan"][0]["seller_id"]
    members = inside_json("show", first, "-w", example_case, "--names", "--why", "test")["members"]
    selectors = [row["member_id"].partition(":")[2] for row in members if row["member_kind"] == "selector"]
    assert selectors
    assert not any(selector in shown for selector in selectors)


@pytest.mark.parametrize("words", [("plan", "--keep", "--why", "more people"), ("decide",)])
def test_hours_that_are_kept_hold_for_everybody(case_copy: Path, words: tuple[str, ...]) -> None:
    w = ("-w", case_copy)
    kept = inside_json(*words, "--hours", "oost=60,landelijk=7.5", *w)
    assert read_settings(case_copy / "schakel.toml").hours == "landelijk=7.5,oost-nederland=60"
    assert kept["kept"] is True
    assert inside_json("plan", *w) == kept
    (act,) = [one for one in acts(case_copy) if one["act"] == "set-hours"]
    assert act["inputs"] == {"hours": "landelijk=7.5,oost-nederland=60"}
    assert act["settings"]["why"] == ("more people" if "--why" in words else "")  # type: ignore[index]
    assert inside_json(*words, "--hours", "landelijk=7.5,oost=60", *w) == kept
    assert [one["act"] for one in acts(case_copy)].count("set-hours") == 1  # they stood there already


def test_hours_that_are_kept_stand_in_the_ledger_although_the_plan_fails(
    case_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise SettingsError("The plan cannot be made.")

    monkeypatch.setattr(Road, "decide", fails)
    done = inside("plan", "--keep", "--hours", LITTLE, "-w", case_copy, check=False)
    assert done.returncode == 1
    assert read_settings(case_copy / "schakel.toml").hours == LITTLE
    assert acts(case_copy)[-1]["act"] == "set-hours"


def test_hours_of_a_run_are_those_of_the_plans_after_it(tmp_path: Path) -> None:
    message = {
        "id": 1, "type": "message", "date": "2025-11-18T13:00:00", "date_unixtime": "1763467200", "from": "Jan",
        "from_id": "user1", "text": "Verse coke 10 gram 350 euro", "text_entities": [],
    }  # fmt: skip
    export, case = tmp_path / "result.json", tmp_path / "case"
    chat = {"name": "Markt", "type": "public_supergroup", "id": 77, "messages": [message]}
    export.write_text(json.dumps(chat), encoding="utf-8")
    inside_json("run", export, "-w", case, "--hours", "oost=5")
    made = plan_table(case)
    assert inside_json("plan", "-w", case)["hours"] == {"oost-nederland": 5.0}
    assert plan_table(case) == made
    assert [act["inputs"] for act in acts(case) if act["act"] == "set-hours"] == [
        {"hours": "oost-nederland=5"}
    ]


def test_only_who_shares_out_work_keeps_hours(case_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    w = ("-w", case_copy)
    monkeypatch.setenv("SCHAKEL_USER", "adam")
    inside("users", "add", "adam", "--role", "admin", *w)
    for name, role in (("lena", "leader"), ("anna", "analyst")):
        inside("users", "add", name, "--role", role, "--unit", "landelijk", *w)
    before = plan_table(case_copy)
    monkeypatch.setenv("SCHAKEL_USER", "anna")
    assert inside_json("plan", "--hours", LITTLE, *w)["chosen"] == []
    export = next(case_copy.joinpath("sealed").iterdir())
    for words in (("plan", "--keep"), ("decide",), ("run", str(export))):
        refused = inside(*words, "--hours", LITTLE, *w, check=False)
        assert refused.returncode == 1
        assert "leader" in refused.stderr
    assert (plan_table(case_copy), (case_copy / "schakel.toml").exists()) == (before, False)
    monkeypatch.setenv("SCHAKEL_USER", "lena")
    inside("plan", "--keep", "--hours", LITTLE, *w)
    assert plan_table(case_copy) != before


@pytest.mark.parametrize("words", [("--keep",), ("--keep", "--hours", "oost=4", "--leads", "x.csv")])
def test_there_must_be_hours_of_a_workspace_to_keep(example_case: Path, words: tuple[str, ...]) -> None:
    refused = inside("plan", "-w", example_case, *words, check=False)
    assert refused.returncode == 2
    assert "--keep" in refused.stderr


@pytest.mark.parametrize("command", ["plan", "decide"])
def test_an_empty_word_for_the_hours_is_told(case_copy: Path, command: str) -> None:
    before = plan_table(case_copy)
    done = inside(command, "--hours", "", "-w", case_copy, "--json", check=False)
    assert done.returncode != 0
    assert "No hours were given" in done.stderr
    assert done.stdout == ""
    assert plan_table(case_copy) == before


def test_an_empty_word_for_the_hours_of_a_list_or_a_run_is_told(tmp_path: Path) -> None:
    listed = tmp_path / "leads.csv"
    listed.write_text("lead_id,worth,hours\na,1,2\n")
    for words in (("plan", "--leads", listed), ("run", listed, "-w", tmp_path / "case")):
        done = inside(*words, "--hours", "", check=False)
        assert done.returncode != 0
        assert "No hours were given" in done.stderr


def test_the_desk_shows_the_hours_of_the_plan_that_it_shows(case_copy: Path) -> None:
    pytest.importorskip("httpx2", reason="the desk's test client is not installed (httpx2)")
    from tests.showing.desk.conftest import client_of  # noqa: PLC0415 - after the skip

    w = ("-w", case_copy)
    inside("plan", "--hours", LITTLE, *w)
    standing = _desk_plan(client_of(open_workspace(case_copy)))
    assert standing["hours.landelijk"] == "120"
    inside("plan", "--keep", "--hours", "landelijk=0.0001,oost=10.5", *w)
    # Somebody writes other hours into the settings by hand; the plan is the one that was made before.
    (case_copy / "schakel.toml").write_text('hours = "limburg=77"\n')
    client = client_of(open_workspace(case_copy))
    assert _desk_plan(client) == {"hours.landelijk": "0.0001", "hours.oost-nederland": "10.5"}
    page = client.get("/plan").text
    assert "van 0,0001" in page
    assert "van 10,5" in page
    asked = client.get("/plan?hours.landelijk=0.0001&hours.oost-nederland=10.5")  # as the form sends them
    assert asked.status_code == 200
    assert "wat als" not in asked.text


def test_the_desk_does_not_praise_a_plan_in_which_nothing_is_chosen(case_copy: Path) -> None:
    pytest.importorskip("httpx2", reason="the desk's test client is not installed (httpx2)")
    from tests.showing.desk.conftest import client_of  # noqa: PLC0415 - after the skip

    praise = "Geen andere keuze"
    assert praise in client_of(open_workspace(case_copy)).get("/plan").text
    inside("plan", "--keep", "--hours", LITTLE, "-w", case_copy)
    page = client_of(open_workspace(case_copy)).get("/plan").text
    assert praise not in page
    assert "Er is niets gekozen" in page


def _desk_plan(client: object) -> dict[str, str]:
    page = client.get("/plan").text  # type: ignore[attr-defined]
    return dict(re.findall(r'type="number" name="(hours\.[^"]+)"[^>]* value="([^"]+)"', page))


LIST = """lead_id;worth;hours;unit;tags
big;50;30;oost;bulk
gun;40;30;limburg;weapons|firearms
user;30;30;rotterdam;retail
free;3;0;landelijk;
"""


def test_bulk_and_weapons_of_a_list_may_go_to_the_national_unit_too(tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    path.write_text(LIST)
    answer = inside_json("plan", "--leads", path, "--hours", "landelijk=60")
    rows = {row["lead_id"]: row for row in answer["plan"]}
    assert answer["chosen"] == ["big", "gun", "free"]
    assert answer["kept"] is False
    assert rows["big"]["may_take"] == ["oost-nederland", "landelijk"]
    assert rows["gun"]["unit"] == "landelijk"
    assert rows["user"]["may_take"] == ["rotterdam"]


def test_a_lead_of_no_hours_has_no_worth_an_hour(tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    path.write_text(LIST + "small;9;8;landelijk;\nother;1;8;landelijk;\n")
    rows = {
        row["lead_id"]: row for row in inside_json("plan", "--leads", path, "--hours", "landelijk=8")["plan"]
    }
    told = rows["free"]["reasons"][0]["detail"]
    assert told == "0 of the 8 hours of landelijk, so it always fits."
    assert "the least of those chosen gives 1.12" in rows["other"]["reasons"][0]["detail"]


def test_why_a_lead_waits_names_the_hours_of_each_unit_that_may_take_it(tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    path.write_text("lead_id;worth;hours;unit;tags\na;50;64;rotterdam;bulk\nb;5;64;rotterdam;\n")
    rows = inside_json("plan", "--leads", path, "--hours", "rotterdam=40,landelijk=50")["plan"]
    details = {row["lead_id"]: row["reasons"][0]["detail"] for row in rows}
    assert details == {
        "a": "Needs 64 hours; rotterdam has 40 and landelijk has 50.",
        "b": "Needs 64 hours; rotterdam has 40.",
    }
