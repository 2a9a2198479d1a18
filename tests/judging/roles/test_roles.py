"""Customers, vouchers and who handles money, and how sure a role is; couriers and recruiters have files of their own."""

from collections.abc import Callable

import pytest

from schakel.judging.roles.role_claims import holds
from tests.judging.roles.held import SAYINGS, Held, chatter, held_roles, shop
from tests.judging.small_market import SmallMarket, item
from tests.judging.together import Together

HERE = Together()
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


@HERE.market()
def calls_for_accounts() -> SmallMarket:
    market = shop()
    for n in range(3):
        market.say("a_herder", f"zoek mensen met een rekening, goed verdienen {n}", "recruit", day=8 + n)
        market.say("a_crew", f"zoek rijders met scooter, elke avond {n}", "recruit", day=8 + n)
    market.say("a_crew", "zoek mensen met een rekening, goed verdienen", "recruit", day=12)
    market.say("a_crew", "geldezels gezocht, goed verdienen", "recruit", day=13)
    return market


def test_who_calls_for_accounts_above_all_handles_money_and_who_mostly_calls_for_riders_does_not(
    roles: Roles,
) -> None:
    found = roles(calls_for_accounts)
    assert found["a_herder"]["money-handler"] > 0.5
    assert "money-handler" not in found["a_crew"]
    assert found["a_crew"]["recruiter"] > 0.5


READ_AS_CHANGES = (None, "vouch", "recruit")


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


def test_a_role_needs_a_part_of_the_texts_that_chance_does_not_give() -> None:
    assert holds(1, 1, 0.25) > 0.8
    assert holds(1, 20, 0.25) < 0.05
    assert holds(10, 20, 0.25) > 0.95
