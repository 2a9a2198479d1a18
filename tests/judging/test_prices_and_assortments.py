"""The price level and the assortment of a seller, on markets small enough to reckon by hand."""

from typing import Any

import pytest

from schakel.judging.business.assortments import assortment_findings
from schakel.judging.business.prices import price_findings
from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.small_market import SmallMarket, item
from tests.judging.some_findings import rows_of


def found(engine: DuckDBEngine, market: SmallMarket, kind: str) -> dict[str, Any]:
    market.write(engine)
    rows = rows_of(engine, lambda facts: [*price_findings(facts), *assortment_findings(facts)])
    return next(row for row in rows if row["kind"] == kind and row["subject_id"] == "s_1")


def priced(own: float, amounts: tuple[float, ...] = (1,)) -> SmallMarket:
    market = SmallMarket()
    for n in range(11):
        market.seller(f"s_{n}", f"a_{n}")
        for amount in amounts:
            price = amount * (own if n == 1 else 50)
            market.say(f"a_{n}", f"menu {n} {amount}", "offer", items=(item("cocaine", amount, price),))
    return market


def test_a_cheap_seller_lies_below_the_market_and_more_comparisons_make_it_surer(
    engine: DuckDBEngine,
) -> None:
    once, often = (found(engine, priced(25, amounts), "price-level") for amounts in ((1,), (1, 5, 20, 100)))
    for row in (once, often):
        assert row["value"] == pytest.approx(0.5)
        assert row["low"] < 0.5 < row["high"]
    assert often["high"] - often["low"] < once["high"] - once["low"]
    assert often["label"] == "below market"
    assert "very likely that this is below the market" in often["words"]
    assert "zeer waarschijnlijk dat dit onder de markt ligt" in often["words_nl"]
    assert "0,50 keer" in often["words_nl"]


def test_a_usual_price_is_about_the_market(engine: DuckDBEngine) -> None:
    row = found(engine, priced(50), "price-level")
    assert (row["value"], row["label"]) == (1.0, "about market")


def assorted(*texts: tuple[str, ...]) -> SmallMarket:
    market = SmallMarket()
    market.seller("s_1", "a_1")
    for n, goods in enumerate(texts):
        market.say("a_1", f"menu {n}", "offer", day=n, items=tuple(item(name, 1) for name in goods))
    return market


def test_what_is_in_every_text_is_all_there_is(engine: DuckDBEngine) -> None:
    row = found(engine, assorted(*[("cocaine", "mdma")] * 6), "assortment")
    assert (row["value"], row["low"], row["high"]) == (2.0, 2.0, 2.0)
    assert row["label"] == "drugs"
    assert row["words"].startswith("cocaine 100%, mdma 100%")
    assert row["words_nl"].startswith("cocaïne 100%")


def test_goods_seen_in_one_text_each_leave_more_to_be_seen(engine: DuckDBEngine) -> None:
    row = found(engine, assorted(("cocaine",), ("mdma",), ("firearms",), ("cocaine",)), "assortment")
    # two in one text, one in two: Chao (1987) gives 3/4 x 2 x 1 / (2 x 2) beyond the three, the next text alone 2/4
    assert (row["value"], row["low"]) == (3.0, 1.0)
    assert row["high"] == pytest.approx(3 + 0.5)
    assert row["label"] == "drugs, weapons"


def test_one_text_says_nothing_of_the_next(engine: DuckDBEngine) -> None:
    row = found(engine, assorted(("cocaine", "mdma")), "assortment")
    assert (row["value"], row["low"], row["high"]) == (2.0, 2.0, 4.0)
    assert "about as likely as not" in row["words"]
