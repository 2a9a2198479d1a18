"""`schakel plan` on the example market, as a user types it."""

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
