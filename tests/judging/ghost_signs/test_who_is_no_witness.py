"""Who is no witness, or a weak one, when a seller is warned of; and who is meant by a display name."""

from collections.abc import Callable

import pytest

from tests.judging.ghost_signs.reading import Judged, base, ghost_reasons, old_customer
from tests.judging.small_market import SmallMarket
from tests.judging.together import Together

HERE = Together()
_WARN = "independent-accounts-warn"
Weight = Callable[..., float]


@pytest.fixture(scope="module")
def weight(tmp_path_factory: pytest.TempPathFactory) -> Weight:
    """How much the warnings weigh against the shop of a market."""
    judged: Judged = HERE.judged(tmp_path_factory, ghost_reasons)

    def weighed(make: Callable[..., SmallMarket], *given: object) -> float:
        found = judged(make, *given)["s_1"].get(_WARN)
        return found["weight"] if found else 0.0

    return weighed


def warned(text: str, **more: object) -> SmallMarket:
    market = base()
    market.offers("a_shop")
    old_customer(market, "a_victim")
    market.say("a_victim", text, "warning", day=9, mentions=("@shop",), **more)
    return market


WAITS = ("@shop reageert niet", "@shop antwortet nicht", "@shop no response", "@shop не отвечает")
LOST = ", betaald, paid, bezahlt, оплатил"


@HERE.market("@shop took my money", *WAITS, *(text + LOST for text in WAITS))
def warned_of(text: str) -> SmallMarket:
    return warned(text)


@pytest.mark.parametrize("text", WAITS)
def test_who_gets_no_answer_warns_of_less_than_who_lost_money(weight: Weight, text: str) -> None:
    assert 0 < weight(warned_of, text) < 0.5 * weight(warned_of, text + LOST)


@HERE.market()
def passed_on() -> SmallMarket:
    return warned("@shop took my money", forwards="a_else")


def test_a_warning_that_is_passed_on_is_no_witness(weight: Weight) -> None:
    assert weight(warned_of, "@shop took my money") > 0
    assert weight(passed_on) == 0


@HERE.market(("@shop took 50", 1), ("better than @shop", 3))
def priced(text: str, lines: int) -> SmallMarket:
    items = tuple(
        {"commodity": "cocaine", "price": 50.0 * n, "quantity": float(n)} for n in range(1, lines + 1)
    )
    return warned(text, items=items)


def test_an_ad_with_a_price_list_is_no_witness(weight: Weight) -> None:
    assert weight(priced, "@shop took 50", 1) > 0
    assert weight(priced, "better than @shop", 3) == 0


@HERE.market("alone", "in a list too")
def with_others(named: str) -> SmallMarket:
    market = warned("@shop is a scammer")
    for number in (2, 3, 4):
        market.seller(f"s_{number}", f"a_other{number}", selectors=(f"username:other{number}",))
        market.offers(f"a_other{number}")
    if named == "in a list too":
        old_customer(market, "a_keeper")
        names = ("@shop", "@other2", "@other3", "@other4")
        market.say("a_keeper", "scammers: " + " ".join(names), "warning", day=10, mentions=names)
    return market


def test_a_list_of_names_is_no_witness(weight: Weight) -> None:
    assert weight(with_others, "in a list too") == weight(with_others, "alone") > 0


MOVED = "old account got banned (@shop), this is me now"


@HERE.market(MOVED, "@shop took my money")
def said_by_another_seller(text: str) -> SmallMarket:
    market = base()
    market.seller("s_2", "a_next", selectors=("username:next",))
    market.offers("a_shop")
    market.offers("a_next", days=range(10, 20))
    market.say("a_next", text, "warning", day=10, mentions=("@shop",))
    return market


def test_a_seller_that_tells_of_its_next_account_warns_of_nobody(weight: Weight) -> None:
    assert weight(said_by_another_seller, MOVED) == 0
    assert weight(said_by_another_seller, "@shop took my money") > 0


@HERE.market("a_shop", ("a_shop", "a_shop2"), ("a_shop", "a_namesake"))
def called_by_name(*accounts: str) -> SmallMarket:
    market = base()
    market.seller("s_1", "a_shop", "a_shop2", selectors=("username:shop",))
    market.seller("s_2", "a_namesake")
    for account in ("a_shop", "a_shop2", "a_namesake"):
        market.offers(account)
    old_customer(market, "a_victim")
    market.say("a_victim", "the name took my money", "warning", day=9, called=accounts)
    return market


def test_a_display_name_means_a_seller_if_all_accounts_of_that_name_are_its(weight: Weight) -> None:
    one = weight(called_by_name, "a_shop")
    assert one == weight(called_by_name, "a_shop", "a_shop2") > 0
    assert weight(called_by_name, "a_shop", "a_namesake") == 0
