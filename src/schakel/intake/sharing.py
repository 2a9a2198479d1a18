"""Which sources have messages of the same chats with numbers in the same range: with thousands of pages each asks it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from schakel.intake.sealing import SealedSource

Ranges = Mapping[str, tuple[int, int]]
Numbers = npt.NDArray[np.int64]


class _Spans:
    """The lowest and highest number that sources have of one chat."""

    def __init__(self) -> None:
        self.sources: list[SealedSource] = []
        self._bounds: Numbers = np.zeros((2, 64), np.int64)

    def add(self, source: SealedSource, low: int, high: int) -> None:
        count = len(self.sources)
        if count == self._bounds.shape[1]:
            self._bounds = np.concatenate([self._bounds, np.zeros_like(self._bounds)], axis=1)
        self._bounds[:, count] = low, high
        self.sources.append(source)

    def meeting(self, low: int, high: int) -> list[SealedSource]:
        lows, highs = self._bounds[:, : len(self.sources)]
        return [self.sources[at] for at in np.flatnonzero((lows <= high) & (highs >= low)).tolist()]


class Sharing:
    """The ranges of numbers of sources by chat."""

    def __init__(self) -> None:
        self._spans: dict[str, _Spans] = defaultdict(_Spans)
        self._held: set[str] = set()

    def lacking(self, sources: Sequence[SealedSource]) -> list[SealedSource]:
        """Those of the sources whose ranges were not added yet."""
        return [source for source in sources if source.sha256 not in self._held]

    def add(self, source: SealedSource, ranges: Ranges) -> None:
        """Adds the ranges of a source, once."""
        self._held.add(source.sha256)
        for chat, (low, high) in ranges.items():
            self._spans[chat].add(source, low, high)

    def before(self, source: SealedSource, ranges: Ranges) -> list[SealedSource]:
        """The sources before this one in canonical order that share numbers of these ranges, in that order."""
        met = {
            other.sha256: other
            for chat, (low, high) in ranges.items()
            if chat in self._spans
            for other in self._spans[chat].meeting(low, high)
            if other.order < source.order
        }
        return sorted(met.values(), key=_order)


def before(source: SealedSource, sources: Sequence[SealedSource]) -> Sequence[SealedSource]:
    """Those of the sources, which come in canonical order, that come before this one."""
    return sources[: bisect_left(sources, source.order, key=_order)]


def _order(source: SealedSource) -> tuple[int, int, int, str]:
    return source.order
