"""Small markets in which criminals adapt, made and judged on the spot."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from schakel.custody.ledger import Ledger
from schakel.intake.arrival import IntakeOptions
from schakel.judging.evaluation.against_truth import AgainstTruth, measure
from schakel.road import Road
from schakel.simulating import MarketSettings, simulate
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace

SELLERS, DAYS = 80, 40  # of each market
Report = Callable[[str, int, int], None]
WAYS = {
    "as they are": MarketSettings(),
    "ghosts buy vouches": MarketSettings(adapts=("vouches",)),
    "real sellers demand prepayment": MarketSettings(adapts=("prepayment",)),
    "rivals slander": MarketSettings(adapts=("slander",)),
    "all of these, and more": MarketSettings(adaptation=True),
}


@dataclass(frozen=True, slots=True)
class Adapted:
    """How the judgement does on markets of one kind: means over markets; `held` counts shares within their bounds."""

    way: str
    markets: int
    auc: float
    brier: float
    expected_error: float
    width: float
    held: int


def measure_adapted(markets: int, report: Report) -> list[Adapted]:
    """Each way of adapting on so many seeded markets, with shares of ghosts from .2 to .7."""
    workers, rows, done = Workers(1), [], 0
    try:
        for way, settings in WAYS.items():
            found = []
            for number in range(markets):
                report("markets", done, markets * len(WAYS))
                found.append(_one(settings, number, workers))
                done += 1
            rows.append(_mean(way, found))
    finally:
        workers.close()
    return rows


def _one(settings: MarketSettings, number: int, workers: Workers) -> AgainstTruth:
    share = 0.2 + 0.5 * ((number * 0.618) % 1.0)
    made = MarketSettings(
        sellers=SELLERS,
        days=DAYS,
        seed=1000 + number,
        ghost_share=share,
        photos=False,
        adaptation=settings.adaptation,
        adapts=settings.adapts,
    )
    with TemporaryDirectory() as folder:
        simulate(made, Path(folder) / "market")
        workspace = create_workspace(Path(folder) / "workspace")
        ledger = Ledger(workspace.ledger, "evaluate")
        road = Road(workspace, DuckDBEngine(workspace, workers=workers), ledger, lambda *_: None)
        road.intake([Path(folder) / "market" / "export"], IntakeOptions())
        road.read()
        road.link(())
        return measure(road.engine, (), Path(folder) / "market" / "truth", ablation=False)


def _mean(way: str, found: list[AgainstTruth]) -> Adapted:
    def mean(values: list[float]) -> float:
        return float(np.mean(values))

    return Adapted(
        way,
        len(found),
        mean([one.whole.auc for one in found]),
        mean([one.whole.brier for one in found]),
        mean([one.whole.expected_error for one in found]),
        mean([one.share[2] - one.share[1] for one in found]),
        sum(one.share[1] <= one.share_true <= one.share[2] for one in found),
    )
