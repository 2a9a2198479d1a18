"""A population that changes over time: who comes, who stays, who was never seen (Jolly-Seber).

The log-linear form: Cormack (1989), Biometrics 45, 395-413; Rivest and Daigle (2004), Biometrics 60, 100-107.
An account first seen late may have come late, one last seen early may have left: for each step of a later first
sighting and of an earlier last sighting there is one coefficient. Presence in the first period and departure in the
last cannot be told from chance, so no figures are given for these two.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.market_size.fit import log_normal_interval, normal_quantile
from schakel.measuring.market_size.histories import Histories
from schakel.measuring.market_size.poisson_glm import LogLinear, fit_log_linear
from schakel.records.errors import SettingsError

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one period, with its bounds."""

    what: str  # present, seen-share, stayed, arrived, total
    period: str
    estimate: float
    low: float
    high: float
    se: float


@dataclass(frozen=True, slots=True)
class OpenPopulation:
    """What is known of each period, the total that was ever there, and how well the model fits."""

    figures: tuple[Figure, ...]
    deviance: float
    freedom: int


@dataclass(frozen=True, slots=True)
class _Life:
    """The life of the population: chance of being seen, of staying, numbers present and arriving."""

    seen: Numbers
    stay: Numbers
    present: Numbers
    arrive: Numbers


def jolly_seber(seen: Histories) -> OpenPopulation:
    """Numbers present, share seen, share that stayed and arrivals, period by period, from at least 4 periods."""
    periods = len(seen.names)
    if periods < 4:
        raise SettingsError(
            f"There are {periods} periods; a changing population needs at least 4.",
            means="Nothing was estimated.",
            todo="Cut the time into more periods, or leave --open out.",
        )
    design = _design(seen.patterns)
    kept, found = _without_impossible(design, seen.counts, periods)
    theta = np.zeros(design.shape[1])
    theta[kept] = found.coefficients
    covariance = np.zeros((len(theta), len(theta)))
    covariance[np.ix_(kept, kept)] = found.covariance
    figures = _figures(seen, design, theta, covariance)
    return OpenPopulation(tuple(figures), found.deviance, found.freedom)


def _design(patterns: Numbers) -> Numbers:
    periods = patterns.shape[1]
    late = np.column_stack([patterns[:, :i].sum(axis=1) == 0 for i in range(1, periods)])
    early = np.column_stack([patterns[:, periods - i :].sum(axis=1) == 0 for i in range(1, periods)])
    return np.hstack([np.ones((len(patterns), 1)), late, early, patterns[:, 1:-1]]).astype(np.float64)


def _without_impossible(design: Numbers, counts: Numbers, periods: int) -> tuple[list[int], LogLinear]:
    """The fit with arrivals and departures below zero set to none, one after the other."""
    late = range(2, periods - 1)
    early = range(periods + 1, 2 * periods - 1)
    kept = list(range(design.shape[1]))
    while True:
        found = fit_log_linear(design[:, kept], counts)
        below = [
            i
            for i, value in zip(kept, found.coefficients, strict=True)
            if value < 0 and (i in late or i in early)
        ]
        if not below:
            return kept, found
        kept.remove(below[0])


def _life(theta: Numbers, periods: int) -> _Life:
    late, early = theta[1:periods], theta[periods : 2 * periods - 1]
    seen = np.full(periods, 0.5)  # of the first and last period it does not matter what is put here
    seen[1:-1] = 1 / (1 + np.exp(-theta[2 * periods - 1 :]))
    came = np.concatenate([[1.0], np.cumprod(np.exp(late) * (1 - seen[:-1])) * (1 - np.exp(-late))])
    left = np.concatenate([[1.0], np.cumprod(np.exp(early) * (1 - seen[:0:-1])) * (1 - np.exp(-early))])
    stay = (1 / (1 + left[1:] / np.cumsum(left)[:-1]))[::-1]
    first = np.exp(theta[0]) / (np.prod(1 - seen) * np.prod(stay))
    present = first * np.concatenate([[1.0], np.cumprod((came[1:] / np.cumsum(came)[:-1] + 1) * stay)])
    return _Life(seen, stay, present, present[1:] - present[:-1] * stay)


