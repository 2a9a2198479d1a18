"""Whether an amount is a user's or a trader's."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_TO_BASE = {"kg": ("g", 1000.0), "mg": ("g", 0.001), "l": ("ml", 1000.0)}


@dataclass(frozen=True, slots=True)
class ScaleThresholds:
    """The bounds by commodity and unit: at most the first is retail, from the second on is bulk."""

    bounds: Mapping[tuple[str, str], tuple[float, float]]
    bulk_units: frozenset[str]


@cache
def load_scale_thresholds() -> ScaleThresholds:
    """The thresholds as shipped; their sources stand in the file."""
    table = tomllib.loads(
        files("schakel.lexicons").joinpath("scale_thresholds.toml").read_text(encoding="utf-8")
    )
    bounds = {
        (commodity, row["unit"]): (float(row["retail"]), float(row["bulk"]))
        for row in table["threshold"]
        for commodity in row["commodities"]
    }
    return ScaleThresholds(bounds, frozenset(table["bulk_units"]))


def scale_of(commodity: str | None, quantity: float | None, unit: str | None) -> str | None:
    """`retail`, `bulk`, or None where the amount lies between the two or nothing is known."""
    if commodity is None or quantity is None or unit is None:
        return None
    thresholds = load_scale_thresholds()
    if unit in thresholds.bulk_units:
        return "bulk"
    base, factor = _TO_BASE.get(unit, (unit, 1.0))
    bounds = thresholds.bounds.get((commodity, base))
    if bounds is None:
        return None
    amount = quantity * factor
    if amount <= bounds[0]:
        return "retail"
    return "bulk" if amount >= bounds[1] else None
