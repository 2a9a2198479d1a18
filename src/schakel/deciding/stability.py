"""How stable a choice is: the same plan made again and again with weights and probabilities moved."""

from dataclasses import dataclass, replace

import numpy as np

from schakel.deciding.greedy import greedy
from schakel.deciding.moved_worth import Moved
from schakel.deciding.program import Bools, Floats, Ints, Program
from schakel.deciding.solve import all_rows, search

_SPARE = 20  # options a unit beyond those that its hours can take, by worth per hour
_NEAR = 1e-2  # a simulated plan may be so far from its best: far less than what moving the weights changes
_BETTER = 5e-4  # a plan is proved to this share of the best; what gains less does not displace it
_ROUNDING = 1e-9  # a share of a sum: far more than adding up in another order changes, far less than _BETTER
_FEW = 100  # leads a plan may hold for an exact search in every simulation


@dataclass(frozen=True, slots=True)
class Stability:
    """What became of a plan when its weights moved.

    `share` is the share of simulated plans that take each lead; `worth` the worth of the plan in each simulation,
    `hours` the hours its leads really take, one row a simulation and one column a unit.
    """

    share: Floats
    worth: Floats
    hours: Floats


def stability(program: Program, chosen: Bools, missing: Floats, moved: Moved) -> Stability:
    """Makes the plan once for every row of `moved`, within the same limits.

    Plans of up to about a hundred leads are searched to 1 %; larger ones, in which a single lead matters less, are
    rounded from their linear relaxation and filled by worth per hour. The plan at hand stays where no better one is found.
    """
    count = np.zeros(program.leads)
    exact = int(np.count_nonzero(chosen)) <= _FEW
    some = np.unique(program.lead)
    for worth in moved.worth:
        simulated = replace(program, worth=worth[program.lead])
        if _none_is_better(simulated, chosen, worth[some]):
            count[program.lead[chosen]] += 1
            continue
        found = _plan(simulated, missing, exact)
        stays = simulated.worth[found].sum() <= simulated.worth[chosen].sum() * (1 + _BETTER)
        count[program.lead[chosen if stays else found]] += 1
    spent = np.zeros((len(moved.hours), program.units))
    for unit in range(program.units):
        spent[:, unit] = moved.hours[:, program.lead[chosen & (program.unit == unit)]].sum(axis=1)
    return Stability(
        share=count / max(len(moved.worth), 1),
        worth=moved.worth[:, program.lead[chosen]].sum(axis=1),
        hours=spent,
    )


def _none_is_better(program: Program, chosen: Bools, worth: Floats) -> bool:
    """Whether all leads there are, each of its `worth`, are hardly worth more than the plan at hand: then none is searched.

    So it is in small markets, where hours are not short; a search takes 14 ms, and there are fifty.
    """
    return bool(worth.sum() * (1 + _ROUNDING) <= program.worth[chosen].sum() * (1 + _BETTER))


def _plan(program: Program, missing: Floats, exact: bool) -> Ints:
    core = _core(program)
    part = program.part(core, np.zeros(program.size, bool))
    if exact:
        found = search(part, missing, _NEAR)
        if found is not None:
            return np.asarray(core[found])
    rows, border = all_rows(part, missing)
    from scipy.optimize import linprog  # noqa: PLC0415 - loading it takes .4 s, which few runs need

    relaxed = linprog(-part.worth, A_ub=rows, b_ub=border, bounds=(0, 1), method="highs")  # type: ignore[call-overload]
    taken = np.asarray(relaxed.x) > 1 - 1e-9 if relaxed.status == 0 else None
    return np.asarray(core[greedy(part, taken)])


def _core(program: Program) -> Ints:
    """The options worth looking at: by worth per hour as many as the hours of a unit take, some more, and the wanted."""
    rate = program.worth / np.maximum(program.hours, 1e-9)
    order = np.lexsort((np.arange(program.size), -rate, program.unit))
    unit, hours = program.unit[order], program.hours[order]
    start = np.searchsorted(unit, np.arange(program.units))
    total = np.cumsum(hours) - hours
    before = total - np.concatenate([total, [0.0]])[start][unit]
    inside = before <= program.upper[: program.units][unit]
    takes = np.bincount(unit[inside], minlength=program.units)
    near = np.arange(program.size) - start[unit] < takes[unit] + _SPARE
    return np.unique(np.concatenate([order[near], *_wanted(program, rate)]))


def _wanted(program: Program, rate: Floats) -> list[Ints]:
    """For each minimum the best options that bring it three times over."""
    found: list[Ints] = []
    for want in range(len(program.least)):
        brings = program.wanted[[want]]
        order = brings.indices[np.lexsort((brings.indices, -rate[brings.indices]))]
        enough = int(np.searchsorted(np.cumsum(program.hours[order]), 3 * program.least[want])) + 1
        found.append(order[:enough].astype(np.int64))
    return found
