"""Columns of tables that one question after another asks for, held in memory once they were read.

Linking and judging ask some ninety questions; each of them unpacked its columns of a million messages from Parquet again, which was
two fifths of the time of all questions together. Of a table that grows, or is made again, the files that still stand stay held.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock

import pyarrow as pa
import pyarrow.parquet as pq

from schakel.records.tables import SCHEMAS
from schakel.store.damaged_files import told_as_damaged
from schakel.store.table_state import File, State

# Of tables of a row a message or an item, the columns that most questions are about. A question that uses another one reads the
# table where it lies: what few ask for would be held for nothing.
HELD = {
    "messages": (
        *("message_id", "chat_id", "tg_id", "kind", "account_id", "account_tg_id", "account_name", "sent_at"),
        *("text", "entities", "reply_to", "reply_to_chat", "forwarded_from", "forwarded_from_id"),
        *("edited_at", "media_kind"),
    ),
    "offers": (
        *("message_id", "text_id", "chat_id", "account_id", "sent_at", "act", "score", "places"),
        *("delivery", "payment", "advance"),
    ),
    "items": (
        *("message_id", "text_id", "line", "commodity", "product"),
        *("quantity", "unit", "price", "currency", "scale"),
    ),
    "mentions": ("message_id", "account_id", "kind", "target_account_id", "target", "sent_at"),
    "selectors": ("message_id", "text_id", "account_id", "type", "value", "start", "end", "act"),
}
# Columns of text of which nearly every row has another value. What the others say is held once a file, and told by its number: two
# thirds of the bytes of all together, and a tenth quicker to count by.
_UNLIKE = frozenset({"message_id", "text"})
# Bytes of values that are held at most; what goes beyond is read at each question. A million messages of made-up traffic take 440 MB.
_MOST = 700_000_000
# From so many files of fewer rows on they are put side by side: of 643 chats with 355,000 messages a question went through as many tables,
# and counted in two thirds of the time afterwards.
_MANY, _SMALL = 32, 1 << 13


class HeldColumns:
    """The columns that are held of the files of each table; of a file that was written anew nothing is held any longer.

    Nothing is held before a question about each part of a table is asked (`begun`), which is when questions begin to come one after
    the other; while messages are taken in and read, memory is needed elsewhere.
    """

    def __init__(self, most: int = _MOST, *, begun: bool = False) -> None:
        self.begun = begun
        self._most = most
        self._lock = Lock()
        self._bytes = 0
        self._files: dict[str, tuple[File, pa.Table, int]] = {}  # with the bytes that were read
        self._whole: dict[str, tuple[tuple[File, ...], pa.Table]] = {}

    def of(self, name: str, state: State, text: str) -> pa.Table | None:
        """The columns of a table that a question may use; None if it is to be read where it lies."""
        columns = used_columns(text, name) if self.begun and name in HELD and state.files else None
        if not columns or not set(columns) <= set(HELD[name]):
            return None
        with self._lock:
            together = self._together(name, state)
        return None if together is None else together.select(columns)

    def _together(self, name: str, state: State) -> pa.Table | None:
        """All files as one table. That of a whole table is held, and where it has many small files these lie side by side from then on."""
        known = self._whole.get(name)
        if known is not None and known[0] == state.files:
            return known[1]
        tables = [
            table for file in state.files if (table := self._table(name, state.tables, file)) is not None
        ]
        if len(tables) < len(state.files):
            return None
        together = pa.concat_tables(tables)
        if not state.whole:
            return together
        if len(tables) > _MANY and together.num_rows < len(tables) * _SMALL:
            together = self._side_by_side(together, tables, state)
        self._whole[name] = state.files, together
        return together

    def _side_by_side(self, together: pa.Table, tables: Sequence[pa.Table], state: State) -> pa.Table:
        """The rows in one piece; what is held of each file is a stretch of it from now on, so that nothing is held twice."""
        one = together.unify_dictionaries().combine_chunks()
        begin = 0
        for file, table in zip(state.files, tables, strict=True):
            self._files[file[0]] = file, one.slice(begin, table.num_rows), self._files[file[0]][2]
            begin += table.num_rows
        return one

    def _table(self, name: str, tables: Path, file: File) -> pa.Table | None:
        known = self._files.get(file[0])
        if known is not None and known[0] == file:
            return known[1]
        if known is not None:
            self._bytes -= self._files.pop(file[0])[2]
        if self._bytes + file[2] > self._most:
            return None
        columns = list(HELD[name])
        alike = [c for c in columns if c not in _UNLIKE and pa.types.is_string(SCHEMAS[name].field(c).type)]
        # As one file in this thread: some seventy small files take two fifths less so than as tables with threads of their own.
        try:
            opened = pq.ParquetFile(
                tables / file[0], read_dictionary=alike, memory_map=True, pre_buffer=False
            )
            read = opened.read(columns=columns, use_threads=False)
        except pa.ArrowInvalid as error:
            raise told_as_damaged(tables / file[0]) from error
        self._bytes += read.nbytes
        self._files[file[0]] = file, read, read.nbytes
        return read


# A star that stands for columns, and all that follows it to the end of the tables of its SELECT; and a FROM without a SELECT.
_STAR = re.compile(
    r"(?:\bSELECT|\bDISTINCT|,)\s*\*.*?\bFROM\b(.*?)(?:\bWHERE\b|\bGROUP\b|\bORDER\b|\bUNION\b|\)|$)", re.S
)
_BARE = re.compile(r"(?:^|\(|\bUNION|\bALL|;)\s*FROM\s+(\w+)")


@cache
def used_columns(text: str, table: str) -> tuple[str, ...] | None:
    """The columns of a table that a question may use: those whose names occur in it. None: it may use all, by a star."""
    told = re.sub(r"--[^\n]*", "", text)
    starred = [*_STAR.findall(told), *_BARE.findall(told)]
    aliases = "|".join({table, *re.findall(rf"\b{table}\s+(?:AS\s+)?(\w+)", told)})
    if any(re.search(rf"\b{table}\b", among) for among in starred) or re.search(
        rf"\b(?:{aliases})\.\*", told
    ):
        return None
    return tuple(name for name in SCHEMAS[table].names if re.search(rf"\b{name}\b", told))
