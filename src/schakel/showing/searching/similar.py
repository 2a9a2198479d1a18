"""Texts that look like the text of one message: those that share its rare words, by the weight of what they share.

Words weigh by how few texts hold them (inverse document frequency, Spärck Jones 1972); alikeness is the weighted
Jaccard measure of the words and word pairs of two texts: 1 the same words, 0 none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, log

import numpy as np

from schakel.reading.folding.plain_text import plain_text
from schakel.showing.searching.question import searched_words
from schakel.showing.searching.search import Hit, hits_of
from schakel.store.search.ask import SearchIndex

_RARE = 12  # words by which candidates are looked up
_CANDIDATES = 600  # texts compared, the newest; a thousand take a quarter of a second
_READ = 2_000  # characters of a text that are compared
_LEAST = 0.15
_COMMON, _FEW = 0.2, 50  # a word in a larger share of the texts tells nothing, unless they are few


@dataclass(frozen=True, slots=True)
class Similar:
    """A text, how alike it is (0 to 1), and whether it is of the same campaign."""

    hit: Hit
    alike: float
    same_campaign: bool


def similar(index: SearchIndex, message_id: str, most: int = 20) -> list[Similar] | None:
    """The texts most like that of a message, the most alike first; None if the message carries no text."""
    row = index.row_of(message_id)
    if row is None:
        return None
    own = int(index.values("number")[row])
    text = index.shown([own])[0]
    words = searched_words(plain_text(text.text[:_READ]).plain)
    weights = _weights(index, set(words))
    numbers = [number for number in _candidates(index, weights) if number != own]
    mine = _Weighed(_shingles(words), weights, log(index.texts + 1))
    scored = []
    for other in index.shown(numbers):
        alike = mine.alike(_shingles(searched_words(plain_text(other.text[:_READ]).plain)))
        if alike >= _LEAST:
            scored.append((-alike, -other.number, bool(text.campaign) and other.campaign == text.campaign))
    scored = sorted(scored)[:most]
    hits = {hit.number: hit for hit in hits_of(index, np.array(sorted(-n for _, n, _ in scored), np.int64))}
    return [Similar(hits[-number], -score, same) for score, number, same in scored]


def _weights(index: SearchIndex, words: Iterable[str]) -> dict[str, float]:
    return {word: log((index.texts + 1) / (index.texts_with(word) or 1)) for word in sorted(words)}


def _candidates(index: SearchIndex, weights: dict[str, float]) -> list[int]:
    rare = sorted(weights, key=lambda word: (-weights[word], word))
    most = max(_COMMON * index.texts, _FEW)
    words = [word for word in rare if 1 < index.texts_with(word) <= most][:_RARE]
    if not words:
        return []
    expression = " OR ".join(f'"{word}"' for word in words)
    return [int(number) for number in index.holding(expression, _CANDIDATES)]


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {(word,) for word in words} | set(pairwise(words))


class _Weighed:
    """The words and word pairs of a text with what each weighs, to hold other texts against."""

    def __init__(self, shingles: set[tuple[str, ...]], weights: Mapping[str, float], unknown: float) -> None:
        self._weights, self._unknown = weights, unknown
        self._own = {shingle: self._weight(shingle) for shingle in shingles}
        self._total = fsum(self._own.values())

    def alike(self, shingles: set[tuple[str, ...]]) -> float:
        """The weight of what both have as a share of all that either has; a sum that knows no order of its terms.

        0 where it is too little to be told, whatever the other text has besides: nine in ten texts that share a rare word.
        """
        own = self._own
        shared = fsum([own[shingle] for shingle in own.keys() & shingles])
        if shared < _LEAST * self._total:
            return 0.0
        theirs = fsum([self._weight(shingle) for shingle in shingles - own.keys()])
        return shared / max(self._total + theirs, 1e-9)

    def _weight(self, shingle: tuple[str, ...]) -> float:
        return sum([self._weights.get(word, self._unknown) for word in shingle])