def _never_seen(life: _Life) -> float:
    """How many were there in a period other than the first and the last, and never seen."""
    last = len(life.present) - 1
    unseen_after = np.ones(last + 1)
    for i in range(last - 1, -1, -1):
        again = life.seen[i + 1] + (1 - life.seen[i + 1]) * (1 - unseen_after[i + 1])
        unseen_after[i] = 1 - life.stay[i] * again
    came = life.arrive[:-1].copy()
    came[0] += life.present[0] * (1 - life.seen[0]) * life.stay[0]
    return float(sum(came[i - 1] * (1 - life.seen[i]) * unseen_after[i] for i in range(1, last)))


def _figures(seen: Histories, design: Numbers, theta: Numbers, covariance: Numbers) -> list[Figure]:
    periods, names = len(seen.names), seen.names
    spread = _Spread(theta, covariance)
    steps = [f"{one} to {two}" for one, two in pairwise(names)]
    present = spread.of(lambda t: _life(t, periods).present, poisson=True)
    shares = spread.of(lambda t: _life(t, periods).seen)
    stayed = spread.of(lambda t: _life(t, periods).stay)
    arrived = spread.of(lambda t: _life(t, periods).arrive)
    inner = range(1, periods - 1)
    found = [_positive("present", names[i], *present[i], float(seen.per_list[i])) for i in inner]
    found += [_share("seen-share", names[i], *shares[i]) for i in inner]
    found += [_share("stayed", steps[i], *stayed[i]) for i in range(periods - 2)]
    found += [_positive("arrived", steps[i], *arrived[i], 0.0) for i in range(1, periods - 2)]
    return [*found, _total(seen, design, spread)]


def _total(seen: Histories, design: Numbers, spread: "_Spread") -> Figure:
    periods = len(seen.names)

    def total(theta: Numbers) -> Numbers:
        return np.array([np.exp(design @ theta).sum() + _never_seen(_life(theta, periods))])

    value, se = spread.of(total, poisson=True)[0]
    low, high = log_normal_interval(seen.seen, value, se)
    return Figure("total", f"{seen.names[0]} to {seen.names[-1]}", value, low, high, se)


@dataclass(frozen=True, slots=True)
class _Spread:
    """Standard errors of functions of the coefficients (delta method)."""

    theta: Numbers
    covariance: Numbers

    def of(
        self, function: Callable[[Numbers], Numbers], *, poisson: bool = False
    ) -> list[tuple[float, float]]:
        """Each value of the function with its standard error."""
        values = function(self.theta)
        slopes = np.zeros((len(self.theta), len(values)))
        for i in np.flatnonzero(np.diag(self.covariance)):
            move = np.zeros(len(self.theta))
            move[i] = 1e-5
            slopes[i] = (function(self.theta + move) - function(self.theta - move)) / 2e-5
        variances = np.einsum("ik,ij,jk->k", slopes, self.covariance, slopes)
        # The model counts numbers as if even the true total were drawn by chance; that part is taken off.
        ses = np.sqrt(np.maximum(variances - (values if poisson else 0.0), 0.0))
        return [(float(value), float(se)) for value, se in zip(values, ses, strict=True)]


def _share(what: str, period: str, value: float, se: float) -> Figure:
    reach = normal_quantile(0.95) * se
    return Figure(what, period, value, max(value - reach, 0.0), min(value + reach, 1.0), se)


def _positive(what: str, period: str, value: float, se: float, least: float) -> Figure:
    reach = math.exp(min(normal_quantile(0.95) * se / value, 50.0)) if value > 0 else 1.0
    return Figure(what, period, value, max(value / reach, min(least, value)), value * reach, se)
