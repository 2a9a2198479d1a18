"""The best plan for the hours at hand, and the proof of how good it is."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array, vstack

from schakel.deciding.greedy import greedy
from schakel.deciding.program import SLACK, Bools, Floats, Ints, Program
from schakel.deciding.silence import silent_libraries

_NEAR = 30  # options a unit, nearest to the border of the relaxation, that the first exact search decides
_WIDER = 3  # how many times more the second search decides; a third decides all that can matter
# A plan proved so near to the best is not improved further, and a search over many options stops at half of it: to
# close the last part takes 3 to 10 times as long (measured on 10,000 leads), and no weight is known so well.
_ENOUGH = 5e-4
_MANY = 500
_SCALE = 1e5  # the largest worth as the solver sees it
_NUDGE = 1e-3
# Branch-and-bound nodes: a limit in work, not in time, so that every machine gives the same plan.
_NODES = 20_000
_INFEASIBLE = 2  # as scipy's milp numbers its endings


@dataclass(frozen=True, slots=True)
class Solution:
    """The chosen options, an upper bound on the worth of any plan, and hours wanted that cannot be reached."""

    chosen: Bools
    bound: float
    missing: Floats

    def gap(self, program: Program) -> float:
        """How far the plan may be from the best one, as a share of its worth; 0 is proved best."""
        worth = float(program.worth[self.chosen].sum())
        return max(0.0, self.bound - worth) / worth if worth > 0 else float(self.bound > SLACK)


def best_plan(program: Program) -> Solution:
    """The plan with the greatest total worth, proved by the solver (HiGHS, through scipy).

    1. what is wanted first: the most hours towards each minimum that can be reached at all
    2. a linear relaxation gives an upper bound and, for every option, what it costs to decide otherwise
    3. an exact search decides the options nearest to the border; the others are left as the relaxation has them
    4. no plan that decides one of those otherwise can be worth more than the bound less its cost; the search is
       widened until that proves the plan to be within .05 % of the best
    """
    if not program.size:
        return Solution(np.zeros(0, bool), 0.0, np.maximum(program.least, 0.0))
    missing = _missing(program)
    rows, border = all_rows(program, missing)
    # The stubs of scipy know dense limits only; sparse ones are documented and needed here.
    from scipy.optimize import linprog  # noqa: PLC0415 - loading it takes .4 s, which few runs need

    relaxed = linprog(-program.worth, A_ub=rows, b_ub=border, bounds=(0, 1), method="highs")  # type: ignore[call-overload]
    if relaxed.status != 0:  # the solver gave up; the plan that explains itself still stands, without a proof
        return Solution(greedy(program), float(program.worth.sum()), missing)
    upper, lower = np.asarray(relaxed.upper.marginals), np.asarray(relaxed.lower.marginals)
    # What it costs the bound to decide otherwise than the relaxation; nothing where that is undecided.
    regret = np.where(relaxed.x > 1 - 1e-9, -upper, np.where(relaxed.x < 1e-9, lower, 0.0))
    chosen, bound = _widening(program, missing, np.asarray(relaxed.x), regret, -float(relaxed.fun))
    return Solution(chosen, bound, missing)


def _widening(
    program: Program, missing: Floats, relaxed: Floats, regret: Floats, relaxed_worth: float
) -> tuple[Bools, float]:
    order = np.sort(regret)
    near = min(_NEAR * program.units, program.size)
    best, worth, bound = np.zeros(program.size, bool), -np.inf, relaxed_worth
    for attempt in range(program.size):  # a few times; every time more is decided
        settled = regret > order[near - 1]
        chosen, inside = _decide(program, missing, settled, relaxed)
        outside = relaxed_worth - float(regret[settled].min()) if settled.any() else -np.inf
        if chosen is not None:
            bound = min(bound, max(inside, outside))
            if program.worth[chosen].sum() > worth:
                best, worth = chosen, float(program.worth[chosen].sum())
        if not settled.any() or bound - worth <= _ENOUGH * max(worth, SLACK):
            break
        # Whatever costs more than this plan lacks of the relaxation cannot be part of a better one.
        useful = int(np.searchsorted(order, relaxed_worth - worth, side="right"))
        if useful <= near:
            break
        near = useful if attempt and worth > -np.inf else min(_WIDER * near, useful)
    if worth == -np.inf:  # every search ran out of nodes; the plan that explains itself still stands
        best = greedy(program)
        worth = float(program.worth[best].sum())
    return best, max(bound, worth)


def _decide(program: Program, missing: Floats, settled: Bools, relaxed: Floats) -> tuple[Bools | None, float]:
    """The best plan among those that follow the relaxation wherever it is settled, and a bound on their worth."""
    always = settled & (relaxed > 0.5)
    taken = np.isin(program.lead, program.lead[always])
    free = np.flatnonzero(~settled & ~taken)
    if not program.fits(always):
        return None, -np.inf
    chosen, bound = _exact(program.part(free, always), missing, program.size)
    if chosen is None:
        return None, bound
    whole = always.copy()
    whole[free[chosen]] = True
    return whole, bound + float(program.worth[always].sum())


def _exact(program: Program, missing: Floats, whole: int) -> tuple[Bools | None, float]:
    """The best plan of a part and a bound on its worth; no plan if none keeps to the rows. `whole` has so many options."""
    if not program.size:
        reached = bool(np.all(program.least - missing <= 2 * SLACK))
        return (np.zeros(0, bool) if reached else None), 0.0
    rows, border = all_rows(program, missing)
    # Among equally good plans the earlier leads win: a nudge far below any difference in worth that matters,
    # on a scale on which the solver's absolute tolerance (1e-6) does not hide it.
    unit = _SCALE / program.worth.max()
    near = _ENOUGH / 2 if whole > _MANY else 0.0
    answer = _milp(program.worth * unit + _NUDGE * (1 - program.lead / program.leads), rows, border, near)
    if answer.x is None:
        return None, -np.inf if answer.status == _INFEASIBLE else float(program.worth.sum())
    chosen = np.asarray(answer.x) > 0.5
    bound = float(program.worth.sum())
    if answer.mip_dual_bound is not None:
        bound = min(bound, -float(answer.mip_dual_bound) / unit)
    if not np.all(rows @ chosen.astype(float) <= border + 2 * SLACK):
        return None, bound
    return chosen, bound


def _milp(worth: Floats, rows: csr_array, border: Floats, near: float = 0.0):  # type: ignore[no-untyped-def]
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - loading it takes .4 s, which few runs need

    with silent_libraries():
        return milp(
            -worth,
            integrality=np.ones(len(worth), np.int64),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(rows, -np.inf, border),
            # Presolve gains nothing on so few options (measured: twice the time on 6,000).
            options={"mip_rel_gap": near, "node_limit": _NODES, "presolve": False},
        )


def search(program: Program, missing: Floats, near: float) -> Bools | None:
    """The options of a plan within `near` (a share) of the best; None if no plan keeps to the rows."""
    if not program.size:
        return np.zeros(0, bool)
    rows, border = all_rows(program, missing)
    answer = _milp(program.worth * (_SCALE / program.worth.max()), rows, border, near)
    if answer.x is None:
        return None
    chosen = np.asarray(answer.x) > 0.5
    return chosen if np.all(rows @ chosen.astype(float) <= border + 2 * SLACK) else None


def all_rows(program: Program, missing: Floats) -> tuple[csr_array, Floats]:
    """Limits and minima as rows of one kind: not more than the border."""
    least = program.least - missing - SLACK
    return csr_array(vstack([program.limits, -program.wanted])), np.concatenate([program.upper, -least])


def _missing(program: Program) -> Floats:
    """The hours that are wanted and that no plan can give, one minimum after the other."""
    missing = np.maximum(program.least, 0.0)
    for want in range(len(missing)):
        brings = np.flatnonzero(program.wanted[[want]].toarray()[0])
        if not len(brings):
            continue
        # Reach what was reached before, then as much of this one as can be.
        earlier = [k for k in range(want) if program.least[k] > 0]
        which = np.unique(np.concatenate([brings, *(program.wanted[[k]].indices for k in earlier)]))
        missing[want] = _shortfall(program, which, earlier, missing, want)
    return missing


def _shortfall(program: Program, which: Ints, earlier: list[int], missing: Floats, want: int) -> float:
    part = program.part(which, np.zeros(program.size, bool))
    rows = csr_array(vstack([part.limits, -part.wanted[earlier], part.wanted[[want]]]))
    border = np.concatenate([part.upper, -(part.least - missing - SLACK)[earlier], [_above(part, want)]])
    answer = _milp(part.wanted[[want]].toarray()[0] + 1e-6, rows, border)
    if answer.x is None:
        return float(max(program.least[want], 0.0))
    reached = float((part.wanted[[want]] @ (np.asarray(answer.x) > 0.5).astype(float))[0])
    return max(0.0, float(program.least[want]) - reached)


def _above(part: Program, want: int) -> float:
    """A minimum need not be passed by more than one lead: keeps the search short."""
    brings = part.wanted[[want]].data
    return float(part.least[want] + (brings.max() if len(brings) else 0.0))
