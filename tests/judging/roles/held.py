"""The roles that sellers and accounts of small markets hold, and what such markets are made of."""

from collections import defaultdict
from collections.abc import Iterable

from schakel.judging.roles.roles import role_findings
from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.small_market import SmallMarket, item
from tests.judging.some_findings import rows_of

Held = dict[str, float]
SAYINGS = {
    "courier": "ik rij vanavond voor @shop, heel de stad",
    "money-handler": "betalingen voor @shop lopen via mij",
    "storage": "de voorraad ligt klaar in de loods",
}


def held_roles(engine: DuckDBEngine) -> Iterable[tuple[str, Held]]:
    """Every seller and account with its roles: the whole judgement, which the markets go through, looks up twice as many facts."""
    found: dict[str, Held] = defaultdict(dict)
    for row in rows_of(engine, role_findings):
        assert row["kind"] == "role"
        assert row["low"] <= row["value"] <= row["high"]
        assert row["words_nl"].startswith("Het is ")
        found[row["subject_id"]][row["label"]] = row["value"]
    return found.items()


def shop() -> SmallMarket:
    market = SmallMarket()
    market.seller("s_1", "a_shop", selectors=("username:shop",))
    market.offers("a_shop", items=(item("cocaine", 1, 50, scale="retail"),))
    return market


def trader(market: SmallMarket, name: str, text: str, grams: int, scale: str = "bulk") -> None:
    market.seller(f"s_{name}", f"a_{name}")
    for n in range(4):
        goods = (item("cocaine", grams, grams * 25, scale=scale),)
        market.say(f"a_{name}", f"{text} {name} {n}", "offer", day=n, items=goods)


def roles_alone(engine: DuckDBEngine, market: SmallMarket) -> dict[str, Held]:
    """The roles in a market that stands alone, where a test is of what all sellers together show."""
    market.write(engine)
    return dict(held_roles(engine))


def chatter(market: SmallMarket, account: str, number: int = 40) -> None:
    for n in range(number):
        market.say(account, f"gewoon wat praten {account} {n}", day=n / 4)
