"""Worth of leads: danger first, nothing about a person counts, every factor is told."""

from math import isclose
from typing import Any

import pytest

from schakel.deciding.leads import propose_leads
from schakel.deciding.rules import Rules
from schakel.judging.judge import judge
from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.small_market import Said, SmallMarket, item

TILBURG = (("Tilburg", "Noord-Brabant", "Tilburg"),)
GRONINGEN = (("Groningen", "Groningen", "Groningen"),)


def leads_of(market: SmallMarket, engine: DuckDBEngine, *, judged: bool = True) -> dict[str, dict[str, Any]]:
    market.write(engine)
    if judged:
        engine.write(judge(engine, [])["findings"], "findings")
    return {row["seller_id"]: row for row in propose_leads(engine)["leads"].to_pylist()}


def factors(lead: dict[str, Any]) -> dict[str, float]:
    return {reason["rule"]: reason["weight"] for reason in lead["reasons"]}


def market_of(**sellers: tuple[dict[str, Any], ...]) -> SmallMarket:
    market = SmallMarket()
    for name, items in sellers.items():
        market.seller(f"s_{name}", f"a_{name}")
        market.offers(f"a_{name}", days=range(3), items=items)
    return market


def test_worth_is_the_product_of_its_named_factors(engine: DuckDBEngine) -> None:
    market = market_of(block=(item("cocaine", 1000, 30000, scale="bulk"),))
    lead = leads_of(market, engine)["s_block"]
    assert isclose(10 ** sum(factors(lead).values()), lead["worth"], rel_tol=1e-3)
    assert lead["worth_low"] < lead["worth"] < lead["worth_high"]
    assert lead["hours_low"] < lead["hours"] < lead["hours_high"]
    assert isclose(
        10 ** factors(lead)["harm"], 210, rel_tol=1e-6
    )  # a kilo of hard drugs, trade, 2015: 7 months
    assert lead["skill"] == "tactical"
    heaviest = next(reason for reason in lead["reasons"] if reason["rule"] == "harm")
    assert set(heaviest["messages"]) <= {said.message_id for said in market.said}
    assert "1000 g" in heaviest["detail"]


@pytest.mark.parametrize("ads", [3, 60, 400])
def test_a_firearm_goes_before_any_number_of_user_ads(engine: DuckDBEngine, ads: int) -> None:
    market = SmallMarket()
    market.seller("s_gun", "a_gun")
    market.say("a_gun", "glock", "offer", items=(item("firearms", 1, 1500, unit="piece"),))
    market.seller("s_user", "a_user")
    for n in range(ads):
        lines = (item("cocaine", 5, 200, scale="retail"), item("mdma", 10, 40, unit="pill", scale="retail"))
        market.say("a_user", f"menu {n}", "offer", day=n / 100, items=lines)
    leads = leads_of(market, engine, judged=False)
    gun, user = leads["s_gun"], leads["s_user"]
    assert gun["worth"] > 5 * user["worth"]
    assert gun["worth"] / gun["hours"] > user["worth"] / user["hours"]
    assert "user-quantity-only" in factors(user)
    assert "user-quantity-only" not in factors(gun)


def test_language_names_and_places_of_a_person_change_nothing(engine: DuckDBEngine) -> None:
    def market(language: str, name: str, places: tuple[tuple[str, str, str], ...], text: str) -> SmallMarket:
        made = SmallMarket(languages=language)
        made.seller("s_1", "a_1")
        made.names["a_1"] = [name]
        made.offers("a_1", text=text, places=places, items=(item("cocaine", 10, 400, scale="retail"),))
        return made

    plain = leads_of(market("nl", "Jan Jansen", TILBURG, "menu"), engine)["s_1"]
    for language, name, places, text in (
        ("ar", "Youssef", TILBURG, "قائمة"),
        ("pl", "Zbigniew 🇵🇱", GRONINGEN, "cennik"),
        ("ru", "Олег", GRONINGEN, "меню"),
    ):
        other = leads_of(market(language, name, places, text), engine)["s_1"]
        for column in ("worth", "worth_low", "worth_high", "hours", "hours_low", "hours_high", "skill"):
            assert other[column] == plain[column]
    assert plain["unit"] == "zeeland-west-brabant"
    assert other["unit"] == "noord-nederland"


