"""Who rides: couriers, and those who only speak of riding."""

from collections.abc import Callable

import pytest

from tests.judging.roles.held import SAYINGS, Held, chatter, held_roles, shop
from tests.judging.small_market import SmallMarket, item
from tests.judging.together import Together

HERE = Together()
Roles = Callable[..., dict[str, Held]]
READ_AS_RIDES = (None, "recruit", "request", "vouch")


@pytest.fixture(scope="module")
def roles(tmp_path_factory: pytest.TempPathFactory) -> Roles:
    return HERE.judged(tmp_path_factory, held_roles)


@HERE.market(6, 1)
def rides_and_sells(rides: int) -> SmallMarket:
    market = shop()
    market.seller("s_hand", "a_hand")
    market.offers("a_hand", items=(item("cocaine", 2, 100, scale="retail"),))
    for n in range(rides):
        market.say("a_hand", f"{SAYINGS['courier']} {n}", day=n)
    return market


def test_who_speaks_of_riding_more_than_it_posts_ads_is_a_courier_though_a_word_of_it_reads_as_an_ad(
    roles: Roles,
) -> None:
    for rides, courier in ((6, True), (1, False)):
        held = roles(rides_and_sells, rides)["s_hand"]
        assert (held["courier"] > 0.5) is courier
        assert (held["retailer"] < 0.5) is courier


@HERE.market(*READ_AS_RIDES)
def offers_to_ride(act: str | None) -> SmallMarket:
    market = shop()
    for text in ("heb scooter en tijd, wie heeft ritten?", "ik rijd voor wie wil, 120 per dag"):
        market.say("a_hand", text, act, day=8, items=(item("cannabis", 1, 10),) if act == "request" else ())
    return market


@pytest.mark.parametrize("act", READ_AS_RIDES)
def test_who_offers_to_ride_for_anybody_is_a_courier_however_it_reads(roles: Roles, act: str | None) -> None:
    held = roles(offers_to_ride, act)["a_hand"]
    assert held["courier"] > 0.8
    assert held.get("recruiter", 0) < 0.5
    assert held.get("customer", 0) < 0.5


@HERE.market((5, 2), (2, 5), (5, 2, "alone"), (5, 2, "without its words"))
def rider_and_boss(rides: int, ads: int, but: str = "") -> SmallMarket:
    market = SmallMarket()
    market.seller("s_shop", "a_boss", "a_hand")
    goods = (item("cocaine", 1, 50, scale="retail"),)
    for n in range(3):
        market.say("a_boss", f"menu {n}", "offer", day=n, items=goods)
    for n in range(ads):
        market.say("a_hand", f"menu van de baas {n}", "offer", day=n, items=goods)
    said = {market.say("a_hand", f"{SAYINGS['courier']} {n}", day=n).message_id for n in range(rides)}
    if but == "alone":
        market.said = [one for one in market.said if one.account == "a_hand"]
    return market.without(said) if but == "without its words" else market


def test_an_account_that_rides_for_another_of_its_seller_is_a_courier_and_the_seller_stays_a_shop(
    roles: Roles,
) -> None:
    found = roles(rider_and_boss, 5, 2)
    assert found["a_hand"]["courier"] > found["s_shop"]["retailer"] > 0.5
    assert "courier" not in found["s_shop"]
    assert "a_hand" not in roles(rider_and_boss, 2, 5)
    assert roles(rider_and_boss, 5, 2, "alone")["s_shop"]["courier"] > 0.5


def test_the_courier_among_a_sellers_accounts_goes_with_the_messages(roles: Roles) -> None:
    assert "a_hand" not in roles(rider_and_boss, 5, 2, "without its words")


@HERE.market()
def words_of_others() -> SmallMarket:
    market = shop()
    said = {
        "a_waits": "still waiting outside",
        "a_praises": "de bezorger van @shop is altijd aardig",
        "a_stood": "@shop laat je rijden naar ede en komt niet",
        "a_keeper": "escrow loopt via de admin, 5%",
        "a_moved": "eski hesap kapandı yeni @shop2",
        "a_trusted": "escrow via mij, 5%",
    }
    for account, text in said.items():
        for n in range(2):
            market.say(account, text, day=n)
    return market


def test_who_speaks_of_another_rider_or_of_the_keepers_money_holds_neither_role(roles: Roles) -> None:
    found = roles(words_of_others)
    for account in ("a_waits", "a_praises", "a_stood", "a_keeper", "a_moved"):
        assert not {"courier", "money-handler"} & found.get(account, {}).keys()
    assert found["a_trusted"]["money-handler"] > 0.5


@HERE.market()
def a_word_on_the_way() -> SmallMarket:
    market = shop()
    for n in range(8):
        chatter(market, f"a_{n}")
    chatter(market, "a_once")
    market.say("a_once", "onderweg", day=3)
    market.say("a_seeker", "ik zoek werk als koerier, eigen auto", day=3)
    chatter(market, "a_seeker", 30)
    for n, text in enumerate(
        ("onderweg", "verkeerd adres, niemand doet open", "gewoon wat praten hand", "sta buiten")
    ):
        market.say("a_hand", text, day=n)
    return market


def test_one_word_on_the_way_among_much_talk_makes_no_courier_and_little_else_does(roles: Roles) -> None:
    found = roles(a_word_on_the_way)
    assert found["a_hand"]["courier"] > 0.5
    for account in ("a_once", "a_seeker"):
        assert found.get(account, {}).get("courier", 0) < 0.5


@HERE.market(2, 40)
def on_the_way(ads: int) -> SmallMarket:
    market = SmallMarket()
    market.seller("s_1", "a_shop")
    for n in range(ads):
        market.say("a_shop", f"coke te koop {n}", "offer", day=n % 9, items=(item("cocaine", None, None),))
    market.say("a_shop", "ben er over 20 min", day=9)
    return market


def test_a_seller_whose_ads_name_no_amounts_is_no_courier_by_one_word_of_being_on_the_way(
    roles: Roles,
) -> None:
    for ads, courier in ((2, True), (40, False)):
        held = roles(on_the_way, ads)["s_1"]
        assert (held["courier"] > 0.5) is courier
        assert (held.get("retailer", 0) > 0.5) is not courier
