"""What the rules see at one seller of a market small enough to read."""

from collections.abc import Callable, Iterable
from typing import Any

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.small_market import SmallMarket, side_by_side
from tests.judging.some_findings import ghost_rows

Reasons = dict[str, dict[str, dict[str, Any]]]
Judged = Callable[
    ..., Reasons
]  # asked by the maker of a market and what that was given: the reasons at each seller, by rule


def reasons_of(market: SmallMarket, engine: DuckDBEngine, seller: str = "s_1") -> dict[str, dict[str, Any]]:
    market.write(engine)
    ghosts = [row for row in ghost_rows(engine) if row["subject_id"] == seller]
    return {reason["rule"]: reason for row in ghosts for reason in row["reasons"]}


def ghost_reasons(engine: DuckDBEngine) -> Iterable[tuple[str, dict[str, dict[str, Any]]]]:
    """Every seller with its reasons by rule, for markets judged together."""
    for row in ghost_rows(engine):
        yield row["subject_id"], {reason["rule"]: reason for reason in row["reasons"]}


def base() -> SmallMarket:
    market = SmallMarket()
    market.seller("s_1", "a_shop", selectors=("username:shop",))
    return market


def old_customer(market: SmallMarket, name: str) -> None:
    for n in range(6):
        market.say(name, f"just talking {name} {n}", day=-20 + n)


def read_all(markets: dict[str, SmallMarket], engine: DuckDBEngine) -> Reasons:
    """The ghost reasons of seller s_1 of every market, from one workspace that holds them all side by side."""
    side_by_side(markets).write(engine)
    found: Reasons = {name: {} for name in markets}
    for row in ghost_rows(engine):
        name, _, seller = row["subject_id"].rpartition("/")
        if seller == "s_1":
            found[name] = {reason["rule"]: reason for reason in row["reasons"]}
    return found
