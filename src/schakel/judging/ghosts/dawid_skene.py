"""How often each of several raters is right, without knowing the truth (Dawid and Skene, Applied Statistics 1979)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_LEAST = 1e-300  # a logarithm of nothing would end the sum


@dataclass(frozen=True, slots=True)
class Ratings:
    """Who said what of which item, each as a number from 0 on; `times` counts items that were rated alike."""

    item: Ints
    rater: Ints
    label: Ints
    times: Floats  # by item

    @property
    def shape(self) -> tuple[int, int, int]:
        """Numbers of items, raters and labels."""
        return len(self.times), int(self.rater.max()) + 1, int(self.label.max()) + 1


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the ratings say: share of each class, chance that a rater says a label of a class (rater x class x label),
    probability of each class for each item, and the log likelihood.
    """

    prevalence: Floats
    confusion: Floats
    probability: Floats
    log_likelihood: float
    rounds: int


def dawid_skene(ratings: Ratings, *, close: float = 1e-9, most: int = 2000) -> Agreement:
    """The estimate by expectation maximisation from the majority of the labels, without smoothing.

    Raters are taken to err independently of each other once the class of an item is known. It ends when the log
    likelihood rises by less than `close` of itself, or after `most` rounds.
    """
    votes = _votes(ratings)
    probability = votes / votes.sum(axis=1, keepdims=True)
    before, rounds = -np.inf, 0
    for rounds in range(1, most + 1):  # noqa: B007 (told afterwards)
        prevalence, confusion = _rates(ratings, probability)
        probability, log_likelihood = _classes(ratings, prevalence, confusion)
        if log_likelihood - before < close * abs(log_likelihood):
            break
        before = log_likelihood
    return Agreement(prevalence, confusion, probability, log_likelihood, rounds)


def _votes(ratings: Ratings) -> Floats:
    items, _, labels = ratings.shape
    cells = np.bincount(ratings.item * labels + ratings.label, minlength=items * labels)
    return np.asarray(cells.reshape(items, labels), np.float64)


def _rates(ratings: Ratings, probability: Floats) -> tuple[Floats, Floats]:
    _, raters, labels = ratings.shape
    weighted = probability * ratings.times[:, None]
    place = ratings.rater * labels + ratings.label
    counts = np.stack(
        [np.bincount(place, weighted[ratings.item, k], minlength=raters * labels) for k in range(labels)]
    )
    counts = counts.reshape(labels, raters, labels).transpose(1, 0, 2)
    confusion = counts / np.maximum(counts.sum(axis=2, keepdims=True), _LEAST)
    return weighted.sum(axis=0) / weighted.sum(), confusion


def _classes(ratings: Ratings, prevalence: Floats, confusion: Floats) -> tuple[Floats, float]:
    items, _, labels = ratings.shape
    said = np.log(np.maximum(confusion[ratings.rater, :, ratings.label], _LEAST))
    total = np.stack([np.bincount(ratings.item, said[:, k], minlength=items) for k in range(labels)], axis=1)
    total = total + np.log(np.maximum(prevalence, _LEAST))
    most = total.max(axis=1, keepdims=True)
    likely = np.exp(total - most)
    sums = likely.sum(axis=1, keepdims=True)
    return likely / sums, float(((np.log(sums) + most)[:, 0] * ratings.times).sum())
