"""Families of signs that the data at hand contradict.

What a sign weighs was learned, or thought out, elsewhere. Where real sellers never answer in public and ghosts do, the answers
point the wrong way, and nobody has to be told so: they then go against all other signs. For each family the
distance between ghosts and real sellers is estimated from what the other families say of each seller (if those
probabilities are right, the regression on them gives it without bias). Two thoughts are held against that: the family tells
what it is said to tell, more or less; or it goes the other way. By how likely the first is, the family counts. It is never
turned around, nor made stronger: families also go together because busy sellers show more of everything.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from schakel.judging.label_model import Learned, Marks, Published, probability
from schakel.judging.weights import GhostModel

Floats = NDArray[np.float64]
_ROUNDS = 3  # changes a family, at most
_CLOSE = 0.02
_LEAST_SPREAD = 1e-4  # variance of the probabilities, below which they split nobody
_SURE = 0.05  # of the published distance: no estimate is surer than that


def standing(marks: Marks, published: Published, learned: Learned, model: GhostModel) -> Floats:
    """For how much each family of signs (in the order of their names) counts in these data, from 0 (contradicted) to 1.

    The family that the others contradict most is weighed first: as long as it counts in full, it makes those that
    disagree with it look wrong.
    """
    families = len(model.families)
    cell = marks.seller * families + marks.family

    def by_family(each: Floats) -> Floats:
        found = np.bincount(cell, weights=each, minlength=marks.sellers * families)
        return np.asarray(found.reshape(marks.sellers, families), np.float64)

    parts, apart = by_family(learned.weights), by_family(marks.times * _distance(published)[marks.sign])
    counts = np.ones(families)
    for _ in range(_ROUNDS * families):
        score = parts @ counts + learned.prior
        now = np.array(
            [
                _holds(score - counts[at] * parts[:, at], parts[:, at], apart[:, at], model)
                for at in range(families)
            ]
        )
        most = int(np.argmax(np.round(np.abs(now - counts), 6)))
        if abs(now[most] - counts[most]) < _CLOSE:
            break
        counts[most] = now[most]
    return counts


def _holds(others: Floats, own: Floats, apart: Floats, model: GhostModel) -> float:
    """The chance that a family tells here what it is said to tell: `others` are the log10 odds by the other families, `own`
    what this one says, `apart` how far a ghost and a real seller should differ in it.
    """
    settings, speaks = model.learning, apart > 0.0
    if speaks.sum() < settings["standing_sellers"]:
        return 1.0
    ghost, own = probability(others)[speaks], own[speaks]
    spread, published = float(ghost.var()), float(apart[speaks].mean())
    if spread < _LEAST_SPREAD:
        return 1.0
    slope = float(np.mean((ghost - ghost.mean()) * own)) / spread
    rest = own - own.mean() - slope * (ghost - ghost.mean())
    error = float(np.sqrt(rest.var() / (len(own) * spread)))
    return _chance(slope / published, max(error / published, _SURE), settings)


def _chance(found: float, error: float, settings: Mapping[str, float]) -> float:
    """The first of two thoughts, after a distance was found, in published distances, with its standard error."""
    if found >= settings["standing_with"]:
        return 1.0
    width = 2.0 * (settings["standing_spread"] ** 2 + error**2)
    told = settings["standing"] * np.exp(-((found - settings["standing_with"]) ** 2) / width)
    against = (1.0 - settings["standing"]) * np.exp(-((found - settings["standing_against"]) ** 2) / width)
    return round(float(told / (told + against)), 6)


def _distance(published: Published) -> Floats:
    """How much more a sign weighs at a ghost than at a real seller, on average, if its weights are as published."""
    (real, ghost), (low, high) = published.shown(), published.weights.T
    return np.asarray(np.where(published.both, (ghost - real) * (high - low), 0.0))
