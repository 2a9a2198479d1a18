"""Texts as sets of word triples, the form in which copies are compared."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Ints = npt.NDArray[np.int64]
_SLICE = 50_000  # texts at a time
_PACKED = 1 << 21  # of fewer different words, three fit in one number of 63 bits

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
    """The text and the key of every shingle; made in slices of texts, so that working columns stay small."""
    many = int(words.max(initial=0)) + 1
    slices = [
        _slice_of_triples(starts[at : at + _SLICE + 1], words, many)
        for at in range(0, max(len(starts) - 1, 1), _SLICE)
    ]
    owners = np.concatenate([part[0] + at * _SLICE for at, part in enumerate(slices)])
    pairs = np.concatenate([part[1] for part in slices])
    thirds = np.concatenate([part[2] for part in slices])
    if many < _PACKED:
        return owners, pairs * many + thirds
    return owners, _numbered(pairs)[0] * many + thirds


def _slice_of_triples(starts: Ints, words: Ints, many: int) -> tuple[Ints, Ints, Ints]:
    # A shingle starts at each word that has two words after it; in shorter texts only at the first word,
    # padded with the number 0 that no word has.
    padded = np.concatenate((words[starts[0] : starts[-1]], [0, 0]))
    lengths = np.diff(starts)
    owners = np.repeat(np.arange(len(lengths)), lengths)
    place = np.arange(len(owners)) - (starts[:-1] - starts[0])[owners]
    left = lengths[owners] - place
    second = np.where(left >= 2, padded[1:-1], 0)
    third = np.where(left >= 3, padded[2:], 0)
    begins = (left >= 3) | (place == 0)
    return owners[begins], padded[:-2][begins] * many + second[begins], third[begins]


def _numbered(keys: Ints) -> tuple[Ints, int]:
    """Each key replaced by a small number, in order of first appearance, and how many numbers there are."""
    encoded = pa.array(keys).dictionary_encode()
    return encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64), len(encoded.dictionary)


def _sets(owners: Ints, tokens: Ints, texts: int, kinds: int) -> Shingles:
    kinds = max(kinds, 1)
    keys = owners * kinds
    keys += tokens
    keys.sort()
    keys = keys[np.concatenate((np.ones(min(len(keys), 1), dtype=bool), keys[1:] != keys[:-1]))]
    owners, tokens = np.divmod(keys, kinds)
    counts = np.bincount(tokens, minlength=kinds)
    rank = np.empty(kinds, dtype=np.int64)
    rank[np.argsort(counts, kind="stable")] = np.arange(kinds)
    keys = owners * kinds
    keys += rank[tokens]
    keys.sort()
    starts = np.concatenate(([0], np.cumsum(np.bincount(owners, minlength=texts)))).astype(np.int64)
    return Shingles(starts, keys % kinds, keys, kinds)
