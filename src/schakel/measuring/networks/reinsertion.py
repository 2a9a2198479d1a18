"""Putting back removed actors that were not needed, those first that join the least.

Morone and Makse (2015); Braunstein, Dall'Asta, Semerjian and Zdeborová (2016), PNAS 113, 12368-12373.
"""

import heapq
from collections.abc import Sequence

from schakel.measuring.networks.graph import Graph, Pieces


def put_back(network: Graph, removed: Sequence[int], target: int) -> list[int]:
    """The removals that stay, in their order, when no component may become larger than `target`."""
    back = set(_in_order(network, removed, target))
    return [actor for actor in removed if actor not in back]


def soonest(network: Graph, removed: Sequence[int]) -> list[int]:
    """The same removals, those first that would join the most if they were put back last."""
    return _in_order(network, removed, network.size)[::-1]


def _in_order(network: Graph, removed: Sequence[int], target: int) -> list[int]:
    """Who is put back, those first that join the least, as long as no component becomes larger than `target`."""
    pieces = Pieces(network.size)
    gone = set(removed)
    for actor in range(network.size):
        if actor not in gone:
            pieces.put_back(actor, network.tied[actor])
    # Components only grow, so an actor whose figure is still true when it comes up is the least of all.
    queue = [(*_figure(network, pieces, actor), -place, actor) for place, actor in enumerate(removed)]
    heapq.heapify(queue)
    back: list[int] = []
    while queue:
        size, more, place, actor = heapq.heappop(queue)
        now = _figure(network, pieces, actor)
        if now != (size, more):
            heapq.heappush(queue, (*now, place, actor))
        elif size > target:
            break
        else:
            pieces.put_back(actor, network.tied[actor])
            back.append(actor)
    return back


def _figure(network: Graph, pieces: Pieces, actor: int) -> tuple[int, int]:
    there = [other for other in network.tied[actor] if pieces.there(other)]
    return pieces.size_with(there), len(there)
