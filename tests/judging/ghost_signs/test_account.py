"""When a life is short and a silence tells something."""

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.over_time import around
from tests.judging.ghost_signs.reading import base, reasons_of


@pytest.mark.parametrize("days", [range(1), range(5)])
def test_who_was_seen_on_one_day_has_no_short_life_and_did_not_fall_silent(
    engine: DuckDBEngine, days: range
) -> None:
    market = base()
    around(market)
    market.offers("a_shop", days=days)
    if len(days) == 1:
        market.say("a_shop", "once more, the same day", "offer", day=0.1)
    market.say("a_victim", "scam", "warning", day=3, mentions=("@shop",))
    told = {"short-life", "gone-after-warnings"} & reasons_of(market, engine).keys()
    assert len(told) == (0 if len(days) == 1 else 2)


def test_a_silence_tells_nothing_of_who_posts_seldom(engine: DuckDBEngine) -> None:
    market = base()
    around(market)
    market.offers("a_shop", days=range(0, 10, 9))  # two days of 138
    assert "short-life" not in reasons_of(market, engine)
