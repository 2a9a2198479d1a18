"""`schakel plan` on the example market, as a user types it."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.commands import EXAMPLE, run_json, schakel


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = tmp_path_factory.mktemp("plan") / "case"
    schakel("run", EXAMPLE, "-w", workspace)
    return workspace


@pytest.fixture
def copy(case: Path, tmp_path: Path) -> Path:
    shutil.copytree(case, tmp_path / "case")
    return tmp_path / "case"


def figures(answer: dict[str, Any]) -> dict[tuple[str, str | None], dict[str, Any]]:
    return {(row["what"], row["unit"]): row for row in answer["figures"]}


def test_the_plan_comes_with_its_proof_and_the_next_hours(case: Path) -> None:
    answer = run_json("plan", "-w", case, "--hours", "landelijk=120,oost=40")
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


def test_no_contact_stands_in_the_plan(case: Path) -> None:
    plan = schakel("plan", "-w", case, "--json").stdout
    first = run_json("plan", "-w", case)["plan"][0]["seller_id"]
    members = run_json("show", first, "-w", case, "--names", "--why", "test")["members"]
    selectors = [row["member_id"].partition(":")[2] for row in members if row["member_kind"] == "selector"]
    assert selectors
    assert "•" in plan
    assert not any(selector in plan for selector in selectors)


def test_what_a_workspace_writes_in_its_settings_counts(copy: Path) -> None:
    before = run_json("plan", "-w", copy)
    (copy / "schakel.toml").write_text(
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
    after = run_json("plan", "-w", copy)
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
def test_settings_that_cannot_be_used_are_told(copy: Path, settings: str, word: str) -> None:
    (copy / "schakel.toml").write_text(settings)
    done = schakel("plan", "-w", copy, check=False)
    assert done.returncode == 1
    assert word in done.stderr
    assert "Traceback" not in done.stderr


def test_the_screen_tells_proof_risk_and_next_hours(case: Path) -> None:
    page = schakel("plan", "-w", case).stdout
    for words in ("proved within", "of the plans", "hours more would bring in", "Waiting:"):
        assert words in page
