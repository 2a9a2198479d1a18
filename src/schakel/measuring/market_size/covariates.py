"""Estimates that let accounts of different kinds differ in how easily they are seen.

Truncated Poisson and geometric regression: van der Heijden, Cruyff and van Houwelingen (2003). Zelterman with
covariates: Böhning and van der Heijden (2009), Annals of Applied Statistics 3, 595-610. Chao with covariates: Böhning,
Vidal-Diez, Lerdsuwansri, Viwatwongkasem and Arnold (2013), Biometrics 69, 1033-1042.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from schakel.measuring.market_size.fit import Fit, log_normal_interval, refusal
from schakel.measuring.market_size.people import People

Numbers = NDArray[np.float64]

_STEEPEST = 12.0  # a coefficient beyond this (on a log scale) means: the kind was never seen twice


@dataclass(frozen=True, slots=True)
class _Law:
    """A law with one rate an account: derivatives of the log-likelihood by log rate, and what a rate implies."""

    method: str
    assumes: str
    slope: Callable[[Numbers, Numbers], Numbers]  # times, log rate
    bend: Callable[[Numbers, Numbers], Numbers]  # minus the second derivative
    loglik: Callable[[Numbers, Numbers], Numbers]
    each: Callable[[Numbers], Numbers]  # for how many an account that was seen stands
    each_slope: Callable[[Numbers], Numbers]
    chance: Callable[[Numbers], Numbers]
    fitted_to: Callable[[Numbers], NDArray[np.bool_]]
    counted: Callable[[Numbers], NDArray[np.bool_]]


def with_covariates(group: People) -> list[Fit]:
    """All accounts, by each law that covariates can be added to."""
    return [_regression(law, group) for law in (_POISSON, _GEOMETRIC, _CHAO, _ZELTERMAN)]


def _regression(law: _Law, group: People) -> Fit:
    used = group.only(law.fitted_to(group.times))
    why = _unfit(used, group)
    if why:
        return refusal(law.method, "all accounts", why)
    found = _climb(law, used)
    if found is None:
        return refusal(
            law.method, "all accounts", "the likelihood has no peak: covariates cannot be told apart"
        )
    beta, covariance = found
    if np.abs(beta[1:] * np.ptp(group.design[:, 1:], axis=0)).max(initial=0.0) > _STEEPEST:
        steep = group.names[1 + int(np.abs(beta[1:]).argmax())]
        return refusal(
            law.method, "all accounts", f"{steep}: too few were seen more than once to give it a figure"
        )
    counted = group.only(law.counted(group.times))
    rate = counted.design @ beta
    estimate = group.seen - counted.seen + float(counted.weights @ law.each(rate))
    slopes = counted.design.T @ (counted.weights * law.each_slope(rate))
    variance = float(slopes @ covariance @ slopes + counted.weights @ law.chance(rate))
    se = float(np.sqrt(variance))
    if not np.isfinite(estimate) or se >= estimate:
        return refusal(law.method, "all accounts", "the standard error is larger than the estimate")
    low, high = log_normal_interval(group.seen, estimate, se)
    height = float(used.weights @ law.loglik(used.times, used.design @ beta))
    return Fit(
        law.method,
        "all accounts",
        law.assumes,
        estimate=estimate,
        low=low,
        high=high,
        se=se,
        loglik=height,
        aic=2 * len(beta) - 2 * height,
    )


def _unfit(used: People, group: People) -> str:
    if len(used.weights) == 0 or len(np.unique(used.times)) < 2:
        return "nobody was seen more than once, so nothing tells how easy accounts are to see"
    if np.linalg.matrix_rank(used.design) < group.design.shape[1]:
        return (
            "the covariates say the same thing twice, or a kind does not occur among those seen once or twice"
        )
    return ""


def _climb(law: _Law, used: People) -> tuple[Numbers, Numbers] | None:
    """The coefficients and their covariance, by Newton's method with halved steps."""
    beta = np.zeros(used.design.shape[1])
    beta[0] = np.log(max(float(used.weights @ used.times) / used.seen - 1, 1e-4) * 1.5)
    height = float(used.weights @ law.loglik(used.times, used.design @ beta))
    for _ in range(100):
        rate = used.design @ beta
        slope = used.design.T @ (used.weights * law.slope(used.times, rate))
        information = used.design.T @ (used.design * (used.weights * law.bend(used.times, rate))[:, None])
        try:
            move = np.linalg.solve(information, slope)
        except np.linalg.LinAlgError:
            return None
        move *= min(1.0, 3.0 / max(float(np.abs(move).max()), 1e-12))
        for _half in range(40):
            there = float(used.weights @ law.loglik(used.times, used.design @ (beta + move)))
            if np.isfinite(there) and there >= height - 1e-12 * abs(height):
                break
            move = move / 2
        beta, height = beta + move, there
        if np.abs(move).max() < 1e-9:
            break
    rate = used.design @ beta
    information = used.design.T @ (used.design * (used.weights * law.bend(used.times, rate))[:, None])
    if np.linalg.eigvalsh(information).min() <= 1e-9:
        return None
    return beta, np.asarray(np.linalg.inv(information), dtype=np.float64)


