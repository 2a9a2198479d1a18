"""Roles of people who offer nothing, and of sellers who do more than sell."""

from collections.abc import Callable

import pytest

from schakel.judging.roles.roles import holds
from tests.judging.roles.held import SAYINGS, Held, held_roles, shop
from tests.judging.small_market import SmallMarket, item
from tests.judging.together import Together

# Where many call for people, one call that may be misread is worth more: that of a seller stands where few do.
HERE, FEW_CALLS = Together(), Together()
Roles = Callable[..., dict[str, Held]]


@pytest.fixture(scope="module")
def roles(tmp_path_factory: pytest.TempPathFactory) -> Roles:
    return HERE.judged(tmp_path_factory, held_roles)


@HERE.market(*((role, said) for role in SAYINGS for said in (True, False)))
def told_of_work(role: str, said: bool) -> SmallMarket:
    market = shop()
    words = {market.say("a_hand", f"{SAYINGS[role]} {n}", day=n).message_id for n in range(3)}
    return market if said else market.without(words)


@pytest.mark.parametrize("role", SAYINGS)
def test_what_people_say_of_their_work_gives_a_role_that_goes_with_the_messages(
    roles: Roles, role: str
) -> None:
    assert roles(told_of_work, role, True)["a_hand"][role] > 0.8
    assert role not in roles(told_of_work, role, False).get("a_hand", {})


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


@HERE.market()
def says_where_it_rides() -> SmallMarket:
    market = shop()
    for n in range(3):
        market.say("a_hand", f"vandaag rij ik Breda en omstreken, meld je even {n}", "recruit", day=n)
    return market


def test_who_says_where_it_rides_is_no_recruiter_though_that_reads_as_a_call_for_people(
    roles: Roles,
) -> None:
    held = roles(says_where_it_rides)["a_hand"]
    assert held["courier"] > 0.5
    assert "recruiter" not in held


@HERE.market()
def buyer_and_fan() -> SmallMarket:
    market = shop()
    ad = market.say("a_shop", "menu vandaag", "offer", day=6)
    market.say("a_buyer", "heb je nog?", day=7, reply_to=ad.tg_id)
    market.say("a_buyer", "top geleverd", "vouch", day=8, mentions=("@shop",))
    for n in range(4):
        market.say("a_fan", f"shop is de beste {n}", "vouch", day=8 + n, mentions=("@shop",))
    return market


def test_who_asks_and_thanks_is_a_customer_and_who_only_praises_a_voucher(roles: Roles) -> None:
    found = roles(buyer_and_fan)
    assert found["a_buyer"].get("customer", 0) > 0.5
    assert "voucher" not in found["a_buyer"]
    assert found["a_fan"]["voucher"] > 0.5
    assert "customer" not in found["a_fan"]


@HERE.market("praises", "handles money too")
def praise(more: str) -> SmallMarket:
    market = shop()
    for n in range(4):
        market.say("a_hand", f"shop is de beste {n}", "vouch", day=8 + n, mentions=("@shop",))
    if more == "handles money too":
        market.say("a_hand", SAYINGS["money-handler"], day=13)
    return market


def test_who_handles_money_and_praises_is_not_paid_for_praise(roles: Roles) -> None:
    assert roles(praise, "praises")["a_hand"]["voucher"] > 0.5
    assert "voucher" not in roles(praise, "handles money too")["a_hand"]


def chatter(market: SmallMarket, account: str, number: int = 40) -> None:
    for n in range(number):
        market.say(account, f"gewoon wat praten {account} {n}", day=n / 4)


@HERE.market()
def calls_for_people() -> SmallMarket:
    market = shop()
    for account in ("a_chat", "a_seeks", "a_often"):
        chatter(market, account, 3 if account == "a_often" else 40)
    market.say("a_chat", "fatbike 700 euro, stuur een dm", "recruit", day=8)
    market.say("a_seeks", "nog 2 runners nodig voor het weekend", "recruit", day=8)
    for n, text in enumerate(
        ("wie is er vrij morgen, goed betaald", "klus voor wie durft", "paar mensen erbij graag")
    ):
        market.say("a_often", text, "recruit", day=8 + n)
    return market


def test_one_message_that_reads_as_a_call_for_people_makes_no_recruiter_and_words_of_the_trade_do(
    roles: Roles,
) -> None:
    found = roles(calls_for_people)
    assert found["a_chat"].get("recruiter", 0) < 0.2
    assert found["a_seeks"]["recruiter"] > 0.8
    assert found["a_often"]["recruiter"] > 0.8


