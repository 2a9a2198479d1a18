"""What a lead is worth: a plain product of named factors, in expected days of sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log10, sqrt
from typing import Any

import pyarrow as pa

from schakel.deciding.plan_data import Factor, worth_data
from schakel.records.facts import Reason

_LEAST = 1e-4  # a probability of zero would hide how much a lead would be worth if it were not zero


@dataclass(frozen=True, slots=True)
class Named:
    """One factor of the worth, with the sentence that explains its number."""

    rule: str
    factor: Factor
    detail: str
    messages: tuple[str, ...] = ()


def product(factors: Sequence[Named]) -> Factor:
    """The worth: all factors multiplied; low and high by adding their spreads (log scale) as independent."""
    value = sum(log10(one.factor.value) for one in factors)
    below = sqrt(sum((log10(one.factor.value) - log10(one.factor.low)) ** 2 for one in factors))
    above = sqrt(sum((log10(one.factor.high) - log10(one.factor.value)) ** 2 for one in factors))
    return Factor(10**value, 10 ** (value - below), 10 ** (value + above))


def as_reasons(factors: Sequence[Named]) -> list[Reason]:
    """The factors as reasons: each weight is the log10 of its factor, so the weights add up to log10 of the worth."""
    return [
        Reason(one.rule, round(log10(one.factor.value), 6), detail=one.detail, messages=one.messages)
        for one in factors
    ]


def harm(kind: str, commodity: str | None, amount: float | None, written: str, message: str | None) -> Named:
    """Days of sentence for the heaviest offer, by the prosecution guideline for its kind and amount."""
    data = worth_data()["harm"][kind]
    days = float(_days(kind, amount))
    low, high = data["spread"]
    what = f"{commodity or 'goods not read'}, {written}"
    detail = f"{what}: {days:.0f} days as starting point ({data['source']})."
    return Named("harm", Factor(days, days * low, days * high), detail, (message,) if message else ())


def user_quantity() -> Named:
    """User quantities only: counts for less, so that danger goes first."""
    factor = Factor(*worth_data()["user_quantity"]["factor"])
    return Named(
        "user-quantity-only", factor, f"Only user quantities are offered: times {factor.value:g}, a choice."
    )


def supply_is_real(ghost: float, low: float, high: float) -> Named:
    """The chance that real supply stands behind the ads."""
    real = Factor(max(1 - ghost, _LEAST), max(1 - high, _LEAST), max(1 - low, _LEAST))
    detail = f"Real with probability {real.value:.2f} ({real.low:.2f} to {real.high:.2f})."
    return Named("supply-is-real", real, detail)


def can_be_identified(best: str, detail: str, messages: tuple[str, ...]) -> Named:
    """The chance that the person behind can be found from the best lead at hand."""
    factor = Factor(*worth_data()["identifiable"][best])
    return Named("can-be-identified", factor, f"{detail}: {factor.value:.2f}.", messages)


def reaches(copies: int, texts: int) -> Named:
    """How many ads were seen; grows slowly and has a ceiling."""
    data = worth_data()["reach"]
    value = min(1 + data["slope"] * log10(max(copies, 1)), data["most"])
    low, high = data["spread"]
    detail = f"{copies} ads of {texts} texts seen: times {value:.2f}."
    return Named("reach", Factor(value, value * low, value * high), detail)


def urgent(dangers: Sequence[str]) -> Named | None:
    """Danger to life: weapons, opioids of the fentanyl class, minors addressed."""
    known = worth_data()["urgency"]
    found = sorted((Factor(*known[name]).value, name) for name in dangers if name in known)
    if not found:
        return None
    factor = Factor(*known[found[-1][1]])
    return Named("urgency", factor, f"Danger ({', '.join(dangers)}): times {factor.value:g}.")


def fresh(silent_days: int) -> Named:
    """Whether the seller was still active at the end of the data."""
    steps = worth_data()["freshness"]["steps"]
    _, value, low, high = next((step for step in steps if silent_days <= step[0]), steps[-1])
    detail = f"Last ad {silent_days} days before the end of the data: times {value:g}."
    return Named("freshness", Factor(value, low, high), detail)


def harm_tables() -> dict[str, pa.Table]:
    """The harm data as tables for the SQL step: classes, unit_factors, harm_steps, user_classes."""
    data = worth_data()
    classes = [(c, kind) for kind, row in sorted(data["harm"].items()) for c in row["commodities"]]
    units = [
        (kind, unit, float(factor))
        for _, row in sorted(data["measure"].items())
        for kind in row["classes"]
        for unit, factor in sorted(row["units"].items())
    ]
    steps = [step for kind in sorted(data["harm"]) for step in _ranges(kind, data["harm"][kind])]
    kinds, above, up_to, days = zip(*steps, strict=True)
    return {
        "classes": pa.table({"commodity": [c for c, _ in classes], "class": [k for _, k in classes]}),
        "unit_factors": pa.table(
            {"class": [u[0] for u in units], "unit": [u[1] for u in units], "factor": [u[2] for u in units]}
        ),
        "harm_steps": pa.table(
            {
                "class": pa.array(kinds, pa.string()),
                "above": pa.array(above, pa.float64()),
                "up_to": pa.array(up_to, pa.float64()),
                "days": pa.array(days, pa.float64()),
            }
        ),
        "user_classes": pa.table({"class": list(data["user_quantity"]["classes"])}),
    }


def _ranges(kind: str, row: Mapping[str, Any]) -> list[tuple[str, float | None, float | None, float]]:
    borders = [float(up_to) for up_to, _ in row["steps"]]
    above, up_to = [0.0, *borders[:-1]], [*borders[:-1], float("inf")]
    days = [float(step[1]) for step in row["steps"]]
    found = [(kind, a, b, d) for a, b, d in zip(above, up_to, days, strict=True)]
    return [*found, (kind, None, None, float(row["unknown"]))]


@cache
def _steps(kind: str) -> tuple[tuple[float, float], ...]:
    return tuple((float(up_to), float(days)) for up_to, days in worth_data()["harm"][kind]["steps"])


def _days(kind: str, amount: float | None) -> float:
    if amount is None:
        return float(worth_data()["harm"][kind]["unknown"])
    steps = _steps(kind)
    return next((days for up_to, days in steps if amount <= up_to), steps[-1][1])
