"""The different texts of several small parts, read once for all of them.

Whoever exports chat by chat brings a part a chat, and ads are copies: the same text stands in many. In 90 chats with 36,000 messages each
part has to be handed to the processes and waited for, which left them idle half of the time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.candidates import candidate_mask
from schakel.reading.new_messages import (
    NUMBER,
    Indices,
    Report,
    numbered,
    pairs,
    read_each_piece,
    read_piece,
    scan,
    texts_table,
)
from schakel.reading.terms.scan_buffer import Flags
from schakel.records.ids import text_id
from schakel.store.each_part import together
from schakel.store.engine import Engine
from schakel.store.workers import Workers


def readers(engine: Engine, sizes: Mapping[str, int], report: Report | None = None) -> dict[str, "ReadAhead"]:
    """Of small parts, told with their bytes, who reads the texts of each along with those of others."""
    groups = [group for group in together(sizes) if len(group) > 1]
    made = [ReadAhead(engine, group, report) for group in groups]
    return {part: one for group, one in zip(groups, made, strict=True) for part in group}


@dataclass(slots=True)
class ReadAhead:
    """What some parts say, read when somebody first asks for it: `answers` gives of their texts what `function` gives of each piece."""

    engine: Engine
    parts: Sequence[str]
    report: Report | None = None
    _place: dict[str, int] = field(default_factory=dict)  # of each text among all
    _mask: Flags = field(default_factory=lambda: np.zeros(0, np.bool_))
    _number: Indices = field(
        default_factory=lambda: np.zeros(0, np.int64)
    )  # of each text among those that were read
    _read: dict[str, pa.Table] = field(default_factory=dict)

    def answers(
        self, workers: Workers, function: Callable[[Any], Any], pieces: Iterable[pa.Array]
    ) -> Iterator[Any] | None:
        """The answers for pieces of the texts in order, or None where the function is another one."""
        if function not in (candidate_mask, read_piece):
            return None
        if not self._read:
            self._look(workers)
        return map(self._said if function is candidate_mask else self._told, pieces)

    def _look(self, workers: Workers) -> None:
        columns = pa.concat_tables(
            [self.engine.read("messages", ["kind", "text"], part) for part in self.parts]
        )
        spoken = columns.filter(
            pc.and_(pc.equal(columns["kind"], "message"), pc.not_equal(columns["text"], ""))
        )
        texts = spoken["text"].unique()
        self._place = {text: n for n, text in enumerate(texts.to_pylist())}
        self._mask = np.concatenate(list(scan(workers, texts)))
        self._number = np.cumsum(self._mask) - 1
        self._read = self._all(workers, texts.filter(pa.array(self._mask)))

    def _all(self, workers: Workers, texts: pa.Array) -> dict[str, pa.Table]:
        read: list[Mapping[str, pa.Table]] = []
        done = 0
        for answer in read_each_piece(workers, texts):
            read.append(numbered(answer, done))
            done += answer["texts"].num_rows
            if self.report:
                self.report(done, len(texts))
        return {name: pa.concat_tables([one[name] for one in read]).combine_chunks() for name in read[0]}

    def _said(self, texts: pa.Array) -> Flags:
        """Which of the texts could say anything at all."""
        return self._mask[[self._place[text] for text in texts.to_pylist()]]

    def _told(self, texts: pa.Array) -> dict[str, pa.Table]:
        """What these texts say, as `read_piece` gives it."""
        written = texts.to_pylist()
        which = self._number[[self._place[text] for text in written]]
        told = {name: self._rows(table, which) for name, table in self._read.items()}
        return told | {"texts": texts_table(list(map(text_id, written)))}

    def _rows(self, table: pa.Table, which: Indices) -> pa.Table:
        rows, _ = pairs(table[NUMBER].to_numpy(), which)
        return table.drop_columns([NUMBER]).take(pa.array(rows))
