"""Asks a search index: which texts hold some words, and which messages carry them."""

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import local
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from schakel.store.search.layout import BY_MESSAGE, CARRIERS, CONTENTS, KNOWN, STARTS, WORDS, read_only

Ints = npt.NDArray[np.int64]
_AT_ONCE = 500  # texts fetched by one question
_COUNTED = 50_000  # words of which it is known in how many texts they stand
LISTS = ("commodities", "scales", "places")


@dataclass(frozen=True, slots=True)
class FoundText:
    """A text as it is kept for showing; `length` is that of the whole text."""

    number: int
    text: str
    length: int
    campaign: str | None


@dataclass(frozen=True, slots=True)
class _Lent:
    """The connection of one thread, closed once the thread or the index is gone: a desk opens many in a day."""

    words: sqlite3.Connection

    def __del__(self) -> None:
        self.words.close()


class SearchIndex:
    """An index as it stands on disk. Arrays are mapped, not read: opening it costs milliseconds."""

    def __init__(self, folder: Path) -> None:
        made: dict[str, Any] = json.loads((folder / CONTENTS).read_text(encoding="utf-8"))
        self.texts: int = made["texts"]
        self.program: str = made["program"]
        self.messages: int = made["messages"]
        self.names: dict[str, list[str]] = {name: made[name] for name in ("chat", "act", *LISTS)}
        self._counted: dict[str, int] = {}
        self._folder = folder
        self._mine = local()  # one connection would have the searches of all people wait for each other
        self._words.execute("SELECT 1 FROM texts LIMIT 1")
        self._carriers = _mapped(folder / CARRIERS)
        self._texts = _mapped(folder / KNOWN)
        self.places: Ints = _whole(self._texts, "place")
        self._by_message = _whole(_mapped(folder / BY_MESSAGE), "row")
        self._starts = _whole(_mapped(folder / STARTS), "start")
        self._lists = {name: _mapped(folder / f"{name}.arrow") for name in LISTS}

    @property
    def _words(self) -> sqlite3.Connection:
        """The connection of this thread."""
        if not hasattr(self._mine, "lent"):
            self._mine.lent = _Lent(read_only(self._folder / WORDS))
        lent: _Lent = self._mine.lent
        return lent.words

    def holding(self, expression: str, most: int) -> Ints:
        """The numbers of the texts that an FTS5 expression fits, those numbered last first, `most` at the most."""
        found = self._words.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?", (expression, most)
        )
        return np.fromiter((row[0] for row in found), np.int64)

    def shown(self, numbers: Iterable[int]) -> list[FoundText]:
        """The texts with these numbers, in the order asked."""
        wanted = [int(number) for number in numbers]
        found: dict[int, tuple[int, str, int]] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            ask = f"SELECT number, text, length FROM texts WHERE number IN ({marks})"  # noqa: S608 - marks only
            found |= {row[0]: row for row in self._words.execute(ask, some)}
        known = [number for number in wanted if number in found]
        places = pa.array([number - 1 for number in known], pa.int64())
        campaigns = self._texts.column("campaign").take(places).to_pylist()
        return [
            FoundText(*found[number], campaign) for number, campaign in zip(known, campaigns, strict=True)
        ]

    def digests(self) -> npt.NDArray[np.uint64]:
        """Sixty-four bits of each text, by number."""
        return _whole(self._texts, "digest")

    def texts_with(self, word: str) -> int:
        """In how many texts a folded word stands. Counting one that stands in many takes milliseconds, so it is kept."""
        known = self._counted.get(word)
        if known is None:
            row = self._words.execute("SELECT doc FROM counts WHERE term = ?", (word,)).fetchone()
            known = int(row[0]) if row else 0
            if len(self._counted) >= _COUNTED:
                self._counted.clear()
            self._counted[word] = known
        return known

    def carriers_of(self, numbers: Ints) -> Ints:
        """The rows of the messages that carry these texts, text by text."""
        starts, ends = self._starts[numbers - 1], self._starts[numbers]
        lengths = ends - starts
        shift = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
        return shift + np.arange(len(shift))

    def values(self, name: str, rows: Ints | None = None) -> npt.NDArray[Any]:
        """A column of the carriers: number, sent, month, chat or act; of some rows, or of all without a copy."""
        column = self._column(name)
        return column if rows is None else column[rows]

    def message_ids(self, rows: Sequence[int]) -> list[str]:
        """The ids of the messages in some rows."""
        column = self._carriers.column("message").chunk(0)
        return [f"m_{column[int(row)].as_py().hex()}" for row in rows]

    def row_of(self, message_id: str) -> int | None:
        """The row of a message; None if it carries no text."""
        try:
            wanted = bytes.fromhex(message_id[2:])
        except ValueError:
            return None
        if len(wanted) != 12 or not self.messages:
            return None
        column, order = self._carriers.column("message").chunk(0), self._by_message

        def message(place: int) -> bytes:
            held: bytes = column[int(order[place])].as_py()
            return held

        place = bisect_left(range(len(order)), wanted, key=message)
        return int(order[place]) if place < len(order) and message(place) == wanted else None

    def pairs(self, name: str) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
        """Which texts have which of the commodities, scales or places: numbers of texts, places in the list of names."""
        table = self._lists[name]
        return _whole(table, "number"), _whole(table, "value")

    def close(self) -> None:
        """Lets go of the file, as far as this thread holds it."""
        self._words.close()

    def _column(self, name: str) -> npt.NDArray[Any]:
        return _whole(self._carriers, name)


def _mapped(path: Path) -> pa.Table:
    return pa.ipc.open_file(pa.memory_map(str(path))).read_all()


def _whole(table: pa.Table, name: str) -> npt.NDArray[Any]:
    column = table.column(name)
    return column.chunk(0).to_numpy(zero_copy_only=True) if column.num_chunks else np.zeros(0, np.int64)
