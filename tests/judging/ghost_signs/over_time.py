"""Cases in which something shows over time: rhythm, life of the account, stock."""

import random
from collections.abc import Callable

from tests.judging.small_market import SmallMarket, item

Case = Callable[[SmallMarket], None]


def clockwork(market: SmallMarket) -> None:
    for n in range(8 * 6):
        market.say("a_shop", f"menu {n % 3}", "offer", day=n / 8)


def by_hand(market: SmallMarket) -> None:
    for n in range(60):
        at = random.Random(n).randrange(540) / 1440  # scattered over nine hours, from noon on
        market.say("a_shop", f"menu {n % 3}", "offer", day=n // 3 + at)


def deleted(market: SmallMarket) -> None:
    market.offers("a_shop")
    market.flags["a_shop"] = ["deleted"]


def marked(market: SmallMarket) -> None:
    market.offers("a_shop")
    market.flags["a_shop"] = ["scam"]


def numbered(market: SmallMarket, number: int) -> None:
    market.offers("a_shop")
    market.numbers["a_shop"] = number


def renamed(market: SmallMarket) -> None:
    market.offers("a_shop")
    market.names["a_shop"] = ["Shop", "Shop2", "Snow"]


def around(market: SmallMarket) -> None:
    market.say("a_any", "early", day=-40)
    market.say("a_any", "late", day=130)


def short(market: SmallMarket) -> None:
    around(market)
    market.offers("a_shop")


def long(market: SmallMarket) -> None:
    market.offers("a_shop", days=range(0, 80, 8))


def gone(market: SmallMarket) -> None:
    around(market)
    market.offers("a_shop")
    market.say("a_victim", "scam", "warning", day=3, mentions=("@shop",))


def same_for_ever(market: SmallMarket) -> None:
    for n in range(40):
        market.say("a_shop", "always the same", "offer", day=n / 2)


def sold_out(market: SmallMarket) -> None:
    market.offers("a_shop")
    market.say("a_shop", "Helaas uitverkocht, morgen weer", day=3)


def price_moves(market: SmallMarket) -> None:
    for n in range(4):
        market.say("a_shop", f"menu {n}", "offer", day=n, items=(item("ketamine", 1, 50 + 5 * n),))


def other_at_work(market: SmallMarket) -> None:
    market.seller("s_2", "a_other")
    for n in range(100):
        market.say("a_other", f"menu {n % 7}", "offer", day=n / 4, edited=n % 2 == 0)
        if n % 3 == 0:
            market.say("a_other", f"ben onderweg tot {n} uur", day=n / 4 + 0.01)


def nothing_but_ads(market: SmallMarket) -> None:
    other_at_work(market)
    market.offers("a_shop", days=range(80))


def talks(market: SmallMarket) -> None:
    market.offers("a_shop")
    for day in range(4):
        market.say("a_shop", f"ben er weer, dag {day}", day=day + 0.1)


def mends(market: SmallMarket) -> None:
    market.offers("a_shop")
    market.say("a_shop", "nieuwe prijzen", "offer", day=2, edited=True)


OVER_TIME: list[tuple[str, Case]] = [
    ("posts-like-a-clock", clockwork),
    ("not:posts-like-a-clock", by_hand),
    ("posts-without-sleep", clockwork),
    ("not:posts-without-sleep", by_hand),
    ("account-deleted", deleted),
    ("marked-by-platform", marked),
    ("account-is-new", lambda m: numbered(m, 9_000_000)),
    ("not:account-is-new", lambda m: numbered(m, 1)),
    ("changes-names", renamed),
    ("short-life", short),
    ("not:short-life", long),
    ("gone-after-warnings", gone),
    ("stock-never-changes", same_for_ever),
    ("not:stock-never-changes", sold_out),
    ("prices-move", price_moves),
    ("writes-nothing-but-ads", nothing_but_ads),
    ("not:writes-nothing-but-ads", talks),
    ("never-mends-its-ads", nothing_but_ads),
    ("not:never-mends-its-ads", mends),
]
