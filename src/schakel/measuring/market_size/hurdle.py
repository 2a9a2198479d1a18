"""Hurdle models: being seen exactly once has its own chance, more or less than the law would give.

Chlebicki and Beręsewicz (2026), Journal of Statistical Software 115(1).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.market_size.count_families import CountFamily
from schakel.measuring.market_size.delta import Model, population_of, too_many_parameters
from schakel.measuring.market_size.fit import Fit, refusal
from schakel.measuring.market_size.truncated_fit import Laws, TruncatedFit

Numbers = NDArray[np.float64]


def truncated_hurdle(family: CountFamily, laws: Laws) -> Fit:
    """All accounts, where those seen once have their own chance among the seen."""

    def missing(never: float, once: float, _: float) -> float:
        return never / (1 - once)

    return _hurdle(f"ztHurdle{family.name}", family, laws, missing)


def hurdle_truncated(family: CountFamily, laws: Laws) -> Fit:
    """All accounts, where being seen once has its own chance among all."""

    def missing(never: float, once: float, share: float) -> float:
        # The chance of exactly one sighting among all that gives `share` among the seen.
        seen = 1 - once - never
        own = share * seen / (1 - once - share * never)
        return (1 - own) * never / (1 - once)

    return _hurdle(f"Hurdlezt{family.name}", family, laws, missing)


def _hurdle(
    method: str, family: CountFamily, laws: Laws, missing: Callable[[float, float, float], float]
) -> Fit:
    table = laws.table
    fitted = too_many_parameters(family.parameters + 1, table) or laws.fit(family, 2)
    if isinstance(fitted, TruncatedFit) and not table.f(1):
        fitted = "nobody was seen exactly once"
    if not isinstance(fitted, TruncatedFit):
        return refusal(method, "all accounts", fitted)
    share, law = table.f(1) / table.seen, fitted.family
    spread = np.pad(fitted.covariance, ((0, 1), (0, 1)))
    spread[-1, -1] = share * (1 - share) / table.seen

    def unseen(theta: Numbers) -> float:
        return missing(*law.chances(theta[:-1]), float(theta[-1]))

    def size(theta: Numbers) -> float:
        return table.seen / (1 - unseen(theta))

    def chance(theta: Numbers) -> float:
        return table.seen * unseen(theta) / (1 - unseen(theta)) ** 2

    height = fitted.loglik + table.f(1) * np.log(share) + (table.seen - table.f(1)) * np.log1p(-share)
    assumes = f"{family.words}, but being seen exactly once has a chance of its own"
    theta = np.append(fitted.theta, share)
    return population_of(
        Model(method, "all accounts", assumes, theta, spread, size, chance, float(height)), table
    )
