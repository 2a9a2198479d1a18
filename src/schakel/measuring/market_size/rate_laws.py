"""Laws of how often accounts are seen: what is meant by "some are easier to see than others", made countable.

An account is seen by chance at a rate of its own (a mixed Poisson law). Rates may differ in three ways: as a gamma law
(Fisher, Corbet and Williams, 1943), as a log-normal law (Bulmer, 1974), or as two kinds of account (Pledger, 2005).
Each gives the chances of being seen 0, 1, ... `MOST_TIMES` times, for those who are not seen more often than that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

Numbers = NDArray[np.float64]

# Who was seen more often was certain to be seen: counted as it is and left out of the fit, so that the tail of a law
# does not bend its beginning. 8, 10 and 12 gave the same coverage within two in a hundred.
MOST_TIMES = 10
# Accounts that would be seen less often than once in four such periods are not a kind of their own: one table cannot
# tell them from accounts that are thrown away after one use.
LEAST_RATE = 0.25

_TIMES = np.arange(MOST_TIMES + 1, dtype=np.float64)
_LOG_FACTORIALS = gammaln(_TIMES + 1)
_NODES, _RAW = np.polynomial.hermite_e.hermegauss(41)
_SHARES = _RAW / _RAW.sum()


@dataclass(frozen=True, slots=True)
class SpreadLaw:
    """A law with a mean rate and a spread (squared coefficient of variation of the rates)."""

    words: str
    spreads: tuple[float, ...]  # looked at; the last is the widest that is thought possible
    chances: Callable[[Numbers, Numbers], Numbers]


def _gamma(mean: Numbers, spread: Numbers) -> Numbers:
    size, odds = 1 / spread[..., None], (mean * spread)[..., None]
    logs = gammaln(_TIMES + size) - gammaln(size) - _LOG_FACTORIALS
    return _seen_at_most(np.exp(logs + _TIMES * np.log(odds) - (_TIMES + size) * np.log1p(odds)))


def _log_normal(mean: Numbers, spread: Numbers) -> Numbers:
    variance = np.log1p(spread)
    logs = (np.log(mean) - variance / 2)[..., None] + np.sqrt(variance)[..., None] * _NODES
    return _seen_at_most(np.einsum("...nk,n->...k", _poisson(np.exp(logs)), _SHARES))


GAMMA = SpreadLaw(
    "rates that differ as a gamma law (shape .4 or more)",
    (1e-6, 0.03, 0.07, 0.12, 0.2, 0.3, 0.45, 0.65, 0.9, 1.2, 1.6, 2.0, 2.5),
    _gamma,
)
LOG_NORMAL = SpreadLaw(
    "rates that differ as a log-normal law (standard deviation 1.5 at most)",
    tuple(np.expm1(np.append(np.arange(0.05, 1.5, 0.1), 1.5) ** 2)),
    _log_normal,
)
SPREAD_LAWS = (GAMMA, LOG_NORMAL)
TWO_KINDS_WORDS = "two kinds of account, one of them seen less often"


def two_kinds(low: Numbers, high: Numbers, share: Numbers) -> Numbers:
    """Chances of 0..MOST_TIMES sightings if a `share` is seen at the rate `low` and the rest at the rate `high`."""
    part = share[..., None]
    return _seen_at_most(part * _poisson(low) + (1 - part) * _poisson(high))


@cache
def coarse_means() -> Numbers:
    """The mean rates that are looked at before a table tells where to look more closely."""
    return np.geomspace(0.02, 25.0, 70)


@cache
def coarse_chances(law: SpreadLaw) -> Numbers:
    """Chances for every spread and coarse mean of a law: [spread, mean, times]."""
    spreads = np.array(law.spreads)
    return law.chances(*np.broadcast_arrays(coarse_means()[None, :], spreads[:, None]))


def _poisson(rate: Numbers) -> Numbers:
    return np.asarray(np.exp(_TIMES * np.log(rate)[..., None] - rate[..., None] - _LOG_FACTORIALS))


def _seen_at_most(chances: Numbers) -> Numbers:
    return np.asarray(chances / chances.sum(axis=-1, keepdims=True))
