"""Chooses the leads for the hours at hand, and says why the others wait."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from schakel.deciding.capacity import Capacity, parse_hours
from schakel.deciding.greedy import greedy
from schakel.deciding.moved_worth import moved
from schakel.deciding.next_hours import next_hours
from schakel.deciding.plan_figures import (
    Figure,
    figures_table,
    hours_of_units,
    minima,
    next_hours_of_units,
    not_started,
    whole_plan,
)
from schakel.deciding.plan_leads import PlanLead, plan_leads
from schakel.deciding.program import Bounds, Candidate, Program, Wanted, make_program
from schakel.deciding.reason_lists import reason_lists
from schakel.deciding.rules import Rules
from schakel.deciding.solve import Solution, best_plan
from schakel.deciding.stability import Stability, stability
from schakel.deciding.why import Choice, Why
from schakel.records.casework import UnderWay
from schakel.records.conclusions import PLAN
from schakel.records.tables import check

__all__ = ["Capacity", "choose", "make_plan", "parse_hours"]

_NOTHING: Mapping[str, Sequence[UnderWay]] = {}


class _Planned(NamedTuple):
    """What was solved: the leads, what is short, the program and its best plan."""

    rows: list[PlanLead]
    units: list[str]
    bounds: Bounds
    candidates: list[Candidate]
    program: Program
    solution: Solution


def choose(leads: pa.Table, capacity: Capacity, rules: Rules | None = None) -> pa.Table:
    """The table `plan`: every lead with chosen or not, the unit that takes it, its rank, and why."""
    return make_plan(leads, capacity, rules or Rules.default(), _NOTHING)["plan"]


def make_plan(
    leads: pa.Table,
    capacity: Capacity,
    rules: Rules,
    under_way: Mapping[str, Sequence[UnderWay]] = _NOTHING,
) -> dict[str, pa.Table]:
    """The tables `plan` and `plan_figures`.

    The chosen set has the greatest total worth that the hours and skills of the units, the limit a network and the
    minima allow; what is under way (by seller) is left to those who are at it, and what was worked on waits for a better
    way to identify. A lead in bulk or weapons may go to the
    national unit as well as to its own. Chosen leads come first, by worth.
    """
    leads = check(leads, "leads").sort_by("lead_id")
    planned = _solve(leads, capacity, rules, under_way)
    draws = moved(leads, rules.plan.simulations, rules.plan.seed)
    program, solution = planned.program, planned.solution
    simulated = stability(program, solution.chosen, solution.missing, draws)
    choice = _choice(planned, simulated)
    figures = _figures(planned, choice, simulated, capacity, rules)
    return {"plan": _table(planned.rows, choice, capacity, rules), "plan_figures": figures_table(figures)}


def _solve(
    leads: pa.Table, capacity: Capacity, rules: Rules, under_way: Mapping[str, Sequence[UnderWay]]
) -> _Planned:
    rows = plan_leads(leads, under_way, rules.worth.identifiable.chance)
    units = sorted(capacity.hours)
    number = {unit: place for place, unit in enumerate(units)}
    candidates = [row.candidate(number) for row in rows]
    bounds = Bounds(
        capacity=[float(capacity.hours[unit]) for unit in units],
        skills={
            (number[unit], kind): hours
            for unit, some in rules.plan.skills.items()
            for kind, hours in some.items()
            if unit in number
        },
        per_network=rules.plan.per_network,
        wanted=[
            Wanted(
                one.name,
                one.hours,
                frozenset(one.tags),
                frozenset(number[unit] for unit in one.units if unit in number) or _nowhere(one.units),
            )
            for one in rules.plan.minimum
        ],
    )
    program = make_program(candidates, bounds)
    return _Planned(rows, units, bounds, candidates, program, best_plan(program))


def _nowhere(units: Sequence[str]) -> frozenset[int]:
    """A minimum for units without hours can be reached nowhere; one that names no unit is for all together."""
    return frozenset({-1}) if units else frozenset()


def _choice(planned: _Planned, simulated: Stability) -> Choice:
    program, chosen = planned.program, planned.solution.chosen
    simple = greedy(program) if program.size else np.zeros(0, bool)
    lead, unit = program.lead.tolist(), program.unit.tolist()
    return Choice(
        taken={lead[k]: planned.units[unit[k]] for k in np.flatnonzero(chosen).tolist()},
        greedy=frozenset(lead[k] for k in np.flatnonzero(simple).tolist()),
        worth=float(program.worth[chosen].sum()),
        greedy_worth=float(program.worth[simple].sum()),
        gap=planned.solution.gap(program),
        share=simulated.share.tolist(),
    )


def _figures(
    planned: _Planned, choice: Choice, simulated: Stability, capacity: Capacity, rules: Rules
) -> list[Figure]:
    program, solution, units = planned.program, planned.solution, planned.units
    hours = program.limits[: program.units] @ solution.chosen.astype(float)
    number = {unit: place for place, unit in enumerate(units)}
    taken = {lead: number[unit] for lead, unit in choice.taken.items()}
    gains = next_hours(planned.candidates, planned.bounds, taken, rules.plan.next_hours)
    return [
        *whole_plan(choice, solution.bound, simulated),
        *hours_of_units(units, capacity.hours, hours, simulated),
        *minima(program, solution, rules.plan.minimum),
        *next_hours_of_units(units, gains, planned.rows, rules.plan.next_hours),
        *not_started(planned.rows, rules.plan),
    ]


def _table(rows: list[PlanLead], choice: Choice, capacity: Capacity, rules: Rules) -> pa.Table:
    order = sorted(range(len(rows)), key=lambda k: (k not in choice.taken, -rows[k].worth, rows[k].lead_id))
    why = Why(rows, choice, capacity.hours, rules)
    columns = {
        "rank": range(1, len(order) + 1),
        "lead_id": [rows[k].lead_id for k in order],
        "seller_id": [rows[k].seller_id for k in order],
        "unit": [choice.taken.get(k, rows[k].unit) for k in order],
        "chosen": [k in choice.taken for k in order],
        "worth": [rows[k].worth for k in order],
        "hours": [rows[k].hours for k in order],
        "greedy": [k in choice.greedy for k in order],
        "stability": [round(choice.share[k], 6) for k in order],
    }
    arrays = {name: pa.array(column, PLAN.field(name).type) for name, column in columns.items()}
    return pa.table({**arrays, "reasons": reason_lists([why.reasons(k) for k in order])}, schema=PLAN)
