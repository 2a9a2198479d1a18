"""Are the likelihood ratios good, and the probabilities honest? The forensic figures of pairs of accounts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]

_MOST = 15.0  # log10: as far as a probability tells evidence apart
_BINS = 10
_TIPPETT = (-2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """The pairs with a probability from `low` to `high`: how many, the mean said, the share that is true."""

    low: float
    high: float
    pairs: int
    said: float
    true: float


@dataclass(frozen=True, slots=True)
class Tippett:
    """The shares of true and of false pairs with a log10 likelihood ratio above a value (Tippett 1968)."""

    above: float
    true: float
    false: float


@dataclass(frozen=True, slots=True)
class Forensic:
    """How good the weights of pairs are.

    `expected_error` is the mean distance of probability and truth over tenths of probability (Naeini 2015);
    `cllr` the cost of the likelihood ratios in bits, 0 perfect and 1 as good as nothing (Bruemmer and du
    Preez 2006); `cllr_min` what would be left after the best recalibration, so the rest of `cllr` is
    miscalibration. Ratios are against strangers of any kind, while compared pairs all share something, so
    `cllr` counts that against every false pair; `cllr_compared` takes the same probabilities as ratios among
    the compared pairs, with their own odds beforehand taken off.
    """

    pairs: int
    true: int
    expected_error: float
    brier: float
    cllr: float | None
    cllr_compared: float | None
    cllr_min: float | None
    reliability: tuple[Bin, ...]
    tippett: tuple[Tippett, ...]


def forensic(log10_lr: Sequence[float], truth: Sequence[bool], prior: float) -> Forensic:
    """The figures of pairs with these log10 likelihood ratios and log10 odds beforehand."""
    weights, true = np.array(log10_lr, np.float64), np.array(truth, np.bool_)
    said = probability(weights + prior)
    both = bool(true.any() and not true.all())
    return Forensic(
        pairs=len(true),
        true=int(true.sum()),
        expected_error=expected_error(said, true),
        brier=float(((said - true) ** 2).mean()) if len(true) else 0.0,
        cllr=cllr(weights, true) if both else None,
        cllr_compared=cllr(weights + prior - np.log10(true.sum() / (~true).sum()), true) if both else None,
        cllr_min=cllr(best(weights, true), true) if both else None,
        reliability=reliability(said, true),
        tippett=_tippett(weights, true),
    )


def probability(log10_odds: Values) -> Values:
    """The probability of log10 odds."""
    made: Values = 1 / (1 + 10.0 ** -np.clip(log10_odds, -_MOST, _MOST))
    return made


def reliability(said: Values, true: Truth) -> tuple[Bin, ...]:
    """For each tenth of the probabilities said: how many pairs, the mean said, the share that is true."""
    places = np.minimum((said * _BINS).astype(np.int64), _BINS - 1)
    return tuple(
        Bin(n / _BINS, (n + 1) / _BINS, int(here.sum()), float(said[here].mean()), float(true[here].mean()))
        for n in range(_BINS)
        if (here := places == n).any()
    )


def expected_error(said: Values, true: Truth) -> float:
    """The mean distance between what was said and what is true, over tenths of the probability."""
    if not len(true):
        return 0.0
    return sum(part.pairs * abs(part.said - part.true) for part in reliability(said, true)) / len(true)


def cllr(log10_lr: Values, true: Truth) -> float:
    """The log-likelihood-ratio cost in bits: the mean of log2(1 + 1/LR) of true and log2(1 + LR) of false pairs."""
    signs = np.where(true, -1.0, 1.0) * np.clip(log10_lr, -_MOST, _MOST)
    costs = np.log2(1 + 10.0**signs)
    return float((costs[true].mean() + costs[~true].mean()) / 2)


def best(log10_lr: Values, true: Truth) -> Values:
    """The ratios after the best recalibration that keeps their order (pool adjacent violators, Ayer 1955)."""
    _, which, times = np.unique(log10_lr, return_inverse=True, return_counts=True)
    shares = np.bincount(which, true) / times
    from scipy.optimize import isotonic_regression  # noqa: PLC0415 - loading it takes .4 s, which few runs need

    fitted = np.clip(isotonic_regression(shares, weights=times).x, 0.0, 1.0)
    with np.errstate(divide="ignore"):
        odds = np.log10(fitted) - np.log10(1 - fitted) - np.log10(true.sum() / (~true).sum())
    made: Values = odds[which]
    return made


def _tippett(weights: Values, true: Truth) -> tuple[Tippett, ...]:
    yes, no = weights[true], weights[~true]
    return tuple(
        Tippett(
            at,
            float((yes > at).mean()) if len(yes) else 0.0,
            float((no > at).mean()) if len(no) else 0.0,
        )
        for at in _TIPPETT
    )
