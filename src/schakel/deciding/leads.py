"""Proposes leads: every seller that offers something, with worth, hours, skill and unit, and the reasons for each."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from typing import Any, NamedTuple

import pyarrow as pa

from schakel.deciding.plan_data import worth_data
from schakel.deciding.reason_lists import reason_lists
from schakel.deciding.units import national_unit, unit_of
from schakel.deciding.work import work_for
from schakel.deciding.worth import (
    Named,
    as_reasons,
    can_be_identified,
    fresh,
    harm,
    harm_tables,
    product,
    reaches,
    supply_is_real,
    urgent,
    user_quantity,
)
from schakel.records.facts import Reason
from schakel.records.ids import make_id
from schakel.records.tables import LEADS
from schakel.store.engine import Engine

_SQL = "schakel.deciding.sql"
_TITLE = 80  # characters


class Goods(NamedTuple):
    """The trade of one seller, as the step `lead_goods` gives it."""

    seller_id: str
    copies: int
    texts: int
    meets: bool
    messages: list[str]
    silent_days: int | None
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


class Lead(NamedTuple):
    """One row of the table `leads`."""

    lead_id: str
    seller_id: str
    title: str
    worth: float
    worth_low: float
    worth_high: float
    hours: float
    hours_low: float
    hours_high: float
    skill: str
    unit: str
    reasons: list[Reason]


class Way(NamedTuple):
    """The best way to find out who a seller is."""

    name: str
    detail: str
    messages: tuple[str, ...] = ()


def propose_leads(engine: Engine) -> dict[str, pa.Table]:
    """The table `leads`: one row per seller that offers something, the highest worth first.

    worth = harm x user quantity x P(real) x P(identifiable) x reach x urgency x freshness, in expected days of
    sentence. Area decides which unit may take the lead and nothing else; language, names and origin play no part.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="leads") as pool:
        offered = pool.submit(engine.step, files(_SQL) / "lead_goods.sql", tables=harm_tables())
        found = _found(engine)
        ways = _ways(engine)
        goods = map(Goods._make, _rows(offered.result()))
        leads = [_lead(one, found.get(one.seller_id, Found()), ways.get(one.seller_id)) for one in goods]
    leads.sort(key=lambda lead: (-lead.worth, lead.lead_id))
    return {"leads": _table(leads)}


def _table(leads: Sequence[Lead]) -> pa.Table:
    columns = {
        name: [getattr(lead, name, None) for lead in leads] for name in LEADS.names if name != "reasons"
    }
    arrays = {name: pa.array(column, LEADS.field(name).type) for name, column in columns.items()}
    return pa.table({**arrays, "reasons": reason_lists([lead.reasons for lead in leads])}, schema=LEADS)


def _lead(goods: Goods, found: Found, way: Way | None) -> Lead:
    way = way or _by_account(goods)
    factors = list(_factors(goods, found, way))
    worth = product(factors)
    heavy = goods.bulk or goods.weapons
    work = work_for(way.name, heavy=heavy, meets=goods.meets, accounts=goods.accounts or 0)
    unit = unit_of(found.area)
    where = f"The trade names {found.area}: {unit}." if found.area else f"No area is known: {unit}."
    reasons = [
        *as_reasons(factors),
        Reason("hours", 0.0, detail=work.detail),
        Reason("unit", 0.0, detail=where),
    ]
    if heavy and unit != national_unit():
        detail = f"Bulk or weapons: {national_unit()} may take it as well."
        reasons.append(Reason("national-too", 0.0, detail=detail))
    return Lead(
        lead_id=make_id("l", goods.seller_id),
        seller_id=goods.seller_id,
        title=_title(goods),
        worth=round(worth.value, 4),
        worth_low=round(worth.low, 4),
        worth_high=round(worth.high, 4),
        hours=work.hours.value,
        hours_low=work.hours.low,
        hours_high=work.hours.high,
        skill=work.skill,
        unit=unit,
        reasons=reasons,
    )


def _factors(goods: Goods, found: Found, way: Way) -> Iterator[Named]:
    yield harm(
        goods.kind, goods.commodity, goods.amount, _written(goods), goods.heaviest or goods.messages[0]
    )
    if goods.user_only and goods.kind in worth_data()["user_quantity"]["classes"]:
        yield user_quantity()
    if found.ghost is None or found.ghost_low is None or found.ghost_high is None:
        yield supply_is_real(0.5, 0.0, 1.0)
    else:
        yield supply_is_real(found.ghost, found.ghost_low, found.ghost_high)
    yield can_be_identified(way.name, way.detail, way.messages)
    yield reaches(goods.copies, goods.texts)
    danger = urgent(found.dangers.split("|") if found.dangers else [])
    if danger is not None:
        yield danger
    yield fresh(max(goods.silent_days or 0, 0))


def _found(engine: Engine) -> dict[str, Found]:
    table = engine.step(files(_SQL) / "lead_findings.sql")
    return {seller_id: Found(*rest) for seller_id, *rest in _rows(table)}


def _ways(engine: Engine) -> dict[str, Way]:
    chances = worth_data()["identifiable"]
    kinds = {kind: name for name, some in worth_data()["selector_types"].items() for kind in some}
    best: dict[str, tuple[float, Way]] = {}
    for seller_id, kind, number, example, messages in _rows(engine.step(files(_SQL) / "lead_selectors.sql")):
        name = kinds.get(kind, "link")
        way = Way(name, f"{number} of type {kind}, such as {example}", tuple(messages or ()))
        if seller_id not in best or chances[name][0] > best[seller_id][0]:
            best[seller_id] = (chances[name][0], way)
    return {seller_id: way for seller_id, (_, way) in best.items()}


def _by_account(goods: Goods) -> Way:
    if goods.numbered:
        return Way("account-number", "Only Telegram's own number of the account", tuple(goods.messages))
    return Way("none", "Nothing but a display name", tuple(goods.messages))


def _written(goods: Goods) -> str:
    if goods.quantity is None:
        return "no amount named"
    return f"{goods.quantity:g} {goods.unit or ''}".strip()


def _title(goods: Goods) -> str:
    if not goods.commodity:
        return "offers goods that were not read"
    others = [name for name in goods.commodities.split(", ") if name and name != goods.commodity]
    more = f"; also {', '.join(others)}" if others else ""
    title = (
        f"{goods.commodity}, up to {_written(goods)}{more}" if goods.quantity else f"{goods.commodity}{more}"
    )
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"


def _rows(table: pa.Table) -> Iterator[tuple[Any, ...]]:
    return zip(*(column.to_pylist() for column in table.columns), strict=True)
