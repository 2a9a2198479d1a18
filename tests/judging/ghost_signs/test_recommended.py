"""Who asks for goods and is sent to a seller by others, or away from it."""

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, old_customer, read_all
from tests.judging.small_market import SmallMarket

_ILL, _WELL = "spoken-ill-of-when-asked", "not:spoken-ill-of-when-asked"


def sent(
    answer: str, *, by: str = "a_second", asked: str | None = "request", act: str | None = None
) -> SmallMarket:
    market = base()
    market.offers("a_shop")
    market.seller("s_2", "a_other")
    market.offers("a_other")
    for customer in ("a_first", "a_second"):
        old_customer(market, customer)
    question = market.say("a_first", "wie heeft er nog 2 wit", asked, day=9)
    mentions = ("@shop",) if "@shop" in answer else ()
    market.say(by, answer, act, day=9.1, reply_to=question.tg_id, mentions=mentions)
    return market


def test_who_asks_for_goods_is_sent_to_a_seller_or_away_from_it(engine: DuckDBEngine) -> None:
    markets = {
        "sent": sent("@shop is je man"),
        "away": sent("niet bij @shop, die scamt"),
        "names nobody": sent("in de kroeg"),
        "asks back": sent("@shop misschien?"),
        "knows not": sent("geen idee, @shop ken ik niet"),
        "a seller": sent("@shop is je man", by="a_other"),
        "itself": sent("@shop is je man", by="a_shop"),
        "no request": sent("@shop is je man", asked=None),
        "an ad": sent("@shop is je man", act="offer"),
    }
    found = read_all(markets, engine)
    assert {name for name, reasons in found.items() if _WELL in reasons} == {"sent"}
    assert {name for name, reasons in found.items() if _ILL in reasons} == {"away"}
