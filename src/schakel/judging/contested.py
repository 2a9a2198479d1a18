"""Sellers of whom people say one thing and everything else another.

Rivals slander, friends praise: a warning of a seller whose goods, answers and customers speak for it is either a lie, or the rest
was put on for show. The weights alone do not tell which. A warning that weighs little moves its probability little, and so the bounds hid
what is not known. Here both are held possible: the words count for nothing; or they count in full, as from one witness at least
however little that witness is trusted, and everything else counts for a part (discounting of a source; Shafer 1976). The
bounds of such a seller hold what follows from either, and the bounds of the share of ghosts widen by the mean of that. So they
widen by themselves where words contradict: on markets that were made twice from the same seed, with and without slander, by
.011 more in the first, in each of 16; with and without bought praise by .03 (docs/judging.md).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.judging.label_model import Learned, Marks, Published, probability
from schakel.judging.weights import GhostModel

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_LEAST = 0.01  # shares beyond are not told apart


@dataclass(frozen=True, slots=True)
class Contested:
    """For each seller the lowest and highest log10 odds that are possible once its words or all else may be false; its own
    odds where nothing contradicts. `below` and `above` tell how far the mean probability may lie from what it is, `marks`
    which words all else contradicts.
    """

    low: Floats
    high: Floats
    below: float
    above: float
    marks: NDArray[np.bool_]


def contested(
    marks: Marks, published: Published, learned: Learned, score: Floats, looked: Ints, model: GhostModel
) -> Contested:
    """Who is spoken of otherwise than all else says, and what is possible there. `score` is the log10 odds of each seller
    without human verdicts, `looked` the sellers that have one: what people saw settles it.
    """
    part, start = model.learning["contested"], _odds(float(probability(score).mean()))
    beside = _by_seller(marks, learned.weights)
    low, high, which = score.copy(), score.copy(), np.zeros(len(marks.seller), np.bool_)
    for sign in np.flatnonzero(published.words).tolist():
        spoken = (marks.sign == sign) & (marks.present == 1)
        words, face = _by_seller(marks, learned.weights * spoken), published.weights[sign, 1]
        against = (_by_seller(marks, spoken * 1.0) > 0.0) & (face * (beside - words) < 0.0)
        against[looked] = False
        believed = np.sign(face) * np.maximum(np.abs(words), abs(face))
        for possible in (score - words, start + believed + part * (score - words - start)):
            low = np.where(against, np.minimum(low, possible), low)
            high = np.where(against, np.maximum(high, possible), high)
        which |= spoken & against[marks.seller]
    least, middle, most = (float(probability(odds).mean()) for odds in (low, score, high))
    return Contested(low, high, middle - least, most - middle, which)


def _by_seller(marks: Marks, each: Floats) -> Floats:
    return np.asarray(np.bincount(marks.seller, weights=each, minlength=marks.sellers), np.float64)


def _odds(share: float) -> float:
    held = min(max(share, _LEAST), 1.0 - _LEAST)
    return float(np.log10(held / (1.0 - held)))
