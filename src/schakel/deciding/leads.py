"""Proposes leads: every seller that offers something, with worth, hours, skill and unit, and the reasons for each."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pyarrow as pa

from schakel.deciding.lead_facts import Evidence, Found, Goods, LeadFacts, Way, gather
from schakel.deciding.reason_lists import reason_lists
from schakel.deciding.rules import Rules
from schakel.deciding.units import national_too, national_unit, unit_of
from schakel.deciding.work import Work, work_for
from schakel.deciding.worth import (
    Part,
    Signs,
    as_reasons,
    can_be_identified,
    danger,
    harm,
    network_effect,
    product,
    reaches,
    supply_is_real,
    urgent,
    user_quantity,
)
from schakel.records.conclusions import LEADS
from schakel.records.facts import Reason
from schakel.records.ids import make_id
from schakel.records.unit_words import unit_word
from schakel.store.engine import Engine

_TITLE = 80  # characters


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
    parts: list[dict[str, str | float]]
    work: list[dict[str, str | float]]
    network: str | None
    tags: list[str]


def propose_leads(engine: Engine, rules: Rules | None = None) -> dict[str, pa.Table]:
    """The table `leads`: one row per seller that offers something, the highest worth first.

    worth = harm x user quantity x danger x reach x P(real) x P(identifiable) x urgency x network, in expected days of
    sentence. Area decides which unit may take the lead and nothing else; language, names and origin play no part.
    """
    rules = rules or Rules.default()
    facts = gather(engine, rules.worth)
    leads = [_lead(goods, facts, rules) for goods in facts.goods]
    leads.sort(key=lambda lead: (-lead.worth, lead.lead_id))
    return {"leads": _table(leads)}


def _table(leads: Sequence[Lead]) -> pa.Table:
    columns = {name: [getattr(lead, name) for lead in leads] for name in LEADS.names if name != "reasons"}
    arrays = {name: pa.array(column, LEADS.field(name).type) for name, column in columns.items()}
    return pa.table({**arrays, "reasons": reason_lists([lead.reasons for lead in leads])}, schema=LEADS)


def _lead(goods: Goods, facts: LeadFacts, rules: Rules) -> Lead:
    seller = goods.seller_id
    found, way = facts.found.get(seller, Found()), facts.ways.get(seller) or _by_account(goods)
    parts = list(_parts(goods, facts, found, way, rules))
    worth = product(parts)
    heavy = goods.bulk or goods.weapons
    work = work_for(rules.hours, way.name, heavy=heavy, meets=goods.meets, accounts=goods.accounts or 0)
    unit = unit_of(found.area)
    return Lead(
        lead_id=make_id("l", seller),
        seller_id=seller,
        title=_title(goods),
        worth=round(worth.value, 4),
        worth_low=round(worth.low, 4),
        worth_high=round(worth.high, 4),
        hours=round(work.hours.value, 4),
        hours_low=round(work.hours.low, 4),
        hours_high=round(work.hours.high, 4),
        skill=work.skill,
        unit=unit,
        reasons=[*as_reasons(parts), *_notes(work, unit, found.area, heavy)],
        parts=[part.row() for part in parts],
        work=[task.row() for task in work.tasks],
        network=facts.networks.network.get(seller),
        tags=_tags(goods, found),
    )


def _notes(work: Work, unit: str, area: str | None, heavy: bool) -> Iterator[Reason]:
    yield Reason("hours", 0.0, detail=work.detail)
    where = f"The trade names {area}: {unit}." if area else f"No area is known: {unit}."
    yield Reason("unit", 0.0, detail=where)
    if heavy and unit != national_unit():
        yield national_too()


def _parts(goods: Goods, facts: LeadFacts, found: Found, way: Way, rules: Rules) -> Iterator[Part]:
    data, user_only = rules.worth, _user_only(goods, rules)
    what = f"{goods.commodity or 'goods not read'}, {_written(goods)}"
    yield harm(data, goods.kind, what, goods.amount, goods.heaviest or goods.messages[0], user_only)
    if user_only:
        yield user_quantity(data)
    dangerous = danger(data, found.dangers.split("|") if found.dangers else [])
    if dangerous is not None:
        yield dangerous
    yield reaches(data, goods.copies, goods.texts)
    if found.ghost is None or found.ghost_low is None or found.ghost_high is None:
        yield supply_is_real(0.5, 0.0, 1.0)
    else:
        yield supply_is_real(found.ghost, found.ghost_low, found.ghost_high)
    yield can_be_identified(data, way.name, way.detail, way.messages)
    signs = _signs(goods, facts, found)
    yield from urgent(data, signs)
    effect = network_effect(data, signs)
    if effect is not None:
        yield effect


def _user_only(goods: Goods, rules: Rules) -> bool:
    return goods.user_only and goods.kind in rules.worth.user_quantity.classes


def _signs(goods: Goods, facts: LeadFacts, found: Found) -> Signs:
    evidence = facts.evidence.get(goods.seller_id, Evidence())
    return Signs(
        silent_days=max(goods.silent_days or 0, 0),
        last_day=goods.last_day,
        commodities=tuple(name for name in goods.commodities.split(", ") if name),
        missing_share=evidence.missing_share,
        moved_accounts=evidence.moved_accounts,
        roles=tuple(zip(found.roles or (), found.chances or (), strict=True)),
        tied=facts.networks.tied.get(goods.seller_id, 0),
    )


def _tags(goods: Goods, found: Found) -> list[str]:
    """What the minima of a plan may speak of: scale, weapons, dangers and goods."""
    flags = (("bulk", goods.bulk), ("weapons", goods.weapons), ("user-quantity-only", goods.user_only))
    dangers = found.dangers.split("|") if found.dangers else []
    goods_named = [name for name in goods.commodities.split(", ") if name]
    return sorted({name for name, applies in flags if applies} | set(dangers) | set(goods_named))


def _by_account(goods: Goods) -> Way:
    if goods.numbered:
        return Way("account-number", "Only Telegram's own number of the account", tuple(goods.messages))
    return Way("none", "Nothing but a display name", tuple(goods.messages))


def _written(goods: Goods) -> str:
    if goods.quantity is None:
        return "no amount named"
    return f"{goods.quantity:.10g} {unit_word(goods.unit, goods.quantity)}".strip()


def _title(goods: Goods) -> str:
    if not goods.commodity:
        return "offers goods that were not read"
    others = [name for name in goods.commodities.split(", ") if name and name != goods.commodity]
    more = f"; also {', '.join(others)}" if others else ""
    title = (
        f"{goods.commodity}, up to {_written(goods)}{more}" if goods.quantity else f"{goods.commodity}{more}"
    )
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
