"""How a broken network grows together again: who lost a contact looks for a new one.

Removal can leave a network as strong as it was, or stronger, once it has recovered (Duijn, Kashirin and Sloot, 2014,
Scientific Reports 4, 4238), and how it recovers matters more than the first blow (Diviák, 2023). Nobody knows how a
given network will do it, so three ways are simulated and set beside each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from schakel.measuring.networks.graph import Graph, Pieces

Way = Literal["strangers", "well-tied", "through-lost-contact"]
WAYS: dict[Way, str] = {
    "strangers": "new contacts are anyone at all",
    "well-tied": "new contacts are sought with those who have many ties",
    "through-lost-contact": "people who lost the same contact find each other",
}


@dataclass(frozen=True, slots=True)
class Recovery:
    """New ties needed, as a share of the ties lost, until half (nine tenths) of those left hang together again.

    No more than the largest component held before counts as all.

    The middle of the runs, with the range of nineteen in twenty; None where fewer than half of the runs got there with
    as many new ties as were lost.
    """

    way: Way
    to_half: tuple[float, float, float] | None
    to_nine_tenths: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class _Broken:
    """A network after removals: who is left, who lost a contact (once for each), and who lost the same one."""

    network: Graph
    left: tuple[int, ...]
    orphans: tuple[int, ...]
    groups: tuple[tuple[int, ...], ...]
    before: int
    pieces: Pieces


def recover(network: Graph, removed: Sequence[int], *, runs: int = 40, seed: int = 1) -> list[Recovery]:
    """The recovery after these removals, in three ways."""
    broken = _broken(network, set(removed))
    found = []
    for number, way in enumerate(WAYS):
        chance = np.random.default_rng([seed, number])
        needed = [_run(broken, way, chance) for _ in range(runs)]
        halves, tenths = zip(*needed, strict=True)
        found.append(Recovery(way, _spread(halves), _spread(tenths)))
    return found


def _broken(network: Graph, gone: set[int]) -> _Broken:
    groups = [tuple(other for other in network.tied[actor] if other not in gone) for actor in sorted(gone)]
    left = tuple(actor for actor in range(network.size) if actor not in gone)
    before = int(network.component_sizes(np.ones(network.size, dtype=bool)).max(initial=0))
    orphans = tuple(other for group in groups for other in group)
    shared = tuple(group for group in groups if len(group) > 1)
    pieces = Pieces(network.size)
    for actor in left:
        pieces.put_back(actor, network.tied[actor])
    return _Broken(network, left, orphans, shared, min(before, len(left)), pieces)


def _run(broken: _Broken, way: Way, chance: np.random.Generator) -> tuple[float, float]:
    """One run: new ties over lost ties at one half and at nine tenths; infinite where it was not reached."""
    lost = len(broken.orphans)
    if not lost:
        return np.inf, np.inf
    pieces = broken.pieces.copy()
    partners = _partners(broken, way, chance)
    half = np.inf
    for made in range(lost + 1):
        if made and partners[made - 1][0] != partners[made - 1][1]:
            pieces.join(*partners[made - 1])
        if half == np.inf and pieces.largest >= 0.5 * broken.before:
            half = made / lost
        if pieces.largest >= 0.9 * broken.before:
            return half, made / lost
    return half, np.inf


def _partners(broken: _Broken, way: Way, chance: np.random.Generator) -> list[tuple[int, int]]:
    """Who finds whom, in order."""
    seekers = np.array(broken.orphans)[chance.permutation(len(broken.orphans))]
    if way == "through-lost-contact":
        return _who_lost_the_same(broken.groups, len(seekers), chance)
    actors = np.array(broken.left)
    weights = np.ones(len(actors))
    if way == "well-tied":
        weights = np.array([len(broken.network.tied[actor]) for actor in broken.left], dtype=np.float64)
    found = chance.choice(actors, size=len(seekers), p=weights / weights.sum())
    return [(int(one), int(two)) for one, two in zip(seekers, found, strict=True)]


def _who_lost_the_same(
    groups: Sequence[tuple[int, ...]], many: int, chance: np.random.Generator
) -> list[tuple[int, int]]:
    """Pairs out of groups, a group the more often the larger it is."""
    if not groups:
        return [(0, 0)] * many  # nobody shared a lost contact: nobody finds anyone
    sizes = np.array([len(group) for group in groups], dtype=np.float64)
    chosen = chance.choice(len(groups), size=many, p=sizes / sizes.sum())
    first = (chance.random(many) * sizes[chosen]).astype(np.int64)
    step = 1 + (chance.random(many) * (sizes[chosen] - 1)).astype(np.int64)
    pairs = zip(chosen, first, step, strict=True)
    return [(groups[n][one], groups[n][(one + on) % len(groups[n])]) for n, one, on in pairs]


def _spread(shares: Sequence[float]) -> tuple[float, float, float] | None:
    ranked = np.sort(np.array(shares))
    middle = float(ranked[(len(ranked) - 1) // 2])
    if not np.isfinite(middle):
        return None
    low, high = float(ranked[len(ranked) // 40]), float(ranked[len(ranked) - 1 - len(ranked) // 40])
    return middle, low, high if np.isfinite(high) else 1.0