def test_a_probable_ghost_is_worth_less(engine: DuckDBEngine) -> None:
    market = market_of(one=(item("cocaine", 10),), two=(item("cocaine", 10),))
    market.write(engine)
    rows = [
        {"finding_id": f"f_{s}", "subject_kind": "seller", "subject_id": s, "kind": "ghost", **numbers}
        for s, numbers in (
            ("s_one", {"value": 0.1, "low": 0.05, "high": 0.3}),
            ("s_two", {"value": 0.9, "low": 0.6, "high": 0.99}),
        )
    ]
    engine.write(from_rows(rows, "findings"), "findings")
    leads = {row["seller_id"]: row for row in propose_leads(engine)["leads"].to_pylist()}
    assert isclose(leads["s_one"]["worth"] / leads["s_two"]["worth"], 9, rel_tol=1e-3)


def test_a_phone_makes_a_seller_easier_to_find_than_a_wallet_a_handle_or_a_name(engine: DuckDBEngine) -> None:
    market = SmallMarket()
    for name, selector in {
        "phone": ("phone", "+31600000000"),
        "wallet": ("btc", "bc1q"),
        "handle": ("signal", "x.01"),
        "username": ("username", "x"),
        "none": None,
    }.items():
        market.seller(f"s_{name}", f"a_{name}")
        market.offers(f"a_{name}", items=(item("cocaine", 10),), selectors=(selector,) if selector else ())
    leads = leads_of(market, engine, judged=False)
    order = [leads[f"s_{name}"]["worth"] for name in ("phone", "wallet", "handle", "username", "none")]
    assert order == sorted(order, reverse=True)
    assert len(set(order)) == 5


def test_amounts_weigh_by_the_guideline_whatever_the_unit(engine: DuckDBEngine) -> None:
    market = market_of(
        kilo=(item("mdma", 1, unit="kg", scale="bulk"),),
        pills=(item("mdma", 2000, unit="pill", scale="bulk"),),
        more=(item("mdma", 2.1, unit="kg", scale="bulk"),),
        strange=(item("mdma", float("nan")), item("mdma", -5), item("who-knows", 5)),
    )
    leads = leads_of(market, engine, judged=False)
    harm = {name: factors(lead)["harm"] for name, lead in leads.items()}
    assert harm["s_kilo"] == harm["s_pills"] < harm["s_more"]
    assert harm["s_strange"] < harm["s_kilo"]


def test_rows_in_another_order_give_the_same_leads(engine: DuckDBEngine) -> None:
    market = market_of(a=(item("mdma", 10),), b=(item("cannabis", 500), item("mdma", 10)), c=())
    market.write(engine)
    first = propose_leads(engine)["leads"]
    market.write(engine, shuffle=1)
    assert propose_leads(engine)["leads"].equals(first)


def test_a_workspace_without_offers_has_no_leads(engine: DuckDBEngine) -> None:
    assert propose_leads(engine)["leads"].num_rows == 0
    market = SmallMarket()
    market.seller("s_1", "a_1")
    market.say("a_1", "hello")
    assert not leads_of(market, engine)


def test_a_seller_that_stopped_long_ago_is_less_urgent(engine: DuckDBEngine) -> None:
    market = market_of(now=(item("mdma", 10),))
    market.seller("s_old", "a_old")
    market.offers("a_old", days=range(-100, -97), items=(item("mdma", 10),))
    leads = leads_of(market, engine, judged=False)
    assert leads["s_old"]["worth"] < leads["s_now"]["worth"]
    assert isinstance(market.said[0], Said)


