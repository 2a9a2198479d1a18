"""One price level per seller: how dear it is over all goods and amounts for which it asks a price.

A single price says little, and few goods have many sellers. So the prices of all are taken as a sum of two parts, what such goods
cost here and how dear the seller is, and both are found in turn as medians of what the other leaves (median polish; Tukey 1977).
A seller of rare goods is so held against others whose level shows in their common goods. Some ghosts ask too little, and
nobody asks more than is usual to sell nothing: what is usual lies a little above the middle of the levels, and how far real
sellers lie apart is seen from there up.
"""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_ROUNDS = 6
_NORMAL = 1.4826  # of a median of distances, for the standard deviation of a normal


def price_levels(cells: pa.Table, sellers: int, limits: Mapping[str, float]) -> pa.Table:
    """One row per seller: comparisons, the prices of others in them, level as a robust z and as a ratio to the usual price
    (none where too few others ask a price), and the texts.
    """
    cells = _believed(cells, sellers, limits["price_believed"])
    seller, cell = (cells.column(name).to_numpy().astype(np.int64) for name in ("seller_no", "cell"))
    others = np.bincount(seller, cells.column("others").to_numpy(), minlength=sellers)
    compared = np.bincount(seller, minlength=sellers)
    level, _ = _levels(seller, cell, cells.column("apart").to_numpy(), sellers)
    told = others >= limits["price_other_sellers"]
    z = np.zeros(sellers)
    if told.any():
        level = level - np.quantile(level[told], limits["price_usual_part"])
        above = level[told & (level >= -1e-9)]
        z = level / max(_NORMAL * float(np.median(above)), limits["price_least_spread"])
    return pa.table(
        {
            "compared": pa.array(compared, pa.int64()),
            "others": pa.array(others.astype(np.int64), pa.int64()),
            "z": pa.array(np.round(z, 4), pa.float64(), mask=~told),
            "ratio": pa.array(np.round(np.exp(level), 4), pa.float64(), mask=~told),
            "priced": _texts(cells, seller, sellers, int(limits["listed_messages"])),
        }
    )


def _believed(cells: pa.Table, sellers: int, times: float) -> pa.Table:
    """The cells without those that ask so many times what is usual, or so many times less: that is no bargain but an amount or a
    price that was read wrongly, or other goods under one name.
    """
    seller, cell = (cells.column(name).to_numpy().astype(np.int64) for name in ("seller_no", "cell"))
    apart = cells.column("apart").to_numpy()
    _, usual = _levels(seller, cell, apart, sellers)
    return cells.filter(pa.array(np.abs(apart - usual[cell]) <= np.log(times)))


def _levels(seller: Ints, cell: Ints, apart: Floats, sellers: int) -> tuple[Floats, Floats]:
    """The level of every seller (0 where it asks no price that can be compared), and what is usual in each cell."""
    cells, level = int(cell.max(initial=-1)) + 1, np.zeros(sellers)
    usual = np.zeros(cells)
    for _ in range(_ROUNDS):
        usual = _medians(cell, apart - level[seller], cells)
        level = _medians(seller, apart - usual[cell], sellers)
    return np.round(level, 6), np.round(usual, 6)


def _medians(group: Ints, values: Floats, groups: int) -> Floats:
    """The median of the values of each group; 0 where there are none."""
    ordered = np.append(values[np.lexsort((values, group))], 0.0)
    many = np.bincount(group, minlength=groups)
    first = np.cumsum(many) - many
    middle = (
        ordered[first + np.maximum(many - 1, 0) // 2] + ordered[np.minimum(first + many // 2, len(values))]
    ) / 2.0
    return np.where(many > 0, middle, 0.0)


def _texts(cells: pa.Table, seller: Ints, sellers: int, most: int) -> pa.Array:
    """The first texts of each seller that were compared."""
    found: list[set[int]] = [set() for _ in range(sellers)]
    for number, texts in zip(seller.tolist(), cells.column("texts").to_pylist(), strict=True):
        found[number].update(texts)
    return pa.array([sorted(texts)[:most] or None for texts in found], pa.list_(pa.int64()))
