"""One-inflated models: besides the law there are extra accounts that are seen exactly once (throwaways).

Godwin and Böhning (2017), JRSS C 66, 425-448; Böhning and Friedl (2024). Two forms with the same likelihood:
`ztoi...` counts the extra accounts as they are; `oizt...` lets them stand for accounts of the law. (The package
singleRcapture used the two names the other way round in some versions; here they are as in its fits of 2026.)
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.market_size.count_families import CountFamily
from schakel.measuring.market_size.delta import Model, population_of, too_many_parameters
from schakel.measuring.market_size.fit import Fit, refusal
from schakel.measuring.market_size.frequencies import Frequencies
from schakel.measuring.market_size.likelihood import covariance, peak
from schakel.measuring.market_size.truncated_fit import Laws, TruncatedFit

Numbers = NDArray[np.float64]
Chances = Callable[[float, float, float], float]


def inflated_then_truncated(family: CountFamily, laws: Laws) -> Fit:
    """All accounts, the extra ones that are seen once counted as they are."""
    assumes = f"{family.words}; besides them, accounts that are seen exactly once and then dropped"
    return _one_inflated(
        f"ztoi{family.name}", family, laws, assumes, lambda never, extra: (1 - extra) * never
    )


def truncated_then_inflated(family: CountFamily, laws: Laws) -> Fit:
    """All accounts, where accounts seen once too often would have been seen more often but hid after the first time."""
    assumes = f"{family.words}; some stay out of sight after they were seen once"
    return _one_inflated(f"oizt{family.name}", family, laws, assumes, lambda never, extra: never)


def _one_inflated(
    method: str, family: CountFamily, laws: Laws, assumes: str, unseen: Callable[[float, float], float]
) -> Fit:
    table = laws.table
    why = too_many_parameters(family.parameters + 1, table)
    fitted = why or laws.fit(family, 2)
    if not isinstance(fitted, TruncatedFit):
        return refusal(method, "all accounts", fitted)
    law = fitted.family
    extra = _extra_share(fitted, table)
    if extra <= 0:
        # Fewer seen once than the law wants: nothing is inflated, and what is left is the plain model.
        plain = laws.fit(family, 1)
        if not isinstance(plain, TruncatedFit):
            return refusal(method, "all accounts", plain)
        law, theta, spread, height = (
            plain.family,
            np.append(plain.theta, 0.0),
            _padded(plain.covariance),
            plain.loglik,
        )
        assumes += "; the table shows no such accounts, so this is the plain model"
    else:
        loglik = _loglik(law, table)
        theta = peak(loglik, np.append(fitted.theta, np.log(extra / (1 - extra))))
        found = covariance(loglik, theta)
        if found is None:
            return refusal(method, "all accounts", "the law and the extra accounts cannot be told apart")
        spread, height = found, loglik(theta)
    inflated = extra > 0

    def missing(theta: Numbers) -> float:
        never = law.chances(theta[:-1])[0]
        share = 1 / (1 + np.exp(-theta[-1])) if inflated else 0.0
        return unseen(never, _before_truncation(float(share), never))

    def size(theta: Numbers) -> float:
        return table.seen / (1 - missing(theta))

    def chance(theta: Numbers) -> float:
        return table.seen * missing(theta) / (1 - missing(theta)) ** 2

    return population_of(Model(method, "all accounts", assumes, theta, spread, size, chance, height), table)


def _loglik(law: CountFamily, table: Frequencies) -> Callable[[Numbers], float]:
    """The log-likelihood of (law, share of extra accounts among those seen)."""
    y, f = table.from_times(2)

    def loglik(theta: Numbers) -> float:
        never, once = law.chances(theta[:-1])
        share = 1 / (1 + np.exp(-theta[-1]))
        seen = 1 - never
        rest = f @ law.log_chance(y, theta[:-1]) + f.sum() * np.log((1 - share) / seen)
        return float(rest + table.f(1) * np.log(share + (1 - share) * once / seen))

    return loglik


def _extra_share(fitted: TruncatedFit, table: Frequencies) -> float:
    """Which share of the accounts seen are extra, according to the law of those seen twice or more."""
    never, once = fitted.family.chances(fitted.theta)
    expected = once / (1 - never)
    return (table.f(1) / table.seen - expected) / (1 - expected)


def _before_truncation(share: float, never: float) -> float:
    """The share of extra accounts among all, from their share among those seen."""
    return share * (1 - never) / (1 - share * never)


def _padded(matrix: Numbers) -> Numbers:
    return np.pad(matrix, ((0, 1), (0, 1)))
