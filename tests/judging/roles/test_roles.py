"""Roles of sellers and of people who offer nothing, and the chain that they make together."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from schakel.custody.ledger import Ledger
from schakel.intake.arrival import IntakeOptions
from schakel.judging.findings import Findings
from schakel.judging.judge import gathered
from schakel.judging.roles.chains import SCRIPTS, script
from schakel.judging.roles.roles import holds, role_findings
from schakel.road import Road
from schakel.simulating import MarketSettings, simulate
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.judging.chain_market import ROLES as CHAIN_ROLES
from tests.judging.chain_market import ChainMarket
from tests.judging.small_market import SmallMarket, item

ROLES = (
    "supplier",
    "wholesaler",
    "retailer",
    "courier",
    "recruiter",
    "group-keeper",
    "money-handler",
    "customer",
)


def roles(engine: DuckDBEngine, market: SmallMarket) -> dict[str, dict[str, float]]:
    """The roles alone: the whole judgement, which the markets below go through, looks up twice as many facts."""
    market.write(engine)
    facts = gathered(engine)
    findings = Findings(facts)
    findings.extend(role_findings(facts))
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for row in findings.table().to_pylist():
        assert row["kind"] == "role"
        assert row["low"] <= row["value"] <= row["high"]
        assert row["words_nl"].startswith("Het is ")
        found[row["subject_id"]][row["label"]] = row["value"]
    return found


def shop() -> SmallMarket:
    market = SmallMarket()
    market.seller("s_1", "a_shop", selectors=("username:shop",))
    market.offers("a_shop", items=(item("cocaine", 1, 50, scale="retail"),))
    return market


SAYINGS = {
    "courier": "ik rij vanavond voor @shop, heel de stad",
    "money-handler": "betalingen voor @shop lopen via mij",
    "storage": "de voorraad ligt klaar in de loods",
}


@pytest.mark.parametrize("role", SAYINGS)
def test_what_people_say_of_their_work_gives_a_role_that_goes_with_the_messages(
    engine: DuckDBEngine, role: str
) -> None:
    market = shop()
    said = {market.say("a_hand", f"{SAYINGS[role]} {n}", day=n).message_id for n in range(3)}
    assert roles(engine, market)["a_hand"][role] > 0.8
    assert role not in roles(engine, market.without(said)).get("a_hand", {})


def test_who_speaks_of_riding_more_than_it_posts_ads_is_a_courier_though_a_word_of_it_reads_as_an_ad(
    engine: DuckDBEngine,
) -> None:
    for rides, courier in ((6, True), (1, False)):
        market = shop()
        market.seller("s_hand", "a_hand")
        market.offers("a_hand", items=(item("cocaine", 2, 100, scale="retail"),))
        for n in range(rides):
            market.say("a_hand", f"{SAYINGS['courier']} {n}", day=n)
        held = roles(engine, market)["s_hand"]
        assert (held["courier"] > 0.5) is courier
        assert (held["retailer"] < 0.5) is courier


def test_who_says_where_it_rides_is_no_recruiter_though_that_reads_as_a_call_for_people(
    engine: DuckDBEngine,
) -> None:
    market = shop()
    for n in range(3):
        market.say("a_hand", f"vandaag rij ik Breda en omstreken, meld je even {n}", "recruit", day=n)
    held = roles(engine, market)["a_hand"]
    assert held["courier"] > 0.5
    assert "recruiter" not in held


def test_who_asks_and_thanks_is_a_customer_and_who_only_praises_a_voucher(engine: DuckDBEngine) -> None:
    market = shop()
    ad = market.say("a_shop", "menu vandaag", "offer", day=6)
    market.say("a_buyer", "heb je nog?", day=7, reply_to=ad.tg_id)
    market.say("a_buyer", "top geleverd", "vouch", day=8, mentions=("@shop",))
    for n in range(4):
        market.say("a_fan", f"shop is de beste {n}", "vouch", day=8 + n, mentions=("@shop",))
    found = roles(engine, market)
    assert found["a_buyer"].get("customer", 0) > 0.5
    assert "voucher" not in found["a_buyer"]
    assert found["a_fan"]["voucher"] > 0.5
    assert "customer" not in found["a_fan"]


def test_who_sells_kilos_to_those_who_sell_trade_amounts_is_a_source(engine: DuckDBEngine) -> None:
    market = SmallMarket()
    kilos = tuple(item("cocaine", grams, grams * 20, scale="bulk") for grams in (5000, 10000))
    for seller, account in (("s_source", "a_source"), ("s_other", "a_other")):
        market.seller(seller, account)
        ads = market.offers(account, items=kilos, text=f"blokken {account}")
    market.seller("s_trader", "a_trader")
    market.offers("a_trader", items=(item("cocaine", 100, 3000, scale="bulk"),))
    source = market.say("a_source", "nieuwe lading", "offer", day=7, items=kilos)
    market.say("a_trader", "hoeveel voor 2 kilo?", "request", day=8, reply_to=source.tg_id)
    found = roles(engine, market)
    assert found["s_source"]["supplier"] > 0.5 > found["s_other"]["supplier"]
    assert found["s_trader"]["wholesaler"] > 0.5
    assert ads


def test_a_source_is_no_wholesaler_too_unless_it_sells_what_shops_buy(engine: DuckDBEngine) -> None:
    market = SmallMarket()
    kilos = tuple(item("cocaine", grams, grams * 20, scale="bulk") for grams in (5000, 10000))
    for name, items in (("s_large", kilos), ("s_both", kilos[:1])):
        market.seller(name, f"a{name[1:]}")
        for n in range(4):
            small = (item("cocaine", 100, 3000, scale="bulk"),) if name == "s_both" and n else items
            ad = market.say(f"a{name[1:]}", f"lading {name} {n}", "offer", day=n, items=small)
    market.seller("s_trader", "a_trader")
    market.offers("a_trader", items=(item("cocaine", 100, 3000, scale="bulk"),))
    large = market.say("a_large", "nieuwe lading", "offer", day=7, items=kilos)
    for asked in (large, ad):
        market.say("a_trader", f"hoeveel {asked.tg_id}?", "request", day=8, reply_to=asked.tg_id)
    found = roles(engine, market)
    assert found["s_large"]["wholesaler"] < 0.5 < found["s_large"]["supplier"]
    assert found["s_both"]["wholesaler"] > 0.5


def test_one_text_of_two_with_trade_amounts_makes_no_wholesaler_and_most_do(engine: DuckDBEngine) -> None:
    for bulk in (1, 3):
        market = shop()
        market.seller("s_some", "a_some")
        for n in range(4 if bulk == 3 else 2):
            amount = 1000 if n < bulk else 5
            items = (item("cocaine", amount, amount * 30, scale="bulk" if n < bulk else "retail"),)
            market.say("a_some", f"te koop {n}", "offer", day=n, items=items)
        assert (roles(engine, market)["s_some"]["wholesaler"] > 0.5) is (bulk == 3)


def test_who_handles_money_and_praises_is_not_paid_for_praise(engine: DuckDBEngine) -> None:
    market = shop()
    for n in range(4):
        market.say("a_hand", f"shop is de beste {n}", "vouch", day=8 + n, mentions=("@shop",))
    assert roles(engine, market)["a_hand"]["voucher"] > 0.5
    market.say("a_hand", SAYINGS["money-handler"], day=13)
    assert "voucher" not in roles(engine, market)["a_hand"]


def test_whom_several_sellers_of_trade_amounts_ask_is_a_source_whatever_the_steps(
    engine: DuckDBEngine,
) -> None:
    for traders, source in ((3, True), (1, False)):
        market = SmallMarket()
        market.seller("s_source", "a_source")
        boxes = (item("fireworks", 20, 600, unit="piece", scale="bulk"),)
        ads = market.offers("a_source", items=boxes)
        for n in range(traders):
            market.seller(f"s_{n}", f"a_{n}")
            market.offers(f"a_{n}", items=(item("fireworks", 10, 400, unit="piece", scale="bulk"),))
            market.say(
                f"a_{n}", f"kun je mij er {n + 5} dozen van doen?", "request", day=7, reply_to=ads[0].tg_id
            )
        assert (roles(engine, market)["s_source"]["supplier"] > 0.5) is source


def test_ads_of_another_that_are_only_forwarded_make_no_shop_and_no_trader(engine: DuckDBEngine) -> None:
    for forwarded in (True, False):
        market = shop()
        market.seller("s_trader", "a_trader")
        market.seller("s_board", "a_board")
        for account, amount, scale in (("a_shop", 1, "retail"), ("a_trader", 250, "bulk")):
            goods = (item("cocaine", amount, amount * 30, scale=scale),)
            for n in range(4):
                text = f"menu {account} {n}"
                market.say(account, text, "offer", day=n, items=goods, delivery=("courier",))
                origin = account if forwarded else None
                market.say(
                    "a_board", text, "offer", day=n, items=goods, forwards=origin, delivery=("courier",)
                )
        found = roles(engine, market)
        assert found["s_trader"]["wholesaler"] > 0.5
        held = {role for role, value in found.get("s_board", {}).items() if value > 0.3}
        assert held == (set() if forwarded else {"retailer", "wholesaler", "courier"})


def test_a_shop_that_posts_its_own_text_and_forwards_others_is_judged_by_its_own(
    engine: DuckDBEngine,
) -> None:
    market = shop()
    market.seller("s_trader", "a_trader")
    goods = (item("cocaine", 1000, 30000, scale="bulk"),)
    for n in range(4):
        market.say("a_trader", f"blok {n}", "offer", day=n, items=goods)
        market.say("a_shop", f"blok {n}", "offer", day=n, items=goods, forwards="a_trader")
    held = roles(engine, market)["s_1"]
    assert held["retailer"] > 0.5
    assert "wholesaler" not in held


def test_whose_ads_several_sellers_of_trade_amounts_pass_on_is_a_source_and_they_are_not(
    engine: DuckDBEngine,
) -> None:
    for traders, source in ((3, True), (1, False)):
        market = SmallMarket()
        market.seller("s_source", "a_source")
        market.offers("a_source", items=(item("fireworks", 20, 600, unit="piece", scale="bulk"),))
        for n in range(3):
            market.seller(f"s_{n}", f"a_{n}")
            boxes = (item("fireworks", 10, 400, unit="piece", scale="bulk"),)
            market.offers(f"a_{n}", items=boxes if n < traders else ())
            passed = (item("fireworks", 20, 600, unit="piece", scale="bulk"),)
            market.say(f"a_{n}", "menu a_source 0", "offer", day=7, items=passed, forwards="a_source")
        found = roles(engine, market)
        assert (found["s_source"].get("supplier", 0) > 0.5) is source
        assert all(found[f"s_{n}"].get("supplier", 0) < 0.5 for n in range(3))


def chatter(market: SmallMarket, account: str, number: int = 40) -> None:
    for n in range(number):
        market.say(account, f"gewoon wat praten {account} {n}", day=n / 4)


def test_one_message_that_reads_as_a_call_for_people_makes_no_recruiter_and_words_of_the_trade_do(
    engine: DuckDBEngine,
) -> None:
    market = shop()
    for account in ("a_chat", "a_seeks", "a_often"):
        chatter(market, account, 3 if account == "a_often" else 40)
    market.say("a_chat", "fatbike 700 euro, stuur een dm", "recruit", day=8)
    market.say("a_seeks", "nog 2 runners nodig voor het weekend", "recruit", day=8)
    for n, text in enumerate(
        ("wie is er vrij morgen, goed betaald", "klus voor wie durft", "paar mensen erbij graag")
    ):
        market.say("a_often", text, "recruit", day=8 + n)
    found = roles(engine, market)
    assert found["a_chat"].get("recruiter", 0) < 0.2
    assert found["a_seeks"]["recruiter"] > 0.8
    assert found["a_often"]["recruiter"] > 0.8


def test_what_many_write_word_for_word_is_a_saying_and_makes_nobody_a_recruiter(engine: DuckDBEngine) -> None:
    for writers, said in ((4, True), (1, False)):
        market = shop()
        for n in range(writers):
            market.say(f"a_{n}", "kijk ff in je dm", "recruit", day=8)
        assert ("recruiter" not in roles(engine, market).get("a_0", {})) is said


def test_a_seller_that_seeks_people_is_a_recruiter_too(engine: DuckDBEngine) -> None:
    for text, held in (
        ("zoeken bezorgers omgeving breda", True),
        ("nieuwe fiets te koop, stuur een dm", False),
    ):
        market = shop()
        market.say("a_shop", text, "recruit", day=8)
        assert (roles(engine, market)["s_1"].get("recruiter", 0) > 0.5) is held


@pytest.mark.parametrize("act", [None, "recruit", "request", "vouch"])
def test_who_offers_to_ride_for_anybody_is_a_courier_however_it_reads(
    engine: DuckDBEngine, act: str | None
) -> None:
    market = shop()
    for text in ("heb scooter en tijd, wie heeft ritten?", "ik rijd voor wie wil, 120 per dag"):
        market.say("a_hand", text, act, day=8, items=(item("cannabis", 1, 10),) if act == "request" else ())
    held = roles(engine, market)["a_hand"]
    assert held["courier"] > 0.8
    assert held.get("recruiter", 0) < 0.5
    assert held.get("customer", 0) < 0.5


def test_who_takes_up_a_call_for_people_rides_and_who_says_so_elsewhere_does_not(
    engine: DuckDBEngine,
) -> None:
    for call, courier in (
        ("rijders gezocht in ede, 200 per avond", True),
        ("wie gaat er mee naar zee", False),
    ):
        market = shop()
        asked = market.say("a_boss", call, "recruit", day=8)
        for n in range(2):
            market.say("a_hand", f"interesse, heb auto {n}", day=9 + n, reply_to=asked.tg_id)
        assert (roles(engine, market).get("a_hand", {}).get("courier", 0) > 0.5) is courier


@pytest.mark.parametrize("act", [None, "vouch", "recruit"])
def test_who_changes_cash_into_coins_handles_money_however_it_reads(
    engine: DuckDBEngine, act: str | None
) -> None:
    market = shop()
    for text in ("euro contant tegen usdt, vandaag 40k", "hawala zelfde dag"):
        market.say("a_bank", text, act, day=8)
    held = roles(engine, market)["a_bank"]
    assert held["money-handler"] > 0.8
    assert not {"recruiter", "customer", "voucher"} & {role for role, value in held.items() if value > 0.3}


def test_a_question_that_names_no_goods_makes_no_customer_and_one_for_goods_does(
    engine: DuckDBEngine,
) -> None:
    market = shop()
    for account in ("a_chat", "a_buyer"):
        chatter(market, account)
    market.say("a_chat", "kan iemand dit vertalen", "request", day=8)
    market.say("a_buyer", "zoek 2 gram coke", "request", day=8, items=(item("cocaine", 2, None),))
    found = roles(engine, market)
    assert found["a_chat"].get("customer", 0) < 0.5
    assert found["a_buyer"]["customer"] > 0.8


def test_who_says_it_sells_to_those_who_sell_on_is_a_wholesaler_unless_it_names_users_amounts(
    engine: DuckDBEngine,
) -> None:
    for amount, wholesaler in ((1, True), (2, False)):  # a lone price is read as that of one gram
        market = SmallMarket()
        market.seller("s_gros", "a_gros")
        for n in range(4):
            goods = (item("ketamine", amount, 570, scale="retail"),)
            market.say("a_gros", f"prix de gros pour revendeurs {n}", "offer", day=n, items=goods)
        held = roles(engine, market)["s_gros"]
        assert (held.get("wholesaler", 0) > 0.5) is wholesaler
        assert (held.get("retailer", 0) < 0.5) is wholesaler


def trader(market: SmallMarket, name: str, text: str, grams: int, scale: str = "bulk") -> None:
    market.seller(f"s_{name}", f"a_{name}")
    for n in range(4):
        goods = (item("cocaine", grams, grams * 25, scale=scale),)
        market.say(f"a_{name}", f"{text} {name} {n}", "offer", day=n, items=goods)


def test_who_sells_trade_amounts_and_says_it_brings_the_goods_is_a_source_and_a_shop_that_says_so_is_not(
    engine: DuckDBEngine,
) -> None:
    market = SmallMarket()
    trader(market, "port", "rechtstreeks uit de haven", 500)
    trader(market, "trade", "mooie partij", 250)
    trader(market, "shop", "rechtstreeks uit de haven", 2, scale="retail")
    found = roles(engine, market)
    assert found["s_port"]["supplier"] > 0.8
    assert found["s_port"]["wholesaler"] < 0.3
    assert found["s_trade"]["wholesaler"] > 0.8
    assert "supplier" not in found["s_trade"]
    assert "supplier" not in found["s_shop"]
    assert found["s_shop"]["retailer"] > 0.8


def test_large_amounts_alone_are_worth_less_where_others_say_that_they_are_the_source(
    engine: DuckDBEngine,
) -> None:
    for others, source in ((0, True), (2, False)):
        market = SmallMarket()
        trader(market, "large", "blokken", 5000)
        for n in range(others):
            trader(market, f"port{n}", "rechtstreeks uit de haven", 500)
        assert (roles(engine, market)["s_large"]["supplier"] > 0.5) is source


def test_a_hundred_strips_are_as_much_as_a_thousand_pills(engine: DuckDBEngine) -> None:
    for strips, source in ((500, True), (20, False)):
        market = SmallMarket()
        market.seller("s_strips", "a_strips")
        market.offers(
            "a_strips", items=(item("benzodiazepines", strips, strips * 4, unit="strip", scale="bulk"),)
        )
        assert ("supplier" in roles(engine, market)["s_strips"]) is source


def test_who_sells_no_less_than_half_a_kilo_is_a_source_and_who_sells_a_hundred_grams_too_is_not(
    engine: DuckDBEngine,
) -> None:
    for smallest, source in ((500, True), (100, False)):
        market = SmallMarket()
        market.seller("s_lots", "a_lots")
        for n in range(4):
            steps = tuple(item("cocaine", grams, grams * 25, scale="bulk") for grams in (smallest, 1000))
            market.say("a_lots", f"partij {n}", "offer", day=n, items=steps)
        held = roles(engine, market)["s_lots"]
        assert (held.get("supplier", 0) > 0.5) is source
        assert (held["wholesaler"] < 0.5) is source


def test_who_sells_kilos_and_grams_is_no_source_by_its_lots(engine: DuckDBEngine) -> None:
    market = SmallMarket()
    market.seller("s_both", "a_both")
    for n in range(5):
        grams, scale = (1000, "bulk") if n else (2, "retail")
        goods = (item("cocaine", grams, grams * 30, scale=scale),)
        market.say("a_both", f"te koop {n}", "offer", day=n, items=goods)
    held = roles(engine, market)["s_both"]
    assert held["supplier"] < 0.5 < held["wholesaler"]


def test_words_of_a_source_are_worth_less_beside_small_steps(engine: DuckDBEngine) -> None:
    said = {}
    for grams in (100, 500):
        market = SmallMarket()
        trader(market, "port", "rechtstreeks uit de haven", grams)
        said[grams] = roles(engine, market)["s_port"]["supplier"]
    assert 0.5 < said[100] < said[500] - 0.05
    assert said[500] > 0.8


def test_large_lots_are_worth_less_where_many_are_asked_or_say_what_they_are(engine: DuckDBEngine) -> None:
    worth = []
    for sayers in (0, 1, 3):
        market = SmallMarket()
        trader(market, "large", "blokken", 1000)
        for n in range(6):
            told = "rechtstreeks uit de haven" if n < sayers else "mooie partij"
            trader(market, f"t{n}", told, 500 if n < sayers else 100)
        worth.append(roles(engine, market)["s_large"]["supplier"])
    assert worth[0] > worth[1] > 0.5 > worth[2]


def test_a_thousand_lines_of_personal_data_are_no_trade_amount_and_twenty_thousand_are(
    engine: DuckDBEngine,
) -> None:
    for lines, role in ((1000, "retailer"), (20000, "wholesaler")):
        market = SmallMarket()
        market.seller("s_leads", "a_leads")
        for n in range(4):
            leads = item("personal-data", lines, lines / 10, unit="piece", scale="bulk")
            market.say("a_leads", f"lijst {n}", "offer", day=n, items=(leads,))
        held = roles(engine, market)["s_leads"]
        assert {name for name, value in held.items() if value > 0.5} == {role}


def test_who_cashes_out_for_a_part_handles_money_though_the_part_reads_as_a_price_and_a_card_is_a_ware(
    engine: DuckDBEngine,
) -> None:
    for text, role in (
        ("cashout binnen een uur, 70/30, dm", "money-handler"),
        ("cashout kaart te koop 70 euro", "retailer"),
    ):
        market = SmallMarket()
        market.seller("s_cash", "a_cash")
        priced = item("payment-fraud", 1, 70, unit="piece", scale="retail")
        for n in range(4):
            market.say("a_cash", f"{text} {n}", "offer", day=n, items=(priced,))
        held = roles(engine, market)["s_cash"]
        assert {name for name, value in held.items() if value > 0.5} == {role}


def rider_and_boss(rides: int, ads: int) -> SmallMarket:
    market = SmallMarket()
    market.seller("s_shop", "a_boss", "a_hand")
    goods = (item("cocaine", 1, 50, scale="retail"),)
    for n in range(3):
        market.say("a_boss", f"menu {n}", "offer", day=n, items=goods)
    for n in range(ads):
        market.say("a_hand", f"menu van de baas {n}", "offer", day=n, items=goods)
    for n in range(rides):
        market.say("a_hand", f"{SAYINGS['courier']} {n}", day=n)
    return market


def test_an_account_that_rides_for_another_of_its_seller_is_a_courier_and_the_seller_stays_a_shop(
    engine: DuckDBEngine,
) -> None:
    found = roles(engine, rider_and_boss(rides=5, ads=2))
    assert found["a_hand"]["courier"] > found["s_shop"]["retailer"] > 0.5
    assert "courier" not in found["s_shop"]
    assert "a_hand" not in roles(engine, rider_and_boss(rides=2, ads=5))
    alone = rider_and_boss(rides=5, ads=2)
    alone.said = [one for one in alone.said if one.account == "a_hand"]
    assert roles(engine, alone)["s_shop"]["courier"] > 0.5


def test_the_courier_among_a_sellers_accounts_goes_with_the_messages(engine: DuckDBEngine) -> None:
    market = rider_and_boss(rides=5, ads=2)
    said = {one.message_id for one in market.said if one.text.startswith(SAYINGS["courier"])}
    assert "a_hand" not in roles(engine, market.without(said))


def test_no_share_of_texts_makes_a_role_surer_than_readings_are(engine: DuckDBEngine) -> None:
    market = SmallMarket()
    market.seller("s_shop", "a_shop")
    for n in range(30):
        goods = (item("cocaine", 1, 50, scale="retail"),)
        market.say("a_shop", f"menu {n}", "offer", day=n / 4, items=goods)
    assert 0.9 < roles(engine, market)["s_shop"]["retailer"] <= 0.95


def test_who_writes_little_but_praise_is_paid_for_it_and_who_talks_as_all_do_is_not(
    engine: DuckDBEngine,
) -> None:
    for chats, paid in ((0, True), (1, True), (12, False)):
        market = shop()
        for n in range(8):
            chatter(market, f"a_{n}")
        for n in range(3):
            market.say("a_fan", f"shop is de beste {n}", "vouch", day=8 + n, mentions=("@shop",))
        for n in range(chats):
            market.say("a_fan", f"goedemorgen allemaal {n}", day=n)
        assert (roles(engine, market)["a_fan"].get("voucher", 0) > 0.5) is paid


def test_praise_of_a_seller_that_is_not_seen_here_counts_where_it_reads_plainly(engine: DuckDBEngine) -> None:
    for forwarded in (None, "a_shop"):
        market = shop()
        market.say("a_buyer", "@elders top geleverd, bedankt", "vouch", day=8, forwards=forwarded)
        held = roles(engine, market).get("a_buyer", {})
        assert (held.get("customer", 0) > 0.5) is (forwarded is None)


def test_to_cash_out_is_work_and_no_ware_though_it_reads_as_goods(engine: DuckDBEngine) -> None:
    for commodity, works in (("payment-fraud", True), ("cocaine", False)):
        market = shop()
        goods = (item(commodity, None, None),)
        market.say("a_bank", "cash out service, any amount", "offer", day=8, items=goods)
        assert ("money-handler" in roles(engine, market).get("a_bank", {})) is works


def test_a_seller_whose_ads_name_no_amounts_is_no_courier_by_one_word_of_being_on_the_way(
    engine: DuckDBEngine,
) -> None:
    for ads, courier in ((2, True), (40, False)):
        market = SmallMarket()
        market.seller("s_1", "a_shop")
        for n in range(ads):
            market.say(
                "a_shop", f"coke te koop {n}", "offer", day=n % 9, items=(item("cocaine", None, None),)
            )
        market.say("a_shop", "ben er over 20 min", day=9)
        held = roles(engine, market)["s_1"]
        assert (held["courier"] > 0.5) is courier
        assert (held.get("retailer", 0) > 0.5) is not courier


def test_a_list_that_begins_at_one_box_is_a_shops_however_far_it_goes(engine: DuckDBEngine) -> None:
    for first, scale, wholesaler in ((1, "retail", False), (20, "bulk", True)):
        market = SmallMarket()
        market.seller("s_bang", "a_bang")
        steps = tuple(
            item("fireworks", amount, amount * 40, unit="box", scale=size)
            for amount, size in ((first, scale), (10, "bulk"))
        )
        market.offers("a_bang", items=steps)
        held = roles(engine, market)["s_bang"]
        assert (held.get("wholesaler", 0) > 0.5) is wholesaler
        assert (held.get("retailer", 0) > 0.5) is not wholesaler


def test_a_role_needs_a_part_of_the_texts_that_chance_does_not_give() -> None:
    assert holds(1, 1, 0.25) > 0.8
    assert holds(1, 20, 0.25) < 0.05
    assert holds(10, 20, 0.25) > 0.95


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_script_is_data_with_links_in_two_languages(name: str) -> None:
    assert script(name)["kinds"]
    for link in script(name)["link"]:
        assert link["roles"]
        assert link["en"]
        assert link["nl"]


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> tuple[DuckDBEngine, Path]:
    folder, workers = tmp_path_factory.mktemp("chain"), Workers(1)
    simulate(MarketSettings(sellers=110, days=35, seed=21, chains=True, photos=False), folder / "market")
    return whole_road(
        folder / "workspace", folder / "market" / "export", workers
    ), folder / "market" / "truth"


def whole_road(folder: Path, export: Path, workers: Workers) -> DuckDBEngine:
    workspace = create_workspace(folder)
    engine = DuckDBEngine(workspace, workers=workers)
    road = Road(workspace, engine, Ledger(workspace.ledger, "test"), lambda *_: None)
    road.intake([export], IntakeOptions())
    road.read()
    road.link(())
    road.judge(())
    return engine


def test_roles_on_a_made_up_chain(chain: tuple[DuckDBEngine, Path]) -> None:
    engine, truth = chain
    with (truth / "accounts.csv").open(encoding="utf-8", newline="") as lines:
        true = {row["from_id"]: row["role"] for row in csv.DictReader(lines)}
    scores = scored(engine, true, ROLES)
    assert sum(scores.values()) / len(scores) >= 0.8, scores


@pytest.mark.parametrize("seed", [11, 12])
def test_roles_on_a_chain_of_another_generator(tmp_path: Path, seed: int) -> None:
    workers, market = Workers(1), ChainMarket(seed)
    market.write(tmp_path / "export")
    engine = whole_road(tmp_path / "workspace", tmp_path / "export", workers)
    scores = scored(engine, {f"user{number}": role for number, role in market.truth.items()}, CHAIN_ROLES)
    workers.close()
    assert sum(scores.values()) / len(scores) >= 0.8, scores


def scored(engine: DuckDBEngine, true: dict[str, str], roles: tuple[str, ...]) -> dict[str, float]:
    """F1 of each role, by account."""
    written = engine.read("accounts").to_pylist()
    account = {row["account_id"]: true.get(f"{row['kind']}{row['account_tg_id']}") for row in written}
    members = defaultdict(list)
    for row in engine.read("sellers").to_pylist():
        members[row["seller_id"]].append(row["member_id"])
    said = defaultdict(set)
    for row in engine.read("findings").to_pylist():
        if row["kind"] == "role" and row["value"] >= 0.5:
            for member in members.get(row["subject_id"], [row["subject_id"]]):
                said[row["label"]].add(member)
    scores = {}
    for role in roles:
        holders = {name for name, held in account.items() if held == role}
        both = len(holders & said[role])
        scores[role] = 2 * both / (len(holders) + len(said[role] & account.keys())) if holders else 1.0
    return scores


def test_chains_are_drawn_link_by_link_with_messages_and_gaps(chain: tuple[DuckDBEngine, Path]) -> None:
    findings = [row for row in chain[0].read("findings").to_pylist() if row["kind"] == "chain"]
    assert findings
    for row in findings:
        assert row["subject_kind"] == "network"
        assert row["label"].split(": ")[0] in SCRIPTS
        seen = [reason for reason in row["reasons"] if not reason["rule"].startswith("missing:")]
        assert len(seen) >= 2
        assert all(reason["messages"] for reason in seen)
        assert row["words"]
        assert row["words_nl"]


def test_campaigns_chats_and_networks_have_findings_of_their_own(chain: tuple[DuckDBEngine, Path]) -> None:
    found = defaultdict(set)
    for row in chain[0].read("findings").to_pylist():
        if row["subject_kind"] in ("campaign", "chat", "network"):
            found[row["subject_kind"]].add(row["kind"])
            assert row["low"] <= row["value"] <= row["high"]
            assert row["words"]
            assert row["words_nl"]
            assert row["kind"] == "chain" or any(reason["messages"] for reason in row["reasons"])
    for kind in ("campaign", "chat", "network"):
        assert {"ghost", "reach", "scale", "growth"} <= found[kind]
