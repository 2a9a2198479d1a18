"""How well probabilities tell ghosts from real sellers, and whether they are honest."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.judging.intervals import share_of

Floats = NDArray[np.float64]
Truth = NDArray[np.bool_]

_BINS = 10
_MOST = 15.0  # log10


@dataclass(frozen=True, slots=True)
class Bin:
    """The sellers with a probability from `low` to `high`: how many, the mean said, the share that is so, its bounds."""

    low: float
    high: float
    sellers: int
    said: float
    true: float
    true_low: float
    true_high: float


@dataclass(frozen=True, slots=True)
class Quality:
    """Discrimination and honesty of probabilities.

    `auc` is the chance that a ghost gets more than a real seller, `brier` the mean squared distance (Brier 1950),
    `expected_error` the mean distance of said and true over tenths (Naeini and others 2015), `cllr` the cost of the
    likelihood ratios in bits, 0 perfect and 1 as good as nothing (Bruemmer and du Preez 2006).
    """

    auc: float
    brier: float
    expected_error: float
    cllr: float
    bins: tuple[Bin, ...]


def quality(probability: Floats, log10_lr: Floats, ghost: Truth) -> Quality:
    """All figures; `log10_lr` is what the signs say, without the odds beforehand."""
    bins = reliability(probability, ghost)
    error = sum(part.sellers * abs(part.said - part.true) for part in bins) / len(ghost)
    brier = float(np.mean((probability - ghost) ** 2))
    return Quality(auc(log10_lr, ghost), brier, error, cllr(log10_lr, ghost), bins)


def auc(score: Floats, ghost: Truth) -> float:
    """The chance that a ghost scores higher than a real seller, ties half; 0.5 without both kinds."""
    ghosts, real = int(ghost.sum()), int((~ghost).sum())
    if not ghosts or not real:
        return 0.5
    _, which, times = np.unique(score, return_inverse=True, return_counts=True)
    rank = (np.cumsum(times) - (times - 1) / 2.0)[which]
    return float((rank[ghost].sum() - ghosts * (ghosts + 1) / 2.0) / (ghosts * real))


def cllr(log10_lr: Floats, ghost: Truth) -> float:
    """Log-likelihood-ratio cost in bits; 1 without both kinds."""
    if ghost.all() or not ghost.any():
        return 1.0
    signs = np.where(ghost, -1.0, 1.0) * np.clip(log10_lr, -_MOST, _MOST)
    costs = np.log2(1.0 + 10.0**signs)
    return float((costs[ghost].mean() + costs[~ghost].mean()) / 2.0)


def reliability(probability: Floats, ghost: Truth) -> tuple[Bin, ...]:
    """For each tenth of the probabilities said: how many sellers, the mean said, and the share that is so."""
    place = np.minimum((probability * _BINS).astype(np.int64), _BINS - 1)
    found = []
    for number in range(_BINS):
        here = place == number
        if here.any():
            true = share_of(int(ghost[here].sum()), int(here.sum()))
            ends = (number / _BINS, (number + 1) / _BINS)
            found.append(Bin(*ends, int(here.sum()), float(probability[here].mean()), *true))
    return tuple(found)
