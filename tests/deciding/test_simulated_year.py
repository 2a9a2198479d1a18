"""A small simulated year: what was found in closed cases comes back into judging, hours and the next plan."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from benchmarks.simulated_year.__main__ import report
from benchmarks.simulated_year.world import World
from benchmarks.simulated_year.year import PLAN, STILL, Tally, YearSettings, live

from schakel.deciding.rules import Rules
from schakel.showing.bench.grown import write_until
from schakel.store.casebook.casework import Casework
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import Workspace, open_workspace
from tests.commands import EXAMPLE

SMALL = YearSettings(3, sellers=30, days=40, rounds=2, messages=1500, national=140, regional=0)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Tally], Workspace]:
    folder = tmp_path_factory.mktemp("year")
    return live(SMALL, folder), open_workspace(folder / "case")


@pytest.fixture(scope="module")
def book(year: tuple[dict[str, Tally], Workspace]) -> Iterator[Casework]:
    casework = Casework(year[1].casebook, "looker", "test")
    yield casework
    casework.close()


def rows(workspace: Workspace, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = DuckDBEngine(workspace).read(table).to_pylist()
    return found


def test_every_way_of_choosing_worked_and_was_counted(year: tuple[dict[str, Tally], Workspace]) -> None:
    tallies, _ = year
    assert {PLAN, STILL} < set(tallies)
    for tally in tallies.values():
        assert tally.cases >= 3
        assert tally.hours > 0
        assert tally.real + tally.ghosts <= tally.cases
    assert len(report([tallies])) == len(tallies)


def test_what_a_case_showed_weighs_in_judging(
    year: tuple[dict[str, Tally], Workspace], book: Casework
) -> None:
    # The last round judged after the cases of the first were closed.
    first = min(case.opened_at for case in book.cases())
    said = {
        (case.seller_id, verdict["verdict"])
        for case in book.cases()
        for verdict in book.file(case.case_id).verdicts
        if case.opened_at == first and verdict["verdict"] in ("real", "ghost")
    }
    assert said
    ghosts = {row["subject_id"]: row for row in rows(year[1], "findings") if row["kind"] == "ghost"}
    for seller, answer in said:
        if seller in ghosts:  # else the accounts were grouped anew
            assert f"verdict-{answer}" in {reason["rule"] for reason in ghosts[seller]["reasons"]}


def test_closed_cases_teach_hours_and_chances_and_are_not_taken_again(
    year: tuple[dict[str, Tally], Workspace], book: Casework
) -> None:
    taught, plain = Rules.of({}, {}, {}, book.outcomes()), Rules.default()
    assert sum(taught.hours.cases.values()) >= 3
    assert taught.hours.identification != plain.hours.identification
    assert taught.worth.identifiable.chance != plain.worth.identifiable.chance
    sellers = [case.seller_id for case in book.cases()]
    assert len(sellers) == len(set(sellers))
    assert book.check().holds


def test_the_world_answers_the_same_whoever_asks(year: tuple[dict[str, Tally], Workspace]) -> None:
    truth = year[1].root.parent / "market" / "truth"
    lead = rows(year[1], "leads")[0]
    worlds = [World(truth, 3), World(truth, 3), World(truth, 4)]
    one, same, other = (world.work_on(lead, "phone", []) for world in worlds)
    assert one == same
    assert one.spent != other.spent


def test_an_export_is_cut_at_the_end_of_a_day(tmp_path: Path) -> None:
    whole = next(EXAMPLE.rglob("result.json"))
    write_until(whole, tmp_path / "cut.json", date(2025, 12, 1))
    days = set(_days(tmp_path / "cut.json"))
    assert max(days) == "2025-12-01"
    assert sorted(_days(tmp_path / "cut.json")) == sorted(day for day in _days(whole) if day <= "2025-12-01")


def _days(path: Path) -> list[str]:
    return [day.decode() for day in re.findall(rb'\n +"date": "(\d{4}-\d\d-\d\d)T', path.read_bytes())]
