"""Who is tied to whom: an undirected network, with the few questions that dismantling asks of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

Flags = NDArray[np.bool_]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Graph:
    """Actors by number in the order of their names, and for each the numbers of those it is tied to, rising."""

    names: tuple[str, ...]
    tied: tuple[tuple[int, ...], ...]

    @property
    def size(self) -> int:
        """How many actors."""
        return len(self.names)

    @cached_property
    def ties(self) -> int:
        """How many ties."""
        return sum(map(len, self.tied)) // 2

    @cached_property
    def matrix(self) -> csr_array:
        """Ones where two actors are tied."""
        ends = np.cumsum([0, *map(len, self.tied)])
        places = np.fromiter((j for row in self.tied for j in row), dtype=np.int64, count=int(ends[-1]))
        return csr_array((np.ones(len(places)), places, ends), shape=(self.size, self.size))

    def labels(self, present: Flags) -> Places:
        """For each actor the number of its component among those present; -1 for those that are not."""
        found = np.full(self.size, -1, dtype=np.int64)
        kept = np.flatnonzero(present)
        if len(kept):
            found[kept] = connected_components(self.matrix[kept][:, kept], directed=False)[1]
        return found

    def component_sizes(self, present: Flags) -> Places:
        """The sizes of the components among those present."""
        labels = self.labels(present)
        return np.bincount(labels[labels >= 0])


def graph(pairs: Iterable[tuple[str, str]], more: Iterable[str] = ()) -> Graph:
    """The network of these ties; `more` are actors that may have none. Numbers are put in order as numbers."""
    known: dict[str, set[str]] = {name: set() for name in more}
    for one, two in pairs:
        known.setdefault(one, set()).add(two)
        known.setdefault(two, set()).add(one)
    names = in_order(known)
    place = {name: i for i, name in enumerate(names)}
    tied = tuple(tuple(sorted(place[other] for other in known[name] if other != name)) for name in names)
    return Graph(tuple(names), tied)


def numbered_graph(names: Sequence[str], one: Places, other: Places) -> Graph:
    """The network of ties between actors that are given by number, in the order of their names; each tie once."""
    ends = np.concatenate([one, other])
    order = np.lexsort((np.concatenate([other, one]), ends))
    near = np.concatenate([other, one])[order].tolist()
    cuts = np.searchsorted(ends[order], np.arange(len(names) + 1)).tolist()
    return Graph(tuple(names), tuple(tuple(near[low:high]) for low, high in pairwise(cuts)))


def in_order(names: Iterable[str]) -> list[str]:
    """Names in the order in which a network numbers its actors: numbers as numbers, before words."""
    return sorted(names, key=_order)


def _order(name: str) -> tuple[int, int, str]:
    if name.isascii() and name.isdigit() and len(name) < 19:
        return (0, int(name), name)
    return (1, 0, name)


def curve(network: Graph, order: Sequence[int]) -> list[int]:
    """The size of the largest component after each removal, found by putting the actors back from the last on."""
    pieces = Pieces(network.size)
    removed = np.zeros(network.size, dtype=bool)
    removed[list(order)] = True
    for there in np.flatnonzero(~removed).tolist():
        pieces.put_back(there, network.tied[there])
    sizes = []
    for actor in reversed(order):
        sizes.append(pieces.largest)
        pieces.put_back(actor, network.tied[actor])
    return sizes[::-1]


class Pieces:
    """Components that only grow, as actors or ties are put back (union-find)."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))
        self._sizes = [0] * size
        self.largest = 0

    def copy(self) -> "Pieces":
        """The same components, to be changed apart."""
        other = Pieces(0)
        other._above, other._sizes, other.largest = self._above.copy(), self._sizes.copy(), self.largest
        return other

    def put_back(self, actor: int, tied: Sequence[int]) -> None:
        """Puts an actor back with its ties to those that are there."""
        self._sizes[actor] = 1
        self.largest = max(self.largest, 1)
        for other in tied:
            if self.there(other):
                self.join(actor, other)

    def there(self, actor: int) -> bool:
        """Whether the actor has been put back."""
        return self._sizes[self.head(actor)] > 0

    def join(self, one: int, two: int) -> None:
        """Ties two actors that are there."""
        low, high = sorted((self.head(one), self.head(two)), key=lambda head: self._sizes[head])
        if low == high:
            return
        self._above[low] = high
        self._sizes[high] += self._sizes[low]
        self.largest = max(self.largest, self._sizes[high])

    def size_with(self, tied: Sequence[int]) -> int:
        """How large the component of an actor with these ties would be."""
        heads = {self.head(other) for other in tied}
        return 1 + sum(self._sizes[head] for head in heads)

    def head(self, actor: int) -> int:
        """The actor that stands for the component."""
        above = self._above
        while above[actor] != actor:
            above[actor] = above[above[actor]]
            actor = above[actor]
        return actor
