"""News of stock: one line is cheap, stock that comes and goes on several days is not."""

import pytest

from tests.judging.ghost_signs.reading import Judged, base, ghost_reasons
from tests.judging.small_market import SmallMarket
from tests.judging.together import Together

HERE = Together()
SIGN = "not:stock-never-changes"
NEWS = (
    "coke uitverkocht, vrijdag weer",
    "everything sold out till monday",
    "Haschisch ausverkauft",
    "todo agotado hasta el lunes",
    "hepsi tükendi",
)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    return HERE.judged(tmp_path_factory, ghost_reasons)


@HERE.market(*((news, days) for news in NEWS for days in ((6,), (6, 6.1), (6, 11), (6, 11, 17, 22))))
def told(news: str, days: tuple[float, ...]) -> SmallMarket:
    market = base()
    market.offers("a_shop")
    for n, day in enumerate(days):
        market.say("a_shop", f"{news} {n}", day=day)
    return market


@HERE.market(2, 5)
def in_passing_ads(ads: int) -> SmallMarket:
    market = base()
    market.offers("a_shop", days=range(20))
    for n in range(ads):
        market.say("a_shop", f"nieuwe lading binnen, menu {n}", "offer", day=5 + 3 * n)
    return market


@HERE.market()
def nothing_of_stock() -> SmallMarket:
    market = base()
    market.offers("a_shop", days=range(20))
    market.say("a_shop", "voorraad hamsteren voor de winter haha", day=6)
    market.say("a_shop", "alles goed met je moeder?", day=7)
    return market


@pytest.mark.parametrize("news", NEWS)
def test_stock_that_comes_and_goes_tells_more_than_one_line(news: str, judged: Judged) -> None:
    once, twice_a_day, two_days, four_days = (
        judged(told, news, days)["s_1"][SIGN]["weight"] for days in ((6,), (6, 6.1), (6, 11), (6, 11, 17, 22))
    )
    assert four_days < two_days < once < 0
    assert twice_a_day == pytest.approx(once, abs=0.1)


def test_words_of_stock_in_ads_tell_next_to_nothing(judged: Judged) -> None:
    once = judged(told, NEWS[0], (6,))["s_1"][SIGN]["weight"]
    assert once < judged(in_passing_ads, 2)["s_1"][SIGN]["weight"] < 0
    assert SIGN not in judged(nothing_of_stock)["s_1"]


def test_the_reason_tells_days_and_ads_apart(judged: Judged) -> None:
    assert (
        "0 of them ads; messages of its own on 2 days"
        in judged(told, NEWS[0], (6, 11))["s_1"][SIGN]["detail"]
    )
    assert "5 of them ads; messages of its own on 0 days" in judged(in_passing_ads, 5)["s_1"][SIGN]["detail"]
