"""Who is believed when it praises a seller."""

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, reasons_of
from tests.judging.ghost_signs.said_by_people import vouched, vouched_by_straw_men
from tests.judging.small_market import SmallMarket


def test_a_new_copying_or_befriended_voucher_counts_for_less(engine: DuckDBEngine) -> None:
    honest, straw = base(), base()
    vouched(honest)
    vouched_by_straw_men(straw)
    rule = "independent-accounts-vouch"
    assert reasons_of(honest, engine)[rule]["weight"] < reasons_of(straw, engine)[rule]["weight"] < 0


def test_vouches_in_return_count_for_less(engine: DuckDBEngine) -> None:
    def market(*, ring: bool) -> SmallMarket:
        made = base()
        made.seller("s_2", "a_friend", selectors=("username:friend",))
        made.offers("a_shop")
        made.offers("a_friend", days=range(-30, -20))
        made.say("a_friend", "very good shop", "vouch", day=5, mentions=("@shop",))
        if ring:
            made.say("a_shop", "very good friend", "vouch", day=6, mentions=("@friend",))
        return made

    rule = "independent-accounts-vouch"
    alone = reasons_of(market(ring=False), engine)[rule]["weight"]
    ring = reasons_of(market(ring=True), engine)[rule]["weight"]
    assert alone < ring < 0


def test_a_seller_cannot_vouch_for_itself(engine: DuckDBEngine) -> None:
    market = base()
    market.seller("s_1", "a_shop", "a_shop2", selectors=("username:shop",))
    market.offers("a_shop")
    market.say("a_shop2", "great shop", "vouch", day=5, mentions=("@shop",))
    assert "independent-accounts-vouch" not in reasons_of(market, engine)
