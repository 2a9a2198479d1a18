"""Retailers, wholesalers and sources: roles by the amounts that a seller offers, by what it says, and by who buys from it."""

from collections.abc import Callable

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.roles.held import Held, held_roles, roles_alone, shop, trader
from tests.judging.small_market import SmallMarket, item
from tests.judging.together import Together

# How many are asked, and how many say that they are a source, weighs for all sellers of trade amounts: where it is some of them
# (HERE), where none is or does and amounts alone must tell (BY_AMOUNTS), and where many are asked (ASKED).
HERE, BY_AMOUNTS, ASKED = Together(), Together(), Together()
Roles = Callable[..., dict[str, Held]]


@pytest.fixture(scope="module")
def roles(tmp_path_factory: pytest.TempPathFactory) -> Roles:
    return HERE.judged(tmp_path_factory, held_roles)


@pytest.fixture(scope="module")
def by_amounts(tmp_path_factory: pytest.TempPathFactory) -> Roles:
    return BY_AMOUNTS.judged(tmp_path_factory, held_roles)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Roles:
    return ASKED.judged(tmp_path_factory, held_roles)


@ASKED.market()
def source_and_other() -> SmallMarket:
    market = SmallMarket()
    kilos = tuple(item("cocaine", grams, grams * 20, scale="bulk") for grams in (5000, 10000))
    for seller, account in (("s_source", "a_source"), ("s_other", "a_other")):
        market.seller(seller, account)
        market.offers(account, items=kilos, text=f"blokken {account}")
    market.seller("s_trader", "a_trader")
    market.offers("a_trader", items=(item("cocaine", 100, 3000, scale="bulk"),))
    source = market.say("a_source", "nieuwe lading", "offer", day=7, items=kilos)
    market.say("a_trader", "hoeveel voor 2 kilo?", "request", day=8, reply_to=source.tg_id)
    return market


def test_who_sells_kilos_to_those_who_sell_trade_amounts_is_a_source(asked: Roles) -> None:
    found = asked(source_and_other)
    assert found["s_source"]["supplier"] > 0.5 > found["s_other"]["supplier"]
    assert found["s_trader"]["wholesaler"] > 0.5


@ASKED.market()
def large_and_both() -> SmallMarket:
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
    for asked_of in (large, ad):
        market.say("a_trader", f"hoeveel {asked_of.tg_id}?", "request", day=8, reply_to=asked_of.tg_id)
    return market


def test_a_source_is_no_wholesaler_too_unless_it_sells_what_shops_buy(asked: Roles) -> None:
    found = asked(large_and_both)
    assert found["s_large"]["wholesaler"] < 0.5 < found["s_large"]["supplier"]
    assert found["s_both"]["wholesaler"] > 0.5


@HERE.market(1, 3)
def some_trade_amounts(bulk: int) -> SmallMarket:
    market = shop()
    market.seller("s_some", "a_some")
    for n in range(4 if bulk == 3 else 2):
        amount = 1000 if n < bulk else 5
        items = (item("cocaine", amount, amount * 30, scale="bulk" if n < bulk else "retail"),)
        market.say("a_some", f"te koop {n}", "offer", day=n, items=items)
    return market


def test_one_text_of_two_with_trade_amounts_makes_no_wholesaler_and_most_do(roles: Roles) -> None:
    for bulk in (1, 3):
        assert (roles(some_trade_amounts, bulk)["s_some"]["wholesaler"] > 0.5) is (bulk == 3)


@HERE.market(3, 1)
def asked_by(traders: int) -> SmallMarket:
    market = SmallMarket()
    market.seller("s_source", "a_source")
    ads = market.offers("a_source", items=(item("fireworks", 20, 600, unit="piece", scale="bulk"),))
    for n in range(traders):
        market.seller(f"s_{n}", f"a_{n}")
        market.offers(f"a_{n}", items=(item("fireworks", 10, 400, unit="piece", scale="bulk"),))
        text = f"kun je mij er {n + 5} dozen van doen?"
        market.say(f"a_{n}", text, "request", day=7, reply_to=ads[0].tg_id)
    return market


