"""`schakel plan` on the example market, as a user types it."""

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.inside import inside as schakel
from tests.inside import inside_json as run_json


def figures(answer: dict[str, Any]) -> dict[tuple[str, str | None], dict[str, Any]]:
    return {(row["what"], row["unit"]): row for row in answer["figures"]}


def test_the_plan_comes_with_its_proof_and_the_next_hours(example_case: Path) -> None:
    answer = run_json("plan", "-w", example_case, "--hours", "landelijk=120,oost=40")
    told = figures(answer)
    chosen = [row for row in answer["plan"] if row["chosen"]]
    assert told["worth", None]["value"] == pytest.approx(sum(row["worth"] for row in chosen))
    assert told["greedy-worth", None]["value"] <= told["worth", None]["value"] + 1e-6
    assert told["gap", None]["value"] < 1e-3
    assert {unit for what, unit in told if what == "next-hours"} == {"landelijk", "oost-nederland"}
    for row in answer["plan"]:
        assert 0 <= row["stability"] <= 1
        assert row["parts"]
        assert row["reasons"]
        assert row["chosen"] or any(reason["rule"].startswith("waits-") for reason in row["reasons"])


def test_no_contact_stands_in_the_plan(example_case: Path) -> None:
    plan = schakel("plan", "-w", example_case, "--json").stdout
    first = run_json("plan", "-w", example_case)["plan"][0]["seller_id"]
    members = run_json("show", first, "-w", example_case, "--names", "--why", "test")["members"]
    selectors = [row["member_id"].partition(":")[2] for row in members if row["member_kind"] == "selector"]
    assert selectors
    assert "•" in plan
    assert not any(selector in plan for selector in selectors)


def test_what_a_workspace_writes_in_its_settings_counts(case_copy: Path) -> None:
    before = run_json("plan", "-w", case_copy)
    (case_copy / "schakel.toml").write_text(
        """
        hours = "landelijk=80"
        [worth]
        source = "steering group, 1 December"
        [worth.harm.fireworks]
        unknown = 99
        steps = [[1, 200], [100, 400]]
        [effort]
        source = "our own books"
        [effort.work]
        tactical = [90, 45, 180]
        [plan]
        per_network = 1
        simulations = 10
        """
    )
    after = run_json("plan", "-w", case_copy)
    assert after["hours"] == {"landelijk": 80.0}
    worth = {row["lead_id"]: row["worth"] for row in before["plan"]}
    fireworks = [row for row in after["plan"] if row["title"].startswith("fireworks")]
    assert fireworks
    for row in fireworks:
        assert row["worth"] != worth[row["lead_id"]]
        harm = next(part for part in row["parts"] if part["part"] == "harm")
        assert harm["source"] == "steering group, 1 December"
    gun = next(row for row in after["plan"] if "weapons" in row["tags"])
    assert {task["kind"]: task["hours"] for task in gun["work"]}["tactical"] == 90


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        ("[worth.reach]\nmost = 1.2", "where they come from"),
        ('[worth]\nsource = "x"\n[worth.nationality]\nmost = 1.2', "nationality"),
        ("[plan]\nper_netwrok = 3", "per_netwrok"),
        ('[worth]\nsource = "x"\n[worth.user_quantity]\nfactor = [1.0, 1.0, 1.0]', "user quantity"),
    ],
)
def test_settings_that_cannot_be_used_are_told(case_copy: Path, settings: str, word: str) -> None:
    (case_copy / "schakel.toml").write_text(settings)
    done = schakel("plan", "-w", case_copy, check=False)
    assert done.returncode == 1
    assert word in done.stderr
    assert "Traceback" not in done.stderr


def test_the_screen_tells_proof_risk_and_next_hours(example_case: Path) -> None:
    page = schakel("plan", "-w", example_case).stdout
    for words in ("proved within", "of the plans", "hours more would bring in", "Waiting:"):
        assert words in page


