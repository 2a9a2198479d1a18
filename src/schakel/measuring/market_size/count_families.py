"""How often one account is seen, if all goes by one law: Poisson, geometric or negative binomial.

Parameters are on the log scale, so that every real number is allowed: `(log mean,)`, or
`(log mean, log spread)` for the negative binomial, whose variance is mean + spread * mean².
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, xlogy

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CountFamily:
    """A law for the number of sightings of one account."""

    name: str
    words: str
    parameters: int
    log_chance: Callable[[Numbers, Numbers], Numbers]

    def chances(self, theta: Numbers) -> tuple[float, float]:
        """The chances of being seen not at all, and exactly once."""
        never, once = np.exp(self.log_chance(np.array([0.0, 1.0]), theta))
        return float(never), float(once)


def _poisson(y: Numbers, theta: Numbers) -> Numbers:
    return np.asarray(y * theta[0] - np.exp(theta[0]) - gammaln(y + 1))


def _geometric(y: Numbers, theta: Numbers) -> Numbers:
    return np.asarray(y * theta[0] - (y + 1) * np.logaddexp(0.0, theta[0]))


def _negative_binomial(y: Numbers, theta: Numbers) -> Numbers:
    mean, spread = np.exp(theta[0]), np.exp(theta[1])
    size = 1 / spread
    steps = _rising(y, size)
    return np.asarray(steps - gammaln(y + 1) + xlogy(y, mean * spread) - (y + size) * np.log1p(mean * spread))


def _rising(y: Numbers, size: float) -> Numbers:
    # log Gamma(y + size) - log Gamma(size), summed term by term where the direct form would lose its digits.
    if y.size and y.max() <= 200:
        terms = np.log(size + np.arange(max(int(y.max()), 1)))
        sums = np.concatenate([[0.0], np.cumsum(terms)])
        return np.asarray(sums[y.astype(int)])
    return np.asarray(gammaln(y + size) - gammaln(size))


POISSON = CountFamily("poisson", "every account is as easy to see as any other", 1, _poisson)
GEOMETRIC = CountFamily(
    "geom", "some accounts are easier to see than others, in a fixed proportion (exponential)", 1, _geometric
)
NEGATIVE_BINOMIAL = CountFamily(
    "negbin",
    "some accounts are easier to see than others, in a proportion read from the data",
    2,
    _negative_binomial,
)
FAMILIES = (POISSON, GEOMETRIC, NEGATIVE_BINOMIAL)
