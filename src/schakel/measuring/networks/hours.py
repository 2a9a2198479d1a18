"""Whom to take out for the hours at hand: most pairs cut off from each other, and most ties broken, an hour."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from schakel.measuring.networks.graph import Graph
from schakel.measuring.networks.key_player import cut_by_each


@dataclass(frozen=True, slots=True)
class Spent:
    """Who is taken out, in order, with the hours of each; `left` hours could not be used."""

    order: tuple[int, ...]
    hours: tuple[float, ...]
    left: float


def for_hours(network: Graph, may_go: Sequence[int], hours: Sequence[float], budget: float) -> Spent:
    """Step by step the most gain an hour, of those that may go and still fit (Khuller, Moss and Naor, 1999).

    Then the single best that fits instead, if it alone gains more. `hours[i]` are those of `may_go[i]`.
    """
    steps = _stepwise(network, may_go, hours, budget)
    whole = np.ones(network.size, dtype=bool)
    gains = _gains(network, whole)
    fitting = [i for i, needed in enumerate(hours) if needed <= budget]
    if not fitting:
        return Spent((), (), budget)
    alone = max(fitting, key=lambda i: (gains[may_go[i]], -i))
    if gains[may_go[alone]] > _total(network, steps.order):
        return Spent((may_go[alone],), (hours[alone],), budget - hours[alone])
    return steps


def _stepwise(network: Graph, may_go: Sequence[int], hours: Sequence[float], budget: float) -> Spent:
    present = np.ones(network.size, dtype=bool)
    open_to = dict(zip(may_go, hours, strict=True))
    order: list[int] = []
    left = budget
    while True:
        fitting = [actor for actor, needed in open_to.items() if needed <= left]
        if not fitting:
            break
        gains = _gains(network, present)
        best = max(fitting, key=lambda actor: (gains[actor] / max(open_to[actor], 1e-9), -actor))
        if gains[best] <= 0:
            break
        order.append(best)
        left -= open_to.pop(best)
        present[best] = False
    spent = dict(zip(may_go, hours, strict=True))
    return Spent(tuple(order), tuple(spent[actor] for actor in order), left)


def _gains(network: Graph, present: np.ndarray) -> np.ndarray:
    """For each actor the share of all pairs that its removal cuts and the share of all ties that it breaks."""
    pairs = max(network.size * (network.size - 1) / 2, 1.0)
    ties = (network.matrix @ present.astype(np.float64)) * present
    return np.asarray(cut_by_each(network, present) / pairs + ties / max(network.ties, 1))


def _total(network: Graph, order: Sequence[int]) -> float:
    present = np.ones(network.size, dtype=bool)
    gained = 0.0
    for actor in order:
        gained += float(_gains(network, present)[actor])
        present[actor] = False
    return gained
