"""Every finding can be traced to messages: each reason names some, and without them the reason is gone.

One busy market is copied once for every reason that it gives; from each copy the messages of one reason are taken
away, again and again as long as it names any (a reason lists ten at most).
"""

from typing import Any

import pytest

from schakel.judging.judge import judge
from schakel.records.ids import text_id
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.judging.small_market import SmallMarket, item, side_by_side

Named = tuple[str, str, str, str]  # subject, kind, label or "", rule
# Reasons without messages, and why: they speak of what all sellers together show, or of what was not seen.
NO_MESSAGES = {
    "prior": "the share of ghosts among all sellers",
    "label-model": "the share of ghosts among all sellers",
    "customers-word": "of how many sellers more ill is said than good",
    "groups-here": "where ghosts and real sellers lie, of all sellers",
    "sellers": "the sum over the sellers behind these ads; each has its own reasons",
}
ROLES = {
    "supplier", "wholesaler", "retailer", "courier", "recruiter", "group-keeper", "money-handler", "storage",
    "customer", "voucher",
}  # fmt: skip


def busy_market() -> SmallMarket:
    """A network with every role, every danger, and enough ads for a campaign, a chat and a network of their own."""
    market = SmallMarket()
    market.seller("s_1", "a_shop", "a_shop2", selectors=("username:shop",))
    goods = (item("cocaine", 1, 30, scale="retail"), item("firearms", 1, 900, unit="piece"))
    town = (("Goes", "Zeeland", "Goes"),)
    for n in range(24):
        account = ("a_shop", "a_shop2")[n % 2]
        market.say(
            account, "menu fentanyl, scholierenkorting", "offer", day=n, items=goods, places=town,
            delivery=("courier",),
        )  # fmt: skip
    market.say("a_shop", "drie kilo blok", "offer", day=3, items=_kilos(5))
    for n in range(2):
        market.say("a_shop", f"wie heeft ketamine {n}", "request", day=6 + n)
        market.say("a_shop", f"koeriers gezocht {n}", "recruit", day=8 + n)
        market.say("a_shop", f"top handel bij ster {n}", "vouch", day=9 + n, mentions=("@ster",))
        market.say("a_shop", f"ik rij vanavond {n}", day=10 + n)
        market.say("a_shop", f"betalingen lopen via mij {n}", day=12 + n)
        market.say("a_shop", f"de voorraad ligt klaar in de loods {n}", day=14 + n)
    market.say("a_shop", "", day=4, service=True)
    market.seller("s_2", "a_source")
    block = market.say("a_source", "blokken te koop", "offer", day=1, items=_kilos(10))
    market.say("a_shop", "wat kost dat?", "request", day=2, reply_to=block.tg_id)
    _helpers(market)
    for n in range(9):
        market.seller(f"s_other{n}", f"a_other{n}")
        market.offers(f"a_other{n}", days=range(1), items=(item("cocaine", 1, 48 + n, scale="retail"),))
    market.networks["n_1"] = ["a_shop", "a_shop2", "a_source", "a_rider", "a_buyer"]
    return market


def _kilos(steps: int) -> tuple[dict[str, Any], ...]:
    return tuple(item("cocaine", 1000 * n, 30000 * n, scale="bulk") for n in (1, steps))


def _helpers(market: SmallMarket) -> None:
    ad = market.said[0]
    says = {
        "a_rider": "ik rij vanavond voor @shop",
        "a_money": "betalingen voor @shop lopen via mij",
        "a_shed": "de voorraad ligt klaar in de loods",
    }
    for account, text in says.items():
        for n in range(2):
            market.say(account, f"{text} {n}", day=5 + n)
    for n in range(2):
        market.say("a_buyer", f"heb je nog {n}?", day=7 + n, reply_to=ad.tg_id)
        market.say("a_fan", f"shop is de beste {n}", "vouch", day=8 + n, mentions=("@shop",))
        market.say("a_hires", f"chauffeur gezocht {n}", "recruit", day=8 + n)
    market.say("a_keeper", "", day=4, service=True)


def read(engine: DuckDBEngine, markets: dict[str, SmallMarket]) -> dict[str, dict[Named, list[str]]]:
    """The messages of every reason in each market, from one workspace that holds them all side by side."""
    side_by_side(markets).write(engine)
    found: dict[str, dict[Named, list[str]]] = {name: {} for name in markets}
    campaigns = {  # they are named by their text, and every copy of the market has its own
        text_id(f"{name} {said.text}"): f"{name}/{said.text}"
        for name, market in markets.items()
        for said in market.said
    }
    for row in judge(engine, [])["findings"].to_pylist():
        named = campaigns.get(row["subject_id"], row["subject_id"])
        copy, _, subject = named.partition("/")
        where = found.get(copy, {}) if subject else {}
        for reason in row["reasons"]:
            label = row["label"] if row["kind"] in ("role", "danger") else ""
            key = (f"{row['subject_kind']} {subject}", row["kind"], label, reason["rule"])
            where.setdefault(key, []).extend(m.partition("/")[2] for m in reason["messages"])
    return found


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[Named, list[str]], set[Named]]:
    """The messages of every reason of the busy market, and the reasons that went when theirs were taken away."""
    engine = DuckDBEngine(create_workspace(tmp_path_factory.mktemp("traced") / "w"), workers=Workers(1))
    plain = busy_market()
    first = read(engine, {"m": plain})["m"]
    wanted = [
        key for key in sorted(first) if first[key] and "a_other" not in key[0] and "s_other" not in key[0]
    ]
    left = {f"m{n}": plain for n in range(len(wanted))}
    place, gone = {f"m{n}": key for n, key in enumerate(wanted)}, set()
    for _ in range(7):
        said = read(engine, left) if left else {}
        shown = {name: set(said[name].get(place[name], ())) for name in left}
        gone |= {place[name] for name in left if place[name] not in said[name]}
        left = {name: market.without(shown[name]) for name, market in left.items() if shown[name]}
    engine.workers.close()
    assert not left
    return first, gone


def test_every_kind_of_finding_occurs(traced: tuple[dict[Named, list[str]], set[Named]]) -> None:
    kinds = {(subject.split(" ")[0], kind) for subject, kind, _, _ in traced[0]}
    everywhere = {"ghost", "scale", "reach", "growth", "danger", "home-area", "price-level", "assortment"}
    for subject in ("seller", "campaign", "chat", "network"):
        assert {kind for of, kind in kinds if of == subject} >= everywhere
    assert {
        ("seller", "role"),
        ("account", "role"),
        ("seller", "active-hours"),
        ("network", "chain"),
    } <= kinds
    assert {label for _, kind, label, _ in traced[0] if kind == "role"} == ROLES


def test_every_reason_names_messages_but_those_of_all_sellers_and_of_what_was_not_seen(
    traced: tuple[dict[Named, list[str]], set[Named]],
) -> None:
    bare = {key[3] for key, messages in traced[0].items() if not messages}
    assert {rule for rule in bare if not rule.startswith("missing:")} <= NO_MESSAGES.keys()


def test_without_its_messages_a_reason_is_gone(traced: tuple[dict[Named, list[str]], set[Named]]) -> None:
    first, gone = traced
    stays = [key for key in first if first[key] and "_other" not in key[0] and key not in gone]
    assert not stays
