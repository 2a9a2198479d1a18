"""The network that the desk draws: who is tied to whom, filtered and capped, and what is left without some of them."""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec
import numpy as np

from schakel.measuring.networks.core import most_tied_first
from schakel.measuring.networks.graph import Graph, curve, graph
from schakel.measuring.networks.key_player import fragmentation, key_players
from schakel.store.engine import Engine

_SQL = files("schakel.showing.desk.sql")
TABLES = ("mentions", "links", "sellers", "findings")
KINDS = ("replies", "forwards", "mentions", "vouches", "same-photo", "pays")
SIZES = (40, 80, 160, 320)
MOST_REMOVED = 12
_SEARCHED = 1_500  # actors; beyond this the best set is not searched for, the most tied are taken
_KEPT = 8  # answers kept for the next look at the same network
_STEPS = 2  # ties away from the one in the middle

Pairs = dict[tuple[str, str], tuple[float, set[int]]]


class Ties(msgspec.Struct, frozen=True, eq=False):
    """All ties, a row each in five columns, and what is known of the sellers."""

    names: list[str]
    one: list[int]
    other: list[int]
    kind: list[int]
    month: list[str]
    ties: list[int]
    facts: dict[str, tuple[str | None, float | None]]  # role, chance of a ghost


@dataclass(frozen=True, slots=True)
class View:
    """What is asked of the network; no kinds means all, no months means always."""

    kinds: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    around: str = ""
    size: int = SIZES[0]


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor as it is shown: how many ties of how many kinds, and whether it was taken out."""

    name: str
    ties: int
    strength: float
    role: str | None
    ghost: float | None
    removed: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two shown actors, by their places in the list."""

    one: int
    other: int
    weight: float
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """What is shown of the network, and how large the whole is."""

    actors: list[Actor]
    ties: list[Tie]
    whole: Graph


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The network without some: the largest piece before and after each removal, and the share of pairs cut off."""

    removed: tuple[str, ...]
    largest: tuple[int, ...]
    before: int
    fragmentation: float
    fragmentation_before: float


def all_ties(engine: Engine) -> Ties:
    """The ties, from the tables as they are."""
    table = engine.step(_SQL / "network_ties.sql")
    one, other = table["one"].to_pylist(), table["other"].to_pylist()
    names = sorted({*one, *other})
    place = {name: number for number, name in enumerate(names)}
    facts = engine.step(_SQL / "network_facts.sql").to_pylist()
    return Ties(
        names=names,
        one=[place[name] for name in one],
        other=[place[name] for name in other],
        kind=[KINDS.index(kind) for kind in table["kind"].to_pylist()],
        month=table["month"].to_pylist(),
        ties=table["ties"].to_pylist(),
        facts={row["seller_id"]: (row["role"], row["ghost"]) for row in facts if row["seller_id"] in place},
    )


def months_of(ties: Ties) -> list[str]:
    """The months in which there are ties."""
    return sorted(set(ties.month) - {""})


@dataclass(frozen=True, eq=False)
class Filtered:
    """What passes the filters: ties by pair, the network they make, and how often each actor is in one."""

    pairs: Pairs
    whole: Graph
    strength: dict[str, float]


def filtered(ties: Ties, view: View) -> Filtered:
    """What passes the kinds and months of a view; kept for the views asked last, since it is the same for all looks."""
    return _filtered(ties, view.kinds, view.since, view.until)


@lru_cache(_KEPT)
def _filtered(ties: Ties, kinds: frozenset[str], since: str, until: str) -> Filtered:
    pairs = _pairs(ties, View(kinds, since, until))
    strength: dict[str, float] = defaultdict(float)
    for (one, other), (weight, _) in pairs.items():
        strength[one] += weight
        strength[other] += weight
    return Filtered(pairs, graph(pairs), dict(strength))


def network(ties: Ties, view: View, removed: Collection[str]) -> Network:
    """What passes the filters, cut down to the most tied; around one actor those nearest to it."""
    some = filtered(ties, view)
    pairs, whole, strength = some.pairs, some.whole, some.strength
    shown = _shown(some, view)
    # Who is taken out is seen, else nobody could tell who was meant.
    shown += [name for name in removed if name in strength and name not in shown]
    place = {name: number for number, name in enumerate(shown)}
    number = _numbers(some)
    actors = [
        Actor(
            name, len(whole.tied[number[name]]), strength[name], *_fact(ties, name), removed=name in removed
        )
        for name in shown
    ]
    kept = [
        Tie(place[one], place[other], weight, tuple(KINDS[kind] for kind in sorted(kinds)))
        for (one, other), (weight, kinds) in pairs.items()
        if one in place and other in place
    ]
    return Network(actors, sorted(kept, key=lambda tie: (tie.one, tie.other)), whole)


@lru_cache(_KEPT)
def _numbers(some: Filtered) -> dict[str, int]:
    return {name: i for i, name in enumerate(some.whole.names)}


@lru_cache(_KEPT)
def without(some: Filtered, removed: tuple[str, ...]) -> WhatIf:
    """What is left of the network when these are taken out, in this order."""
    whole, number = some.whole, _numbers(some)
    order = [number[name] for name in removed if name in number]
    before = int(whole.component_sizes(np.ones(whole.size, dtype=bool)).max(initial=0))
    return WhatIf(
        removed=tuple(whole.names[i] for i in order),
        largest=tuple(curve(whole, order)),
        before=before,
        fragmentation=fragmentation(whole, order),
        fragmentation_before=fragmentation(whole, []),
    )


@lru_cache(_KEPT)
def proposed(some: Filtered, k: int) -> tuple[str, ...]:
    """The k whose removal cuts most pairs off from each other; in large networks the k most tied."""
    whole = some.whole
    k = min(k, max(whole.size - 2, 0))
    if k <= 0:
        return ()
    best: Iterable[int] = (
        key_players(whole, k).best if whole.size <= _SEARCHED else most_tied_first(whole)[:k]
    )
    return tuple(whole.names[i] for i in best)


def _pairs(ties: Ties, view: View) -> Pairs:
    kinds = {KINDS.index(kind) for kind in view.kinds}
    out: Pairs = {}
    for one, other, kind, month, count in zip(
        ties.one, ties.other, ties.kind, ties.month, ties.ties, strict=True
    ):
        if kinds and kind not in kinds:
            continue
        if (view.since or view.until) and not (month and view.since <= month <= (view.until or "9999")):
            continue
        weight, seen = out.setdefault((ties.names[one], ties.names[other]), (0.0, set()))
        seen.add(kind)
        out[ties.names[one], ties.names[other]] = (weight + count, seen)
    return out


def _shown(some: Filtered, view: View) -> list[str]:
    """Who is shown, the most tied first: those around one actor, or a connected part of the whole."""
    strength = some.strength
    found = _around(some, view) if view.around in strength else _held_together(some, view.size)
    return sorted(found, key=lambda name: (-strength[name], name))


@lru_cache(_KEPT)
def _held_together(some: Filtered, size: int) -> list[str]:
    """The most tied actor, then again and again whoever has most ties to those taken: a picture that hangs together."""
    near: dict[str, list[tuple[str, float]]] = defaultdict(list)
    strength = some.strength
    for (one, other), (weight, _) in some.pairs.items():
        near[one].append((other, weight))
        near[other].append((one, weight))
    pull: dict[str, float] = {}
    taken: dict[str, None] = {}
    queue: list[tuple[float, float, str]] = []
    for start in sorted(strength, key=lambda name: (-strength[name], name)):
        if start not in taken:
            heapq.heappush(queue, (0.0, 0.0, start))
        while queue and len(taken) < size:
            _, _, name = heapq.heappop(queue)
            if name in taken:
                continue
            taken[name] = None
            for other, weight in near[name]:
                if other not in taken:
                    pull[other] = pull.get(other, 0.0) + weight
                    heapq.heappush(queue, (-pull[other], -strength[other], other))
        if len(taken) >= size:
            break
    return list(taken)


def _around(some: Filtered, view: View) -> list[str]:
    whole, strength, number = some.whole, some.strength, _numbers(some)
    found, front = [view.around], [view.around]
    for _ in range(_STEPS):
        near = {whole.names[i] for name in front for i in whole.tied[number[name]]} - set(found)
        front = sorted(near, key=lambda name: (-strength[name], name))[: view.size - len(found)]
        found += front
    return found


def _fact(ties: Ties, name: str) -> tuple[Any, Any]:
    return ties.facts.get(name, (None, None))
