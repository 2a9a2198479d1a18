"""Bounds by drawing the table again and again, with the same seed the same bounds.

The semi-parametric bootstrap: first how many would be seen, then how often each of them (Böhning and Friedl, 2021).
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from schakel.measuring.market_size.fit import Fit
from schakel.measuring.market_size.frequencies import Frequencies, frequencies

Estimator = Callable[[Frequencies], Fit]

_ENOUGH = 0.9  # a method that gives up on more than a tenth of the redrawn tables has no bootstrap bounds


def bootstrapped(fit: Fit, estimator: Estimator, table: Frequencies, draws: int, seed: int) -> Fit:
    """The fit with 95 % bounds from `draws` redrawn tables; as it was, where it is refused or gives up too often."""
    if fit.refused or fit.estimate is None:
        return fit
    found = []
    for drawn in _redrawn(table, max(fit.estimate, table.seen), draws, seed):
        again = estimator(drawn)
        if again.estimate is not None:
            found.append(again.estimate)
    if len(found) < max(_ENOUGH * draws, 2):
        return replace(
            fit, why=f"{fit.why} (bounds not redrawn: it failed on {draws - len(found)} of {draws} tables)"
        )
    low, high = np.quantile(found, [0.025, 0.975])
    return replace(fit, low=float(low), high=float(high), se=float(np.std(found, ddof=1)))


def _redrawn(table: Frequencies, population: float, draws: int, seed: int) -> list[Frequencies]:
    chance = np.random.default_rng(seed)
    shares = np.array(table.accounts, dtype=np.float64) / table.seen
    tables = []
    for seen in chance.binomial(round(population), min(table.seen / population, 1.0), size=draws):
        drawn = chance.multinomial(max(int(seen), 1), shares)
        tables.append(frequencies(dict(zip(table.times, map(int, drawn), strict=True))))
    return tables
