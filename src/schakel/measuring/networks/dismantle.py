"""The one way in: which removals break a network most, by the strategy that is asked for or by the best of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from schakel.measuring.networks.adaptive import Scorer, collective_influence, removals
from schakel.measuring.networks.betweenness import betweenness
from schakel.measuring.networks.core import core_first, most_tied_first
from schakel.measuring.networks.exchange import exchanged
from schakel.measuring.networks.generalised import generalised
from schakel.measuring.networks.graph import Graph, curve
from schakel.measuring.networks.key_player import cut_by_each
from schakel.measuring.networks.reinsertion import put_back, soonest
from schakel.records.errors import SettingsError

Report = Callable[[str, int, int], object]  # step, done, total

_LARGE = 2_000  # actors; from here on betweenness is taken from a sample of sources, for several removals at a time
_VERY_LARGE = 20_000  # actors; from here on only the two quickest are tried
_SOURCES = 64
_LOOKS = 150  # how often scores that take long are looked up in a large network


@dataclass(frozen=True, slots=True)
class Dismantling:
    """Who is removed, in order, and how large the largest component is after each."""

    strategy: str
    order: tuple[int, ...]
    largest: tuple[int, ...]
    before: int  # the largest component at the start
    without_putting_back: int | None = None

    @property
    def mean_largest(self) -> float:
        """The mean of the largest component over the removals, as a share of all (R of Schneider and others, 2011)."""
        return sum(self.largest) / max(len(self.largest), 1) ** 2

    def removals_until(self, share: float) -> int | None:
        """How many removals it takes until the largest component is at most this share of what it was."""
        return next((n for n, size in enumerate(self.largest, 1) if size <= share * self.before), None)


def whole_curve(network: Graph, strategy: str, report: Report = lambda *_: None) -> Dismantling:
    """Every actor removed, the most important of what is left first."""
    if strategy == "best":
        found = [whole_curve(network, name) for name in _in_turn(network, report)]
        best = min(found, key=lambda one: one.mean_largest)
        return replace(best, strategy=f"best ({best.strategy})")
    order = _known(strategy)(network, 0)
    return _dismantling(network, strategy, order)


def until(network: Graph, strategy: str, target: int, report: Report = lambda *_: None) -> Dismantling:
    """Removals until no component is larger than `target`; those that were not needed are put back."""
    if strategy != "best":
        raw = _enough(network, _known(strategy)(network, target), target)
        kept = put_back(network, raw, target)
        return replace(_dismantling(network, strategy, kept), without_putting_back=len(raw))
    found = [until(network, name, target) for name in _in_turn(network, report)]
    best = min(found, key=lambda one: len(one.order))
    fewer = soonest(network, exchanged(network, best.order, target))
    return replace(
        _dismantling(network, f"best ({best.strategy})", fewer),
        without_putting_back=best.without_putting_back,
    )


def strategies() -> tuple[str, ...]:
    """The names of the strategies."""
    return ("best", *_STRATEGIES)


def _dismantling(network: Graph, strategy: str, order: Sequence[int]) -> Dismantling:
    before = int(network.component_sizes(np.ones(network.size, dtype=bool)).max(initial=0))
    return Dismantling(strategy, tuple(order), tuple(curve(network, order)), before)


def _enough(network: Graph, order: Sequence[int], target: int) -> list[int]:
    """The order up to where no component is larger than the target."""
    before = int(network.component_sizes(np.ones(network.size, dtype=bool)).max(initial=0))
    sizes = [before, *curve(network, order)]
    return list(order[: next(n for n, size in enumerate(sizes) if size <= target)])


def _tried(network: Graph) -> list[str]:
    """The strategies that are tried for this size of network."""
    if network.size > _VERY_LARGE:
        return ["degree", "core"]
    quick = ["degree", "core", "collective-influence", "gnd"]
    return quick + (["betweenness"] if network.size <= 1_000 else [])


def _in_turn(network: Graph, report: Report) -> Iterator[str]:
    names = _tried(network)
    for done, name in enumerate(names):
        report("trying strategies", done, len(names))
        yield name


def _known(strategy: str) -> Callable[[Graph, int], list[int]]:
    if strategy not in _STRATEGIES:
        raise SettingsError(
            "That strategy is not known.",
            means="Nothing was computed.",
            todo=f"Choose one of: {', '.join(strategies())}.",
        )
    return _STRATEGIES[strategy]


def _adaptive(score: Scorer, network: Graph, target: int) -> list[int]:
    return list(removals(network, score, block=max(network.size // 10_000, 1)))


def _slow(score: Scorer, network: Graph, target: int) -> list[int]:
    """Actors in components that are small enough are not looked at; the rest of the order is by number."""
    block = 1 if network.size <= _LARGE else max(network.size // _LOOKS, 1)
    order: list[int] = []
    present = np.ones(network.size, dtype=bool)
    goal = max(target, 2)
    while True:
        labels = network.labels(present)
        sizes = np.bincount(labels[labels >= 0], minlength=1)
        large = present & (sizes[np.maximum(labels, 0)] > goal if target else True)
        if not large.any():
            break
        scores = np.where(large, score(network, large), -np.inf)
        ranked = np.argsort(-scores, kind="stable")[: min(block, int(large.sum()))]
        order += map(int, ranked)
        present[ranked] = False
    return order + [int(actor) for actor in np.flatnonzero(present)]


def _betweenness(network: Graph, target: int) -> list[int]:
    sources = None if network.size <= _LARGE else _SOURCES
    return _slow(partial(betweenness, sources=sources), network, target)


def _two_steps(network: Graph, target: int) -> list[int]:
    score = collective_influence(2)
    return _adaptive(score, network, target) if network.size <= _LARGE else _slow(score, network, target)


def _degree(network: Graph, target: int) -> list[int]:
    return most_tied_first(network)


def _core(network: Graph, target: int) -> list[int]:
    return core_first(network)


def _generalised(network: Graph, target: int) -> list[int]:
    order = generalised(network, max(target, 1))
    gone = set(order)
    return order + [actor for actor in range(network.size) if actor not in gone]


_STRATEGIES: dict[str, Callable[[Graph, int], list[int]]] = {
    "degree": _degree,
    "betweenness": _betweenness,
    "collective-influence": partial(_adaptive, collective_influence(1)),
    "collective-influence-2": _two_steps,
    "core": _core,
    "gnd": _generalised,
    "key-player": partial(_slow, cut_by_each),
}
