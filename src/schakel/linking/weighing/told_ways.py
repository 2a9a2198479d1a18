"""What other areas, goods and prices tell in these data: how much oftener strangers differ than one seller's accounts.

On one market a seller's next account sells the same in the same town, on another it is the branch for something else.
So it is learned where it can be seen: on pairs that share a contact or tell of a move, of which a share is one seller and
the rest are customers of one courier, shop or keeper. How often accounts differ by chance (u) is counted on accounts
drawn by lot; how often one seller's do (m), those of strangers with a contact in common, and the share of one seller
follow from each other, by expectation maximisation in the manner of Fellegi and Sunter (1969; Winkler 1988), beginning
from the word list and held to it where pairs are few.

Only what speaks against is learned, more or less of it but never more than nothing: agreement also comes along with a courier's town or a supplier's list, and on made-up
markets of three kinds learning it too made more false sellers (67 for 51, and 56 for 43).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

import numpy as np

from schakel.linking.comparing.agreement import COPIES, NAMES, WORDED, Observation, in_order
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import Pair
from schakel.linking.comparing.shared_ways import share_a_keeper, ways_of_sharing
from schakel.linking.copies.shingles import Floats, Ints
from schakel.linking.weighing.shared_contacts import learn_trust
from schakel.linking.weighing.ways import BY_CHANCE, LEARNED, LEVELS, NEUTRAL, WAYS, level_of, way_reasons
from schakel.linking.weighing.whose_contact import USUAL

_HELD = 6.0  # pairs that the word list is worth
_USUAL_HELD = 20.0  # pairs that the share of one seller told by all ways together is worth
_LEAST = 20  # pairs, below which nothing is learned
_ROUNDS = 50
_MOST = 1.5  # log10: as far as one way may tell
_NAMED = frozenset(rule.__name__ for rule in NAMES)
_LISTED = "same_price_ladder"
_COPIED = frozenset(rule.__name__ for rule in COPIES) - {_LISTED, WORDED}
_MOVED = "announces_move"

Steps = dict[str, tuple[float, ...]]  # of each way, what is added at each level to the word list's weight


@dataclass(frozen=True, slots=True)
class _Seen:
    """By way and pair the level (-1 where nothing is told) and its usual weight; by pair what the other ways weigh."""

    levels: Ints
    weights: Floats
    rest: Floats


@dataclass(frozen=True, slots=True)
class _Shared:
    """A pair that shares a contact or tells of a move: in which way, and whether it has a price list in common too."""

    pair: Pair
    how: str
    listed: bool


def learn_ways(observations: Sequence[Observation], known: Background) -> Steps:
    """What is added to or taken off the word list's weight of each way at each of its levels; nothing where too few pairs tell.

    Apart for pairs with a contact in common, whose area or goods may be their courier's, and for all others.
    """
    shared = _shared(observations)
    if min(len(shared), len(known.strangers)) < _LEAST:
        return {}
    seen = _without_area(_seen([one.pair for one in shared], known), [one.listed for one in shared])
    drawn = _seen(known.strangers, known)
    kinds, group = np.unique([one.how for one in shared], return_inverse=True)
    trust = learn_trust(observations, known)
    usual = np.array([trust[name].share if name in trust else USUAL for name in kinds.tolist()])
    base = _usual_weights(seen, drawn)
    by_chance = _shares(drawn.levels, np.ones(len(known.strangers)), np.ones(base.shape))
    begun = by_chance * 10.0**base
    mine, tied = _fitted(seen, group, usual, by_chance, begun / begun.sum(axis=1, keepdims=True))
    return {
        name + ending: tuple(row)
        for strangers, ending in ((tied, ""), (by_chance, BY_CHANCE))
        for name, row in zip(LEARNED, _steps(mine, strangers, base), strict=True)
    }


def _steps(mine: Floats, strangers: Floats, base: Floats) -> list[list[float]]:
    told = np.clip(np.log10(mine / strangers), -_MOST, _MOST)
    most = np.maximum(np.round(-base, 2), 0.0)  # as much as takes back what the word list has against
    steps: list[list[float]] = np.where(
        np.arange(LEVELS) <= NEUTRAL,
        np.minimum(np.round(told - base, 2), most),
        0.0,
    ).tolist()
    return steps


def _fitted(
    seen: _Seen, group: Ints, usual: Floats, by_chance: Floats, begun: Floats
) -> tuple[Floats, Floats]:
    """How often each level is seen on the accounts of one seller, and on strangers that share what these pairs share."""
    mine, tied, share = begun, by_chance, usual
    many = np.bincount(group)
    for _ in range(_ROUNDS):
        ratio = seen.rest.copy()
        for row, levels in enumerate(seen.levels):
            ratio += np.where(levels >= 0, np.log10(mine[row] / tied[row])[levels], 0.0)
        odds = share[group] / (1 - share[group]) * 10.0**ratio
        said = odds / (1 + odds)
        share = (np.bincount(group, said) + usual * _USUAL_HELD) / (many + _USUAL_HELD)
        mine = _shares(seen.levels, said, _HELD * begun)
        tied = _shares(seen.levels, 1 - said, _HELD * by_chance)
    return mine, tied


def _shares(levels: Ints, weights: Floats, held: Floats) -> Floats:
    """By way the share of each level among the pairs of which it is told, so weighed; `held` is counted beside them."""
    rows = [
        np.bincount(own[own >= 0], weights[own >= 0], LEVELS) + beside
        for own, beside in zip(levels, held, strict=True)
    ]
    return np.array([row / row.sum() for row in rows])


def _usual_weights(seen: _Seen, drawn: _Seen) -> Floats:
    """The word list's weight at each level: the mean of what is seen there."""
    levels = np.concatenate((seen.levels, drawn.levels), axis=1)
    weights = np.concatenate((seen.weights, drawn.weights), axis=1)
    rows = []
    for own, weighed in zip(levels, weights, strict=True):
        told = own >= 0
        many = np.maximum(np.bincount(own[told], minlength=LEVELS), 1)
        rows.append(np.bincount(own[told], weighed[told], LEVELS) / many)
    return np.array(rows)


