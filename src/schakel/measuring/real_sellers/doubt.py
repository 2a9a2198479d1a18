"""What is doubted: which accounts are one seller, and which sellers are ghosts; drawn again and again with a seed.

Doubt is carried through by drawing whole worlds (multiple imputation; Rubin, 1987), not by multiplying shares: one
alias more is one seller less and one repeated sighting more, and a ghost takes its sightings with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from schakel.measuring.settings import Draws

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]

_EDGE = 1e-6


@dataclass(frozen=True, slots=True)
class Doubts:
    """Accounts by number with their sellers, pairs that were weighed, and the ghost probability of each seller.

    `left`, `right` and `same` are pairs of accounts and the probability that both are one seller's.
    """

    seller_of: Places
    left: Places
    right: Places
    same: Numbers
    ghost: Numbers
    ghost_low: Numbers
    ghost_high: Numbers


@dataclass(frozen=True, slots=True)
class World:
    """One drawn world: for each account the number of its group, and for each account whether its seller is real."""

    group: Places
    real: Flags


@dataclass(frozen=True, slots=True)
class Settled:
    """The doubts with what is sure taken out: accounts joined for sure are one unit, the rest are loose pairs of units."""

    unit: Places  # of each account
    within: tuple[Places, Places, Numbers]  # pairs of units of one seller, and their log10 odds
    across: tuple[Places, Places, Numbers]  # pairs of units of two sellers
    loose: Flags  # units whose group may differ from draw to draw
    seller: Places  # of each unit
    ghost: tuple[Numbers, Numbers, Numbers]  # of each seller, log odds: value, below, above


def settle(doubts: Doubts, sure: float) -> Settled:
    """Takes out what no draw will change."""
    many = len(doubts.seller_of)
    inside = doubts.seller_of[doubts.left] == doubts.seller_of[doubts.right]
    certain = inside & (doubts.same >= sure)
    unit = _components(many, *_with_bridges(doubts, inside, certain))
    seller = np.zeros(int(unit.max(initial=-1)) + 1, dtype=np.int64)
    seller[unit] = doubts.seller_of
    open_within = inside & ~certain
    open_across = ~inside & (doubts.same > 1 - sure)
    within, across = (_between(unit, doubts, chosen) for chosen in (open_within, open_across))
    loose = np.zeros(len(seller), dtype=bool)
    for one, two, _ in (within, across):
        loose[one] = loose[two] = True
    middle = _log_odds(doubts.ghost)
    below = np.minimum(_log_odds(doubts.ghost_low) - middle, 0.0)
    above = np.maximum(_log_odds(doubts.ghost_high) - middle, 0.0)
    return Settled(unit, within, across, loose, seller, (middle, below, above))


def worlds(settled: Settled, draws: Draws) -> Iterator[World]:
    """Worlds drawn one after another; units in place of accounts."""
    chance = np.random.default_rng(draws.seed)
    for _ in range(draws.many):
        shift = chance.normal(0.0, draws.alias_shift)
        group = _drawn_groups(settled, chance, shift)
        ghost = _drawn_ghosts(settled, chance)
        first = np.full(len(settled.seller), len(settled.seller), dtype=np.int64)
        np.minimum.at(first, group, np.arange(len(group)))
        yield World(group, ~ghost[settled.seller[first[group]]])


def as_resolved(settled: Settled) -> tuple[Places, Numbers]:
    """The groups as linking resolved them, and the probability of each unit's seller to be real."""
    middle = settled.ghost[0]
    return settled.seller, 1 / (1 + np.exp(middle[settled.seller]))


def _drawn_groups(settled: Settled, chance: np.random.Generator, shift: float) -> Places:
    many = len(settled.seller)
    one, two, odds = settled.within
    stands = chance.random(len(odds)) < _chance(odds + shift)
    group = _components(many, one[stands], two[stands])
    one, two, odds = settled.across
    met = np.flatnonzero(chance.random(len(odds)) < _chance(odds + shift))
    return _joined_once(group, one[met], two[met], chance)


def _joined_once(group: Places, one: Places, two: Places, chance: np.random.Generator) -> Places:
    """Joins groups along the pairs, each group once at most: many weak pairs must not grow into one large seller."""
    if not len(one):
        return group
    taken: set[int] = set()
    became = np.arange(int(group.max()) + 1)
    for pair in chance.permutation(len(one)):
        left, right = int(group[one[pair]]), int(group[two[pair]])
        if left != right and left not in taken and right not in taken:
            taken |= {left, right}
            became[right] = left
    return np.asarray(became[group])


def _drawn_ghosts(settled: Settled, chance: np.random.Generator) -> Flags:
    """Ghosts by seller. The weights are the same for all, so where they are off, they are off for all in one draw."""
    middle, below, above = settled.ghost
    wide = float(chance.normal()) / 1.96
    odds = middle + np.where(wide > 0, above * wide, -below * wide)
    return np.asarray(chance.random(len(middle)) < 1 / (1 + np.exp(-odds)))


def _with_bridges(doubts: Doubts, inside: Flags, certain: Flags) -> tuple[Places, Places]:
    """The sure pairs, and bridges where accounts of one seller hang together by nothing that was weighed (a verdict)."""
    many = len(doubts.seller_of)
    piece = _components(many, doubts.left[inside], doubts.right[inside])
    first = np.full(int(doubts.seller_of.max(initial=-1)) + 1, -1, dtype=np.int64)
    order = np.arange(many)[::-1]
    first[doubts.seller_of[order]] = order  # the lowest account of each seller
    leader = np.full(int(piece.max(initial=-1)) + 1, -1, dtype=np.int64)
    leader[piece[order]] = order
    heads = leader[leader >= 0]
    apart = heads[first[doubts.seller_of[heads]] != heads]
    one = np.concatenate([doubts.left[certain], first[doubts.seller_of[apart]]])
    return one, np.concatenate([doubts.right[certain], apart])


def _between(unit: Places, doubts: Doubts, chosen: Flags) -> tuple[Places, Places, Numbers]:
    """Open pairs as pairs of units; of several between the same two units the strongest."""
    ends = np.sort(np.stack([unit[doubts.left[chosen]], unit[doubts.right[chosen]]]), axis=0)
    apart = ends[0] != ends[1]
    ends, same = ends[:, apart], doubts.same[chosen][apart]
    order = np.lexsort((-same, ends[1], ends[0]))
    ends, same = ends[:, order], same[order]
    new = np.ones(len(same), dtype=bool)
    new[1:] = (np.diff(ends) != 0).any(axis=0)
    return ends[0][new], ends[1][new], _log_odds(same[new]) / np.log(10)


def _components(many: int, one: Places, two: Places) -> Places:
    if not many:
        return np.zeros(0, dtype=np.int64)
    matrix = coo_array((np.ones(len(one), dtype=np.int8), (one, two)), shape=(many, many))
    return connected_components(matrix, directed=False)[1].astype(np.int64)


def _log_odds(share: Numbers) -> Numbers:
    kept = np.clip(share, _EDGE, 1 - _EDGE)
    return np.asarray(np.log(kept / (1 - kept)))


def _chance(log10_odds: Numbers) -> Numbers:
    return np.asarray(1 / (1 + 10.0**-log10_odds))
