"""The best set of leads for the hours of the units: an exact 0/1 plan, and the greedy one beside it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_SLACK = 1e-6  # hours: what float sums may miss
_NODES = (
    20_000  # branch-and-bound nodes: a limit in work, not in time, so that every machine gives the same plan
)


@dataclass(frozen=True, slots=True)
class Options:
    """Every way to spend hours: option k gives `lead[k]` to `unit[k]`. Leads and units are numbers from 0."""

    lead: Ints
    unit: Ints
    worth: Floats  # per option
    hours: Floats  # per option
    capacity: Floats  # per unit
    leads: int


@dataclass(frozen=True, slots=True)
class Solution:
    """The chosen options, and whether no better plan exists (to the accuracy of the solver)."""

    chosen: NDArray[np.bool_]
    proven: bool


def greedy(options: Options) -> NDArray[np.bool_]:
    """The options chosen by worth per hour, the best first, each if its unit still has the hours."""
    rate = options.worth / np.maximum(options.hours, 1e-9)
    return _fill(options, np.lexsort((options.unit, options.lead, -options.worth, -rate)))


def best_set(options: Options) -> Solution:
    """The options with the greatest total worth.

    A linear relaxation bounds what is possible. Options whose reduced cost is larger than the gap between that bound
    and the best plan at hand can be fixed without losing the optimum; the few that are left go to the exact solver.
    """
    fits = options.hours <= options.capacity[options.unit] + _SLACK
    useful = np.flatnonzero(fits & (options.worth > 0))
    chosen = np.zeros(len(options.lead), bool)
    if not len(useful):
        return Solution(chosen, True)
    part = _subset(options, useful, options.capacity)
    inner = _solve(part)
    chosen[useful[inner.chosen]] = True
    return Solution(chosen, inner.proven)


def _solve(options: Options) -> Solution:
    limits, borders = _limits(options)
    # The stubs of scipy know dense limits only; sparse ones are documented and needed here.
    relaxed = linprog(-options.worth, A_ub=limits, b_ub=borders, bounds=(0, 1), method="highs")  # type: ignore[call-overload]
    if relaxed.status != 0:
        return _exact(options, greedy(options))
    gains = -np.asarray(relaxed.upper.marginals) - np.asarray(relaxed.lower.marginals)
    rounded = _fill(options, np.lexsort((options.unit, options.lead, -gains, -relaxed.x)))
    known = max((greedy(options), rounded), key=lambda plan: float(options.worth[plan].sum()))
    gap = -float(relaxed.fun) - float(options.worth[known].sum())
    margin = 1e-7 * max(1.0, abs(float(relaxed.fun)))
    always = (np.asarray(relaxed.upper.marginals) < -gap - margin) & (relaxed.x > 1 - 1e-9)
    never = (np.asarray(relaxed.lower.marginals) > gap + margin) & (relaxed.x < 1e-9)
    spent = np.bincount(options.unit[always], weights=options.hours[always], minlength=len(options.capacity))
    taken = np.isin(options.lead, options.lead[always])
    free = np.flatnonzero(~always & ~never & ~taken)
    core = _subset(options, free, options.capacity - spent)
    inside = _exact(core, known[free])
    chosen = always.copy()
    chosen[free[inside.chosen]] = True
    return Solution(chosen, inside.proven)


def _exact(options: Options, known: NDArray[np.bool_]) -> Solution:
    if not len(options.lead):
        return Solution(np.zeros(0, bool), True)
    limits, borders = _limits(options)
    # Among equally good plans the earlier leads win: a nudge far below any difference in worth that matters.
    nudge = 1e-9 * options.worth.max() * (1 - options.lead / max(options.leads, 1))
    answer = milp(
        -(options.worth + nudge),
        integrality=np.ones(len(options.lead), np.int64),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(limits, -np.inf, borders),
        options={"mip_rel_gap": 0.0, "node_limit": _NODES},
    )
    if answer.x is None:
        return Solution(known, False)
    chosen = np.asarray(answer.x) > 0.5
    valid = bool(np.all(limits @ chosen.astype(float) <= borders + _SLACK))
    if not valid or options.worth[chosen].sum() < options.worth[known].sum():
        return Solution(known, False)
    return Solution(chosen, answer.status == 0)


def _limits(options: Options) -> tuple[csr_array, Floats]:
    count = len(options.lead)
    by_unit = csr_array(
        (options.hours, (options.unit, np.arange(count))), shape=(len(options.capacity), count)
    )
    _, place, times = np.unique(options.lead, return_inverse=True, return_counts=True)
    twice = np.flatnonzero(times[place] > 1)
    rows = np.unique(place[twice], return_inverse=True)[1]
    number = int(rows.max()) + 1 if len(rows) else 0
    once = csr_array((np.ones(len(twice)), (rows, twice)), shape=(number, count))
    return csr_array(vstack([by_unit, once])), np.concatenate([options.capacity, np.ones(number)])


def _subset(options: Options, which: Ints, capacity: Floats) -> Options:
    return Options(
        options.lead[which],
        options.unit[which],
        options.worth[which],
        options.hours[which],
        np.maximum(capacity, 0.0),
        options.leads,
    )


def _fill(options: Options, order: Ints) -> NDArray[np.bool_]:
    left = options.capacity.tolist()
    taken: set[int] = set()
    chosen = np.zeros(len(order), bool)
    lead, unit, hours = options.lead.tolist(), options.unit.tolist(), options.hours.tolist()
    for place in order.tolist():
        if lead[place] not in taken and hours[place] <= left[unit[place]] + _SLACK:
            left[unit[place]] -= hours[place]
            taken.add(lead[place])
            chosen[place] = True
    return chosen
