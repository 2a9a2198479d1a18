"""Texts that look like the text of one message: those that share its rare words, by the weight of what they share.

Words weigh by how few texts hold them (inverse document frequency, Spärck Jones 1972); alikeness is the weighted
Jaccard measure of the words and word pairs of two texts: 1 the same words, 0 none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import log

import numpy as np

from schakel.reading.plain_text import plain_text
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
    mine = _shingles(words)
    scored = []
    for other in index.shown(numbers):
        theirs = _shingles(searched_words(plain_text(other.text[:_READ]).plain))
        alike = _alike(mine, theirs, weights, log(index.texts + 1))
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


def _alike(
    mine: set[tuple[str, ...]], theirs: set[tuple[str, ...]], weights: dict[str, float], unknown: float
) -> float:
    def total(shingles: set[tuple[str, ...]]) -> float:
        return sum(weights.get(word, unknown) for shingle in sorted(shingles) for word in shingle)

    shared = total(mine & theirs)
    return shared / max(total(mine | theirs), 1e-9)
