"""Chooses the leads for the hours at hand, and says why the others wait."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log10

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.deciding.capacity import Capacity, parse_hours
from schakel.deciding.knapsack import Options, Solution, best_set, greedy
from schakel.deciding.reason_lists import reason_lists
from schakel.deciding.rules import Rules
from schakel.deciding.units import national_unit
from schakel.records.facts import Reason
from schakel.records.tables import PLAN, check

__all__ = ["Capacity", "choose", "parse_hours"]


@dataclass(frozen=True, slots=True)
class Lead:
    """One lead as the plan needs it; weights are log10 of the factors in its worth, None where it has no such factor."""

    lead_id: str
    seller_id: str
    unit: str
    worth: float
    hours: float
    national_too: bool
    real: float | None
    identified: float | None
    user_only: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Who takes which lead, by its place in the list; the same for the greedy plan beside it."""

    taken: dict[int, str]
    greedy: frozenset[int]
    greedy_worth: float
    worth: float
    proven: bool


def choose(leads: pa.Table, capacity: Capacity, rules: Rules | None = None) -> pa.Table:
    """The table `plan`: every lead with chosen or not, the unit that takes it, its rank, and why.

    The chosen set has the greatest total worth that the hours of the units allow (0/1 knapsack over units, solved
    exactly). A lead in bulk or weapons may go to the national unit as well as to its own. Chosen leads come first,
    by worth.
    """
    rows = _leads(check(leads, "leads"))
    choice = _choice(rows, capacity)
    order = sorted(range(len(rows)), key=lambda k: (k not in choice.taken, -rows[k].worth, rows[k].lead_id))
    why = _Why(rows, choice, capacity, rules or Rules.default())
    columns = {
        "rank": range(1, len(order) + 1),
        "lead_id": [rows[k].lead_id for k in order],
        "seller_id": [rows[k].seller_id for k in order],
        "unit": [choice.taken.get(k, rows[k].unit) for k in order],
        "chosen": [k in choice.taken for k in order],
        "worth": [rows[k].worth for k in order],
        "hours": [rows[k].hours for k in order],
    }
    nothing = {name: [None] * len(order) for name in PLAN.names if name != "reasons"}
    arrays = {name: pa.array(column, PLAN.field(name).type) for name, column in (nothing | columns).items()}
    return pa.table({**arrays, "reasons": reason_lists([why.reasons(k) for k in order])}, schema=PLAN)


def _leads(table: pa.Table) -> list[Lead]:
    table = table.sort_by("lead_id")
    weights = {
        rule: _weights(table, rule)
        for rule in ("national-too", "supply-is-real", "can-be-identified", "user-quantity-only")
    }
    names = ("lead_id", "seller_id", "unit", "worth", "hours")
    columns = zip(*(table.column(name).to_pylist() for name in names), strict=True)
    return [
        Lead(
            lead_id=lead_id,
            seller_id=seller_id,
            unit=unit or national_unit(),
            worth=worth or 0.0,
            hours=hours or 0.0,
            national_too=row in weights["national-too"],
            real=weights["supply-is-real"].get(row),
            identified=weights["can-be-identified"].get(row),
            user_only=row in weights["user-quantity-only"],
        )
        for row, (lead_id, seller_id, unit, worth, hours) in enumerate(columns)
    ]


def _weights(table: pa.Table, rule: str) -> dict[int, float]:
    reasons = table.column("reasons").combine_chunks()
    flat = pc.list_flatten(reasons)
    wanted = pc.equal(pc.struct_field(flat, "rule"), rule)
    owners = pc.list_parent_indices(reasons).filter(wanted).to_pylist()
    return dict(zip(owners, pc.struct_field(flat, "weight").filter(wanted).to_pylist(), strict=True))


def _choice(rows: list[Lead], capacity: Capacity) -> Choice:
    units = sorted(capacity.hours)
    options = _options(rows, units, capacity)
    solution = best_set(options) if len(options.lead) else Solution(np.zeros(0, bool), True)
    simple = greedy(options) if len(options.lead) else np.zeros(0, bool)
    lead, unit = options.lead.tolist(), options.unit.tolist()
    return Choice(
        taken={lead[k]: units[unit[k]] for k in np.flatnonzero(solution.chosen).tolist()},
        greedy=frozenset(lead[k] for k in np.flatnonzero(simple).tolist()),
        greedy_worth=float(options.worth[simple].sum()),
        worth=float(options.worth[solution.chosen].sum()),
        proven=solution.proven,
    )


