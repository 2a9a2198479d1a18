"""Removal one after the other, the most important actor of what is left first, looked up anew each time.

Collective influence: Morone and Makse (2015), Nature 524: the
actor's ties less one, times those of all actors at exactly `reach` steps. Ties between equals go to the first in order.
"""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.networks.betweenness import betweenness
from schakel.measuring.networks.graph import Flags, Graph

_MOST_PAIRS = 10_000_000

Scores = NDArray[np.float64]
Scorer = Callable[[Graph, Flags], Scores]


def removals(network: Graph, score: Scorer, block: int = 1) -> Iterator[int]:
    """The actors in the order of removal; scores are looked up anew after every `block` removals."""
    present = np.ones(network.size, dtype=bool)
    while present.any():
        scores = np.where(present, score(network, present), -np.inf)
        ranked = np.argsort(-scores, kind="stable")[: min(block, int(present.sum()))]
        for actor in ranked:
            present[actor] = False
            yield int(actor)


def degree(network: Graph, present: Flags) -> Scores:
    """The number of ties to those that are left."""
    return np.asarray(network.matrix @ present.astype(np.float64)) * present


def collective_influence(reach: int) -> Scorer:
    """Ties less one, times the ties less one of everyone at exactly `reach` steps (1 or 2)."""

    def score(network: Graph, present: Flags) -> Scores:
        spare = np.maximum(degree(network, present) - 1, 0.0) * present
        if reach == 1:
            return np.asarray(spare * (network.matrix @ spare))
        return np.asarray(spare * _two_steps_away(network, present, spare))

    return score


def _two_steps_away(network: Graph, present: Flags, spare: Scores) -> Scores:
    """For each actor the sum of `spare` over those at exactly two steps."""
    kept = np.flatnonzero(present)
    near = network.matrix[kept][:, kept]
    ties = near.sum(axis=1)
    if float(ties @ ties) > _MOST_PAIRS:
        # Too many pairs at two steps to list them: steps are counted, so who is reached twice counts twice.
        far = np.zeros(network.size)
        far[kept] = near @ (near @ spare[kept]) - ties * spare[kept]
        return far
    two = near @ near
    two.data[:] = 1.0
    far = two @ spare[kept]
    # Whoever is also a neighbour, or is the actor itself, is nearer than two steps.
    far -= (near.multiply(two)) @ spare[kept] + np.where(two.diagonal() > 0, spare[kept], 0.0)
    found = np.zeros(network.size)
    found[kept] = far
    return found


def exact_betweenness(network: Graph, present: Flags) -> Scores:
    """The shortest paths that run over each actor."""
    return betweenness(network, present)
