"""Finds the laws that a table supports: a coarse look at all of them, then a closer look where they fit."""

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.market_size.rate_laws import (
    LEAST_RATE,
    SPREAD_LAWS,
    TWO_KINDS_WORDS,
    SpreadLaw,
    coarse_chances,
    coarse_means,
    two_kinds,
)
from schakel.measuring.market_size.supported import ROOM, Laws, Tables, held, together

Numbers = NDArray[np.float64]

_NEAR = 2 * ROOM + 2  # log-likelihood; laws within this of the best are looked at more closely
_WIDE = 6 * ROOM  # laws within this of the best are kept, for tables like this one too
_STEPS = np.linspace(-3.2, 3.2, 25)  # mean rates looked at around the best one, in standard errors
_PRICE = 1.0  # of one parameter more (Akaike, 1974)


def laws_near(table: Tables) -> Laws:
    """The laws around those that fit the (first) table best, of all three ways in which rates may differ."""
    groups = [(_closer(law, table), law.words, 0.0) for law in SPREAD_LAWS]
    return together([*groups, (_two_kinds_near(table), TWO_KINDS_WORDS, _PRICE)])


def laws_on_the_grid(table: Tables) -> Laws:
    """Those of three thousand fixed laws that come near the (first) table: quicker, for tables of some hundred."""
    height = _heights(_grid_laws().chances, table)
    near = height > height.max() - _WIDE
    return Laws(_grid_laws().chances[near], _grid_laws().group[near], _grid_laws().words, _grid_laws().prices)


@cache
def _grid_laws() -> Laws:
    groups = [(_flat(coarse_chances(law)), law.words, 0.0) for law in SPREAD_LAWS]
    kinds = _flat(two_kinds(*_two_kinds_grid(*_starting_grid(10, 14, 7))))
    return together([*groups, (kinds, TWO_KINDS_WORDS, _PRICE)])


def _closer(law: SpreadLaw, table: Tables) -> Numbers:
    """Chances of the laws of one kind: all spreads, then those that fit, then those around the best."""
    spreads = np.array(law.spreads)
    wide, height = _around_the_best_means(law, spreads, coarse_chances(law), table)
    near = np.flatnonzero(height > height.max() - _NEAR)
    first, last = max(near[0] - 1, 0), min(near[-1] + 1, len(spreads) - 1)
    spreads = np.linspace(math.sqrt(spreads[first]), math.sqrt(spreads[last]), 15) ** 2
    close, height = _around_the_best_means(law, spreads, None, table)
    best = int(height.argmax())
    spreads = np.linspace(spreads[max(best - 1, 0)], spreads[min(best + 1, 14)], 9)
    closest, _ = _around_the_best_means(law, spreads, None, table)
    return np.concatenate([wide, close, closest])


def _around_the_best_means(
    law: SpreadLaw, spreads: Numbers, chances: Numbers | None, table: Tables
) -> tuple[Numbers, Numbers]:
    """For each spread the laws with means around the best one, and how high the likelihood gets there."""
    logs = np.log(coarse_means())
    if chances is None:
        chances = law.chances(*np.broadcast_arrays(coarse_means()[None, :], spreads[:, None]))
    height = _heights(chances, table)
    rows, step = np.arange(len(spreads)), float(logs[1] - logs[0])
    best = np.clip(height.argmax(axis=1), 1, len(logs) - 2)
    before, here, after = height[rows, best - 1], height[rows, best], height[rows, best + 1]
    bend = np.maximum(-(before - 2 * here + after) / step**2, 1e-3)
    middle = logs[best] + np.clip((after - before) / (2 * step) / bend, -1.5 * step, 1.5 * step)
    width = np.minimum(1 / np.sqrt(bend), 0.7)
    means = np.exp(middle[:, None] + width[:, None] * _STEPS)
    found = law.chances(*np.broadcast_arrays(means, spreads[:, None]))
    return _flat(found), _heights(found, table).max(axis=1)


def _two_kinds_near(table: Tables) -> Numbers:
    """For each rate of the kind that is seen less, the laws around the best of the other rate and of the shares."""
    low, ratio, odds = _starting_grid(14, 22, 11)
    found = []
    for _ in range(5):
        chances = two_kinds(*_two_kinds_grid(low, ratio, odds))
        found.append(_flat(chances))
        height = _heights(chances, table).reshape(len(low), -1)
        one, two = np.divmod(height.argmax(axis=1), odds.shape[1])
        ratio, odds = _around(ratio, one), _around(odds, two)
    return np.concatenate(found)


def _starting_grid(lows: int, ratios: int, shares: int) -> tuple[Numbers, Numbers, Numbers]:
    low = np.geomspace(LEAST_RATE, 16 * LEAST_RATE, lows)
    ratio = np.broadcast_to(np.log(np.geomspace(0.1, 40.0, ratios)), (lows, ratios))
    return low, ratio, np.broadcast_to(np.linspace(-3.0, 3.0, shares), (lows, shares))


def _two_kinds_grid(low: Numbers, ratio: Numbers, odds: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Rates and shares as [low rate, other rate, share]; `ratio` is the log of (other rate / low rate - 1)."""
    high = low[:, None] * (1 + np.exp(ratio))
    share = 1 / (1 + np.exp(-odds))
    one, two, part = np.broadcast_arrays(low[:, None, None], high[:, :, None], share[:, None, :])
    return one, two, part


def _around(grid: Numbers, best: NDArray[np.int64]) -> Numbers:
    step = float(grid[0, 1] - grid[0, 0])
    return np.asarray(grid[np.arange(len(grid)), best][:, None] + step * np.linspace(-1.3, 1.3, 8))


def _heights(chances: Numbers, table: Tables) -> Numbers:
    one = Tables(table.counts[:1], table.beyond[:1])
    return held(_flat(chances), one, throwaways=True).height[:, 0].reshape(chances.shape[:-1])


def _flat(chances: Numbers) -> Numbers:
    return chances.reshape(-1, chances.shape[-1])