@HERE.market(4, 1)
def written_word_for_word(writers: int) -> SmallMarket:
    market = shop()
    for n in range(writers):
        market.say(f"a_{n}", "kijk ff in je dm", "recruit", day=8)
    return market


def test_what_many_write_word_for_word_is_a_saying_and_makes_nobody_a_recruiter(roles: Roles) -> None:
    for writers, said in ((4, True), (1, False)):
        assert ("recruiter" not in roles(written_word_for_word, writers).get("a_0", {})) is said


SOUGHT = {"zoeken bezorgers omgeving breda": True, "nieuwe fiets te koop, stuur een dm": False}


@FEW_CALLS.market(*SOUGHT)
def shop_that_calls(text: str) -> SmallMarket:
    market = shop()
    market.say("a_shop", text, "recruit", day=8)
    return market


def test_a_seller_that_seeks_people_is_a_recruiter_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    roles = FEW_CALLS.judged(tmp_path_factory, held_roles)
    for text, held in SOUGHT.items():
        assert (roles(shop_that_calls, text)["s_1"].get("recruiter", 0) > 0.5) is held


READ_AS_RIDES, READ_AS_CHANGES = (None, "recruit", "request", "vouch"), (None, "vouch", "recruit")


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


CALLS = {"rijders gezocht in ede, 200 per avond": True, "wie gaat er mee naar zee": False}


@HERE.market(*CALLS)
def taken_up(call: str) -> SmallMarket:
    market = shop()
    asked = market.say("a_boss", call, "recruit", day=8)
    for n in range(2):
        market.say("a_hand", f"interesse, heb auto {n}", day=9 + n, reply_to=asked.tg_id)
    return market


def test_who_takes_up_a_call_for_people_rides_and_who_says_so_elsewhere_does_not(roles: Roles) -> None:
    for call, courier in CALLS.items():
        assert (roles(taken_up, call).get("a_hand", {}).get("courier", 0) > 0.5) is courier


@HERE.market(*READ_AS_CHANGES)
def changes_cash(act: str | None) -> SmallMarket:
    market = shop()
    for text in ("euro contant tegen usdt, vandaag 40k", "hawala zelfde dag"):
        market.say("a_bank", text, act, day=8)
    return market


@pytest.mark.parametrize("act", READ_AS_CHANGES)
def test_who_changes_cash_into_coins_handles_money_however_it_reads(roles: Roles, act: str | None) -> None:
    held = roles(changes_cash, act)["a_bank"]
    assert held["money-handler"] > 0.8
    assert not {"recruiter", "customer", "voucher"} & {role for role, value in held.items() if value > 0.3}


@HERE.market()
def questions() -> SmallMarket:
    market = shop()
    for account in ("a_chat", "a_buyer"):
        chatter(market, account)
    market.say("a_chat", "kan iemand dit vertalen", "request", day=8)
    market.say("a_buyer", "zoek 2 gram coke", "request", day=8, items=(item("cocaine", 2, None),))
    return market


def test_a_question_that_names_no_goods_makes_no_customer_and_one_for_goods_does(roles: Roles) -> None:
    found = roles(questions)
    assert found["a_chat"].get("customer", 0) < 0.5
    assert found["a_buyer"]["customer"] > 0.8


CASHED_OUT = {
    "cashout binnen een uur, 70/30, dm": "money-handler",
    "cashout kaart te koop 70 euro": "retailer",
}


@HERE.market(*CASHED_OUT)
def cashes_out(text: str) -> SmallMarket:
    market = SmallMarket()
    market.seller("s_cash", "a_cash")
    priced = item("payment-fraud", 1, 70, unit="piece", scale="retail")
    for n in range(4):
        market.say("a_cash", f"{text} {n}", "offer", day=n, items=(priced,))
    return market


def test_who_cashes_out_for_a_part_handles_money_though_the_part_reads_as_a_price_and_a_card_is_a_ware(
    roles: Roles,
) -> None:
    for text, role in CASHED_OUT.items():
        held = roles(cashes_out, text)["s_cash"]
        assert {name for name, value in held.items() if value > 0.5} == {role}


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
def thirty_ads() -> SmallMarket:
    market = SmallMarket()
    market.seller("s_shop", "a_shop")
    for n in range(30):
        goods = (item("cocaine", 1, 50, scale="retail"),)
        market.say("a_shop", f"menu {n}", "offer", day=n / 4, items=goods)
    return market


def test_no_share_of_texts_makes_a_role_surer_than_readings_are(roles: Roles) -> None:
    assert 0.9 < roles(thirty_ads)["s_shop"]["retailer"] <= 0.95


