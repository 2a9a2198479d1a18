"""The value chain: which function of the trade is hardest to replace, and whom to take out to break it.

Taking out who holds a function that few others hold, and whose nearest substitute is far, hurts a criminal network more
than taking out who has most ties (Duijn, Kashirin and Sloot, 2014, Scientific Reports 4, 4238; Bright and others, 2017,
Global Crime 18). A function is as hard to replace as its holders are few and their nearest substitutes far.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import dijkstra

from schakel.measuring.networks.graph import Graph

Roles = Mapping[str, Sequence[int]]  # function: actors that hold it


@dataclass(frozen=True, slots=True)
class Function:
    """One function: its holders, the middle distance in ties to the nearest other holder, and how hard it is to replace.

    The distance is None where no other holder can be reached; `hardness` is 1 for one holder with no substitute, towards
    0 for many that are close.
    """

    name: str
    holders: tuple[int, ...]
    substitute: float | None
    hardness: float


@dataclass(frozen=True, slots=True)
class Refilled:
    """What is left of a function after removals: holders, and the share of the removed that have a substitute near.

    Near is within two ties of somebody who lost the holder: those can be introduced to each other.
    """

    name: str
    left: int
    removed: int
    refilled: float | None


def functions(network: Graph, roles: Roles) -> list[Function]:
    """The functions, hardest to replace first."""
    found = [
        _function(network, name, sorted(set(holders))) for name, holders in sorted(roles.items()) if holders
    ]
    return sorted(found, key=lambda one: (-one.hardness, one.name))


def chain_order(network: Graph, roles: Roles) -> list[int]:
    """Who to remove: all holders of the hardest function, then of the next; among them who is tied to most functions.

    Actors without a function come last, by their ties.
    """
    of_actor: dict[int, set[str]] = {}
    for name, holders in roles.items():
        for actor in holders:
            of_actor.setdefault(actor, set()).add(name)

    def reach(actor: int) -> tuple[int, int]:
        served = {name for other in network.tied[actor] for name in of_actor.get(other, ())}
        return len(served - of_actor.get(actor, set())), len(network.tied[actor])

    order: list[int] = []
    gone: set[int] = set()
    for function in functions(network, roles):
        rest = [actor for actor in function.holders if actor not in gone]
        rest.sort(key=lambda actor: (*(-part for part in reach(actor)), actor))
        order += rest
        gone |= set(rest)
    others = [actor for actor in range(network.size) if actor not in gone]
    return order + sorted(others, key=lambda actor: (-len(network.tied[actor]), actor))


def refilled(network: Graph, roles: Roles, removed: Sequence[int]) -> list[Refilled]:
    """How far each function that lost holders can be filled again by others that are near."""
    gone = set(removed)
    found = []
    for name, holders in sorted(roles.items()):
        lost = [actor for actor in sorted(set(holders)) if actor in gone]
        left = set(holders) - gone
        if not lost:
            continue
        near = sum(_has_near(network, actor, left, gone) for actor in lost)
        found.append(Refilled(name, len(left), len(lost), near / len(lost)))
    return found


def _has_near(network: Graph, actor: int, left: set[int], gone: set[int]) -> bool:
    seekers = {other for other in network.tied[actor] if other not in gone}
    reached = set(seekers)
    for _ in range(2):
        if reached & left:
            return True
        reached |= {two for one in reached for two in network.tied[one] if two not in gone}
    return bool(reached & left)


def _function(network: Graph, name: str, holders: list[int]) -> Function:
    distances = _to_nearest_other(network, holders)
    known = distances[np.isfinite(distances)]
    middle = float(np.median(known)) if len(known) > len(holders) / 2 else None
    far = 1.0 if middle is None else middle / (middle + 1)
    return Function(name, tuple(holders), middle, far / len(holders))


def _to_nearest_other(network: Graph, holders: Sequence[int]) -> np.ndarray:
    """For each holder the ties to the nearest other one: where two holders' surroundings meet."""
    place = {actor: number for number, actor in enumerate(holders)}
    nearest = np.full(len(holders), np.inf)
    if len(holders) < 2:
        return nearest
    distance, _, source = dijkstra(
        network.matrix,
        directed=False,
        indices=list(holders),
        unweighted=True,
        min_only=True,
        return_predecessors=True,
    )
    ends = network.matrix.tocoo()
    one, two = ends.row, ends.col
    meet = (source[one] != source[two]) & np.isfinite(distance[one]) & np.isfinite(distance[two])
    through = distance[one[meet]] + 1 + distance[two[meet]]
    np.minimum.at(nearest, [place[int(actor)] for actor in source[one[meet]]], through)
    return nearest
