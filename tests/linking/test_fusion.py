"""All kinds of evidence together, from what accounts wrote to their links: factors, rivals, and verdicts that move nobody else."""

from typing import Any

import pyarrow as pa
import pytest

from schakel.linking.weighing.borne_out import load_factors
from schakel.linking.weighing.rivals import OTHERS_AS_LIKE
from schakel.linking.weights import load_settings
from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market, account, post_own, reasons, said

_NAME = "sneeuwpop 050"


def _namesakes() -> Market:
    """Four accounts of one name, the second of which begins as the first ends; nothing else in common."""
    market = Market()
    for who, day in ((1, 0), (2, 27), (3, 5), (4, 12)):
        market.names[who] = _NAME
        for more in range(0, 30, 6):
            post_own(market, who, day=day + more, words=f"woord{who}{more}")
    return market


def _links(made: dict[str, pa.Table]) -> dict[tuple[str, str], Any]:
    return {
        (row["left_id"], row["right_id"]): row
        for row in made["links"].to_pylist()
        if row["kind"] == "same-seller"
    }


def test_namesakes_who_share_nothing_else_are_rivals(engine: DuckDBEngine) -> None:
    made = _namesakes().link(engine)
    told = reasons(made, 1, 2)
    assert told[OTHERS_AS_LIKE] < 0
    settings = load_settings()
    usual = settings.rules["succeeds"].weight * settings.blocks["soon_times"]
    assert told["succeeds"] == pytest.approx(usual * load_factors().speaking_for["succeeds"], abs=1e-3)
    for row in _links(made).values():
        weights = [reason["weight"] for reason in row["reasons"]]
        assert row["log10_lr"] == pytest.approx(sum(weights), abs=1e-3)
        assert [abs(weight) for weight in weights] == sorted(map(abs, weights), reverse=True)


@pytest.mark.parametrize("answer", ["same", "not-same"])
def test_a_word_on_two_accounts_changes_no_other_pair(engine: DuckDBEngine, answer: str) -> None:
    market = _namesakes()
    before = _links(market.link(engine))
    after = _links(market.link(engine, said(1, account(1), account(2), answer)))
    changed = {pair for pair in before.keys() | after.keys() if before.get(pair) != after.get(pair)}
    assert len(changed) == 1
    assert len(before) >= 6
