"""Axes: round steps from the smallest to the largest value."""

from collections.abc import Sequence
from math import ceil, floor, log10


def steps(largest: float, wanted: int = 4, *, whole: bool = False) -> list[float]:
    """Round values from 0 to the first that is not below `largest`: 0, 50, 100, 150. Of counts (`whole`) whole ones."""
    if not largest > 0:
        return [0.0, 1.0]
    raw = max(largest / wanted, 1.0 if whole else 0.0)
    power = 10.0 ** floor(log10(raw))
    rounds = [one * power for one in (1, 2, 2.5, 5, 10)]
    step = next(one for one in rounds if one >= raw * (1 - 1e-9) and (not whole or float(one).is_integer()))
    return [round(step * place, 10) for place in range(ceil(largest / step - 1e-9) + 1)]


def spread(count: int, wanted: int) -> list[int]:
    """About `wanted` places out of `count`, evenly, the first among them."""
    step = max(1, ceil(count / max(wanted, 1)))
    return list(range(0, count, step))


def shares(values: Sequence[float]) -> list[float]:
    """Each value as a share of the largest; nothing above 0 gives 0 throughout."""
    most = max(values, default=0.0)
    return [value / most if most > 0 else 0.0 for value in values]
