"""The whole road on markets of generators written apart (see `unlike_market`, `dealing_market`, `counter_market`)."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from schakel.custody.ledger import Ledger
from schakel.intake.arrival import IntakeOptions
from schakel.judging.evaluation.figures import auc, reliability
from schakel.judging.ghosts.ghost_share import ghost_share
from schakel.road import Road
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.judging.counter_market import CounterMarket
from tests.judging.dealing_market import DealingMarket
from tests.judging.unlike_market import UnlikeMarket

KEPT_APART = (301, 302, 303)


@dataclass(frozen=True)
class Judged:
    said: np.ndarray
    ghost: np.ndarray
    low: float
    high: float

    @property
    def held(self) -> bool:
        return bool(self.low <= self.ghost.mean() <= self.high)


def judged(folder: Path, market: UnlikeMarket | DealingMarket | CounterMarket, workers: Workers) -> Judged:
    market.write(folder / "export")
    workspace = create_workspace(folder / "workspace")
    road = Road(
        workspace,
        DuckDBEngine(workspace, workers=workers, keep=True),
        Ledger(workspace.ledger, "test"),
        lambda *_: None,
    )
    road.intake([folder / "export"], IntakeOptions())
    road.read()
    road.link(())
    road.judge(())
    findings = road.engine.read("findings")
    chance = {
        row["subject_id"]: row["value"]
        for row in findings.to_pylist()
        if row["kind"] == "ghost" and row["subject_kind"] == "seller"
    }
    votes: dict[str, list[bool]] = {}
    for row in road.engine.read("sellers").to_pylist():
        if row["account_tg_id"] in market.truth:
            votes.setdefault(row["seller_id"], []).append(market.truth[row["account_tg_id"]])
    both = sorted(chance.keys() & votes.keys())
    share = ghost_share(findings)
    ghost = np.array([np.mean(votes[seller]) > 0.5 for seller in both])
    return Judged(np.array([chance[seller] for seller in both]), ghost, share.low, share.high)


@pytest.fixture(scope="module")
def markets(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, list[Judged]]:
    workers, folder = Workers(1), tmp_path_factory.mktemp("unlike")
    made = {
        hard: [
            judged(folder / f"{seed}-{hard}", UnlikeMarket(seed, hard=hard), workers) for seed in KEPT_APART
        ]
        for hard in (False, True)
    }
    workers.close()
    return made


def area(markets: list[Judged]) -> float:
    return float(np.mean([auc(one.said, one.ghost) for one in markets]))


def test_ghosts_are_told_from_real_sellers(markets: dict[bool, list[Judged]]) -> None:
    assert area(markets[False]) >= 0.9
    assert area(markets[True]) >= 0.75


def test_probabilities_are_honest(markets: dict[bool, list[Judged]]) -> None:
    said = np.concatenate([one.said for one in markets[False]])
    ghost = np.concatenate([one.ghost for one in markets[False]])
    error = sum(p.sellers * abs(p.said - p.true) for p in reliability(said, ghost)) / len(ghost)
    assert error <= 0.07  # of three markets of some 80 sellers; .05 over many, see docs/judging-measured.md


def test_shares_lie_within_bounds_that_widen_where_ghosts_adapt(markets: dict[bool, list[Judged]]) -> None:
    assert sum(one.held for one in markets[False]) >= 2
    assert sum(one.held for one in markets[True]) >= 2
    width = {hard: np.mean([one.high - one.low for one in markets[hard]]) for hard in markets}
    assert width[True] > width[False]


def test_markets_made_of_deals_are_judged_too(tmp_path: Path) -> None:
    workers = Workers(1)
    made = [judged(tmp_path / str(seed), DealingMarket(seed), workers) for seed in KEPT_APART]
    workers.close()
    assert area(made) >= 0.85
    assert sum(one.held for one in made) >= 2


def test_markets_in_which_signs_point_the_other_way_are_judged_with_doubt(tmp_path: Path) -> None:
    workers = Workers(1)
    made = [judged(tmp_path / str(seed), CounterMarket(seed), workers) for seed in KEPT_APART]
    workers.close()
    assert area(made) >= 0.7
    assert sum(one.held for one in made) >= 2
