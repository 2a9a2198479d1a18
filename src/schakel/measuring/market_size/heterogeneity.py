"""Log-linear models of one list in which accounts differ in how easily they are seen.

Rivest and Baillargeon (2007), Biometrics 63, 999-1006: with `k` the number of sightings, log of the expected number
of accounts is  a + b*k - log(k!) + c*h(k). The choice of h is an assumption about the accounts that were never seen,
which no table can test: h is nothing (all alike), k²/2 (Darroch: normal), -log(3.5 + k) (gamma), 2**k (Poisson), or
free from three sightings on (Chao's lower bound).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, xlogy

from schakel.measuring.market_size.fit import Fit, normal_quantile, refusal
from schakel.measuring.market_size.frequencies import Frequencies
from schakel.measuring.market_size.poisson_glm import LogLinear, fit_log_linear
from schakel.records.errors import SettingsError

Numbers = NDArray[np.float64]
Shape = Callable[[Numbers], Numbers]

_GAMMA = 3.5
_FARTHEST = 1000.0  # an upper end beyond so many times the accounts seen is no upper end
# Accounts seen more often than this were certain to be seen; they are counted, but tell nothing about the unseen.
_MOST_TIMES = 40
_MOST_TIMES_BOUND = 20


@dataclass(frozen=True, slots=True)
class _Table:
    """Accounts seen 1..K times, with the design for 0..K times.

    `beyond` accounts were seen more often than K; the last `rising` columns may only have weights above zero.
    """

    counts: Numbers
    design: Numbers
    offset: Numbers
    beyond: int = 0
    rising: int = 0

    def unseen_fit(self) -> tuple[float, float]:
        """The number never seen, and its variance."""
        fitted = self._fit(self.counts, first=1)
        unseen = float(np.exp(fitted.coefficients[0]))
        return unseen, unseen + unseen**2 * float(fitted.covariance[0, 0])

    def height(self, unseen: float) -> float:
        """The multinomial log-likelihood if `unseen` accounts were never seen, constants left out."""
        counts = np.concatenate([[unseen], self.counts])
        fitted = self._fit(counts, first=0).fitted
        total = float(counts.sum()) + self.beyond
        shares = fitted / (fitted.sum() + self.beyond)
        parts = xlogy(counts, shares).sum() + xlogy(self.beyond, self.beyond / total)
        return float(gammaln(total + 1) - gammaln(unseen + 1) + parts)

    def _fit(self, counts: Numbers, first: int) -> LogLinear:
        design = self.design[first:]
        while True:
            found = fit_log_linear(design, counts, self.offset[first:])
            free = self.design.shape[1] - self.rising
            falling = [i for i in range(free, design.shape[1]) if found.coefficients[i] < 0]
            if not falling:
                return found
            design = np.delete(design, falling[0], axis=1)


def lower_bound(table: Frequencies) -> Fit:
    """At least this many accounts, whatever the differences between them (Chao's bound as a log-linear model)."""
    plain = _prepare(table, _MOST_TIMES_BOUND)
    k = np.arange(len(plain.offset), dtype=np.float64)
    bends = [np.maximum(k - j, 0.0) for j in range(2, len(plain.counts))]
    prepared = _Table(
        plain.counts, np.column_stack([plain.design, *bends]), plain.offset, plain.beyond, len(bends)
    )
    words = "a lower bound, whatever the differences between accounts; throwaway accounts push it up"
    return _estimate("lower-bound", words, table, prepared)


def all_alike(table: Frequencies) -> Fit:
    """All accounts, if each is as easy to see as any other."""
    return _estimate(
        "loglinear-alike", "every account is as easy to see as any other", table, _prepare(table)
    )


def darroch(table: Frequencies) -> Fit:
    """All accounts, if ease of being seen is spread as a normal law on the log scale."""
    words = "ease of being seen is spread evenly around its middle (normal on the log scale)"
    return _shaped("darroch", words, table, lambda k: k**2 / 2)


def gamma(table: Frequencies) -> Fit:
    """All accounts, if ease of being seen is spread as a gamma law with many that are hardly ever seen."""
    words = "many accounts are hardly ever seen (gamma law, 3.5)"
    return _shaped("gamma3.5", words, table, lambda k: np.log(_GAMMA) - np.log(_GAMMA + k))


def poisson2(table: Frequencies) -> Fit:
    """All accounts, if ease of being seen differs little."""
    words = "accounts differ little in how easily they are seen (Poisson law, base 2)"
    return _shaped("poisson2", words, table, lambda k: np.exp2(k) - 1)


def _shaped(method: str, words: str, table: Frequencies, shape: Shape) -> Fit:
    prepared = _prepare(table)
    if len(prepared.counts) < 3:
        return refusal(
            method, "all accounts", "nobody was seen three times or more, so nothing tells how they differ"
        )
    k = np.arange(len(prepared.offset), dtype=np.float64)
    design = np.column_stack([prepared.design, shape(k)])
    return _estimate(method, words, table, _Table(prepared.counts, design, prepared.offset, prepared.beyond))


def _prepare(table: Frequencies, most_times: int = _MOST_TIMES) -> _Table:
    most = min(max(table.times), most_times)
    k = np.arange(most + 1, dtype=np.float64)
    counts = np.array([table.f(int(times)) for times in k[1:]], dtype=np.float64)
    beyond = table.seen - int(counts.sum())
    return _Table(counts, np.column_stack([np.ones(most + 1), k]), -gammaln(k + 1), beyond)


def _estimate(method: str, words: str, table: Frequencies, prepared: _Table) -> Fit:
    if len(prepared.counts) < 2 or not prepared.counts[0] or not prepared.counts[1]:
        return refusal(method, "all accounts", "nobody was seen exactly once, or nobody twice")
    try:
        unseen, variance = prepared.unseen_fit()
        if unseen > _FARTHEST * table.seen:
            return refusal(
                method, "all accounts", "the estimate runs off: the fit lies on the edge of what is possible"
            )
        low, high = profile_bounds(prepared.height, unseen, table.seen)
    except (SettingsError, np.linalg.LinAlgError):
        return refusal(method, "all accounts", "the model does not settle on this table")
    if high is None:
        why = f"no upper end below {_FARTHEST:,.0f} times the accounts seen: the table does not carry this model"
        return refusal(method, "all accounts", why)
    if not low <= unseen <= high:
        return refusal(
            method, "all accounts", "the table is too odd for this model: its two ways of counting disagree"
        )
    total = table.seen
    return Fit(
        method,
        "all accounts",
        words,
        estimate=total + unseen,
        low=total + low,
        high=total + high,
        se=math.sqrt(variance),
    )


def profile_bounds(
    height: Callable[[float], float], unseen: float, seen: int, level: float = 0.95
) -> tuple[float, float | None]:
    """Where the profile likelihood of the number unseen has dropped by half a chi-square quantile (Cormack, 1992)."""
    from scipy.optimize import brentq, minimize_scalar  # noqa: PLC0415 - loading it takes .4 s, which few runs need

    drop = normal_quantile(level) ** 2 / 2
    scale = max(unseen, 1.0)
    best = minimize_scalar(
        lambda log: -height(scale * math.exp(log)),
        bounds=(-2.5, 2.5),
        method="bounded",
        options={"xatol": 1e-6},
    )
    top, peak = -float(best.fun), scale * math.exp(float(best.x))

    def above(number: float) -> float:
        return height(number) - (top - drop)

    low = 0.0 if above(1e-6) > 0 else float(brentq(above, 1e-6, peak, xtol=1e-4 * scale))
    far = 2 * peak
    while above(far) > 0:
        far *= 2
        if far > _FARTHEST * seen:
            return low, None
    return low, float(brentq(above, peak, far, xtol=1e-4 * scale))
