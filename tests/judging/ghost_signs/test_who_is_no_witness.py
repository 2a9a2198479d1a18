"""Who is no witness, or a weak one, when a seller is warned of; and who is meant by a display name."""

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, old_customer, reasons_of
from tests.judging.small_market import SmallMarket

_WARN = "independent-accounts-warn"


def warned(text: str, **more: object) -> SmallMarket:
    market = base()
    market.offers("a_shop")
    old_customer(market, "a_victim")
    market.say("a_victim", text, "warning", day=9, mentions=("@shop",), **more)
    return market


def weight(market: SmallMarket, engine: DuckDBEngine) -> float:
    found = reasons_of(market, engine).get(_WARN)
    return found["weight"] if found else 0.0


@pytest.mark.parametrize(
    "text", ["@shop reageert niet", "@shop antwortet nicht", "@shop no response", "@shop не отвечает"]
)
def test_who_gets_no_answer_warns_of_less_than_who_lost_money(engine: DuckDBEngine, text: str) -> None:
    waits = weight(warned(text), engine)
    lost = weight(warned(text + ", betaald, paid, bezahlt, оплатил"), engine)
    assert 0 < waits < 0.5 * lost


def test_a_warning_that_is_passed_on_is_no_witness(engine: DuckDBEngine) -> None:
    assert weight(warned("@shop took my money"), engine) > 0
    assert weight(warned("@shop took my money", forwards="a_else"), engine) == 0


def test_an_ad_with_a_price_list_is_no_witness(engine: DuckDBEngine) -> None:
    def items(lines: int) -> tuple[dict[str, object], ...]:
        return tuple(
            {"commodity": "cocaine", "price": 50.0 * (n + 1), "quantity": n + 1.0} for n in range(lines)
        )

    assert weight(warned("@shop took 50", items=items(1)), engine) > 0
    assert weight(warned("better than @shop", items=items(3)), engine) == 0


def test_a_list_of_names_is_no_witness(engine: DuckDBEngine) -> None:
    market = warned("@shop is a scammer")
    for number in (2, 3, 4):
        market.seller(f"s_{number}", f"a_other{number}", selectors=(f"username:other{number}",))
        market.offers(f"a_other{number}")
    alone = weight(market, engine)
    listed = base()
    listed.said, listed.sellers = list(market.said), dict(market.sellers)
    old_customer(listed, "a_keeper")
    names = ("@shop", "@other2", "@other3", "@other4")
    listed.say("a_keeper", "scammers: " + " ".join(names), "warning", day=10, mentions=names)
    assert weight(listed, engine) == alone > 0


def test_a_seller_that_tells_of_its_next_account_warns_of_nobody(engine: DuckDBEngine) -> None:
    def market(text: str) -> SmallMarket:
        market = base()
        market.seller("s_2", "a_next", selectors=("username:next",))
        market.offers("a_shop")
        market.offers("a_next", days=range(10, 20))
        market.say("a_next", text, "warning", day=10, mentions=("@shop",))
        return market

    assert weight(market("old account got banned (@shop), this is me now"), engine) == 0
    assert weight(market("@shop took my money"), engine) > 0


def test_a_display_name_means_a_seller_if_all_accounts_of_that_name_are_its(engine: DuckDBEngine) -> None:
    def market(*accounts: str) -> SmallMarket:
        market = base()
        market.seller("s_1", "a_shop", "a_shop2", selectors=("username:shop",))
        market.seller("s_2", "a_namesake")
        for account in ("a_shop", "a_shop2", "a_namesake"):
            market.offers(account)
        old_customer(market, "a_victim")
        market.say("a_victim", "the name took my money", "warning", day=9, called=accounts)
        return market

    one = weight(market("a_shop"), engine)
    assert one == weight(market("a_shop", "a_shop2"), engine) > 0
    assert weight(market("a_shop", "a_namesake"), engine) == 0
