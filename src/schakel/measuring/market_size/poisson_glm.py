"""Log-linear models for counts (Poisson regression), the workhorse of several lists and of open populations."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import xlogy

from schakel.records.errors import SettingsError

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LogLinear:
    """A fitted log-linear model."""

    coefficients: Numbers
    covariance: Numbers
    fitted: Numbers
    deviance: float
    loglik: float  # without the constant of the counts
    freedom: int


def fit_log_linear(design: Numbers, counts: Numbers, offset: Numbers | None = None) -> LogLinear:
    """The log-linear model of the counts, by iteratively reweighted least squares (McCullagh and Nelder, 1989)."""
    shift = np.zeros(len(counts)) if offset is None else offset
    mean, before = counts + 0.1, np.inf
    rounding = 1e-12 * (1.0 + float(counts.sum()))
    for _ in range(100):
        working = np.log(mean) - shift + (counts - mean) / mean
        coefficients = _weighted(design, working, mean)
        mean = np.exp(np.clip(design @ coefficients + shift, -40, 60))
        # The deviance settles even where an empty cell pulls a coefficient ever further down.
        now = _deviance(counts, mean)
        if abs(now - before) < 1e-10 * (abs(now) + 0.1) + rounding:
            break
        before = now
    else:
        raise SettingsError(
            "The model does not settle on these counts.",
            means="There is no estimate from it.",
            todo="Use a simpler model or put lists with few accounts together.",
        )
    information = design.T @ (design * mean[:, None])
    loglik = float((xlogy(counts, mean) - mean).sum())
    freedom = len(counts) - design.shape[1]
    return LogLinear(
        coefficients, np.asarray(np.linalg.pinv(information), dtype=np.float64), mean, now, loglik, freedom
    )


def _deviance(counts: Numbers, mean: Numbers) -> float:
    return 2 * float((xlogy(counts, counts) - counts - xlogy(counts, mean) + mean).sum())


def _weighted(design: Numbers, working: Numbers, weights: Numbers) -> Numbers:
    root = np.sqrt(weights)
    columns = design * root[:, None]
    # Columns of very different size (2**k beside 1) are brought to one, or the small ones drown in rounding.
    scale = np.maximum(np.sqrt((columns**2).sum(axis=0)), 1e-300)
    return np.asarray(np.linalg.lstsq(columns / scale, working * root, rcond=None)[0] / scale)
