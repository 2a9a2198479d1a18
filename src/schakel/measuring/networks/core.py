"""The most tied first: of all that are left, or of the 2-core until no ring of contacts is left and only trees remain.

Degree: Albert, Jeong and Barabási (2000), Nature 406. CoreHD: Zdeborová, Zhang and Zhou (2016), Scientific Reports 6, 37954.
"""

import heapq

from schakel.measuring.networks.graph import Graph


def most_tied_first(network: Graph) -> list[int]:
    """Everyone in the order of removal: who has most ties to those that are left goes first."""
    return _rest(network, [])


def core_first(network: Graph) -> list[int]:
    """Everyone in the order of removal: the 2-core by ties within it, then the rest by ties to those left."""
    order, inside = [], [True] * network.size
    ties = [len(row) for row in network.tied]
    _peel(network, inside, ties, list(range(network.size)))
    queue = [(-ties[actor], actor) for actor in range(network.size) if inside[actor]]
    heapq.heapify(queue)
    while queue:
        known, actor = heapq.heappop(queue)
        if not inside[actor]:
            continue
        if -known != ties[actor]:
            heapq.heappush(queue, (-ties[actor], actor))
            continue
        order.append(actor)
        inside[actor] = False
        _peel(network, inside, ties, _released(network, inside, ties, actor))
    return order + _rest(network, order)


def _released(network: Graph, inside: list[bool], ties: list[int], actor: int) -> list[int]:
    """Takes the actor's ties from its neighbours inside, and gives those neighbours."""
    near = [other for other in network.tied[actor] if inside[other]]
    for other in near:
        ties[other] -= 1
    return near


def _peel(network: Graph, inside: list[bool], ties: list[int], looked_at: list[int]) -> None:
    """Takes out of the core whoever has fewer than two ties in it, and whoever then has."""
    while looked_at:
        actor = looked_at.pop()
        if inside[actor] and ties[actor] < 2:
            inside[actor] = False
            looked_at += _released(network, inside, ties, actor)


def _rest(network: Graph, order: list[int]) -> list[int]:
    gone = set(order)
    ties = {
        actor: sum(other not in gone for other in network.tied[actor])
        for actor in range(network.size)
        if actor not in gone
    }
    queue = [(-count, actor) for actor, count in ties.items()]
    heapq.heapify(queue)
    found = []
    while queue:
        known, actor = heapq.heappop(queue)
        if actor in gone:
            continue
        if -known != ties[actor]:
            heapq.heappush(queue, (-ties[actor], actor))
            continue
        gone.add(actor)
        found.append(actor)
        for other in network.tied[actor]:
            if other not in gone:
                ties[other] -= 1
    return found
