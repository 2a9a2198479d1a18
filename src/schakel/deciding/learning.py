"""What closed cases teach: hours by kind of work, and the chance to identify by each kind of lead."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import exp, log, sqrt

import msgspec

from schakel.deciding.plan_data import Factor
from schakel.deciding.work import HoursData
from schakel.deciding.worth_data import Identifiable, WorthData
from schakel.records.casework import Outcome

_RESULTS = {"identified", "no-evidence", "real", "ghost"}
_TENTH = 1.2815515655446004  # standard deviations from the middle to the 10th and 90th percentile


def learned_hours(data: HoursData, outcomes: Iterable[Outcome]) -> HoursData:
    """The hours by kind of work, corrected by what closed cases took.

    For each entry the log of spent over estimated hours is taken as normal with unknown mean and spread; the data file
    counts as `learning.hours` cases that took what they should (Gelman et al., Bayesian Data Analysis, 2013, section
    3.3). Low and high are widened or narrowed with the predictive spread. Cases that ended without a result do not count.
    """
    ratios: dict[str, list[float]] = defaultdict(list)
    for case in sorted(outcomes, key=lambda one: one.case_id):
        if not _RESULTS & set(case.verdicts):
            continue
        for kind, cell in sorted(case.cells.items()):
            spent, estimated = case.spent.get(kind, 0.0), case.estimated.get(kind, 0.0)
            if spent > 0 and estimated > 0:
                ratios[cell].append(log(spent / estimated))
    worth = data.learning.hours
    return msgspec.structs.replace(
        data,
        identification=_corrected("identification", data.identification, ratios, worth),
        work=_corrected("work", data.work, ratios, worth),
        cases={cell: len(found) for cell, found in sorted(ratios.items())},
    )


def learned_chances(worth: WorthData, data: HoursData, outcomes: Iterable[Outcome]) -> WorthData:
    """The chances to identify, corrected by how often closed cases did (beta-binomial).

    The data file counts as `learning.chances` cases; only cases closed as identified or without evidence say anything.
    """
    tried: dict[str, list[int]] = defaultdict(list)
    for case in outcomes:
        if "identified" in case.verdicts:
            tried[case.way].append(1)
        elif "no-evidence" in case.verdicts:
            tried[case.way].append(0)
    chance = {
        way: _chance(factor, tried.get(way, []), data.learning.chances)
        for way, factor in worth.identifiable.chance.items()
    }
    cases = sum(len(found) for way, found in tried.items() if way in chance)
    if not cases:
        return worth
    source = f"{worth.identifiable.source}; {cases} closed cases"
    return msgspec.structs.replace(worth, identifiable=Identifiable(chance=chance, source=source))


def _corrected(
    group: str, factors: dict[str, Factor], ratios: dict[str, list[float]], worth: float
) -> dict[str, Factor]:
    return {
        name: _hours(factor, ratios.get(f"{group}.{name}", []), worth) for name, factor in factors.items()
    }


def _hours(prior: Factor, ratios: Sequence[float], worth: float) -> Factor:
    if not ratios:
        return prior
    count, mean = len(ratios), sum(ratios) / len(ratios)
    spread = log(prior.high / prior.low) / (2 * _TENTH)
    total = worth + count
    squares = sum((ratio - mean) ** 2 for ratio in ratios) + worth * count * mean**2 / total
    before = (
        spread**2 * worth / (worth + 1)
    )  # the spread of the file is that of the next case, not of the mean
    variance = (worth * before + squares) / total * (total + 1) / total
    widening = sqrt(variance) / spread if spread > 0 else 1.0
    value = prior.value * exp(count * mean / total)
    low, high = (prior.low / prior.value) ** widening, (prior.high / prior.value) ** widening
    return Factor(round(value, 6), round(value * low, 6), round(value * high, 6))


def _chance(prior: Factor, found: Sequence[int], worth: float) -> Factor:
    if not found:
        return prior
    from scipy.special import betaincinv  # noqa: PLC0415 - loading it takes .2 s, which workspaces without outcomes need not

    yes, no = worth * prior.value + sum(found), worth * (1 - prior.value) + len(found) - sum(found)
    value = yes / (yes + no)
    low, high = (float(betaincinv(yes, no, share)) for share in (0.1, 0.9))
    return Factor(round(value, 6), round(min(low, value), 6), round(max(high, value), 6))
