"""When a life is short and a silence tells something."""

import pytest

from schakel.judging.ghost_signs.account import Life, short_life
from schakel.judging.weights import ghost_model
from tests.judging.ghost_signs.over_time import around
from tests.judging.ghost_signs.reading import Judged, base, ghost_reasons
from tests.judging.small_market import SmallMarket
from tests.judging.together import Together

HERE = Together()


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    return HERE.judged(tmp_path_factory, ghost_reasons)


@HERE.market(1, 5)
def warned_of_after(days: int) -> SmallMarket:
    market = base()
    around(market)
    market.offers("a_shop", days=range(days))
    if days == 1:
        market.say("a_shop", "once more, the same day", "offer", day=0.1)
    market.say("a_victim", "scam", "warning", day=3, mentions=("@shop",))
    return market


@pytest.mark.parametrize("days", [1, 5])
def test_who_was_seen_on_one_day_has_no_short_life_and_did_not_fall_silent(judged: Judged, days: int) -> None:
    told = {"short-life", "gone-after-warnings"} & judged(warned_of_after, days)["s_1"].keys()
    assert len(told) == (0 if days == 1 else 2)


@HERE.market()
def posts_seldom() -> SmallMarket:
    market = base()
    around(market)
    market.offers("a_shop", days=range(0, 10, 9))  # two days of 138
    return market


def test_a_silence_tells_nothing_of_who_posts_seldom(judged: Judged) -> None:
    assert "short-life" not in judged(posts_seldom)["s_1"]


@HERE.market(30, 45)
def lives_for(days: int) -> SmallMarket:
    market = base()
    market.say("a_any", "early", day=-30)
    market.say("a_any", "late", day=70)
    market.offers("a_shop", days=range(0, days, 3))
    return market


def test_a_life_of_some_weeks_is_short_and_half_of_the_time_of_the_data_is_not(judged: Judged) -> None:
    assert "short-life" in judged(lives_for, 30)["s_1"]  # of 100 days
    assert not {"short-life", "not:short-life"} & judged(lives_for, 45)["s_1"].keys()


@pytest.mark.parametrize(("time", "short"), [(90, True), (40, False)])
def test_what_is_short_hangs_on_the_time_of_the_data(time: int, short: bool) -> None:
    day = 86400
    life = Life(10 * day, 30 * day, 0, time * day, 15, 1, 1, False, False, None, None)
    seen = short_life(life, ghost_model().limits)
    assert (seen is not None and seen.present) is short