def test_whom_several_sellers_of_trade_amounts_ask_is_a_source_whatever_the_steps(roles: Roles) -> None:
    for traders, source in ((3, True), (1, False)):
        assert (roles(asked_by, traders)["s_source"]["supplier"] > 0.5) is source


@HERE.market("forwarded", "posted")
def board(how: str) -> SmallMarket:
    market = shop()
    market.seller("s_trader", "a_trader")
    market.seller("s_board", "a_board")
    for account, amount, scale in (("a_shop", 1, "retail"), ("a_trader", 250, "bulk")):
        goods = (item("cocaine", amount, amount * 30, scale=scale),)
        for n in range(4):
            text = f"menu {account} {n}"
            market.say(account, text, "offer", day=n, items=goods, delivery=("courier",))
            origin = account if how == "forwarded" else None
            market.say("a_board", text, "offer", day=n, items=goods, forwards=origin, delivery=("courier",))
    return market


def test_ads_of_another_that_are_only_forwarded_make_no_shop_and_no_trader(roles: Roles) -> None:
    for how in ("forwarded", "posted"):
        found = roles(board, how)
        assert found["s_trader"]["wholesaler"] > 0.5
        held = {role for role, value in found.get("s_board", {}).items() if value > 0.3}
        assert held == (set() if how == "forwarded" else {"retailer", "wholesaler", "courier"})


@HERE.market()
def shop_that_forwards() -> SmallMarket:
    market = shop()
    market.seller("s_trader", "a_trader")
    goods = (item("cocaine", 1000, 30000, scale="bulk"),)
    for n in range(4):
        market.say("a_trader", f"blok {n}", "offer", day=n, items=goods)
        market.say("a_shop", f"blok {n}", "offer", day=n, items=goods, forwards="a_trader")
    return market


def test_a_shop_that_posts_its_own_text_and_forwards_others_is_judged_by_its_own(roles: Roles) -> None:
    held = roles(shop_that_forwards)["s_1"]
    assert held["retailer"] > 0.5
    assert "wholesaler" not in held


@HERE.market(3, 1)
def passed_on_by(traders: int) -> SmallMarket:
    market = SmallMarket()
    market.seller("s_source", "a_source")
    market.offers("a_source", items=(item("fireworks", 20, 600, unit="piece", scale="bulk"),))
    for n in range(3):
        market.seller(f"s_{n}", f"a_{n}")
        boxes = (item("fireworks", 10, 400, unit="piece", scale="bulk"),)
        market.offers(f"a_{n}", items=boxes if n < traders else ())
        passed = (item("fireworks", 20, 600, unit="piece", scale="bulk"),)
        market.say(f"a_{n}", "menu a_source 0", "offer", day=7, items=passed, forwards="a_source")
    return market


def test_whose_ads_several_sellers_of_trade_amounts_pass_on_is_a_source_and_they_are_not(
    roles: Roles,
) -> None:
    for traders, source in ((3, True), (1, False)):
        found = roles(passed_on_by, traders)
        assert (found["s_source"].get("supplier", 0) > 0.5) is source
        assert all(found[f"s_{n}"].get("supplier", 0) < 0.5 for n in range(3))


@HERE.market(1, 2)
def for_resellers(amount: int) -> SmallMarket:
    market = SmallMarket()
    market.seller("s_gros", "a_gros")
    for n in range(4):
        goods = (item("ketamine", amount, 570, scale="retail"),)
        market.say("a_gros", f"prix de gros pour revendeurs {n}", "offer", day=n, items=goods)
    return market


def test_who_says_it_sells_to_those_who_sell_on_is_a_wholesaler_unless_it_names_users_amounts(
    roles: Roles,
) -> None:
    for amount, wholesaler in ((1, True), (2, False)):  # a lone price is read as that of one gram
        held = roles(for_resellers, amount)["s_gros"]
        assert (held.get("wholesaler", 0) > 0.5) is wholesaler
        assert (held.get("retailer", 0) < 0.5) is wholesaler


@HERE.market()
def port_trade_and_shop() -> SmallMarket:
    market = SmallMarket()
    trader(market, "port", "rechtstreeks uit de haven", 500)
    trader(market, "trade", "mooie partij", 250)
    trader(market, "shop", "rechtstreeks uit de haven", 2, scale="retail")
    return market


