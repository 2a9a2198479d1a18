"""The ghost judgement of all sellers together: the signs one by one, where the two groups lie here, and human words."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from schakel.judging.ghosts.borne_out import borne_out
from schakel.judging.ghosts.contested import contested
from schakel.judging.ghosts.contradicted import standing
from schakel.judging.ghosts.correction import correction
from schakel.judging.ghosts.customs import by_custom
from schakel.judging.ghosts.ghost_share import share_between
from schakel.judging.ghosts.held_to_shares import held_to_shares, tempered
from schakel.judging.ghosts.label_model import (
    NOTHING_TOLD,
    Learned,
    Marks,
    Published,
    Told,
    draws,
    learn,
    probability,
)
from schakel.judging.ghosts.two_groups import TwoGroups, WeighedPlaces, totals
from schakel.judging.ghosts.voiced import NOTHING_VOICED, Voiced
from schakel.judging.weights import GhostModel

Floats = NDArray[np.float64]

_INSIDE = (0.05, 0.95)  # bounds of 90 %
_LEAST_SHARE = 0.005  # shares beyond are not told apart
_SURE = 1e-6  # totals alone make nobody surer than that


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is thought of each seller, as log10 odds of being a ghost with bounds, and the share of ghosts (value, low,
    high; 90 %). `learned` has the weights of the signs as verdicts corrected them; `moved` is what the places of the two
    groups here add to the odds that it has. `standing` tells for how much each family of signs counts here, `contested` which
    words all else contradicts. `customs` tells for how much each sign counts, absent and present, where custom is other here.
    """

    learned: Learned
    score: Floats
    moved: Floats
    low: Floats
    high: Floats
    share: tuple[float, float, float]
    standing: Floats
    contested: NDArray[np.bool_]
    customs: Floats


def weigh(
    marks: Marks, published: Published, model: GhostModel, told: Told, said_of_all: Voiced = NOTHING_VOICED
) -> Weighed:
    """Weighs all signs of all sellers, families that the others contradict for less (`contradicted`). The log odds are the
    mean of two: those from the signs, held to the share that the groups make likely; and those from where the two groups lie.
    The first tell best who is a ghost rather than another, the second do not take it for granted that ghosts behave as they
    did elsewhere. Nobody is made surer than the families of signs bear each other out here (`borne_out`). Human verdicts correct that for all (`correction`), and what people said of a seller is
    added to its own odds in full.
    """
    elsewhere, published = published, by_custom(marks, published, model)
    at_first = learn(marks, published, model)
    families = standing(marks, published, at_first, model)
    times = borne_out(marks, published, at_first, model)
    marks = replace(marks, times=marks.times * families[marks.family])
    by_signs = learn(marks, published, model)
    places = WeighedPlaces(totals(marks, published), model, said_of_all)
    groups = places.groups(NOTHING_TOLD)
    moved = by_both(by_signs.score, groups, model, times) - by_signs.score
    learned = _corrected(marks, by_signs, moved, told, model)
    doubt = contested(marks, published, learned, learned.score + moved, told.seller, model)
    words = np.bincount(told.seller, weights=told.weight, minlength=marks.sellers)
    score = learned.score + moved + words
    low, high = np.quantile(np.stack(list(draws(marks, published, model))), _INSIDE, axis=0)
    said = learned.score - by_signs.score + words
    ends = _with_unseen(*places.bounds(told, doubt.beyond), len(told.seller), model)
    each = probability(score)
    least, most = _within_reach(float(each.mean()), ends, places.known(told), doubt.beyond, model)
    return Weighed(
        learned,
        score,
        moved,
        np.minimum(low + np.minimum(moved, 0.0) + said, doubt.low + words),
        np.maximum(high + np.maximum(moved, 0.0) + said, doubt.high + words),
        share_between(each, least, most),
        families,
        doubt.marks,
        _part_kept(published.weights, elsewhere.weights),
    )


def _part_kept(weights: Floats, elsewhere: Floats) -> Floats:
    """What part of the weights from elsewhere is left of each here; 1 where there was none."""
    return np.divide(weights, elsewhere, out=np.ones_like(elsewhere), where=elsewhere != 0.0)


def _with_unseen(low: float, high: float, words: int, model: GhostModel) -> tuple[float, float]:
    """The lowest and highest share with those whom no sign can show: ghosts who do all as real sellers do, and real sellers of
    whom nothing good is seen. Their part is no matter of weighing signs, only people who looked can tell; the more of them
    spoke, the less of it is left open.
    """
    enough = model.learning["verdict_sellers"]
    left = enough / (enough + words)
    return low * (1.0 - model.groups["seeming"] * left), min(
        high / (1.0 - model.groups["hidden"] * left), 1.0
    )


def _within_reach(
    share: float, ends: tuple[float, float], known: float, beyond: float, model: GhostModel
) -> tuple[float, float]:
    """The bounds, no farther from the share (natural log odds) than it was off in markets that it was not set on: the farther the less
    is `known`, and the more what is only said goes against all else. Where nothing is known they stay as they are.
    """
    held = min(max(share, _LEAST_SHARE), 1.0 - _LEAST_SHARE)
    reach = model.groups["reach"] / max(known, _LEAST_SHARE) * (1.0 + beyond / model.groups["reach_beyond"])
    odds = np.log(held / (1.0 - held)) + np.array([-reach, reach])
    nearest, farthest = (1.0 / (1.0 + np.exp(-np.clip(odds, -60.0, 60.0)))).tolist()
    return max(ends[0], nearest), min(ends[1], farthest)


def by_both(score: Floats, groups: TwoGroups, model: GhostModel, times: float = 1.0) -> Floats:
    """Log10 odds that each seller is a ghost: the mean of those by the signs, which are held too small, and by the groups, as sure
    as the families of signs bear each other out (`times`).
    """
    part, sure = model.groups["part"], np.clip(groups.probability, _SURE, 1.0 - _SURE)
    held = held_to_shares(model.groups["signs_times"] * score, groups, model.groups["shift_most"])
    return tempered(np.asarray((1.0 - part) * held + part * np.log10(sure / (1.0 - sure))), times)


def _corrected(marks: Marks, learned: Learned, moved: Floats, told: Told, model: GhostModel) -> Learned:
    """The weights and the odds beforehand as the verdicts have it, and the odds that follow."""
    if not len(told.seller):
        return learned
    families = int(marks.family.max(initial=0)) + 1
    cells = np.bincount(
        marks.seller * families + marks.family, learned.weights, minlength=marks.sellers * families
    )
    parts = np.asarray(cells.reshape(marks.sellers, families)[told.seller], np.float64)
    found = correction(parts, (learned.score + moved)[told.seller], told.weight, model)
    weights, prior = learned.weights * found.power[marks.family], learned.prior + found.zero
    score = np.bincount(marks.seller, weights=weights, minlength=marks.sellers) + prior
    return Learned(weights, prior, np.asarray(score))
