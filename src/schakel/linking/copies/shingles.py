"""Texts as sets of word triples, the form in which copies are compared."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Ints = npt.NDArray[np.int64]
Small = npt.NDArray[np.int32]
_SLICE = 50_000  # texts at a time
_PACKED = 1 << 21  # of fewer different words, three fit in one number of 63 bits
_SORTED = 1 << 21  # keys sorted at a time; more only cost memory

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shingles:
    """For each text its shingles that other texts have too, rarest first, and how many it has in all.

    Text `i` has `tokens[starts[i]:starts[i + 1]]` and beside them `alone[i]` shingles that are seen nowhere else: those are
    rarer than all others, and no two texts can share one, so it is enough to count them. A token number is the rank of the
    shingle by rarity, so sorted numbers are rarest first.
    """

    starts: Ints
    tokens: Small
    alone: Ints
    kinds: int

    @property
    def sizes(self) -> Ints:
        """How many different shingles each text has."""
        return self.shared_sizes + self.alone

    @property
    def shared_sizes(self) -> Ints:
        """How many of them other texts have too."""
        return np.diff(self.starts)

    def sizes_of(self, texts: Ints) -> Ints:
        """How many different shingles each of the given texts has."""
        return self.starts[texts + 1] - self.starts[texts] + self.alone[texts]

    def of(self, text: int) -> Small:
        """The shingles of one text that others have too."""
        return self.tokens[self.starts[text] : self.starts[text + 1]]


def shingle(texts: pa.Array) -> Shingles:
    """The word 3-shingles of each text, lower case and blind to how words are spaced.

    A text of one or two words is one shingle, the whole text; a text without words has none.
    Shingles are counted exactly: words get numbers, not hashes, so two shingles never fall together.
    """
    starts, words = _word_numbers(texts)
    ends, keys = _triples(starts, words)
    del words
    tokens, kinds = _numbered(keys, least=2)
    del keys
    return _sets(ends, tokens, kinds)


def _word_numbers(texts: pa.Array) -> tuple[Ints, Small]:
    """Where the words of each text begin in the column of all words, each by its number from 1."""
    parts, counts = [], [np.zeros(1, np.int64)]
    for at in range(0, len(texts), _SLICE):
        part = texts.slice(at, _SLICE).cast(pa.large_string())
        lists = pc.utf8_split_whitespace(pc.utf8_trim_whitespace(pc.utf8_lower(part)))
        flat = lists.flatten()
        # a text of blanks only splits into one empty word
        told = pc.not_equal(flat, "")
        lengths = pc.list_value_length(lists).fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
        owners = np.repeat(np.arange(len(lengths)), lengths)[told.to_numpy(zero_copy_only=False)]
        counts.append(np.bincount(owners, minlength=len(lengths)))
        parts.append(flat.filter(told).dictionary_encode())
    starts = np.cumsum(np.concatenate(counts))
    if not parts:
        return starts, np.zeros(0, np.int32)
    same = pa.chunked_array(parts).unify_dictionaries()
    numbers = [part.indices.to_numpy(zero_copy_only=False) for part in same.chunks]
    return starts, np.concatenate(numbers).astype(np.int32) + 1


def _triples(starts: Ints, words: Small) -> tuple[Ints, Ints]:
    """Where the shingles of each text begin, and the key of every shingle; made in slices, so that working columns stay small."""
    many = int(words.max(initial=0)) + 1
    lengths = np.diff(starts)
    ends = np.concatenate(([0], np.cumsum(np.where(lengths >= 3, lengths - 2, np.minimum(lengths, 1)))))
    pairs = np.empty(ends[-1], np.int64)
    thirds = np.empty(ends[-1], np.int32)
    for at in range(0, len(lengths), _SLICE):
        part = starts[at : at + _SLICE + 1]
        made = slice(ends[at], ends[min(at + _SLICE, len(lengths))])
        pairs[made], thirds[made] = _slice_of_triples(part, words, many)
    if many >= _PACKED:
        pairs = _numbered(pairs, least=1)[0].astype(np.int64)
    pairs *= many
    pairs += thirds
    return ends, pairs


def _slice_of_triples(starts: Ints, words: Small, many: int) -> tuple[Ints, Small]:
    # A shingle starts at each word that has two words after it; in shorter texts only at the first word,
    # padded with the number 0 that no word has.
    padded = np.concatenate((words[starts[0] : starts[-1]], np.zeros(2, np.int32)))
    lengths = np.diff(starts)
    owners = np.repeat(np.arange(len(lengths)), lengths)
    place = np.arange(len(owners)) - (starts[:-1] - starts[0])[owners]
    left = lengths[owners] - place
    second = np.where(left >= 2, padded[1:-1], 0)
    third = np.where(left >= 3, padded[2:], 0)
    begins = (left >= 3) | (place == 0)
    return padded[:-2][begins].astype(np.int64) * many + second[begins], third[begins]


def _numbered(keys: Ints, least: int) -> tuple[Small, int]:
    """Each key that is there `least` times replaced by a small number, others by -1; and how many numbers there are.

    Sorted in parts, by a hash of the key, so that equal keys meet and the sorting of a part needs little memory.
    """
    parts = len(keys) // _SORTED + 1
    part_of = ((keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(40)) % np.uint64(parts)
    part_of = part_of.astype(np.uint16)
    numbers, many = np.full(len(keys), -1, np.int32), 0
    for part in range(parts):
        here = np.flatnonzero(part_of == part)
        order = np.argsort(keys[here])
        ordered = keys[here[order]]
        new = np.concatenate((np.ones(min(len(ordered), 1), bool), ordered[1:] != ordered[:-1]))
        run = np.cumsum(new) - 1
        kept = np.bincount(run) >= least
        number = np.where(kept, np.cumsum(kept) - 1 + many, -1).astype(np.int32)
        numbers[here[order]] = number[run]
        many += int(kept.sum())
    return numbers, many


def _sets(ends: Ints, tokens: Small, kinds: int) -> Shingles:
    """The shingles of each text once, rarest first."""
    texts, kinds = len(ends) - 1, max(kinds, 1)
    alone, counts = np.zeros(texts, np.int64), np.zeros(texts, np.int64)
    once = np.empty(len(tokens), np.int32)
    filled = 0
    for at in range(0, texts, _SLICE):
        until = min(at + _SLICE, texts)
        owners = np.repeat(np.arange(until - at), np.diff(ends[at : until + 1]))
        own = tokens[ends[at] : ends[until]]
        alone[at:until] = np.bincount(owners[own < 0], minlength=until - at)
        keys = np.sort(owners[own >= 0] * kinds + own[own >= 0])
        keys = keys[np.concatenate((np.ones(min(len(keys), 1), bool), keys[1:] != keys[:-1]))]
        owners, own = np.divmod(keys, kinds)
        counts[at:until] = np.bincount(owners, minlength=until - at)
        once[filled : filled + len(own)] = own
        filled += len(own)
    starts = np.concatenate(([0], np.cumsum(counts)))
    return Shingles(starts, _rarest_first(starts, once[:filled], kinds), alone, kinds)


def _rarest_first(starts: Ints, tokens: Small, kinds: int) -> Small:
    rank = np.empty(kinds, np.int32)
    rank[np.argsort(np.bincount(tokens, minlength=kinds), kind="stable")] = np.arange(kinds, dtype=np.int32)
    ordered = np.empty(len(tokens), np.int32)
    for at in range(0, len(starts) - 1, _SLICE):
        part = starts[at : at + _SLICE + 1]
        owners = np.repeat(np.arange(len(part) - 1), np.diff(part))
        keys = np.sort(owners * kinds + rank[tokens[part[0] : part[-1]]])
        ordered[part[0] : part[-1]] = keys % kinds
    return ordered
