"""Places for the actors of a network: those with ties near each other, all others apart.

Fruchterman and Reingold (1991), Software: Practice and Experience 21: springs along ties, repulsion between all, steps
that become smaller; with a pull to the middle that keeps pieces without ties to each other on the page.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_SEED, _ROUNDS = 20261126, 220
_PULL = 0.12
_BY_RANK = 0.55  # how far a place is given by its rank: crowds become readable, near stays near
Places = NDArray[np.float64]


def laid_out(size: int, ties: Sequence[tuple[int, int, float]]) -> Places:
    """A place between 0 and 1 for each of `size` actors; ties are two actors and a weight. The same for the same ties."""
    if size < 2:
        return np.full((size, 2), 0.5)
    places = np.random.default_rng(_SEED).random((size, 2))
    one = np.array([tie[0] for tie in ties], np.int64)
    other = np.array([tie[1] for tie in ties], np.int64)
    weight = np.array([tie[2] for tie in ties], np.float64)
    ideal = 0.9 / np.sqrt(size)
    for turn in range(_ROUNDS):
        moves = _apart(places, ideal) - _PULL * (places - 0.5)
        if len(one):
            pull = _together(places, one, other, weight, ideal)
            np.add.at(moves, one, -pull)
            np.add.at(moves, other, pull)
        far = np.maximum(np.linalg.norm(moves, axis=1, keepdims=True), 1e-9)
        step = 0.1 * (1 - turn / _ROUNDS) ** 1.5 + 1e-4
        places = places + moves / far * np.minimum(far, step)
    return _filling(places)


def _apart(places: Places, ideal: float) -> Places:
    along = places[:, 0][:, None] - places[:, 0][None, :]
    down = places[:, 1][:, None] - places[:, 1][None, :]
    square = np.maximum(along * along + down * down, 1e-6)
    np.fill_diagonal(square, np.inf)
    push = ideal**2 / square
    return np.stack((np.einsum("ij,ij->i", along, push), np.einsum("ij,ij->i", down, push)), axis=1)


def _together(
    places: Places, one: NDArray[np.int64], other: NDArray[np.int64], weight: Places, ideal: float
) -> Places:
    gaps = places[one] - places[other]
    far = np.linalg.norm(gaps, axis=1, keepdims=True)
    return np.asarray(gaps * far / ideal * weight[:, None])


def _filling(places: Places) -> Places:
    """The places stretched to the whole page, crowded parts more, and rounded so that they are the same everywhere."""
    low, high = places.min(axis=0), places.max(axis=0)
    even = (places - low) / np.maximum(high - low, 1e-9)
    rank = np.argsort(np.argsort(np.round(even, 6), axis=0, kind="stable"), axis=0) / (len(places) - 1)
    return np.asarray(np.round((1 - _BY_RANK) * even + _BY_RANK * rank, 4))
