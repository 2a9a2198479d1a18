"""The whole measurement on a market of some hundreds of messages; figures are made up, what is done is not."""

import json
import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from schakel.records.errors import CaseError
from schakel.showing.bench import methods, steps
from schakel.showing.bench.bench import Bench, bench, made_up, own, scratch
from schakel.showing.bench.market import make_market
from schakel.showing.bench.methods import beside
from tests.showing.bench.in_process import measure_here

MESSAGES, SEED = 300, 3


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where temporary folders are made."""
    with pytest.MonkeyPatch.context() as patched:
        folder = tmp_path_factory.mktemp("temporary")
        patched.setattr(tempfile, "tempdir", str(folder))
        patched.setattr(steps, "measure", measure_here)
        patched.setattr(methods, "measure", measure_here)
        patched.setenv("SCHAKEL_USER", "tester")
        yield folder


@pytest.fixture(scope="module")
def told(place: Path) -> tuple[Bench, list[str]]:
    """A measurement, and what was reported meanwhile."""
    said: list[str] = []
    found = bench(made_up(MESSAGES, SEED, _report(said)), 1, _report(said))
    assert not list(place.iterdir())
    return found, said


def _report(said: list[str]):  # type: ignore[no-untyped-def] # a report of the kind that progress gives
    return lambda what, _done, _total: said.append(what)


def test_every_row_is_measured(told: tuple[Bench, list[str]], tmp_path: Path) -> None:
    found, _ = told
    make_market(MESSAGES, SEED, tmp_path)
    made = json.loads((tmp_path / "truth" / "summary.json").read_text("utf-8"))
    assert [row.row for row in found.rows] == list(beside().row)
    assert found.messages == made["messages"]
    for row in found.rows:
        assert not row.ours.why, row.row
        assert row.ours.done > 0
        assert row.ours.unit == ("texts" if row.row in ("reading", "copies") else "messages")
        assert tuple(row.beside) == beside().row[row.row].beside
    for row in found.rows[-3:]:
        assert row.beside["plain-script"].done == found.messages
        assert row.ratio("plain-script") == 2.0


def test_both_ways_find_the_same_near_copies(told: tuple[Bench, list[str]]) -> None:
    (copies,) = (row for row in told[0].rows if row.row == "copies")
    assert copies.ours.found
    assert copies.ours.found == copies.beside["all-pairs"].found


def test_whoever_waits_is_told_what_is_measured(told: tuple[Bench, list[str]]) -> None:
    _, said = told
    assert said[0] == "simulating"
    for row in beside().row.values():
        assert f"measuring {row.title}" in said
    assert "  beside it: Splink, in accounts that offer" in said


def test_a_step_that_cannot_be_done_ends_it_in_words(
    place: Path, small_market: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(steps.STEPS, "reading", "reed")
    with pytest.raises(CaseError) as failed:
        bench(own([small_market]), 1, _report([]))
    assert failed.value.happened.startswith("schakel reed could not be measured: ")
    assert "nothing of the data is kept" in failed.value.means
    assert not list(place.iterdir())


def test_a_round_that_is_stopped_leaves_nothing(place: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(CaseError, match="Stopped"), scratch() as folder:  # noqa: PT012 - what is stopped is in the middle
        (folder / "sealed").mkdir()
        assert folder.stat().st_mode & 0o777 == 0o700
        os.kill(os.getpid(), signal.SIGTERM)
    assert not list(place.iterdir())
    assert signal.getsignal(signal.SIGTERM) == before