def _options(rows: list[Lead], units: list[str], capacity: Capacity) -> Options:
    number = {unit: place for place, unit in enumerate(units)}
    pairs = [(k, number[unit]) for k, row in enumerate(rows) for unit in _may_take(row) if unit in number]
    lead = np.array([k for k, _ in pairs], np.int64)
    worth, hours = np.array([row.worth for row in rows]), np.array([row.hours for row in rows])
    return Options(
        lead=lead,
        unit=np.array([unit for _, unit in pairs], np.int64),
        worth=worth[lead] if len(lead) else np.zeros(0),
        hours=hours[lead] if len(lead) else np.zeros(0),
        capacity=np.array([float(capacity.hours[unit]) for unit in units]),
        leads=len(rows),
    )


def _may_take(row: Lead) -> tuple[str, ...]:
    national = national_unit()
    return (row.unit, national) if row.national_too and row.unit != national else (row.unit,)


class _Why:
    """Puts into words why a lead was chosen or waits."""

    def __init__(self, rows: list[Lead], choice: Choice, capacity: Capacity, rules: Rules) -> None:
        self._rows, self._choice, self._capacity = rows, choice, capacity
        self._limits = rules.worth.waiting
        self._spent: dict[str, float] = {}
        self._lowest: dict[str, float] = {}
        for k, unit in sorted(choice.taken.items()):
            self._spent[unit] = self._spent.get(unit, 0.0) + rows[k].hours
            self._lowest[unit] = min(self._lowest.get(unit, np.inf), _rate(rows[k]))

    def reasons(self, k: int) -> list[Reason]:
        """All reasons for one lead."""
        found = list(self._chosen(k) if k in self._choice.taken else self._waits(k))
        if (k in self._choice.taken) != (k in self._choice.greedy):
            here, there = self._choice.worth, self._choice.greedy_worth
            other = "would leave it" if k in self._choice.taken else "would take it"
            detail = (
                f"Picking by worth per hour {other}; that plan is worth {there:.1f}, this one {here:.1f}."
            )
            found.append(Reason("greedy-differs", 0.0, detail=detail))
        if not self._choice.proven:
            detail = "The search was cut short; a slightly better plan may exist."
            found.append(Reason("not-proven-best", 0.0, detail=detail))
        return found

    def _chosen(self, k: int) -> Iterator[Reason]:
        row, unit = self._rows[k], self._choice.taken[k]
        detail = f"{row.hours:g} of the {self._capacity.hours[unit]:g} hours of {unit}, {_rate(row):.2f} days of sentence an hour."
        yield Reason("chosen", 0.0, detail=detail)

    def _waits(self, k: int) -> Iterator[Reason]:
        row = self._rows[k]
        yield self._hours_reason(row)
        if row.real is not None and row.real < log10(self._limits.ghost_below):
            yield Reason(
                "waits-probably-a-ghost", row.real, detail=f"Real with probability {10**row.real:.2f}."
            )
        if row.identified is not None and row.identified < log10(self._limits.little_below):
            detail = f"Chance to identify the person: {10**row.identified:.2f}."
            yield Reason("waits-too-little-to-go-on", row.identified, detail=detail)
        if row.user_only:
            yield Reason("waits-user-quantity-only", 0.0, detail="Only user quantities are offered.")

    def _hours_reason(self, row: Lead) -> Reason:
        units = [unit for unit in _may_take(row) if self._capacity.hours.get(unit, 0.0) > 0]
        if not units:
            return Reason("waits-no-hours-given", 0.0, detail=f"No hours were given for {row.unit}.")
        most = max(self._capacity.hours[unit] for unit in units)
        if row.hours > most:
            detail = f"Needs {row.hours:g} hours; {' and '.join(units)} has {most:g}."
            return Reason("waits-too-large", 0.0, detail=detail)
        if row.worth <= 0:
            return Reason("waits-worth-nothing", 0.0, detail="Its worth is nothing.")
        left = {unit: self._capacity.hours[unit] - self._spent.get(unit, 0.0) for unit in units}
        told = ", ".join(
            f"{unit} has {left[unit]:.4g} of {self._capacity.hours[unit]:g} hours left" for unit in units
        )
        lowest = min(self._lowest.get(unit, np.inf) for unit in units)
        detail = (
            f"{told}; this lead gives {_rate(row):.2f} days an hour, the least of those chosen {lowest:.2f}."
        )
        return Reason("waits-hours-ran-out", 0.0, detail=detail)


def _rate(row: Lead) -> float:
    return row.worth / row.hours if row.hours > 0 else row.worth
