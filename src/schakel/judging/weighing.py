"""The ghost judgement of all sellers together: the signs one by one, and where the two groups lie here."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.judging.ghost_share import share_between
from schakel.judging.label_model import Learned, Marks, Published, Told, draws, learn, probability
from schakel.judging.two_groups import totals, two_groups
from schakel.judging.weights import GhostModel

Floats = NDArray[np.float64]

_INSIDE = (0.05, 0.95)  # bounds of 90 %
_SURE = 1e-6  # totals alone make nobody surer than that


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is thought of each seller, as log10 odds of being a ghost with bounds, and the share of ghosts (value, low,
    high; 90 %). `moved` is what the places of the two groups here add to the odds that `learned` has.
    """

    learned: Learned
    score: Floats
    moved: Floats
    low: Floats
    high: Floats
    share: tuple[float, float, float]


def weigh(marks: Marks, published: Published, model: GhostModel, told: Told) -> Weighed:
    """Weighs all signs of all sellers. The log odds are the mean of two: those from the signs, each centred on how common it
    is here, and those from where the two groups lie. The first know every sign, the second do not take it for granted
    that ghosts behave as they did elsewhere. What people said of a seller is added to that in full.
    """
    learned = learn(marks, published, model, told)
    groups = two_groups(totals(marks, published), told, model)
    part = model.groups["part"]
    words = np.bincount(told.seller, weights=told.weight, minlength=marks.sellers)
    sure = np.clip(groups.probability, _SURE, 1.0 - _SURE)
    moved = part * (np.log10(sure / (1.0 - sure)) - (learned.score - words))
    score = learned.score + moved
    low, high = np.quantile(np.stack(list(draws(marks, published, model, told))), _INSIDE, axis=0)
    return Weighed(
        learned,
        score,
        moved,
        np.minimum(low + np.minimum(moved, 0.0), score),
        np.maximum(high + np.maximum(moved, 0.0), score),
        share_between(probability(score), groups.low, groups.high),
    )
