"""The k actors whose removal leaves the fewest pairs that can reach each other.

The key player problem KPP-NEG: Borgatti (2006), Computational and Mathematical Organization Theory 12, 21-34.
Fragmentation is the share of pairs of the remaining actors that cannot reach each other: 0 whole, 1 all alone.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.networks.graph import Graph

# One look at all single removals of a network with so many actors and ties together takes about as many microseconds.
_EXACT_WORK = 20_000_000


@dataclass(frozen=True, slots=True)
class KeyPlayers:
    """The set, its fragmentation, and whether it is certain that no other set does better."""

    best: tuple[int, ...]
    fragmentation: float
    exact: bool


def key_players(network: Graph, k: int) -> KeyPlayers:
    """The best set of k: by looking at every set where that can be done in seconds, else by exchange."""
    work = math.comb(network.size, k - 1) * (network.size + 2 * network.ties)
    best = _every_set(network, k) if work <= _EXACT_WORK else _by_exchange(network, k)
    return KeyPlayers(best, fragmentation(network, best), work <= _EXACT_WORK)


def fragmentation(network: Graph, removed: Sequence[int]) -> float:
    """The share of pairs of remaining actors that cannot reach each other."""
    remaining = network.size - len(removed)
    if remaining < 2:
        return 1.0
    return 1 - _pairs(network, removed) / (remaining * (remaining - 1) // 2)


def _pairs(network: Graph, removed: Sequence[int]) -> int:
    gone = bytearray(network.size)
    for actor in removed:
        gone[actor] = 1
    return _PiecesLeft(network, gone).total


def _every_set(network: Graph, k: int) -> tuple[int, ...]:
    best: tuple[int, ...] = ()
    fewest = None
    for others in combinations(range(network.size), k - 1):
        least = others[-1] + 1 if others else 0
        for left, actor in _last_removals(network, others):
            if actor >= least and (fewest is None or left < fewest):
                fewest, best = left, (*others, actor)
    return best


def _by_exchange(network: Graph, k: int) -> tuple[int, ...]:
    """Greedy, then each member exchanged for the best other one until nothing gains."""
    chosen: list[int] = []
    for _ in range(k):
        chosen.append(_best_last(network, chosen)[1])
    fewest = _pairs(network, chosen)
    place, since = 0, 0
    while since < k:
        others = chosen[:place] + chosen[place + 1 :]
        left, actor = _best_last(network, others)
        since += 1
        if left < fewest:
            fewest, chosen, since = left, [*others, actor], 0
            place = -1
        place = (place + 1) % k
    return tuple(sorted(chosen))


def _best_last(network: Graph, others: Sequence[int]) -> tuple[int, int]:
    """The pairs that stay connected and the actor to remove after `others`; of equals, who has most ties."""
    return min(_last_removals(network, others), key=lambda one: (one[0], -len(network.tied[one[1]]), one[1]))


def _last_removals(network: Graph, others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """For every actor that is left after `others`: the connected pairs that remain without it, in rising order."""
    gone = bytearray(network.size)
    for actor in others:
        gone[actor] = 1
    found = _PiecesLeft(network, gone)
    for actor in range(network.size):
        if not gone[actor]:
            yield found.total - found.lost[actor], actor


class _PiecesLeft:
    """Connected pairs, and for each actor how many pairs its removal would cut: one walk through the network.

    The walk is that for cut vertices (Hopcroft and Tarjan, 1973), which also gives the sizes of what falls apart.
    """

    def __init__(self, network: Graph, gone: bytearray) -> None:
        self.total = 0
        self.lost = [0] * network.size
        self._tied = network.tied
        self._gone = gone
        self._found = [0] * network.size
        self._low = [0] * network.size
        self._below = [0] * network.size
        clock = 0
        for root in range(network.size):
            if not gone[root] and not self._found[root]:
                clock = self._walk(root, clock)

    def _walk(self, root: int, clock: int) -> int:
        found, low, below, tied, gone = self._found, self._low, self._below, self._tied, self._gone
        parts: dict[int, list[int]] = {}
        order = []
        path = [(root, -1, iter(tied[root]))]
        clock += 1
        found[root] = low[root] = clock
        while path:
            actor, parent, rest = path[-1]
            for other in rest:
                if gone[other] or other == parent:
                    continue
                if found[other]:
                    low[actor] = min(low[actor], found[other])
                    continue
                clock += 1
                found[other] = low[other] = clock
                path.append((other, actor, iter(tied[other])))
                break
            else:
                path.pop()
                order.append(actor)
                below[actor] += 1
                if parent >= 0:
                    below[parent] += below[actor]
                    low[parent] = min(low[parent], low[actor])
                    if low[actor] >= found[parent]:
                        parts.setdefault(parent, []).append(below[actor])
        self._count(order, parts)
        return clock

    def _count(self, order: Sequence[int], parts: dict[int, list[int]]) -> None:
        whole = len(order)
        pairs = whole * (whole - 1) // 2
        self.total += pairs
        for actor in order:
            cut = parts.get(actor, [])
            rest = whole - 1 - sum(cut)
            self.lost[actor] = pairs - rest * (rest - 1) // 2 - sum(part * (part - 1) // 2 for part in cut)


def cut_by_each(network: Graph, present: NDArray[np.bool_]) -> NDArray[np.float64]:
    """For each actor that is present: how many pairs its removal would cut, its own included."""
    gone = bytearray((~present).astype(np.uint8).tobytes())
    return np.array(_PiecesLeft(network, gone).lost, dtype=np.float64)
