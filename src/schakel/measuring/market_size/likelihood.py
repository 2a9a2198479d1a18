"""The peak of a likelihood with few parameters, and how sharp it is."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Function = Callable[[Numbers], float]

_STEP = 1e-3  # on log scales; the error of the second derivative is then about one in ten million


def gradient(function: Function, at: Numbers, step: float = _STEP) -> Numbers:
    """First derivatives, by central differences of fourth order."""
    slopes = np.empty(len(at))
    for i in range(len(at)):
        move = np.zeros(len(at))
        move[i] = step
        near = function(at + move) - function(at - move)
        far = function(at + 2 * move) - function(at - 2 * move)
        slopes[i] = (8 * near - far) / (12 * step)
    return slopes


def hessian(function: Function, at: Numbers, step: float = _STEP) -> Numbers:
    """Second derivatives, by central differences of the first."""
    size = len(at)
    bends = np.empty((size, size))
    for i in range(size):
        move = np.zeros(size)
        move[i] = step
        bends[i] = (gradient(function, at + move) - gradient(function, at - move)) / (2 * step)
    return np.asarray((bends + bends.T) / 2)


def peak(loglik: Function, start: Numbers, rounds: int = 60) -> Numbers:
    """Where the log-likelihood is highest, by Newton steps that are halved until they gain."""
    at, height = np.asarray(start, dtype=np.float64), loglik(start)
    for _ in range(rounds):
        slope, bend = gradient(loglik, at), hessian(loglik, at)
        move = _uphill(slope, bend)
        for _ in range(30):
            there = loglik(at + move)
            if np.isfinite(there) and there >= height:
                break
            move = move / 2
        else:
            return at
        at, height = at + move, there
        if np.abs(move).max() < 1e-10:
            return at
    return at


def covariance(loglik: Function, at: Numbers) -> Numbers | None:
    """The covariance of the parameters, from the observed information; None where the peak is flat."""
    information = -hessian(loglik, at)
    if not np.isfinite(information).all() or np.linalg.eigvalsh(information).min() <= 1e-9:
        return None
    return np.asarray(np.linalg.inv(information))


def _uphill(slope: Numbers, bend: Numbers) -> Numbers:
    values, vectors = np.linalg.eigh(-bend)
    # Where the surface bends the wrong way, go up along the slope instead; never more than 2 on a log scale.
    curved = np.maximum(np.abs(values), 1e-8)
    move = vectors @ ((vectors.T @ slope) / curved)
    length = np.abs(move).max()
    return np.asarray(move if length <= 2 else move * (2 / length))
