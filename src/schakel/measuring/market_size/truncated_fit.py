"""Fits a count family to accounts seen at least once, or at least twice: the chances below that are cut off."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.market_size.count_families import NEGATIVE_BINOMIAL, POISSON, CountFamily
from schakel.measuring.market_size.frequencies import Frequencies
from schakel.measuring.market_size.likelihood import covariance, peak

Numbers = NDArray[np.float64]

# Spread of the negative binomial on a log scale. Below the first it cannot be told from Poisson (variance equal to
# the mean within one in a million); at the last the law has no finite population any more.
_SPREADS = np.linspace(-14.0, 9.0, 24)


@dataclass(frozen=True, slots=True)
class TruncatedFit:
    """A fitted law: family, parameters, their covariance, log-likelihood."""

    family: CountFamily
    theta: Numbers
    covariance: Numbers
    loglik: float


@dataclass(slots=True)
class Laws:
    """The laws fitted to one table, each fitted once though several models ask for it."""

    table: Frequencies
    _found: dict[tuple[str, int], TruncatedFit | str] = field(default_factory=dict)

    def fit(self, family: CountFamily, least: int) -> TruncatedFit | str:
        """The law of this family for accounts seen at least `least` times, or in words why there is none."""
        wanted = (family.name, least)
        if wanted not in self._found:
            self._found[wanted] = fit_truncated(family, self.table, least)
        return self._found[wanted]


def fit_truncated(family: CountFamily, table: Frequencies, least: int) -> TruncatedFit | str:
    """The law that fits accounts seen at least `least` times best, or in words why there is none."""
    y, f = table.from_times(least)
    if not len(y) or y.max() <= least:
        return f"nobody was seen more than {'once' if least == 1 else 'twice'}, so nothing tells how easy they are to see"
    if family is NEGATIVE_BINOMIAL:
        return _negative_binomial(table, least)

    def loglik(theta: Numbers) -> float:
        return truncated_loglik(family, y, f, least, theta)

    mean = float(y @ f / f.sum())
    theta = peak(loglik, np.array([np.log(max(mean - least, 1e-6) * (2 if least == 1 else 1.5))]))
    spread = covariance(loglik, theta)
    if spread is None:
        return "the likelihood has no peak"
    return TruncatedFit(family, theta, spread, loglik(theta))


def truncated_loglik(family: CountFamily, y: Numbers, f: Numbers, least: int, theta: Numbers) -> float:
    """The log-likelihood of the numbers `f` of accounts seen `y` times, given that they were seen `least` times."""
    return float(f @ family.log_chance(y, theta) - f.sum() * log_kept(family, theta, least))


def log_kept(family: CountFamily, theta: Numbers, least: int) -> float:
    """The log chance of being seen at least once, or at least twice."""
    never, once = family.log_chance(np.array([0.0, 1.0]), theta)
    if least == 1:
        return float(np.log(-np.expm1(never)))
    kept = -np.expm1(never) - np.exp(once)
    return float(np.log(kept)) if kept > 0 else -np.inf


def _negative_binomial(table: Frequencies, least: int) -> TruncatedFit | str:
    y, f = table.from_times(least)
    family = NEGATIVE_BINOMIAL

    def loglik(theta: Numbers) -> float:
        return truncated_loglik(family, y, f, least, theta)

    ridge = _along_the_spread(table, least)
    best = max(ridge, key=loglik)
    if best is ridge[-1]:
        return "the spread runs to infinity: the data fit a population without end"
    if best is ridge[0]:
        return fit_truncated(POISSON, table, least)
    theta = peak(loglik, best)
    if theta[1] < _SPREADS[1]:
        return fit_truncated(POISSON, table, least)
    if theta[1] > _SPREADS[-2]:
        return "the spread runs to infinity: the data fit a population without end"
    spread = covariance(loglik, theta)
    if spread is None:
        return "mean and spread cannot be told apart"
    return TruncatedFit(family, theta, spread, loglik(theta))


def _along_the_spread(table: Frequencies, least: int) -> list[Numbers]:
    """For each spread the best mean, walking from nearly Poisson to nearly endless."""
    y, f = table.from_times(least)
    start = fit_truncated(POISSON, table, least)
    mean = float(start.theta[0]) if isinstance(start, TruncatedFit) else 0.0
    ridge = []
    for spread in _SPREADS:

        def loglik(theta: Numbers, spread: float = float(spread)) -> float:
            return truncated_loglik(NEGATIVE_BINOMIAL, y, f, least, np.array([theta[0], spread]))

        mean = float(peak(loglik, np.array([mean]))[0])
        ridge.append(np.array([mean, float(spread)]))
    return ridge
