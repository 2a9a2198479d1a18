"""Families of signs that the data at hand contradict.

What a sign weighs was learned, or thought out, elsewhere. Where real sellers never answer in public and ghosts do, the answers
point the wrong way, and nobody has to be told so: they then go against all other signs. For each family the
distance between ghosts and real sellers is estimated from what the other families say of each seller (if those
probabilities are right, the regression on them gives it without bias). Two thoughts are held against that: the family tells
what it is said to tell, more or less; or it goes the other way. By how likely the first is, the family counts; and by how much of
what it is said to tell it tells here, which lies between the published distance and the found one, nearer to which of them is
surer. It is never turned around, nor made stronger: families also go together because busy sellers show more of everything.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from schakel.judging.ghosts.label_model import Learned, Marks, Published, probability
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
    families, names = len(model.families), sorted(model.families)
    parts, apart = by_family(marks, published, learned, model)
    counts = np.ones(families)
    for _ in range(_ROUNDS * families):
        score = parts @ counts + learned.prior
        now = np.array(
            [
                _holds(score - counts[at] * parts[:, at], parts[:, at], apart[:, at], model, name)
                for at, name in enumerate(names)
            ]
        )
        most = int(np.argmax(np.round(np.abs(now - counts), 6)))
        if abs(now[most] - counts[most]) < _CLOSE:
            break
        counts[most] = now[most]
    return counts


def by_family(
    marks: Marks, published: Published, learned: Learned, model: GhostModel
) -> tuple[Floats, Floats]:
    """Sellers x families (in the order of their names): what each family weighs, and how far a ghost and a real seller should differ."""
    families = len(model.families)
    cell = marks.seller * families + marks.family

    def summed(each: Floats) -> Floats:
        found = np.bincount(cell, weights=each, minlength=marks.sellers * families)
        return np.asarray(found.reshape(marks.sellers, families), np.float64)

    return summed(learned.weights), summed(marks.times * _distance(published)[marks.sign])


def _holds(others: Floats, own: Floats, apart: Floats, model: GhostModel, name: str) -> float:
    """For how much a family counts here: `others` are the log10 odds by the other families, `own`
    what this one says, `apart` how far a ghost and a real seller should differ in it.
    """
    told = found_distance(others, own, apart, model)
    if told is None:
        return 1.0
    (found, error), before, settings = told, model.families[name].standing, model.learning
    return round(_chance(found, error, before, settings) * _power(found, error, settings), 6)


def found_distance(
    others: Floats, own: Floats, apart: Floats, model: GhostModel
) -> tuple[float, float] | None:
    """How far ghosts and real sellers lie apart in one family, with its standard error, both in published distances; None where
    too few sellers show it, or the others split nobody.
    """
    speaks = apart > 0.0
    if speaks.sum() < model.learning["standing_sellers"]:
        return None
    ghost, own = probability(others)[speaks], own[speaks]
    spread, published = float(ghost.var()), float(apart[speaks].mean())
    if spread < _LEAST_SPREAD:
        return None
    slope = float(np.mean((ghost - ghost.mean()) * own)) / spread
    rest = own - own.mean() - slope * (ghost - ghost.mean())
    error = float(np.sqrt(rest.var() / (len(own) * spread)))
    return slope / published, max(error / published, _SURE)


def _chance(found: float, error: float, before: float, settings: Mapping[str, float]) -> float:
    """The first of two thoughts, of the chance `before`, after a distance was found with its standard error (both in
    published distances).
    """
    if found >= settings["standing_with"]:
        return 1.0
    near, far = found - settings["standing_with"], found - settings["standing_against"]
    width = 2.0 * (settings["standing_spread"] ** 2 + error**2)
    odds = np.log10(before / max(1.0 - before, 1e-9)) + (far**2 - near**2) / width / np.log(10.0)
    return float(probability(np.asarray(odds)))


def _power(found: float, error: float, settings: Mapping[str, float]) -> float:
    """How much of what a family is said to tell it tells here, 0 to 1: the mean of what is published (1) and of what was found,
    each by its precision.
    """
    usual = settings["standing_with"]
    here = usual**2 / (error**2 + settings["standing_spread"] ** 2)
    elsewhere = 1.0 / settings["standing_moves"] ** 2
    return min(max((elsewhere + here * found / usual) / (elsewhere + here), 0.0), 1.0)


def _distance(published: Published) -> Floats:
    """How much more a sign weighs at a ghost than at a real seller, on average, if its weights are as published."""
    (real, ghost), (low, high) = published.shown(), published.weights.T
    return np.asarray(np.where(published.both, (ghost - real) * (high - low), 0.0))