def test_who_sells_trade_amounts_and_says_it_brings_the_goods_is_a_source_and_a_shop_that_says_so_is_not(
    roles: Roles,
) -> None:
    found = roles(port_trade_and_shop)
    assert found["s_port"]["supplier"] > 0.8
    assert found["s_port"]["wholesaler"] < 0.3
    assert found["s_trade"]["wholesaler"] > 0.8
    assert "supplier" not in found["s_trade"]
    assert "supplier" not in found["s_shop"]
    assert found["s_shop"]["retailer"] > 0.8


@HERE.market()
def sources_that_name_no_amount() -> SmallMarket:
    """Three sellers of trade amounts and a shop; one of the three and the shop also say without an amount that it comes from the source, another beside a user's amount."""
    market = SmallMarket()
    trader(market, "intro", "mooie partij", 250)
    trader(market, "trade", "mooie partij", 250)
    trader(market, "shop", "mooie partij", 2, scale="retail")
    trader(market, "between", "mooie partij", 250)
    for n in range(4):  # a lone price is read as that of one, which is a user's amount
        goods = (item("ketamine", 1, 20, scale="retail"),)
        market.say("a_between", f"keta direct van de bron 20 euro {n}", "offer", day=8 + n, items=goods)
    for name in ("intro", "shop"):
        for n in range(4):
            goods = (item("ketamine", None, None, scale=None),)
            market.say(
                f"a_{name}", f"keta direct van de bron, alleen via intro {n}", "offer", day=8 + n, items=goods
            )
    return market


def test_who_sells_trade_amounts_and_says_so_without_an_amount_is_a_source_and_a_shop_is_not(
    roles: Roles,
) -> None:
    found = roles(sources_that_name_no_amount)
    assert found["s_intro"]["supplier"] > 0.5
    for other in ("s_trade", "s_shop", "s_between"):
        assert "supplier" not in found[other]


@BY_AMOUNTS.market(500, 20)
def in_strips(strips: int) -> SmallMarket:
    market = SmallMarket()
    market.seller("s_strips", "a_strips")
    goods = item("benzodiazepines", strips, strips * 4, unit="strip", scale="bulk")
    market.offers("a_strips", items=(goods,))
    return market


def test_a_hundred_strips_are_as_much_as_a_thousand_pills(by_amounts: Roles) -> None:
    for strips, source in ((500, True), (20, False)):
        assert ("supplier" in by_amounts(in_strips, strips)["s_strips"]) is source


@BY_AMOUNTS.market(500, 100)
def in_lots(smallest: int) -> SmallMarket:
    market = SmallMarket()
    market.seller("s_lots", "a_lots")
    for n in range(4):
        steps = tuple(item("cocaine", grams, grams * 25, scale="bulk") for grams in (smallest, 1000))
        market.say("a_lots", f"partij {n}", "offer", day=n, items=steps)
    return market


def test_large_lots_alone_hint_at_a_source_and_make_a_wholesaler(by_amounts: Roles) -> None:
    for smallest, hint in ((500, True), (100, False)):
        held = by_amounts(in_lots, smallest)["s_lots"]
        assert (held.get("supplier", 0) > 0.2) is hint
        assert held.get("supplier", 0) < 0.5 < held["wholesaler"]


@BY_AMOUNTS.market()
def kilos_and_grams() -> SmallMarket:
    market = SmallMarket()
    market.seller("s_both", "a_both")
    for n in range(5):
        grams, scale = (1000, "bulk") if n else (2, "retail")
        goods = (item("cocaine", grams, grams * 30, scale=scale),)
        market.say("a_both", f"te koop {n}", "offer", day=n, items=goods)
    return market


def test_who_sells_kilos_and_grams_is_no_source_by_its_lots(by_amounts: Roles) -> None:
    held = by_amounts(kilos_and_grams)["s_both"]
    assert held["supplier"] < 0.5 < held["wholesaler"]


def test_words_of_a_source_are_worth_less_beside_small_steps(engine: DuckDBEngine) -> None:
    said = {}
    for grams in (100, 500):
        market = SmallMarket()
        trader(market, "port", "rechtstreeks uit de haven", grams)
        said[grams] = roles_alone(engine, market)["s_port"]["supplier"]
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
        worth.append(roles_alone(engine, market)["s_large"]["supplier"])
    assert 0.5 > worth[0] > worth[1] > worth[2]


