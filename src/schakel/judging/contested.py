"""Sellers of whom people say one thing and everything else another.

Rivals slander, friends praise: a warning of a seller whose goods, answers and customers speak for it is either a lie, or the rest
was put on for show. The weights alone do not tell which. A warning that weighs little moves its probability little, and so the bounds hid
what is not known. Here both are held possible: the words count for nothing; or they count in full, as from one witness at least
however little that witness is trusted, and everything else counts for a part (discounting of a source; Shafer 1976). The
bounds of such a seller hold what follows from either.

Somebody errs in every market, and the weights say how often: a sign that is ten times as common at ghosts is seen at some real
sellers. So the bounds of the share of ghosts widen only by what exceeds that. How many contradictions to expect is asked of the
weights, as common as the signs are here, seller by seller: the chance that it would be spoken of, times what would then be
in doubt. Bought praise and slander stand out from that, ordinary mistakes do not (docs/judging.md).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.judging.label_model import Learned, Marks, Published, probability, shown_here
from schakel.judging.weights import GhostModel

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

_LEAST = 0.01  # shares beyond are not told apart


@dataclass(frozen=True, slots=True)
class Contested:
    """For each seller the lowest and highest log10 odds that are possible once its words or all else may be false; its own
    odds where nothing contradicts. `below` and `above` tell how much farther than the weights lead one to expect the mean
    probability may therefore lie from what it is, `marks` which words all else contradicts.
    """

    low: Floats
    high: Floats
    below: float
    above: float
    marks: Flags


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
    share, part = float(probability(score).mean()), model.learning["contested"]
    real, ghost = shown_here(marks, published, model, share)
    low, high, which = score.copy(), score.copy(), np.zeros(len(marks.seller), np.bool_)
    below, above = 0.0, 0.0
    for sign in np.flatnonzero(published.words).tolist():
        one = _spoken(marks, learned, score, sign, float(published.weights[sign, 1]))
        if one is None:
            continue
        one.against[looked] = False
        least, most = _possible(one, float(published.weights[sign, 1]), _odds(share), part)
        here = one.said & one.against
        low, high = np.where(here, np.minimum(low, least), low), np.where(here, np.maximum(high, most), high)
        which |= (marks.sign == sign) & (marks.present == 1) & here[marks.seller]
        chance = probability(one.rest)
        usual = model.learning["contested_usual"] * (chance * ghost[sign] + (1.0 - chance) * real[sign])
        held = probability(one.rest + one.weight)
        below += _beyond(one, held - probability(least), usual)
        above += _beyond(one, probability(most) - held, usual)
    return Contested(low, high, below, above, which)


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


def _possible(one: _Spoken, face: float, start: float, part: float) -> tuple[Floats, Floats]:
    """The lowest and highest log10 odds of each seller, were these words said of it and either of two sources false."""
    believed = np.sign(face) * np.maximum(np.abs(one.weight), abs(face))
    ends = np.stack([one.rest, one.rest + one.weight, start + believed + part * (one.rest - start)])
    return ends.min(axis=0), ends.max(axis=0)


def _beyond(one: _Spoken, doubt: Floats, usual: Floats) -> float:
    """By how much the doubt of those spoken of exceeds that of as many as are usual, in the mean over all sellers."""
    return max(float((doubt * one.against * (one.said - usual)).mean()), 0.0)


def _by_seller(marks: Marks, each: Floats) -> Floats:
    return np.asarray(np.bincount(marks.seller, weights=each, minlength=marks.sellers), np.float64)


def _odds(share: float) -> float:
    held = min(max(share, _LEAST), 1.0 - _LEAST)
    return float(np.log10(held / (1.0 - held)))
