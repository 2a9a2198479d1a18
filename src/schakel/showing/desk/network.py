"""The network that the desk draws: who is tied to whom, filtered and capped, and what is left without some of them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from schakel.measuring.networks.core import most_tied_first
from schakel.measuring.networks.graph import Graph, curve, in_order, numbered_graph
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

Numbers = NDArray[np.int64]


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


@lru_cache(2)
def months_of(ties: Ties) -> list[str]:
    """The months in which there are ties."""
    return sorted(set(ties.month) - {""})


@dataclass(frozen=True, eq=False)
class Filtered:
    """What passes the filters: the network, how often each actor is in a tie, and the ties by pair.

    A pair is two actors by their numbers in the network, with how often they are tied and a bit for each kind.
    """

    whole: Graph
    strength: dict[str, float]
    one: Numbers
    other: Numbers
    weight: NDArray[np.float64]
    kinds: Numbers


def filtered(ties: Ties, view: View) -> Filtered:
    """What passes the kinds and months of a view; kept for the views asked last, since it is the same for all looks."""
    return _filtered(ties, view.kinds, view.since, view.until)


@lru_cache(_KEPT)
def _filtered(ties: Ties, kinds: frozenset[str], since: str, until: str) -> Filtered:
    one, other, kind, month, count = _columns(ties)
    passes = np.ones(len(one), bool)
    if kinds:
        passes &= np.isin(kind, [KINDS.index(name) for name in kinds])
    if since or until:
        passes &= (month != "") & (month >= since) & (month <= (until or "9999"))
    pairs, pair = np.unique(one[passes] * len(ties.names) + other[passes], return_inverse=True)
    bits = np.zeros(len(pairs), np.int64)
    np.bitwise_or.at(bits, pair, 1 << kind[passes])
    weight = np.bincount(pair, count[passes], len(pairs)).astype(np.float64)
    return _with_network(ties, pairs, weight, bits)


def _with_network(ties: Ties, pairs: Numbers, weight: NDArray[np.float64], bits: Numbers) -> Filtered:
    """The pairs with the network they make; the actors of a pair are told by one number."""
    one, other = np.divmod(pairs, max(len(ties.names), 1))
    present = np.unique(np.concatenate([one, other])).tolist()
    names = in_order(ties.names[number] for number in present)
    number = {name: place for place, name in enumerate(names)}
    place = np.zeros(len(ties.names), np.int64)
    place[present] = [number[ties.names[at]] for at in present]
    one, other = place[one], place[other]
    strength = np.bincount(one, weight, len(names)) + np.bincount(other, weight, len(names))
    told = dict(zip(names, strength.tolist(), strict=True))
    return Filtered(numbered_graph(names, one, other), told, one, other, weight, bits)


@lru_cache(2)
def _columns(ties: Ties) -> tuple[Numbers, Numbers, Numbers, NDArray[np.str_], NDArray[np.float64]]:
    """Both ends, kind, month and count of all ties."""
    whole = [np.array(column, np.int64) for column in (ties.one, ties.other, ties.kind)]
    return whole[0], whole[1], whole[2], np.array(ties.month, "U7"), np.array(ties.ties, np.float64)


def network(ties: Ties, view: View, removed: Collection[str]) -> Network:
    """What passes the filters, cut down to the most tied; around one actor those nearest to it."""
    some = filtered(ties, view)
    whole, strength, number = some.whole, some.strength, _numbers(some)
    shown = _shown(some, view)
    # Who is taken out is seen, else nobody could tell who was meant.
    shown += [name for name in removed if name in strength and name not in shown]
    place = {number[name]: at for at, name in enumerate(shown)}
    actors = [
        Actor(
            name, len(whole.tied[number[name]]), strength[name], *_fact(ties, name), removed=name in removed
        )
        for name in shown
    ]
    inside = np.zeros(whole.size, bool)
    inside[list(place)] = True
    kept = np.flatnonzero(inside[some.one] & inside[some.other])
    rows = (some.one[kept], some.other[kept], some.weight[kept], some.kinds[kept])
    drawn = [
        Tie(place[one], place[other], weight, tuple(name for at, name in enumerate(KINDS) if bits >> at & 1))
        for one, other, weight, bits in zip(*(column.tolist() for column in rows), strict=True)
    ]
    return Network(actors, sorted(drawn, key=lambda tie: (tie.one, tie.other)), whole)


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


def _shown(some: Filtered, view: View) -> list[str]:
    """Who is shown, the most tied first: those around one actor, or a connected part of the whole."""
    strength = some.strength
    found = _around(some, view) if view.around in strength else _held_together(some, view.size)
    return sorted(found, key=lambda name: (-strength[name], name))


@lru_cache(_KEPT)
def _held_together(some: Filtered, size: int) -> list[str]:
    """The most tied actor, then again and again whoever has most ties to those taken: a picture that hangs together."""
    names = some.whole.names
    ends = np.concatenate([some.one, some.other])
    order = np.argsort(ends, kind="stable")
    near = np.concatenate([some.other, some.one])[order]
    weight = np.concatenate([some.weight, some.weight])[order]
    cuts = np.searchsorted(ends[order], np.arange(len(names) + 1))
    strength = np.array([some.strength[name] for name in names])
    by_name = np.argsort(np.argsort(np.array(names), kind="stable"), kind="stable") if names else near
    pull = np.zeros(len(names))
    taken: list[int] = []
    while len(taken) < min(size, len(names)):
        # Whoever was taken is out of it; where nobody is tied to those taken, the most tied of all begins a new piece.
        best = np.flatnonzero(pull == pull.max())
        best = best[strength[best] == strength[best].max()]
        chosen = int(best[np.argmin(by_name[best])])
        taken.append(chosen)
        mine = slice(cuts[chosen], cuts[chosen + 1])
        pull[near[mine]] += weight[mine]
        pull[chosen] = -np.inf
    return [names[number] for number in taken]


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
