"""Sellers of whom people say one thing and everything else another.

Rivals slander, friends praise: a warning of a seller whose goods, answers and customers speak for it is either a lie, or the rest
was put on for show. The weights alone do not tell which. A warning that weighs little moves its probability little, and so the bounds hid
what is not known. Here both are held possible: the words count for nothing; or they count in full, as from one witness at least
however little that witness is trusted, and everything else counts for a part (discounting of a source; Shafer 1976). The
bounds of such a seller hold what follows from either.

Words cost nothing, and neither do the terms that a seller writes into its ads (payment, price, delivery, assortment): talk is cheap
(Farrell and Rabin 1996), and who adapts begins there. So what is only said is held against all else over the whole market too.
Somebody errs in every market, and the weights say how often: a sign that is ten times as common at ghosts is seen at some real
sellers. What exceeds that tells how far this market is not one that the weights were made for, and so far the bounds of the
share of ghosts reach (`two_groups`). How much to expect is asked of the published weights, seller by seller: the chance that it would
show the sign, times how far it would then be in doubt (docs/judging.md).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.judging.ghosts.label_model import Learned, Marks, Published, probability
from schakel.judging.weights import GhostModel

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

_LEAST = 0.01  # shares beyond are not told apart


@dataclass(frozen=True, slots=True)
class Contested:
    """For each seller the lowest and highest log10 odds that are possible once its words or all else may be false; its own
    odds where nothing contradicts. `marks` tells which words all else contradicts. `beyond` is how much more than the
    weights lead one to expect what is only said goes against all else: the mean over sellers of how far the probability would
    move, were it right and all else false for the most part.
    """

    low: Floats
    high: Floats
    marks: Flags
    beyond: float


@dataclass(frozen=True, slots=True)
class _Spoken:
    """One kind of words at all sellers: who has them, at whom they would be noticed and go against all else, the log10 odds
    by all else (`rest`), and what the words weigh; where they are not said, what they usually weigh.
    """

    said: Flags
    against: Flags
    rest: Floats
    weight: Floats


def contested(
    marks: Marks, published: Published, learned: Learned, score: Floats, looked: Ints, model: GhostModel
) -> Contested:
    """Who is spoken of otherwise than all else says, and what is possible there. `score` is the log10 odds of each seller
    without human verdicts, `looked` the sellers that have one: what people saw settles it.
    """
    start, part = _odds(float(probability(score).mean())), model.learning["contested"]
    low, high, which = score.copy(), score.copy(), np.zeros(len(marks.seller), np.bool_)
    beyond = 0.0
    (real, ghost), face = published.shown(), published.weights[:, 1]
    for sign in np.flatnonzero(published.said).tolist():
        one = _spoken(marks, learned, score, sign, float(face[sign]))
        if one is None:
            continue
        one.against[looked] = False
        right = _right(one, float(face[sign]), start, part)
        beyond += _beyond(one, right, float(face[sign]), (float(real[sign]), float(ghost[sign])))
        if published.words[sign]:
            here, ends = one.said & one.against, np.stack([one.rest, one.rest + one.weight, right])
            low = np.where(here, np.minimum(low, ends.min(axis=0)), low)
            high = np.where(here, np.maximum(high, ends.max(axis=0)), high)
            which |= (marks.sign == sign) & (marks.present == 1) & here[marks.seller]
    return Contested(low, high, which, round(beyond, 9))


def _spoken(marks: Marks, learned: Learned, score: Floats, sign: int, face: float) -> _Spoken | None:
    """Nothing where nobody says these words."""
    own = marks.sign == sign
    words, silence = own & (marks.present == 1), own & (marks.present == 0)
    said = _by_seller(marks, words * 1.0) > 0.0
    if not said.any():
        return None
    noticed = said | (_by_seller(marks, silence * 1.0) > 0.0)
    weight, all_of_it = _by_seller(marks, learned.weights * words), _by_seller(marks, learned.weights * own)
    beside = _by_seller(marks, learned.weights) - all_of_it
    usual = float(np.median(weight[said]))
    return _Spoken(said, noticed & (face * beside < 0.0), score - all_of_it, np.where(said, weight, usual))


def _right(one: _Spoken, face: float, start: float, part: float) -> Floats:
    """The log10 odds of each seller, were these words said of it and right, and all else for the most part false."""
    believed = np.sign(face) * np.maximum(np.abs(one.weight), abs(face))
    return np.asarray(start + believed + part * (one.rest - start))


def _beyond(one: _Spoken, right: Floats, face: float, shown: tuple[float, float]) -> float:
    """How far the mean probability would move, were the words right that go against all else, beyond what it would be with
    as many as real sellers and ghosts usually show (`shown`).
    """
    doubt = np.maximum(np.sign(face) * (probability(right) - probability(one.rest + one.weight)), 0.0)
    chance, (real, ghost) = probability(one.rest), shown
    usual = chance * ghost + (1.0 - chance) * real
    return max(float((doubt * one.against * (one.said - usual)).mean()), 0.0)


def _by_seller(marks: Marks, each: Floats) -> Floats:
    return np.asarray(np.bincount(marks.seller, weights=each, minlength=marks.sellers), np.float64)


def _odds(share: float) -> float:
    held = min(max(share, _LEAST), 1.0 - _LEAST)
    return float(np.log10(held / (1.0 - held)))
