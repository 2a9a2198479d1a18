"""Generalised network dismantling: cut where the network is thinnest, and remove who holds the cut together.

Ren, Gleinig, Helbing and Antulov-Fantulin (2019), PNAS 116, 6554-6559, with the same cost for every actor: split each
piece by the sign of the second eigenvector of its Laplacian, cover the ties across by few actors, and again.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array
from scipy.sparse.csgraph import breadth_first_order
from scipy.sparse.linalg import ArpackError, eigsh

from schakel.measuring.networks.graph import Graph

_PATIENCE = 60  # restarts of the solver
_SMALL = 60  # below this a dense solver is faster and exact


def generalised(network: Graph, target: int) -> list[int]:
    """Removals until no component is larger than `target`; within one cut, who covers most ties first."""
    present = np.ones(network.size, dtype=bool)
    order: list[int] = []
    while True:
        labels = network.labels(present)
        sizes = np.bincount(labels[labels >= 0], minlength=1)
        large = np.flatnonzero(sizes > target)
        if not len(large):
            return order
        for label in large:
            inside = np.flatnonzero(labels == label)
            cover = _cover(network, inside)
            present[cover] = False
            order += cover


def _cover(network: Graph, inside: NDArray[np.int64]) -> list[int]:
    """Few actors that together touch every tie across the thinnest cut."""
    matrix = network.matrix[inside][:, inside].tocoo()
    side = _second_eigenvector(matrix.tocsr()) >= 0
    if side.all() or not side.any():  # numbers too small to tell apart: one actor is enough to go on
        side = np.arange(len(inside)) == int(np.argmax(np.bincount(matrix.row, minlength=len(inside))))
    across = {int(actor): set[int]() for actor in inside}
    for one, two in zip(matrix.row, matrix.col, strict=True):
        if side[one] != side[two]:
            across[int(inside[one])].add(int(inside[two]))
    cover: list[int] = []
    while True:
        actor = max(across, key=lambda one: (len(across[one]), -one))
        if not across[actor]:
            return cover
        cover.append(actor)
        for other in across.pop(actor):
            across[other].discard(actor)


def _second_eigenvector(matrix: csr_array) -> NDArray[np.float64]:
    size = matrix.shape[0]
    ties = np.asarray(matrix.sum(axis=1)).ravel()
    if size <= _SMALL:
        laplacian = np.diag(ties) - matrix.toarray()
        return np.asarray(np.linalg.eigh(laplacian)[1][:, 1])
    # The largest eigenvalues of the mirrored Laplacian are its smallest; they are found without solving a system.
    top = 2.0 * float(ties.max())
    mirrored = diags_array(top - ties) + matrix
    start = _along(matrix)
    try:
        vectors = eigsh(mirrored.tocsr(), k=2, which="LA", v0=start, tol=1e-3, maxiter=_PATIENCE)[1]
    except ArpackError:
        return start  # a long drawn out network: its ends are far apart, and the middle is the thinnest cut
    return np.asarray(vectors[:, 0])


def _along(matrix: csr_array) -> NDArray[np.float64]:
    """Where each actor lies between one end of the network and the other, around nought."""
    end = breadth_first_order(matrix, 0, directed=False, return_predecessors=False)[-1]
    order = breadth_first_order(matrix, int(end), directed=False, return_predecessors=False)
    place = np.empty(len(order))
    place[order] = np.arange(len(order)) - len(order) / 2 + 0.25
    return place
