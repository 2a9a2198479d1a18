"""The odds by the signs, held to what the groups say of the share of ghosts.

Which seller is a ghost rather than another the signs tell well, in unlike markets too; how many there are they tell badly: on 160
made-up markets, with the true share put in, the calibration error fell from .02 to .16 to .01 to .02 and nothing else was
needed. So the share is taken from where the groups lie, and as that is not known exactly, the probabilities are averaged
over all shares that are possible there.
"""

import numpy as np
from numpy.typing import NDArray

from schakel.judging.ghosts.label_model import probability
from schakel.judging.ghosts.two_groups import TwoGroups

Floats = NDArray[np.float64]

_HALVINGS = 30
_MOST = (0.01, 0.99)  # shares beyond are not told apart
_SURE = 1e-6  # nobody is surer than that
_FAR = 6.0  # log10: as far as that log odds lie


def held_to_shares(score: Floats, groups: TwoGroups, most: float) -> Floats:
    """Log10 odds, of the same order as `score`, whose mean probability is the share that the groups make likely, as far as
    a shift of `most` allows: a share that asks for more is not that of these signs.
    """
    shift = _shifts(score, np.clip(groups.shares, *_MOST), most)
    total = np.zeros_like(score)
    for one, weight in zip(shift.tolist(), groups.weight.tolist(), strict=True):
        total += weight * probability(score + one)
    sure = np.clip(total, _SURE, 1.0 - _SURE)
    return np.asarray(np.log10(sure / (1.0 - sure)))


def tempered(score: Floats, times: float) -> Floats:
    """Log10 odds of which each is `times` as sure, with the same mean probability."""
    if times == 1.0:
        return score
    mean = np.clip(np.array([float(probability(score).mean())]), *_MOST)
    return np.asarray(times * score + _shifts(times * score, mean, _FAR)[0])


def _shifts(score: Floats, shares: Floats, most: float) -> Floats:
    """For each share what must be added to all log10 odds so that the mean probability is that share (bisection)."""
    low, high = np.full(len(shares), -most), np.full(len(shares), most)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2.0
        above = np.array([probability(score + one).mean() for one in middle.tolist()]) > shares
        low, high = np.where(above, low, middle), np.where(above, middle, high)
    return np.asarray(np.round((low + high) / 2.0, 6))  # the last digits differ between machines
