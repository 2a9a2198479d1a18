"""How prices changed: of the same seller, goods and amount before and after, beside sellers that were not touched."""

import math

import numpy as np
import pyarrow as pa
from scipy.special import stdtrit

from schakel.measuring.interventions.change import Change

_LEAST = 3  # sellers on either side


def price_change(rows: pa.Table, touched: set[str], untouched: set[str]) -> Change:
    """The change of prices of touched sellers beyond that of untouched ones, with Welch's 95 % interval.

    `rows` is the answer of `seller_prices`. One figure a seller: the mean change over its goods and amounts.
    """
    moved: dict[str, list[float]] = {}
    for row in rows.to_pylist():
        moved.setdefault(row["seller_id"], []).append(row["after"] - row["before"])
    own, other = (
        np.array([float(np.mean(moved[name])) for name in sorted(moved) if name in group])
        for group in (touched, untouched)
    )
    if min(len(own), len(other)) < _LEAST:
        return Change(None, None, None, "", "few-sellers")
    parts = [float(np.var(one, ddof=1)) / len(one) for one in (own, other)]
    error = math.sqrt(max(sum(parts), 1e-8))
    freedom = max(sum(parts), 1e-8) ** 2 / max(
        sum(part**2 / (len(one) - 1) for part, one in zip(parts, (own, other), strict=True)), 1e-12
    )
    wide = error * float(stdtrit(max(freedom, 1.0), 0.975))
    found = float(own.mean() - other.mean())
    return Change(math.expm1(found), math.expm1(found - wide), math.expm1(found + wide), "sellers")
