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
Share = Callable[[Numbers], float]


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
    why = too_many_parameters(family.parameters + 1, laws.table)
    fitted = why or laws.fit(family, 2)
    if not isinstance(fitted, TruncatedFit):
        return refusal(method, "all accounts", fitted)
    extra = _extra_share(fitted, laws.table)
    # Fewer seen once than the law wants: nothing is inflated, and what is left is the plain model.
    found = _plain(laws.fit(family, 1)) if extra <= 0 else _with_extra(fitted, extra, laws.table)
    if not isinstance(found, TruncatedFit):
        return refusal(method, "all accounts", found)
    if extra <= 0:
        assumes += "; the table shows no such accounts, so this is the plain model"
    missing = _missing(found.family, unseen, inflated=extra > 0)
    return population_of(_model(method, assumes, found, missing, laws.table), laws.table)


def _plain(law: TruncatedFit | str) -> TruncatedFit | str:
    """The law of all accounts with a share of extra ones that stands still, or in words why there is none."""
    if not isinstance(law, TruncatedFit):
        return law
    return TruncatedFit(law.family, np.append(law.theta, 0.0), _padded(law.covariance), law.loglik)


def _with_extra(law: TruncatedFit, extra: float, table: Frequencies) -> TruncatedFit | str:
    """The law and the share of extra accounts that fit best together, or in words why there are none."""
    loglik = _loglik(law.family, table)
    theta = peak(loglik, np.append(law.theta, np.log(extra / (1 - extra))))
    spread = covariance(loglik, theta)
    if spread is None:
        return "the law and the extra accounts cannot be told apart"
    return TruncatedFit(law.family, theta, spread, loglik(theta))


def _missing(law: CountFamily, unseen: Callable[[float, float], float], *, inflated: bool) -> Share:
    """The share of accounts that were never seen, by (law, share of extra accounts among those seen)."""

    def missing(theta: Numbers) -> float:
        never = law.chances(theta[:-1])[0]
        share = 1 / (1 + np.exp(-theta[-1])) if inflated else 0.0
        return unseen(never, _before_truncation(float(share), never))

    return missing


def _model(method: str, assumes: str, found: TruncatedFit, missing: Share, table: Frequencies) -> Model:
    def size(theta: Numbers) -> float:
        return table.seen / (1 - missing(theta))

    def chance(theta: Numbers) -> float:
        return table.seen * missing(theta) / (1 - missing(theta)) ** 2

    return Model(method, "all accounts", assumes, found.theta, found.covariance, size, chance, found.loglik)


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
