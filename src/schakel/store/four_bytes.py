"""Which of many texts may match which patterns, told by four bytes in a row that a match holds: one pass for all patterns.

Of the strings that a pattern cannot do without (see `pattern_letters`) each is told by four of its bytes, those that are rarest in
the texts; a sum of any four bytes of the texts is looked up in a table of all of them (Wu and Manber, 1994). 430,000 texts of 29 MB
and 19 patterns take .4 s of a processor, where each pattern alone took .15. A text told here may still match nothing.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from schakel.store.pattern_letters import letters_needed

Sums = npt.NDArray[np.uint32]

AT_ONCE = 32  # patterns, each a bit of what the table holds
_BITS = 21
_FACTOR, _SHIFT = np.uint32(0x9E3779B1), np.uint32(32 - _BITS)  # Fibonacci hashing (Knuth, volume 3)
_LEAST = (
    3  # bytes of a string: the fourth may then be any, and with two that may be any a sum would tell nothing
)
_TEXTS = 1 << 14  # looked through at once, so that their sums stay near the processor
_SAMPLE = 2_000_000  # bytes in which it is counted what is rare
_FEW = 1_000_000  # bytes, below which it is not counted


@lru_cache(maxsize=256)
def strings_of(pattern: str) -> tuple[bytes, ...] | None:
    """The strings of which a match holds one, if each is long enough to be told by its bytes."""
    needed = letters_needed(pattern)
    strings = tuple(sorted(one.encode() for one in needed or ()))
    return strings if strings and min(map(len, strings)) >= _LEAST else None


def may_match(texts: pa.StringArray, strings: Sequence[Sequence[bytes]]) -> Sums:
    """Of each text the lists (at most `AT_ONCE`) of which it may hold a string: bit n for the n-th list."""
    data, ends = _bytes_of(texts)
    if len(data) < _FEW:
        table = _table_of_few(tuple(map(tuple, strings)))
    else:
        table = _table(strings, np.bincount(_sums(data[: _SAMPLE + 3]), minlength=1 << _BITS))
    found = np.zeros(len(texts), np.uint32)
    for first in range(0, len(texts), _TEXTS):
        some = ends[first : first + _TEXTS + 1]
        told = table[_sums(data[some[0] : some[-1] + 3])]
        filled = np.flatnonzero(some[1:] > some[:-1])
        if len(filled):
            starts = some[filled] - some[0]
            found[first + filled] = np.bitwise_or.reduceat(told, starts)
    return found


def _bytes_of(texts: pa.StringArray) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int32]]:
    """All bytes, with three more so that each is the first of four, and where each text begins and ends."""
    _, places, values = texts.buffers()
    ends = np.frombuffer(places, np.int32)[texts.offset : texts.offset + len(texts) + 1]
    data = np.frombuffer(values or b"", np.uint8)[: ends[-1]]
    return np.concatenate([data, np.zeros(3, np.uint8)]), ends


def _sums(data: npt.NDArray[np.uint8]) -> Sums:
    """A sum of the four bytes from each byte on, but for the last three."""
    four = np.ndarray((max(len(data) - 3, 0),), "<u4", np.ascontiguousarray(data), strides=(1,))
    return (four * _FACTOR) >> _SHIFT


@lru_cache(maxsize=4)
def _table_of_few(lists: tuple[tuple[bytes, ...], ...]) -> Sums:
    """The table by what is rare in the strings themselves, made once for all parts of a few texts: to make it takes longer than to use it there."""
    listed = b"\n".join(one for strings in lists for one in strings)
    return _table(lists, np.bincount(_sums(np.frombuffer(listed, np.uint8)), minlength=1 << _BITS))


def _table(lists: Sequence[Sequence[bytes]], seen: npt.NDArray[np.int64]) -> Sums:
    table = np.zeros(1 << _BITS, np.uint32)
    for number, strings in enumerate(lists):
        bit = np.uint32(1 << number)
        for one in strings:
            if len(one) == _LEAST:
                table[
                    _sums(np.frombuffer(b"".join(one + bytes([last]) for last in range(256)), np.uint8))[::4]
                ] |= bit
            else:
                sums = _sums(np.frombuffer(one, np.uint8))
                table[sums[seen[sums].argmin()]] |= bit
    return table
