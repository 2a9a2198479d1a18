"""What the tables say of each seller that offers something, gathered for its lead."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any, NamedTuple

import pyarrow as pa

from schakel.deciding.harm_tables import harm_tables
from schakel.deciding.networks import Networks, Tie, networks
from schakel.deciding.worth_data import WorthData
from schakel.store.engine import Engine

_SQL = files("schakel.deciding.sql")


class Goods(NamedTuple):
    """The trade of one seller, as the step `lead_goods` gives it."""

    seller_id: str
    copies: int
    texts: int
    meets: bool
    messages: list[str]
    silent_days: int | None
    last_day: date | None
    accounts: int | None
    numbered: bool | None
    kind: str
    commodity: str | None
    quantity: float | None
    unit: str | None
    amount: float | None
    heaviest: str | None
    commodities: str
    bulk: bool
    user_only: bool
    weapons: bool


class Found(NamedTuple):
    """What the findings say of one seller."""

    ghost: float | None = None
    ghost_low: float | None = None
    ghost_high: float | None = None
    dangers: str | None = None
    area: str | None = None
    roles: list[str] | None = None
    chances: list[float] | None = None


class Evidence(NamedTuple):
    """Whether the evidence about one seller will last."""

    missing_share: float = 0.0
    moved_accounts: int = 0


class Way(NamedTuple):
    """The best way to find out who a seller is."""

    name: str
    detail: str
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeadFacts:
    """All that is known, by seller; `goods` has a row for every seller that gets a lead."""

    goods: list[Goods]
    found: Mapping[str, Found]
    ways: Mapping[str, Way]
    evidence: Mapping[str, Evidence]
    networks: Networks


def gather(engine: Engine, data: WorthData) -> LeadFacts:
    """The facts of all sellers; the longest step runs beside the others."""
    with ThreadPoolExecutor(1, thread_name_prefix="leads") as pool:
        offered = pool.submit(engine.step, _SQL / "lead_goods.sql", tables=harm_tables(data))
        found = {seller: Found(*rest) for seller, *rest in _rows(engine.step(_SQL / "lead_findings.sql"))}
        quiet = {"quiet_days": data.urgency.moving.quiet_days}
        lasting = engine.step(_SQL / "lead_evidence.sql", parameters=quiet)
        return LeadFacts(
            goods=[Goods(*row) for row in _rows(offered.result())],
            found=found,
            ways=_ways(engine, data),
            evidence={seller: Evidence(*rest) for seller, *rest in _rows(lasting)},
            networks=_networks(engine, data),
        )


def _networks(engine: Engine, data: WorthData) -> Networks:
    kinds = sorted(data.network.ties.items())
    weights = pa.table(
        {
            "kind": pa.array([kind for kind, _ in kinds], pa.string()),
            "weight": pa.array([weight for _, weight in kinds], pa.float64()),
        }
    )
    suspected = {"suspected": data.network.suspected}
    ties = engine.step(_SQL / "seller_ties.sql", tables={"tie_weights": weights}, parameters=suspected)
    return networks((Tie(*row) for row in _rows(ties)), data.network.largest)


def _ways(engine: Engine, data: WorthData) -> dict[str, Way]:
    chances = data.identifiable.chance
    kinds = {kind: name for name, some in data.selector_types.items() for kind in some}
    best: dict[str, tuple[float, Way]] = {}
    for seller_id, kind, number, example, messages in _rows(engine.step(_SQL / "lead_selectors.sql")):
        name = kinds.get(kind, "link")
        way = Way(name, f"{number} of type {kind}, such as {example}", tuple(messages or ()))
        if seller_id not in best or chances[name].value > best[seller_id][0]:
            best[seller_id] = (chances[name].value, way)
    return {seller_id: way for seller_id, (_, way) in best.items()}


def _rows(table: pa.Table) -> Iterator[tuple[Any, ...]]:
    return zip(*(column.to_pylist() for column in table.columns), strict=True)
