"""The best set of leads for the hours of the units: an exact 0/1 plan, and the greedy one beside it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack

from schakel.deciding.silence import silent_libraries

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_SLACK = 1e-6  # hours: what float sums may miss
_NEAR = 30  # options per unit, nearest to the border of the relaxation, that the first exact search decides
_SCALE = 1e5  # the largest worth as the solver sees it
_NUDGE = 1e-3
# Branch-and-bound nodes: a limit in work, not in time, so that every machine gives the same plan.
_NODES = 20_000


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

    First every option goes that has enough better ones before it. A linear relaxation bounds what is possible. An exact search over the options nearest to its border gives a very
    good plan. Whatever would cost more than the gap between that plan and the bound cannot be part of a better one;
    if any other option is left, a second exact search decides it.
    """
    fits = options.hours <= options.capacity[options.unit] + _SLACK
    useful = np.flatnonzero(fits & (options.worth > 0))
    useful = useful[~_outdone(_subset(options, useful, options.capacity))]
    chosen = np.zeros(len(options.lead), bool)
    if not len(useful):
        return Solution(chosen, True)
    part = _subset(options, useful, options.capacity)
    inner = _solve(part)
    chosen[useful[inner.chosen]] = True
    return Solution(chosen, inner.proven)


def _outdone(options: Options) -> NDArray[np.bool_]:
    """Options that some best plan does without.

    A lead outdoes another in a unit if it is worth as much and takes no more hours. If all that outdo it would need,
    together with it, more hours than all units they may go to, one of them is idle and can take its place.
    """
    outdone = np.zeros(len(options.lead), bool)
    rank = np.lexsort((options.lead, options.hours, -options.worth))
    for unit in range(len(options.capacity)):
        inside = rank[options.unit[rank] == unit]
        others = np.unique(options.unit[np.isin(options.lead, options.lead[inside])])
        room = float(options.capacity[others].sum()) + _SLACK
        hours = options.hours[inside]
        for level in np.unique(hours):
            small = hours <= level
            needed = np.cumsum(np.where(small, hours, 0.0))
            outdone[inside[(hours == level) & (needed > room)]] = True
    return outdone


def _solve(options: Options) -> Solution:
    limits, borders = _limits(options)
    # The stubs of scipy know dense limits only; sparse ones are documented and needed here.
    relaxed = linprog(-options.worth, A_ub=limits, b_ub=borders, bounds=(0, 1), method="highs")  # type: ignore[call-overload]
    if relaxed.status != 0:
        return _exact(options, greedy(options))
    upper, lower = np.asarray(relaxed.upper.marginals), np.asarray(relaxed.lower.marginals)
    bound = -float(relaxed.fun)
    # What it costs the bound to decide otherwise than the relaxation; nothing where that is undecided.
    regret = np.where(relaxed.x > 1 - 1e-9, -upper, np.where(relaxed.x < 1e-9, lower, 0.0))
    near = np.sort(regret)[min(_NEAR * len(options.capacity), len(regret)) - 1]
    first = _decide(options, regret > near, relaxed.x, greedy(options))
    margin = 1e-7 * max(1.0, abs(bound))
    gap = bound - float(options.worth[first.chosen].sum()) + margin
    settled = regret > gap
    if np.all(settled[regret > near]):
        return first
    return _decide(options, settled, relaxed.x, first.chosen)


def _decide(
    options: Options, settled: NDArray[np.bool_], relaxed: Floats, known: NDArray[np.bool_]
) -> Solution:
    """The best plan among those that follow the relaxation wherever it is settled; never worse than `known`."""
    always = settled & (relaxed > 0.5)
    spent = np.bincount(options.unit[always], weights=options.hours[always], minlength=len(options.capacity))
    taken = np.isin(options.lead, options.lead[always])
    free = np.flatnonzero(~settled & ~taken)
    inside = _exact(_subset(options, free, options.capacity - spent), None)
    chosen = always.copy()
    chosen[free[inside.chosen]] = True
    if options.worth[known].sum() > options.worth[chosen].sum():
        return Solution(known, inside.proven)
    return Solution(chosen, inside.proven)


def _exact(options: Options, known: NDArray[np.bool_] | None) -> Solution:
    nothing = np.zeros(len(options.lead), bool) if known is None else known
    if not len(options.lead):
        return Solution(nothing, True)
    limits, borders = _limits(options)
    # Among equally good plans the earlier leads win: a nudge far below any difference in worth that matters,
    # on a scale on which the solver's absolute tolerance (1e-6) does not hide it.
    scaled = options.worth * (_SCALE / options.worth.max()) + _NUDGE * (1 - options.lead / options.leads)
    with silent_libraries():
        answer = milp(
            -scaled,
            integrality=np.ones(len(options.lead), np.int64),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(limits, -np.inf, borders),
            # Presolve gains nothing on so few options (measured: twice the time on 6,000).
            options={"mip_rel_gap": 0.0, "node_limit": _NODES, "presolve": False},
        )
    if answer.x is None:
        return Solution(nothing, False)
    chosen = np.asarray(answer.x) > 0.5
    if not np.all(limits @ chosen.astype(float) <= borders + _SLACK):
        return Solution(nothing, False)
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
