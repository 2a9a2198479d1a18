"""Answers of queries that are kept as long as the tables they were made from stay the same, the newest few hundred."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

import pyarrow as pa

_LARGEST = 4 * 1024 * 1024  # bytes of one answer; larger ones are asked again


class Remembered:
    """At most so many answers, and at most so many bytes of them together."""

    def __init__(self, answers: int, most_bytes: int = 64 * 1024 * 1024) -> None:
        self._answers = answers
        self._most_bytes = most_bytes
        self._kept: OrderedDict[Hashable, pa.Table] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: Hashable) -> pa.Table | None:
        """The answer under a key, if it is kept."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def made(self, key: Hashable, make: Callable[[], pa.Table]) -> pa.Table:
        """The answer under a key; made and kept if it is not."""
        found = self.get(key)
        if found is None:
            found = make()
            self.keep(key, found)
        return found

    def keep(self, key: Hashable, answer: pa.Table) -> None:
        """Keeps an answer, and lets go of the oldest where there are too many."""
        size = answer.nbytes
        if size > _LARGEST or not self._answers:
            return
        with self._lock:
            if key not in self._kept:
                self._bytes += size
            self._kept[key] = answer
            while len(self._kept) > self._answers or self._bytes > self._most_bytes:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= oldest.nbytes
