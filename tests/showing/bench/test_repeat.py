"""Several rounds, of which the steps are not done: only how often, and what becomes of them."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from schakel.showing.bench import bench as whole
from schakel.showing.bench.bench import bench
from schakel.showing.bench.methods import beside
from schakel.showing.bench.sources import Sources
from schakel.showing.bench.steps import Begun
from schakel.showing.bench.taken import OURS, Taken
from schakel.showing.cli.bench_page import print_bench


def test_every_round_counts_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    seconds = iter((5.0, 1.0, 3.0))

    def one_round(_sources: Sources, _folder: Path, begun: Begun) -> Iterator[Taken]:
        took = next(seconds)
        begun("intake")
        yield from (Taken(row, OURS, 10, "messages", took, took, 1.0) for row in beside().row)

    monkeypatch.setattr(whole, "one_round", one_round)
    found = bench(lambda _folder: Sources(()), 3, lambda what, _done, _total: said.append(what))
    assert said == [f"measuring intake ({number} of 3)" for number in (1, 2, 3)]
    for row in found.rows:
        assert row.ours.as_json()["seconds"] == {"median": 3.0, "least": 1.0, "most": 5.0}
    assert found.as_json()["repeat"] == 3
    page = io.StringIO()
    print_bench(Console(file=page, width=80), found, "Nothing is kept.")
    table, below = page.getvalue().split("\n\n", 1)
    names = [line[:33].rstrip().lstrip() for line in table.splitlines()]
    assert {row.title for row in found.rows} < set(names)  # none of them broken by what stands beside it
    assert (
        "Seconds, least to most of 3: intake 1.0 to 5.0; reading, in different texts 1.0 to 5.0"
        in " ".join(below.split())
    )
