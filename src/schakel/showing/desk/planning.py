"""The plan as the desk shows it: as it stands, and as it would be with other hours and weights."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from schakel.deciding.basis import Basis
from schakel.deciding.capacity import Capacity
from schakel.deciding.choose import make_plan
from schakel.deciding.rules import Rules
from schakel.records.tables import SCHEMAS
from schakel.road import Road
from schakel.showing.desk.reasons import ShownReason, shown_reasons
from schakel.showing.plan_hours import hours_of_the_plan, keep_in_settings, tell_kept
from schakel.showing.summary import plan_figures
from schakel.store.casebook.casework import Casework
from schakel.store.engine import Engine
from schakel.store.settings import read_settings
from schakel.store.workspace import Workspace, working_in

_SQL = files("schakel.showing.desk.sql")
CHOSEN, WAITING = 120, 40  # rows listed
_DRAWS = 20  # simulated plans of a what-if: enough to see a tenth
STEPS = range(-4, 5)  # of a weight: each step is a factor of the square root of 2
_ALWAYS = ("minors", "weapons", "bulk", "user-quantity-only")
_WEIGHTS = 8  # sliders
_OF_ALL = ["lead_id", "rank", "chosen", "unit", "worth"]  # what is looked at of every lead in the plan
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One lead in the plan, with why it is chosen or waits; `change` is in, out or empty against the plan that stands."""

    lead: Row
    why: list[ShownReason]
    change: str


@dataclass(frozen=True, slots=True)
class Unit:
    """The hours of one unit: at hand, planned with bounds, the chance of more, and what the next hours would bring."""

    name: str
    at_hand: float
    planned: float
    low: float | None
    high: float | None
    overrun: float | None
    chosen: int
    waiting: int
    next_hours: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The plan, or what it would be; `before` is the worth of the plan that stands where this one is only a what-if."""

    units: list[Unit]
    chosen: list[PlanRow]
    waiting: list[PlanRow]
    chosen_count: int
    waiting_count: int
    whole: dict[str, Row]
    before: float | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Other hours by unit, and steps of weight by tag."""

    hours: Mapping[str, float]
    steps: Mapping[str, int]


def basis_of(workspace: Workspace, casework: Casework) -> Basis:
    """What the plan of a workspace rests on, with the hours that it was made for."""
    settings = read_settings(workspace.settings)
    rules = Rules.of(settings.worth, settings.effort, settings.plan, casework.outcomes())
    return Basis(hours_of_the_plan(workspace), rules, casework.under_way())


def as_it_stands(engine: Engine, basis: Basis) -> PlanPage:
    """The plan of the tables."""
    plan = engine.read("plan", _OF_ALL)
    return _page(engine, plan, plan_figures(engine), basis.capacity, plan)


def as_it_would_be(engine: Engine, basis: Basis, what_if: WhatIf) -> PlanPage:
    """The plan with other hours and weights. Nothing is kept."""
    leads = _weighed(engine.read("leads"), what_if.steps)
    capacity = Capacity(dict(sorted(what_if.hours.items())))
    limits = msgspec.structs.replace(basis.rules.plan, simulations=min(basis.rules.plan.simulations, _DRAWS))
    going = basis.by_seller(engine.read("sellers", ["seller_id", "member_id"]))
    made = make_plan(leads, capacity, replace(basis.rules, plan=limits), going)
    return _page(
        engine,
        made["plan"],
        made["plan_figures"].to_pylist(),
        capacity,
        engine.read("plan", _OF_ALL),
        what_if=True,
    )


def weights_of(engine: Engine) -> list[str]:
    """The tags that can be weighed: those that units speak of, and what is offered most."""
    tags = pc.list_flatten(engine.read("leads", ["tags"]).column("tags"))
    counted = sorted(
        (-row["counts"], row["values"]) for row in pc.value_counts(tags).to_pylist() if row["values"]
    )
    known = [tag for _, tag in counted]
    first = [tag for tag in _ALWAYS if tag in known]
    return [*first, *(tag for tag in known if tag not in first)][:_WEIGHTS]


def factor(step: int) -> float:
    """What a step of weight multiplies worth by: 4 at the most, a quarter at the least."""
    return float(2 ** (step / 2))


def save_hours(workspace: Workspace, road: Road, casework: Casework, hours: Capacity, why: str) -> None:
    """Makes the plan anew for these hours and keeps them; refused while a run is at work."""
    basis = replace(basis_of(workspace, casework), capacity=hours)
    with working_in(workspace):
        keep_in_settings(workspace, hours)
        tell_kept(road.ledger, hours, why, "desk")
        road.decide(basis)


