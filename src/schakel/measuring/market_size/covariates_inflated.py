"""Covariates together with throwaway accounts: kinds differ in how easily they are seen, and some of all kinds are
seen exactly once and then dropped. Godwin and Böhning (2017); the form `ztoi` of `one_inflated.py`.
"""

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.market_size.count_families import GEOMETRIC, POISSON, CountFamily
from schakel.measuring.market_size.delta import Model, population_of
from schakel.measuring.market_size.fit import Fit, refusal
from schakel.measuring.market_size.frequencies import Frequencies, frequencies
from schakel.measuring.market_size.likelihood import covariance, peak
from schakel.measuring.market_size.people import People

Numbers = NDArray[np.float64]

_MOST_ROWS = 50_000  # distinct rows; beyond it the numeric derivatives take minutes


def inflated_with_covariates(group: People) -> list[Fit]:
    """All accounts, throwaways of every kind counted as they are."""
    return [_inflated(family, group) for family in (POISSON, GEOMETRIC)]


def _inflated(family: CountFamily, group: People) -> Fit:
    method = f"ztoi{family.name}"
    if len(group.weights) > _MOST_ROWS:
        return refusal(method, "all accounts", f"over {_MOST_ROWS:,} different rows; group the numbers")
    if group.times.max() < 3 or np.linalg.matrix_rank(group.design) < group.design.shape[1]:
        return refusal(
            method, "all accounts", "nobody was seen more than twice, or covariates say the same twice"
        )
    once = group.times == 1

    def missing(theta: Numbers) -> Numbers:
        share = 1 / (1 + np.exp(-theta[-1]))
        never = np.exp(family.log_chance(np.zeros(len(group.times)), _rates(group, theta)))
        return np.asarray((1 - share) * never)

    def loglik(theta: Numbers) -> float:
        share = 1 / (1 + np.exp(-theta[-1]))
        log_law = family.log_chance(group.times, _rates(group, theta)) + np.log1p(-share)
        log_law = np.where(once, np.logaddexp(log_law, np.log(share)), log_law)
        return float(group.weights @ (log_law - np.log1p(-missing(theta))))

    start = np.zeros(group.design.shape[1] + 1)
    start[0], start[-1] = np.log(max(float(group.weights @ group.times) / group.seen - 1, 0.05)), -1.5
    theta = peak(loglik, start)
    spread = covariance(loglik, theta)
    if spread is None or theta[-1] < -10:
        return refusal(
            method, "all accounts", "the table shows no throwaway accounts, or they cannot be told apart"
        )

    def size(theta: Numbers) -> float:
        return float(group.weights @ (1 / (1 - missing(theta))))

    def chance(theta: Numbers) -> float:
        unseen = missing(theta)
        return float(group.weights @ (unseen / (1 - unseen) ** 2))

    assumes = f"{family.words}, within one kind; of every kind the same share is seen once and then dropped"
    model = Model(method, "all accounts", assumes, theta, spread, size, chance, loglik(theta))
    return population_of(model, _plain(group))


def _rates(group: People, theta: Numbers) -> Numbers:
    return np.asarray((group.design @ theta[:-1])[None, :])


def _plain(group: People) -> Frequencies:
    pairs: dict[int, int] = {}
    for times, weight in zip(group.times, group.weights, strict=True):
        pairs[int(times)] = pairs.get(int(times), 0) + int(weight)
    return frequencies(pairs)