@HERE.market(0, 1, 12)
def fan_who_chats(chats: int) -> SmallMarket:
    market = shop()
    for n in range(8):
        chatter(market, f"a_{n}")
    for n in range(3):
        market.say("a_fan", f"shop is de beste {n}", "vouch", day=8 + n, mentions=("@shop",))
    for n in range(chats):
        market.say("a_fan", f"goedemorgen allemaal {n}", day=n)
    return market


def test_who_writes_little_but_praise_is_paid_for_it_and_who_talks_as_all_do_is_not(roles: Roles) -> None:
    for chats, paid in ((0, True), (1, True), (12, False)):
        held = roles(fan_who_chats, chats)["a_fan"]
        assert held["voucher"] > 0.5
        assert (held.get("customer", 0) < 0.5) is paid


@HERE.market()
def buyer_who_comes_back() -> SmallMarket:
    market = shop()
    ad = market.say("a_shop", "weer op voorraad, 1 gram 50", "offer", day=6, items=(item("cocaine", 1, 50),))
    market.say("a_buyer", "wat kost een gram?", "none", day=7, reply_to=ad.tg_id)
    for n in range(2):
        market.say("a_buyer", f"top geleverd weer {n}", "vouch", day=8 + n, mentions=("@shop",))
    return market


def test_a_buyer_who_praises_more_than_once_speaks_for_sellers_and_stays_a_customer(roles: Roles) -> None:
    held = roles(buyer_who_comes_back)["a_buyer"]
    assert held["voucher"] > 0.5
    assert held["customer"] > 0.5


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


@HERE.market()
def one_of_two_accounts_calls() -> SmallMarket:
    market = SmallMarket()
    market.seller("s_two", "a_sells", "a_calls")
    for account in ("a_sells", "a_calls"):
        market.offers(account, items=(item("cocaine", 1, 50, scale="retail"),))
    market.say("a_calls", "nog 2 runners nodig voor het weekend", "recruit", day=8)
    return market


def test_the_account_of_a_seller_that_calls_for_people_is_the_recruiter(roles: Roles) -> None:
    found = roles(one_of_two_accounts_calls)
    assert found["a_calls"]["recruiter"] > 0.8
    assert "recruiter" not in found["s_two"]
    assert "recruiter" not in found.get("a_sells", {})


@HERE.market()
def calls_that_were_not_read() -> SmallMarket:
    market = shop()
    for account, chats in (("a_crew", 0), ("a_talks", 40)):
        chatter(market, account, chats)
        for n, text in enumerate(("loopjongens gezocht", "garage gezocht, geen vragen")):
            market.say(account, text, ("none", "request")[n], day=8 + n)
    market.say(
        "a_wants",
        "drivers nodig, wie heeft een licence",
        "request",
        day=8,
        items=(item("documents", 1, None),),
    )
    return market


def test_words_of_a_call_count_where_it_was_not_read_as_one_by_how_much_of_all_they_are(roles: Roles) -> None:
    found = roles(calls_that_were_not_read)
    assert found["a_crew"]["recruiter"] > 0.5
    assert found.get("a_talks", {}).get("recruiter", 0) < 0.5
    assert "recruiter" not in found.get("a_wants", {})


@HERE.market(None, "a_shop")
def praise_of_elsewhere(forwarded: str | None) -> SmallMarket:
    market = shop()
    market.say("a_buyer", "@elders top geleverd, bedankt", "vouch", day=8, forwards=forwarded)
    return market


def test_praise_of_a_seller_that_is_not_seen_here_counts_where_it_reads_plainly(roles: Roles) -> None:
    for forwarded in (None, "a_shop"):
        held = roles(praise_of_elsewhere, forwarded).get("a_buyer", {})
        assert (held.get("customer", 0) > 0.5) is (forwarded is None)


@HERE.market("payment-fraud", "cocaine")
def cash_out_service(commodity: str) -> SmallMarket:
    market = shop()
    goods = (item(commodity, None, None),)
    market.say("a_bank", "cash out service, any amount", "offer", day=8, items=goods)
    return market


def test_to_cash_out_is_work_and_no_ware_though_it_reads_as_goods(roles: Roles) -> None:
    for commodity, works in (("payment-fraud", True), ("cocaine", False)):
        assert ("money-handler" in roles(cash_out_service, commodity).get("a_bank", {})) is works


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


def test_a_role_needs_a_part_of_the_texts_that_chance_does_not_give() -> None:
    assert holds(1, 1, 0.25) > 0.8
    assert holds(1, 20, 0.25) < 0.05
    assert holds(10, 20, 0.25) > 0.95
