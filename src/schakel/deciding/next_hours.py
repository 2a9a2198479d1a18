"""What some hours more would buy in each unit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from schakel.deciding.program import SLACK, Bools, Bounds, Candidate, Program, make_program
from schakel.deciding.solve import search

_NEAR = 1e-4


@dataclass(frozen=True, slots=True)
class Gain:
    """Days of worth gained, and the leads that come in and go out for it."""

    worth: float
    comes_in: tuple[int, ...] = ()
    goes_out: tuple[int, ...] = ()


def next_hours(
    candidates: Sequence[Candidate], bounds: Bounds, taken: dict[int, int], hours: float
) -> list[Gain]:
    """For each unit what `hours` more would add to the plan `taken` (lead -> unit), if the others keep their leads."""
    wider = make_program(candidates, replace(bounds, capacity=[free + hours for free in bounds.capacity]))
    now = np.array(
        [
            taken.get(lead) == unit
            for lead, unit in zip(wider.lead.tolist(), wider.unit.tolist(), strict=True)
        ],
        bool,
    )
    return [_gain(wider, now, unit, bounds.capacity) for unit in range(wider.units)]


def _gain(wider: Program, now: Bools, unit: int, capacity: Sequence[float]) -> Gain:
    others, own = now & (wider.unit != unit), now & (wider.unit == unit)
    mine = np.flatnonzero((wider.unit == unit) & ~np.isin(wider.lead, wider.lead[others]))
    if not len(mine):
        return Gain(0.0)
    upper = wider.upper.copy()
    others_hours = [place for place in range(wider.units) if place != unit]
    upper[others_hours] = np.asarray(capacity)[others_hours]
    part = replace(wider, upper=upper).part(mine, others)
    missing = np.maximum(part.least - part.wanted @ own[mine].astype(float), 0.0)
    found = search(part, missing, _NEAR)
    if found is None:
        return Gain(0.0)
    new, old = set(wider.lead[mine[found]].tolist()), set(wider.lead[own].tolist())
    gained = float(wider.worth[mine[found]].sum() - wider.worth[own].sum())
    if gained <= SLACK:
        return Gain(0.0)
    return Gain(gained, tuple(sorted(new - old)), tuple(sorted(old - new)))
