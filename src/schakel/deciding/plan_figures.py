"""The figures of a plan as a whole: its worth and proof, hours and the risk to overrun, minima, the next hours."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from schakel.deciding.next_hours import Gain
from schakel.deciding.plan_leads import PlanLead
from schakel.deciding.program import Floats, Program
from schakel.deciding.rules import Minimum, PlanRules
from schakel.deciding.solve import Solution
from schakel.deciding.stability import Stability
from schakel.deciding.why import Choice
from schakel.records.conclusions import PLAN_FIGURES
from schakel.records.counted import counted


class Figure(NamedTuple):
    """One row of the table `plan_figures`."""

    what: str
    value: float
    low: float | None
    high: float | None
    detail: str
    unit: str | None = None
    leads: tuple[str, ...] = ()


def whole_plan(choice: Choice, bound: float, simulated: Stability) -> Iterator[Figure]:
    """Worth, the plan beside it, the proof, and how stable the choice is."""
    low, high = _tenths(simulated.worth)
    told = "expected days of sentence of the chosen leads; low and high from the simulations"
    yield Figure("worth", choice.worth, low, high, told)
    yield Figure("greedy-worth", choice.greedy_worth, None, None, "the plan by worth per hour, beside it")
    yield Figure("bound", bound, None, None, "no plan within the same limits can be worth more")
    yield Figure("gap", choice.gap, 0.0, choice.gap, "how far below the bound, as a share: proved by HiGHS")
    shares = [choice.share[k] for k in sorted(choice.taken)]
    if shares:
        told = "share of simulated plans that take a chosen lead: mean, the least stable, the most stable of them"
        yield Figure("stability", float(np.mean(shares)), min(shares), max(shares), told)


def hours_of_units(
    units: Sequence[str], capacity: Mapping[str, float], planned: Floats, simulated: Stability
) -> Iterator[Figure]:
    """For each unit the hours planned with their bounds, and the share of simulations in which they run over."""
    for place, unit in enumerate(units):
        spent = simulated.hours[:, place]
        low, high = _tenths(spent)
        told = f"hours planned of {capacity[unit]:g}; low and high from the simulations"
        yield Figure("hours", float(planned[place]), low, high, told, unit)
        if len(spent):
            over = float(np.mean(spent > capacity[unit] + 1e-9))
            told = "share of simulations in which the chosen leads take more than the hours at hand"
            yield Figure("overrun", over, None, None, told, unit)


def next_hours_of_units(
    units: Sequence[str], gains: Sequence[Gain], rows: Sequence[PlanLead], hours: float
) -> Iterator[Figure]:
    """For each unit what the next hours would buy."""
    for unit, gain in zip(units, gains, strict=True):
        comes, goes = ([rows[k].lead_id for k in some] for some in (gain.comes_in, gain.goes_out))
        instead = f" in place of {len(goes)}" if goes else ""
        more = f"{hours:g} {'hour' if hours == 1 else 'hours'} more"
        told = f"{more} would bring in {counted(len(comes), 'lead')}{instead}"
        if not comes:
            told = f"{more} would bring in nothing"
        yield Figure("next-hours", gain.worth, None, None, told, unit, tuple(comes))


def minima(program: Program, solution: Solution, wanted: Sequence[Minimum]) -> Iterator[Figure]:
    """For each minimum the hours it gets, and what of it cannot be reached."""
    got = program.wanted @ solution.chosen.astype(float) if program.size else np.zeros(len(wanted))
    for place, one in enumerate(wanted):
        missing = float(solution.missing[place])
        lacks = f"; {missing:g} hours of it cannot be filled with the leads there are" if missing > 0 else ""
        yield Figure(
            "minimum", float(got[place]), None, None, f"hours for {one.name}, {one.hours:g} wanted{lacks}"
        )


def not_started(rows: Sequence[PlanLead], rules: PlanRules) -> Iterator[Figure]:
    """How many leads are left out because work on them is under way."""
    going = [row.lead_id for row in rows if row.under_way]
    if going:
        told = "leads left out because work on them is under way"
        yield Figure("under-way", float(len(going)), None, None, told, None, tuple(going))
    tried = [row.lead_id for row in rows if row.tried and not row.under_way]
    if tried:
        told = (
            "leads left out because a case on them was closed and nothing better to identify by has come up"
        )
        yield Figure("worked-on-before", float(len(tried)), None, None, told, None, tuple(tried))
    yield Figure("simulations", float(rules.simulations), None, None, f"plans simulated, seed {rules.seed}")


def figures_table(figures: Sequence[Figure]) -> pa.Table:
    """The table `plan_figures`."""
    columns = {name: [getattr(figure, name) for figure in figures] for name in PLAN_FIGURES.names}
    arrays = {name: pa.array(column, PLAN_FIGURES.field(name).type) for name, column in columns.items()}
    return pa.table(arrays, schema=PLAN_FIGURES)


def _tenths(values: Floats) -> tuple[float | None, float | None]:
    if not len(values):
        return None, None
    low, high = np.quantile(values, [0.1, 0.9])
    return float(low), float(high)