def test_the_answer_has_the_shape_that_the_help_promises(example_case: Path) -> None:
    answer = run_json("plan", "-w", example_case, "--hours", "landelijk=120,oost=40")
    told = schakel("plan", "--help").stdout
    promised = re.findall(r"^    (\w+(?:, \w+)*)  ", told, re.MULTILINE)
    assert [name for line in promised for name in line.split(", ")] == list(
        dict.fromkeys(promised_keys(answer))
    )
    chosen = [row for row in answer["plan"] if row["chosen"]]
    assert [row["lead_id"] for row in chosen] == answer["chosen"]
    assert {row["lead_id"] for row in answer["plan"]} == {*answer["chosen"], *answer["waiting"]}
    assert answer["proof"]["objective"] == pytest.approx(sum(row["worth"] for row in chosen))
    assert answer["proof"]["objective"] <= answer["proof"]["bound"] * (1 + 1e-6)
    by_rate = sum(row["worth"] for row in answer["plan"] if row["lead_id"] in answer["greedy"]["chosen"])
    assert answer["greedy"]["objective"] == pytest.approx(by_rate)
    for unit in answer["units"]:
        spent = sum(row["hours"] for row in chosen if row["unit"] == unit["unit"])
        assert unit["planned"] == pytest.approx(spent)
        assert spent <= unit["hours"] + 1e-6
    assert all(row["unit"] in row["may_take"] for row in answer["plan"])


def promised_keys(answer: dict[str, Any]) -> list[str]:
    return [key for key in answer if key != "waiting"]  # told on the line of `chosen`


@pytest.mark.parametrize(
    ("hours", "means"),
    [
        ("landelijk=0", {"landelijk": 0.0}),
        ("oost = 40 , LE=10.5", {"landelijk": 10.5, "oost-nederland": 40.0}),
        ("oost=1e2; zwb=2", {"oost-nederland": 100.0, "zeeland-west-brabant": 2.0}),
    ],
)
def test_hours_as_people_write_them(hours: str, means: dict[str, float], lead_list: Path) -> None:
    answer = run_json("plan", "--leads", lead_list, "--hours", hours)
    assert answer["hours"] == means
    assert (answer["chosen"] == []) == (sum(means.values()) < 8)


def test_all_means_every_unit_that_is_not_named(lead_list: Path) -> None:
    hours = run_json("plan", "--leads", lead_list, "--hours", "all=40,landelijk=120")["hours"]
    assert len(hours) == 11
    assert {unit: spent for unit, spent in hours.items() if spent != 40} == {"landelijk": 120.0}


@pytest.mark.parametrize(
    ("hours", "word"),
    [
        ("mars=4", "no unit"),
        ("oost=40,5", "point"),
        ("oost=-1", "between 0"),
        ("oost", "which unit"),
        ("oost=1,oost-nederland=3", "twice"),
        ("oost=nan", "between 0"),
        (" ", "No hours"),
    ],
)
def test_hours_that_cannot_be_read_are_told(hours: str, word: str, lead_list: Path) -> None:
    done = schakel("plan", "--leads", lead_list, "--hours", hours, "--json", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert word in done.stderr


@pytest.fixture
def lead_list(tmp_path: Path) -> Path:
    path = tmp_path / "leads.csv"
    rows = [
        "lead_id;worth;hours;unit;tags",
        *(f"l{n};{50 - n};{8 + n % 3};{'oost' if n % 2 else ''};bulk" for n in range(20)),
    ]
    path.write_text("\n".join(rows) + "\n")
    return path


def test_a_list_of_ones_own_is_planned_as_well_as_can_be(lead_list: Path) -> None:
    answer = run_json("plan", "--leads", lead_list, "--hours", "landelijk=30,oost=17")
    assert answer["proof"]["gap"] < 1e-3
    best = max(
        sum(worth for worth, _ in pick)
        for size in range(4)
        for pick in combinations([(50 - n, 8 + n % 3) for n in range(0, 20, 2)], size)
        if sum(hours for _, hours in pick) <= 30
    )
    mine = [row["worth"] for row in answer["plan"] if row["chosen"] and row["unit"] == "landelijk"]
    assert sum(mine) == best
    assert answer["stability"] == {"simulations": 50, "mean": 1.0, "least": 1.0, "most": 1.0}  # nothing moves


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("x;1;2;oost;", "stands in the list twice"),
        ("y;-1;2;oost;", 'worth is "-1"'),
        ("y;1;two;oost;", 'hours is "two"'),
        ("y;1;2;mars;", "no unit"),
        (";1;2;oost;", "no lead_id"),
        ("y;1;2", "too few or too many"),
    ],
)
def test_a_list_that_cannot_be_planned_is_told(tmp_path: Path, row: str, word: str) -> None:
    path = tmp_path / "leads.csv"
    path.write_text(f"lead_id;worth;hours;unit;tags\nx;1;2;oost;\n{row}\n")
    done = schakel("plan", "--leads", path, check=False)
    assert done.returncode == 1
    assert word in done.stderr
