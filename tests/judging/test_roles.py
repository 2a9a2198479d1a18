"""Roles of sellers and of people who offer nothing, and the chain that they make together."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from schakel.custody.ledger import Ledger
from schakel.intake.arrival import IntakeOptions
from schakel.judging.chains import SCRIPTS, script
from schakel.judging.judge import judge
from schakel.judging.roles import holds
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
    market.write(engine)
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for row in judge(engine, [])["findings"].to_pylist():
        if row["kind"] == "role":
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
        for account, amount, scale in (("a_shop", 1, "retail"), ("a_trader", 1000, "bulk")):
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
