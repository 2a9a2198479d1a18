"""How many shortest paths run over each actor: Brandes (2001), many sources at a time; from some sources for large
networks (Brandes and Pich, 2007).
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from schakel.measuring.networks.graph import Flags, Graph

Scores = NDArray[np.float64]

_LONGEST = 50  # steps, in large networks
_AT_A_TIME = 4_000_000  # numbers held at once: actors times sources


def betweenness(network: Graph, present: Flags, sources: int | None = None) -> Scores:
    """The share of shortest paths over each actor, summed over pairs.

    With `sources`, only from that many actors and only over paths that are not very long.
    """
    found = np.zeros(network.size)
    kept = np.flatnonzero(present)
    if len(kept) < 3:
        return found
    matrix = network.matrix[kept][:, kept].tocsr()
    starts = np.arange(len(kept))
    if sources is not None and sources < len(kept):
        starts = np.linspace(0, len(kept) - 1, sources).astype(np.int64)
    at_a_time = max(_AT_A_TIME // len(kept), 1)
    total = np.zeros(len(kept))
    for first in range(0, len(starts), at_a_time):
        total += _from(matrix, starts[first : first + at_a_time], len(kept) if sources is None else _LONGEST)
    found[kept] = total / 2
    return found


def _from(matrix: csr_array, starts: NDArray[np.int64], longest: int) -> Scores:
    """Dependencies on each actor, summed over paths that begin at `starts`."""
    size, many = matrix.shape[0], len(starts)
    columns = np.arange(many)
    paths = np.zeros((size, many))
    paths[starts, columns] = 1.0
    steps = np.full((size, many), -1, dtype=np.int32)
    steps[starts, columns] = 0
    front, level = paths.copy(), 0
    while level < longest:
        reached = matrix @ front
        new = (reached > 0) & (steps < 0)
        if not new.any():
            break
        level += 1
        front = np.where(new, reached, 0.0)
        steps[new] = level
        paths += front
    below = np.zeros((size, many))
    safe = np.where(paths > 0, paths, 1.0)
    for depth in range(level, 0, -1):
        handed = np.where(steps == depth, (1 + below) / safe, 0.0)
        below += np.where(steps == depth - 1, paths * (matrix @ handed), 0.0)
    below[starts, columns] = 0.0
    return np.asarray(below.sum(axis=1))