@HERE.market(1000, 20000)
def personal_data(lines: int) -> SmallMarket:
    market = SmallMarket()
    market.seller("s_leads", "a_leads")
    for n in range(4):
        leads = item("personal-data", lines, lines / 10, unit="piece", scale="bulk")
        market.say("a_leads", f"lijst {n}", "offer", day=n, items=(leads,))
    return market


def test_a_thousand_lines_of_personal_data_are_no_trade_amount_and_twenty_thousand_are(roles: Roles) -> None:
    for lines, role in ((1000, "retailer"), (20000, "wholesaler")):
        held = roles(personal_data, lines)["s_leads"]
        assert {name for name, value in held.items() if value > 0.5} == {role}


@HERE.market((1, "retail"), (20, "bulk"))
def list_in_boxes(first: int, size: str) -> SmallMarket:
    market = SmallMarket()
    market.seller("s_bang", "a_bang")
    steps = tuple(
        item("fireworks", amount, amount * 40, unit="box", scale=scale)
        for amount, scale in ((first, size), (10, "bulk"))
    )
    market.offers("a_bang", items=steps)
    return market


def test_a_list_that_begins_at_one_box_is_a_shops_however_far_it_goes(roles: Roles) -> None:
    for first, scale, wholesaler in ((1, "retail", False), (20, "bulk", True)):
        held = roles(list_in_boxes, first, scale)["s_bang"]
        assert (held.get("wholesaler", 0) > 0.5) is wholesaler
        assert (held.get("retailer", 0) > 0.5) is not wholesaler


@HERE.market()
def some_texts_for_those_who_sell_on() -> SmallMarket:
    market = SmallMarket()
    market.seller("s_side", "a_side")
    for n in range(7):
        told, grams, scale = ("alleen voor wederverkopers", 100, "bulk") if n < 3 else ("menu", 2, "retail")
        goods = (item("cocaine", grams, grams * 30, scale=scale),)
        market.say("a_side", f"{told} {n}", "offer", day=n, items=goods)
    trader(market, "small", "rechtstreeks uit de haven", 100)
    return market


def test_who_says_so_in_a_third_of_its_texts_is_a_wholesaler_too(roles: Roles) -> None:
    held = roles(some_texts_for_those_who_sell_on)["s_side"]
    assert held["wholesaler"] > 0.5
    assert held["retailer"] > 0.5


def test_who_calls_itself_the_source_and_sells_what_shops_buy_is_a_wholesaler_whatever_it_is_besides(
    roles: Roles,
) -> None:
    held = roles(some_texts_for_those_who_sell_on)["s_small"]
    assert held["supplier"] > 0.5
    assert held["wholesaler"] > 0.5


@HERE.market(10, 50)
def strips_of_tablets(strips: int) -> SmallMarket:
    market = SmallMarket()
    market.seller("s_strips", "a_strips")
    for n in range(4):
        goods = (item("benzodiazepines", strips, strips * 8, unit="strip", scale="bulk"),)
        market.say("a_strips", f"strips {n}", "offer", day=n, items=goods)
    return market


def test_ten_strips_are_no_trade_amount(roles: Roles) -> None:
    for strips, trade in ((10, False), (50, True)):
        assert (roles(strips_of_tablets, strips)["s_strips"].get("wholesaler", 0) > 0.5) is trade


@HERE.market(0, 12)
def one_text_of_trade_amounts(others: int) -> SmallMarket:
    market = SmallMarket()
    market.seller("s_one", "a_one")
    market.say("a_one", "partij 250 gram", "offer", items=(item("cocaine", 250, 6000, scale="bulk"),))
    for n in range(others):
        market.say("a_one", f"weer online {n}", "offer", day=n, items=(item("cocaine", None, None),))
    return market


def test_one_text_of_trade_amounts_tells_less_among_many_without(roles: Roles) -> None:
    alone, among = (roles(one_text_of_trade_amounts, others)["s_one"]["wholesaler"] for others in (0, 12))
    assert alone > 0.5 > among