def test_every_part_stands_in_the_row_with_its_source(engine: DuckDBEngine) -> None:
    market = market_of(block=(item("cocaine", 1000, 30000, scale="bulk"),), user=(item("cannabis", 5, 50),))
    for lead in leads_of(market, engine).values():
        told = factors(lead)
        for part in lead["parts"]:
            assert part["source"]
            assert part["low"] <= part["value"] <= part["high"]
            assert isclose(10 ** told[part["part"]], part["value"], rel_tol=1e-3)
        worth = 1.0
        for part in lead["parts"]:
            worth *= part["value"]
        assert isclose(worth, lead["worth"], rel_tol=1e-3)
        assert isclose(sum(task["hours"] for task in lead["work"]), lead["hours"])
        assert [task["kind"] for task in lead["work"]] == ["identification", lead["skill"]]


def test_a_workspace_changes_the_worth(engine: DuckDBEngine) -> None:
    market = market_of(block=(item("cocaine", 1000, 30000, scale="bulk"),))
    plain = leads_of(market, engine)["s_block"]
    changes = {"source": "our unit", "harm": {"hard": {"steps": [[1000, 420]]}}}
    rules = Rules.of(changes, {"source": "our books", "work": {"tactical": [80, 40, 160]}}, {}, ())
    changed = propose_leads(engine, rules)["leads"].to_pylist()[0]
    assert isclose(changed["worth"], 2 * plain["worth"], rel_tol=1e-3)
    assert isclose(changed["hours"], plain["hours"] + 20)
    assert {part["source"] for part in changed["parts"] if part["part"] == "harm"} == {"our unit"}


def test_sellers_with_the_same_photos_share_a_network(engine: DuckDBEngine) -> None:
    market = market_of(
        a=(item("mdma", 10),), b=(item("mdma", 10),), c=(item("mdma", 10),), d=(item("mdma", 10),)
    )
    reasons = [{"rule": "same-photo", "weight": 0.0, "messages": ["m_1", "m_2"]}]
    links = [
        {"left_id": "a_a", "right_id": "a_b", "kind": "same-photo", "log10_lr": 0.0, "reasons": reasons},
        {"left_id": "a_b", "right_id": "a_c", "kind": "same-seller", "log10_lr": 2.0, "reasons": reasons},
        {"left_id": "a_c", "right_id": "a_d", "kind": "same-seller", "log10_lr": 0.2, "reasons": reasons},
        {"left_id": "a_a", "right_id": "a_d", "kind": "replies", "log10_lr": 0.0, "reasons": reasons},
    ]
    engine.write(from_rows(links, "links"), "links")
    leads = leads_of(market, engine, judged=False)
    assert leads["s_a"]["network"] == leads["s_b"]["network"] == leads["s_c"]["network"] is not None
    assert leads["s_d"]["network"] is None
    assert "network-effect" in factors(leads["s_b"])
    assert "network-effect" not in factors(leads["s_d"])


def test_missing_numbers_and_accounts_left_behind_make_urgent(engine: DuckDBEngine) -> None:
    market = SmallMarket()
    market.seller("s_1", "a_old", "a_new")
    market.offers("a_old", days=range(3), items=(item("mdma", 10),))
    market.offers("a_new", days=range(10, 13), items=(item("mdma", 10),))
    rows = [{"chat_id": "c_1", "ids_seen": 70, "ids_missing": 30}]
    engine.write(from_rows(rows, "coverage"), "coverage")
    told = factors(leads_of(market, engine, judged=False)["s_1"])
    assert {"messages-vanish", "accounts-move", "still-active"} <= set(told)


def test_what_a_plan_may_ask_for_is_tagged(engine: DuckDBEngine) -> None:
    market = market_of(gun=(item("firearms", 1, unit="piece"),), user=(item("mdma", 2, scale="retail"),))
    leads = leads_of(market, engine, judged=False)
    assert {"weapons", "firearms"} <= set(leads["s_gun"]["tags"])
    assert {"user-quantity-only", "mdma"} <= set(leads["s_user"]["tags"])