def _seen(rate: Numbers) -> Numbers:
    return -np.expm1(-np.exp(rate))


def _mean(rate: Numbers) -> Numbers:
    return np.exp(rate) / _seen(rate)


def _everyone(times: Numbers) -> NDArray[np.bool_]:
    return times >= 1


def _once_or_twice(times: Numbers) -> NDArray[np.bool_]:
    return times <= 2


def _half(rate: Numbers) -> Numbers:
    """The chance of two among those seen once or twice."""
    return 1 / (1 + 2 * np.exp(-rate))


def _poisson_bend(_: Numbers, rate: Numbers) -> Numbers:
    return _mean(rate) * (1 + np.exp(rate) - _mean(rate))


_POISSON = _Law(
    "ztpoisson",
    "accounts of one kind are as easy to see as each other",
    slope=lambda times, rate: times - _mean(rate),
    bend=_poisson_bend,
    loglik=lambda times, rate: times * rate - np.exp(rate) - np.log(_seen(rate)) - gammaln(times + 1),
    each=lambda rate: 1 / _seen(rate),
    each_slope=lambda rate: -np.exp(rate - np.exp(rate)) / _seen(rate) ** 2,
    chance=lambda rate: (1 - _seen(rate)) / _seen(rate) ** 2,
    fitted_to=_everyone,
    counted=_everyone,
)
_GEOMETRIC = _Law(
    "ztgeom",
    "accounts of one kind differ in a fixed proportion (exponential)",
    slope=lambda times, rate: times - 1 - times * np.exp(rate) / (1 + np.exp(rate)),
    bend=lambda times, rate: times * np.exp(rate) / (1 + np.exp(rate)) ** 2,
    loglik=lambda times, rate: (times - 1) * rate - times * np.log1p(np.exp(rate)),
    each=lambda rate: 1 + np.exp(-rate),
    each_slope=lambda rate: -np.exp(-rate),
    chance=lambda rate: (1 + np.exp(rate)) * np.exp(-2 * rate),
    fitted_to=_everyone,
    counted=_everyone,
)
_CHAO = _Law(
    "chao",
    "a lower bound; kinds differ in how easily they are seen",
    slope=lambda times, rate: (times - 1) - _half(rate),
    bend=lambda _, rate: _half(rate) * (1 - _half(rate)),
    loglik=lambda times, rate: (times - 1) * np.log(_half(rate)) + (2 - times) * np.log1p(-_half(rate)),
    each=lambda rate: 1 + 1 / (np.exp(rate) + np.exp(2 * rate) / 2),
    each_slope=lambda rate: -(np.exp(rate) + np.exp(2 * rate)) / (np.exp(rate) + np.exp(2 * rate) / 2) ** 2,
    chance=lambda rate: _chao_chance(np.exp(rate)),
    fitted_to=_once_or_twice,
    counted=_once_or_twice,
)
_ZELTERMAN = _Law(
    "zelterman",
    "accounts seen once or twice are like those of their kind that were not seen",
    slope=_CHAO.slope,
    bend=_CHAO.bend,
    loglik=_CHAO.loglik,
    each=_POISSON.each,
    each_slope=_POISSON.each_slope,
    chance=_POISSON.chance,
    fitted_to=_once_or_twice,
    counted=_everyone,
)


def _chao_chance(rate: Numbers) -> Numbers:
    both = np.exp(-rate) * (rate + rate**2 / 2)
    return np.asarray((1 - both) * (1 + np.exp(-rate) / both) ** 2)
