"""When a price tells something."""

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, reasons_of
from tests.judging.small_market import item


def test_too_few_other_sellers_say_nothing_about_a_price(engine: DuckDBEngine) -> None:
    market = base()
    market.offers("a_shop", days=range(1), items=(item("cocaine", 1, 5),))
    for n in range(7):
        market.seller(f"s_other{n}", f"a_other{n}")
        market.offers(f"a_other{n}", days=range(1), items=(item("cocaine", 1, 50),))
    assert not any("price-far" in rule for rule in reasons_of(market, engine))
