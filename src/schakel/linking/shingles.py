"""Texts as sets of word triples, the form in which copies are compared."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shingles:
    """For each text the set of its shingles: `tokens[starts[i]:starts[i + 1]]`, rarest shingle first.

    A token number is the rank of the shingle by rarity over all texts, so sorted numbers are rarest first.
    """

    starts: Ints
    tokens: Ints
    keys: Ints  # text * kinds + token, sorted: one ordered column to look a shingle of a text up in
    kinds: int

    @property
    def sizes(self) -> Ints:
        """How many different shingles each text has."""
        return np.diff(self.starts)

    def of(self, text: int) -> Ints:
        """The shingles of one text."""
        return self.tokens[self.starts[text] : self.starts[text + 1]]


def shingle(texts: pa.Array) -> Shingles:
    """The word 3-shingles of each text, lower case and blind to how words are spaced.

    A text of one or two words is one shingle, the whole text; a text without words has none.
    Shingles are counted exactly: words get numbers, not hashes, so two shingles never fall together.
    """
    starts, words = _word_numbers(texts)
    owners, triples = _triples(starts, words)
    tokens, kinds = _numbered(triples)
    return _sets(owners, tokens, len(texts), kinds)


def _word_numbers(texts: pa.Array) -> tuple[Ints, Ints]:
    lists = pc.utf8_split_whitespace(pc.utf8_trim_whitespace(pc.utf8_lower(texts.cast(pa.large_string()))))
    flat = lists.flatten()
    encoded = flat.dictionary_encode()
    numbers = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64) + 1
    # a text of blanks only splits into one empty word
    empty = pc.equal(flat, "").to_numpy(zero_copy_only=False)
    lengths = pc.list_value_length(lists).fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
    owners = np.repeat(np.arange(len(lengths)), lengths)[~empty]
    counts = np.bincount(owners, minlength=len(lengths)).astype(np.int64)
    return np.concatenate(([0], np.cumsum(counts))), numbers[~empty]


def _triples(starts: Ints, words: Ints) -> tuple[Ints, Ints]:
    # A shingle starts at each word that has two words after it; in shorter texts only at the first word,
    # padded with the number 0 that no word has.
    lengths = np.diff(starts)
    owners = np.repeat(np.arange(len(lengths)), lengths)
    place = np.arange(len(words)) - starts[owners]
    left = lengths[owners] - place
    padded = np.concatenate((words, [0, 0]))
    second = np.where(left >= 2, padded[1:-1], 0)
    third = np.where(left >= 3, padded[2:], 0)
    begins = (left >= 3) | (place == 0)
    pairs, _ = _numbered(words[begins] * (words.max(initial=0) + 1) + second[begins])
    return owners[begins], pairs * (words.max(initial=0) + 1) + third[begins]


def _numbered(keys: Ints) -> tuple[Ints, int]:
    """Each key replaced by a small number, in order of first appearance, and how many numbers there are."""
    encoded = pa.array(keys).dictionary_encode()
    return encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64), len(encoded.dictionary)


def _sets(owners: Ints, tokens: Ints, texts: int, kinds: int) -> Shingles:
    kinds = max(kinds, 1)
    keys = np.sort(owners * kinds + tokens)
    keys = keys[np.concatenate((np.ones(min(len(keys), 1), dtype=bool), keys[1:] != keys[:-1]))]
    owners, tokens = np.divmod(keys, kinds)
    counts = np.bincount(tokens, minlength=kinds)
    rank = np.empty(kinds, dtype=np.int64)
    rank[np.argsort(counts, kind="stable")] = np.arange(kinds)
    keys = np.sort(owners * kinds + rank[tokens])
    owners, tokens = np.divmod(keys, kinds)
    starts = np.concatenate(([0], np.cumsum(np.bincount(owners, minlength=texts)))).astype(np.int64)
    return Shingles(starts, tokens, keys, kinds)
