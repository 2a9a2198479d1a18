"""When a price tells something."""

from typing import Any

import pytest

from schakel.judging.business.prices import price_findings
from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, reasons_of
from tests.judging.small_market import SmallMarket, item
from tests.judging.some_findings import rows_of


def test_too_few_other_sellers_say_nothing_about_a_price(engine: DuckDBEngine) -> None:
    market = base()
    market.offers("a_shop", days=range(1), items=(item("cocaine", 1, 5),))
    for n in range(7):
        market.seller(f"s_other{n}", f"a_other{n}")
        market.offers(f"a_other{n}", days=range(1), items=(item("cocaine", 1, 50),))
    assert not any("price-far" in rule for rule in reasons_of(market, engine))


def dear_and_cheap(own: str, others: int = 12) -> SmallMarket:
    """Two months, or two provinces, of which one is twice as dear; the shop asks in the one named by `own` what the cheap one asks."""
    market = base()
    groups: dict[str, dict[str, Any]] = {
        "cheap month": {"day": 0.0},
        "dear month": {"day": 40.0},
        "cheap place": {"places": (("Goes", "Zeeland", "Goes"),)},
        "dear place": {"places": (("Tilburg", "Noord-Brabant", "Tilburg"),)},
    }
    kind = own.split()[1]
    for group, price in ((f"cheap {kind}", 50), (f"dear {kind}", 100)):
        for n in range(others):
            name = f"{group.split()[0]}{n}"
            market.seller(f"s_{name}", f"a_{name}")
            goods = (item("cocaine", 1, price + n % 3),)
            market.say(f"a_{name}", f"menu {name}", "offer", items=goods, **groups[group])
    market.say("a_shop", "menu", "offer", items=(item("cocaine", 1, 51),), **groups[own])
    return market


@pytest.mark.parametrize("kind", ["month", "place"])
def test_a_price_is_held_against_those_of_its_month_and_of_its_place(engine: DuckDBEngine, kind: str) -> None:
    dear, cheap = (ratio_at(dear_and_cheap(f"{which} {kind}"), engine) for which in ("dear", "cheap"))
    assert dear < 0.75
    assert cheap > 0.85


@pytest.mark.parametrize("kind", ["month", "place"])
def test_a_month_or_a_place_in_which_few_ask_a_price_does_not_move_the_middle(
    engine: DuckDBEngine, kind: str
) -> None:
    dear, cheap = (ratio_at(dear_and_cheap(f"{which} {kind}", 7), engine) for which in ("dear", "cheap"))
    assert dear == cheap


def ratio_at(market: SmallMarket, engine: DuckDBEngine) -> float:
    """What the shop asks, as a multiple of the usual price."""
    market.write(engine)
    rows = rows_of(engine, price_findings)
    found = (row["value"] for row in rows if row["kind"] == "price-level" and row["subject_id"] == "s_1")
    return float(next(found))


def test_where_half_of_the_sellers_ask_too_little_they_are_still_seen(engine: DuckDBEngine) -> None:
    """The middle of all is pulled down and apart by them; what is usual, and how far sellers lie apart, is seen from above."""
    market = base()
    market.offers("a_shop", days=range(1), items=(item("cocaine", 1, 35),))
    for n in range(11):
        for name, price in ((f"cheap{n}", 30 + n), (f"usual{n}", 50 + n % 5)):
            market.seller(f"s_{name}", f"a_{name}")
            market.offers(f"a_{name}", days=range(1), items=(item("cocaine", 1, price),))
    assert "price-far-below-market" in reasons_of(market, engine)


def test_who_asks_more_than_is_usual_asks_enough(engine: DuckDBEngine) -> None:
    market = base()
    market.offers("a_shop", days=range(1), items=(item("cocaine", 1, 90),))
    for n in range(12):
        market.seller(f"s_usual{n}", f"a_usual{n}")
        market.offers(f"a_usual{n}", days=range(1), items=(item("cocaine", 1, 50 + n % 5),))
    assert "not:price-far-below-market" in reasons_of(market, engine)


def test_a_seller_of_rare_goods_is_held_against_sellers_whose_level_shows_elsewhere(
    engine: DuckDBEngine,
) -> None:
    """Three goods with four other sellers each: too few for one price, enough for a level; the others ask as usual elsewhere."""

    def market(own: float) -> SmallMarket:
        market = base()
        rare = ("heroin", "ketamine", "crack")
        market.offers("a_shop", days=range(1), items=tuple(item(goods, 1, 50 * own) for goods in rare))
        for n in range(12):
            name, goods = f"other{n}", rare[n % 3]
            market.seller(f"s_{name}", f"a_{name}")
            prices = (item("cocaine", 1, 60 + n % 5), item(goods, 1, 50 + n % 4))
            market.offers(f"a_{name}", days=range(1), items=prices)
        return market

    assert "price-far-below-market" in reasons_of(market(0.6), engine)
    assert "not:price-far-below-market" in reasons_of(market(1.0), engine)


def test_the_lower_the_level_and_the_more_prices_show_it_the_more_it_weighs(engine: DuckDBEngine) -> None:
    def weight(price: float, amounts: tuple[int, ...]) -> float:
        market = base()
        ladder = tuple(item("cocaine", n, price * n) for n in amounts)
        market.offers("a_shop", days=range(1), items=ladder)
        for n in range(12):
            market.seller(f"s_usual{n}", f"a_usual{n}")
            usual = tuple(item("cocaine", amount, (50 + n % 5) * amount) for amount in (1, 5, 20))
            market.offers(f"a_usual{n}", days=range(1), items=usual)
        return float(reasons_of(market, engine)["price-far-below-market"]["weight"])

    assert weight(40, (1, 5, 20)) < weight(30, (1, 5, 20))
    assert weight(40, (1,)) < weight(40, (1, 5, 20))


@pytest.mark.parametrize(("price", "believed"), [(16.0, True), (5.0, False), (500.0, False)])
def test_a_price_many_times_the_usual_or_less_was_read_wrongly(
    engine: DuckDBEngine, price: float, believed: bool
) -> None:
    market = base()
    market.offers("a_shop", days=range(1), items=(item("cocaine", 1, price),))
    for n in range(12):
        market.seller(f"s_other{n}", f"a_other{n}")
        market.offers(f"a_other{n}", days=range(1), items=(item("cocaine", 1, 48 + n),))
    found = any("price-far" in rule for rule in reasons_of(market, engine))
    assert found == believed