def _shared(observations: Sequence[Observation]) -> list[_Shared]:
    """The pairs that share a contact or tell of a move; without those that share an ad or photo, whose area and goods
    come along, and those that only name one keeper.
    """
    mine = sorted((o for o in observations if not o.rule.startswith("verdict_")), key=in_order)
    out = []
    for pair, found in groupby(mine, key=attrgetter("left", "right")):
        group = list(found)
        rules = {one.rule for one in group}
        how = [*ways_of_sharing(group), *sorted(rules & {_MOVED})]
        if how and not rules & _COPIED and not share_a_keeper(group):
            named = ["a like name"] if rules & _NAMED else []
            out.append(_Shared(pair, " and ".join([*how, *named]), _LISTED in rules))
    return out


def _without_area(seen: _Seen, listed: Sequence[bool]) -> _Seen:
    """The same, nothing told of the area where a price list is shared: branches in other towns keep the list."""
    levels = seen.levels.copy()
    levels[LEARNED.index("area"), np.array(listed, np.bool_)] = -1
    return replace(seen, levels=levels)


def _seen(pairs: Sequence[Pair], known: Background) -> _Seen:
    levels = np.full((len(LEARNED), len(pairs)), -1, np.int64)
    weights, rest = np.zeros(levels.shape), np.zeros(len(pairs))
    for at, (left, right) in enumerate(pairs):
        for reason in way_reasons(left, right, known, whole=True):
            way = WAYS[reason.rule]
            if way in LEARNED:
                levels[LEARNED.index(way), at] = level_of(reason.weight)
                weights[LEARNED.index(way), at] = reason.weight
            else:
                rest[at] += reason.weight
    return _Seen(levels, weights, rest)
