"""Are the probabilities honest? Of the messages given 80 %, do four in five carry an act?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import isotonic_regression

from schakel.reading.evaluation.intervals import Share, mean_share, wilson

Values = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]

_BINS = 10
_MOST = 15.0  # log10: as far as a probability tells evidence apart


@dataclass(frozen=True, slots=True)
class Bin:
    """The messages with a probability from `low` to `high`: how many, the mean said, the share that is so."""

    low: float
    high: float
    messages: int
    said: float
    true: Share


@dataclass(frozen=True, slots=True)
class Calibration:
    """How honest the probabilities of an act are.

    `expected_error` is the mean distance of said and true over the bins (Naeini et al., 2015), `brier` the
    mean squared distance (Brier, 1950), `cllr` the cost of the log likelihood ratios in bits, 0 perfect and 1
    as good as nothing (Bruemmer and du Preez, 2006); `cllr_min` is what would be left of it after the best
    recalibration. `expected_error_here` is `expected_error` with the odds beforehand set to those of these
    messages: what is left is the fault of the weights, not of the mixture.
    """

    messages: int
    with_act: int
    bins: tuple[Bin, ...]
    expected_error: float
    expected_error_here: float
    brier: Share
    cllr: Share | None
    cllr_min: float | None


def reliability(probability: Sequence[float], truth: Sequence[bool]) -> tuple[Bin, ...]:
    """For each tenth of the probabilities said: how many messages, the mean said, and the share that is so."""
    return _bins(np.array(probability, np.float64), np.array(truth, np.bool_))


def calibrate(
    probability: Sequence[float], log10_lr: Sequence[float | None], truth: Sequence[bool]
) -> Calibration | None:
    """The calibration over these messages; None without both messages that carry an act and ones that do not."""
    said, true = np.array(probability, np.float64), np.array(truth, np.bool_)
    if not true.any() or true.all():
        return None
    weights = np.array([lr for lr in log10_lr if lr is not None], np.float64)
    known = len(weights) == len(true)
    return Calibration(
        messages=len(true),
        with_act=int(true.sum()),
        bins=_bins(said, true),
        expected_error=_expected_error(said, true),
        expected_error_here=_expected_error(_here(weights, true), true) if known else 0.0,
        brier=mean_share((said - true) ** 2, np.full(len(true), 1 / len(true))),
        cllr=_cllr(weights, true) if known else None,
        cllr_min=_cllr(_best(weights, true), true).value if known else None,
    )


def _places(said: Values) -> npt.NDArray[np.int64]:
    return np.minimum((said * _BINS).astype(np.int64), _BINS - 1)


def _bins(said: Values, true: Truth) -> tuple[Bin, ...]:
    places = _places(said)
    return tuple(
        Bin(
            number / _BINS,
            (number + 1) / _BINS,
            int(here.sum()),
            float(said[here].mean()),
            wilson(int(true[here].sum()), int(here.sum())),
        )
        for number in range(_BINS)
        if (here := places == number).any()
    )


def _expected_error(said: Values, true: Truth) -> float:
    return sum(part.messages * abs(part.said - part.true.value) for part in _bins(said, true)) / len(true)


def _here(log10_lr: Values, true: Truth) -> Values:
    """The probabilities that the evidence gives if the odds beforehand are those of these messages."""
    odds = np.clip(log10_lr, -_MOST, _MOST) + np.log10(true.sum() / (~true).sum())
    result: Values = 1 / (1 + 10.0**-odds)
    return result


def _cllr(log10_lr: Values, true: Truth) -> Share:
    signs = np.where(true, -1.0, 1.0) * np.clip(log10_lr, -_MOST, _MOST)
    costs = np.log2(1 + 10.0**signs)
    return mean_share(costs, np.where(true, 0.5 / true.sum(), 0.5 / (~true).sum()))


def _best(log10_lr: Values, true: Truth) -> Values:
    """The ratios after the best recalibration that keeps their order (pool adjacent violators, Ayer 1955)."""
    order = np.argsort(log10_lr, kind="stable")
    # Equal ratios must stay equal, whatever the order of the messages.
    kinds, which, times = np.unique(log10_lr[order], return_inverse=True, return_counts=True)
    shares = np.bincount(which, true[order]) / times
    fitted = np.clip(isotonic_regression(shares, weights=times).x, 0.0, 1.0)
    with np.errstate(divide="ignore"):
        odds = np.log10(fitted) - np.log10(1 - fitted) - np.log10(true.sum() / (~true).sum())
    best = np.empty(len(kinds[which]))
    best[order] = odds[which]
    return best
