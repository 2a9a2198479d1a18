"""How much of the trade a few sellers hold: Lorenz curve (Lorenz, 1905), Gini coefficient (Gini, 1914), top shares."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

_POINTS = 20
_TOPS = {"top-1-percent": 0.01, "top-5-percent": 0.05, "top-10-percent": 0.10, "top-20-percent": 0.20}


def gini(held: Numbers) -> float:
    """0 if all hold the same, towards 1 if one holds all. Without anything: 0."""
    ranked = np.sort(held)
    many, total = len(ranked), float(ranked.sum())
    if many < 2 or total <= 0:
        return 0.0
    return float(((2 * np.arange(1, many + 1) - many - 1) * ranked).sum() / (many * total))


def lorenz(held: Numbers) -> list[tuple[float, float]]:
    """Points (share of sellers, share of all that they hold), smallest sellers first, straight lines between."""
    ranked = np.concatenate([[0.0], np.cumsum(np.sort(held))])
    if len(ranked) < 2 or ranked[-1] <= 0:
        return []
    across = np.linspace(0.0, 1.0, len(ranked))
    shares = np.linspace(0.0, 1.0, _POINTS + 1)
    return [
        (float(x), float(y))
        for x, y in zip(shares, np.interp(shares, across, ranked / ranked[-1]), strict=True)
    ]


def top_shares(held: Numbers) -> Mapping[str, tuple[float, int]]:
    """Share of all that is held by the largest sellers, and how many these are (at least one)."""
    ranked = np.sort(held)[::-1]
    total = float(ranked.sum())
    found = {}
    for name, share in _TOPS.items():
        many = max(round(share * len(ranked)), 1) if len(ranked) else 0
        found[name] = (float(ranked[:many].sum()) / total if total else 0.0, many)
    return found
