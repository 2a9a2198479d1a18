"""Fewer removals by exchange: put a few back, break what grew too large anew, put back what is not needed.

An iterated local search; the moves are drawn with a fixed seed, so the same network gives the same answer.
"""

from collections.abc import Sequence

import numpy as np

from schakel.measuring.networks.graph import Graph
from schakel.measuring.networks.reinsertion import put_back

_SEED = 20261124
_PUT_BACK = (1, 2, 3, 4, 5, 6)
_LOOKS = 1_500
_PIECES_OF_WORK = 3_000_000  # actors and ties looked at in all; with the number of looks, a few seconds


def exchanged(network: Graph, removed: Sequence[int], target: int) -> list[int]:
    """At most as many removals, with no component larger than `target`."""
    best = list(removed)
    chance = np.random.default_rng(_SEED)
    looks, turn = min(_PIECES_OF_WORK // (network.size + 2 * network.ties + 1), _LOOKS), 0
    while looks > 0 and len(best) > 2:
        turn += 1
        loose = _near_each_other(network, best, _PUT_BACK[turn % len(_PUT_BACK)], chance)
        kept = [actor for actor in best if actor not in loose]
        anew, looked = _broken_anew(network, kept, target, chance)
        looks -= 1 + looked
        tried = put_back(network, anew, target)
        if len(tried) <= len(best):
            best = tried
    return best


def _near_each_other(
    network: Graph, removed: Sequence[int], many: int, chance: np.random.Generator
) -> set[int]:
    """Removed actors that are at most two steps from one of them."""
    wanted = set(removed)
    first = int(chance.choice(removed))
    near = {first, *network.tied[first]}
    near |= {far for actor in network.tied[first] for far in network.tied[actor]}
    others = sorted(near & wanted - {first})
    chance.shuffle(others)
    return {first, *others[: many - 1]}


def _broken_anew(
    network: Graph, kept: list[int], target: int, chance: np.random.Generator
) -> tuple[list[int], int]:
    """The removals with more of them until no component is too large, and how often the network was looked over.

    The most tied go first, with some luck.
    """
    present = np.ones(network.size, dtype=bool)
    present[kept] = False
    removed = list(kept)
    looked = 0
    while True:
        looked += 1
        labels = network.labels(present)
        sizes = np.bincount(labels[labels >= 0], minlength=1)
        large = np.flatnonzero(sizes > target)
        if not len(large):
            return removed, looked
        for label in large:
            inside = np.flatnonzero(labels == label)
            ties = np.array([sum(present[other] for other in network.tied[actor]) for actor in inside])
            actor = int(inside[np.argmax(ties + 2.0 * chance.random(len(ties)))])
            present[actor] = False
            removed.append(actor)