def _weighed(leads: pa.Table, steps: Mapping[str, int]) -> pa.Table:
    """The leads with their worth multiplied by the factors of their tags."""
    changed = {tag: factor(step) for tag, step in steps.items() if step}
    if not changed:
        return leads
    factors = []
    for tags in leads.column("tags").to_pylist():
        product = 1.0
        for tag in tags or ():
            product *= changed.get(tag, 1.0)
        factors.append(product)
    times = pa.array(factors, pa.float64())
    for name in ("worth", "worth_low", "worth_high"):
        place = leads.schema.get_field_index(name)
        leads = leads.set_column(place, leads.schema.field(name), pc.multiply(leads.column(name), times))
    return leads


def _page(
    engine: Engine,
    plan: pa.Table,
    figures: list[Row],
    capacity: Capacity,
    standing: pa.Table,
    *,
    what_if: bool = False,
) -> PlanPage:
    known = {(row["what"], row["unit"]): row for row in figures}
    chosen = plan.filter(pc.fill_null(plan["chosen"], False)).sort_by("rank")
    waiting = plan.filter(pc.invert(pc.fill_null(plan["chosen"], False))).sort_by("rank")
    stood = standing.filter(pc.fill_null(standing["chosen"], False))
    before = set(stood["lead_id"].to_pylist())
    moved = _moved_first(waiting, before) if what_if else waiting
    return PlanPage(
        units=_units(capacity, known, plan),
        chosen=_rows(engine, chosen.slice(0, CHOSEN), before if what_if else None),
        waiting=_rows(engine, moved.slice(0, WAITING), before if what_if else None),
        chosen_count=chosen.num_rows,
        waiting_count=waiting.num_rows,
        whole={what: row for (what, unit), row in known.items() if unit is None},
        before=float(pc.sum(stood["worth"]).as_py() or 0.0) if what_if else None,
    )


def _moved_first(waiting: pa.Table, before: set[str]) -> pa.Table:
    """Those that fall out of the plan first, since that is what is asked."""
    out = pc.is_in(waiting["lead_id"], value_set=pa.array(sorted(before), pa.string()))
    return pa.concat_tables([waiting.filter(out), waiting.filter(pc.invert(out))])


def _units(capacity: Capacity, known: Mapping[tuple[str, str | None], Row], plan: pa.Table) -> list[Unit]:
    counted = plan.group_by(["unit", "chosen"]).aggregate([([], "count_all")]).to_pylist()
    counts: dict[tuple[str, bool], int] = {}
    for row in counted:
        counts[row["unit"], bool(row["chosen"])] = (
            counts.get((row["unit"], bool(row["chosen"])), 0) + row["count_all"]
        )
    units = []
    for name in sorted({*capacity.hours, *(unit for unit, _ in counts if unit)}):
        planned, overrun = known.get(("hours", name), {}), known.get(("overrun", name), {})
        units.append(
            Unit(
                name=name,
                at_hand=float(capacity.hours.get(name, 0.0)),
                planned=float(planned.get("value") or 0.0),
                low=planned.get("low"),
                high=planned.get("high"),
                overrun=overrun.get("value"),
                chosen=counts.get((name, True), 0),
                waiting=counts.get((name, False), 0),
                next_hours=str(known.get(("next-hours", name), {}).get("detail") or ""),
            )
        )
    return units


def _whole(engine: Engine, plan: pa.Table) -> list[Row]:
    """These rows of the plan with all that stands in them, in their order."""
    if "reasons" in plan.column_names:
        rows: list[Row] = plan.to_pylist()
        return rows
    wanted = plan["lead_id"].to_pylist()
    found = engine.some("plan", SCHEMAS["plan"].names, "lead_id", wanted).to_pylist()
    by_lead = {row["lead_id"]: row for row in found}
    return [by_lead[lead] for lead in wanted if lead in by_lead]


def _rows(engine: Engine, plan: pa.Table, before: set[str] | None) -> list[PlanRow]:
    told = engine.step(_SQL / "plan_leads.sql", tables={"wanted": plan.select(["lead_id"])}).to_pylist()
    leads = {row["lead_id"]: row for row in told}
    rows = []
    for row in _whole(engine, plan):
        change = ""
        if before is not None and row["chosen"] != (row["lead_id"] in before):
            change = "in" if row["chosen"] else "out"
        rows.append(PlanRow(leads.get(row["lead_id"], {}) | row, shown_reasons(row["reasons"] or []), change))
    return rows
