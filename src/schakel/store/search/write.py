"""Writes a search index: in a folder of its own, moved into place when it is whole."""

import json
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schakel.store.parquet_files import publish
from schakel.store.search.layout import (
    BY_MESSAGE,
    CARRIERS,
    CARRIERS_SCHEMA,
    CONTENTS,
    KNOWN,
    SCHEMA,
    STARTS,
    TEXTS,
    WORDS,
    keep_made_from,
)

_SHOWN = 4000  # characters of a text that are kept for showing; all of it is searched
Words = Iterator[tuple[list[str], list[str]]]  # for texts in order: the folded text, and words it hides


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What an index is made from: the tables, told by a checksum, and the program that folds the words."""

    tables: str
    program: str


def write_index(
    folder: Path, texts: pa.Table, carriers: pa.Table, words: Words, *, made_by: MadeBy, known: int = 0
) -> None:
    """Puts a new index at `folder`. The same texts, carriers and words give the same bytes.

    `texts` has the columns of TEXTS; `carriers` those of CARRIERS with the names of chats and acts instead of numbers;
    `words` gives for slices of the texts what is searched. The first `known` texts stand in the index that is there,
    under the same numbers; `words` gives the others only.
    """
    half = folder.with_name("search-index")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    if known:
        shutil.copyfile(folder / WORDS, half / WORDS)
    _write_words(half / WORDS, texts.slice(known), words, known)
    _write_arrow(half / KNOWN, texts.select(["digest", "place", "campaign"]))
    lists = _write_carriers(half / CARRIERS, texts, carriers)
    made = {"texts": texts.num_rows, "messages": carriers.num_rows, "program": made_by.program} | lists
    (half / CONTENTS).write_text(json.dumps(made, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    publish(half, folder)
    keep_made_from(folder, made_by.tables)


def _write_words(path: Path, texts: pa.Table, words: Words, known: int) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    for setting in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-128000", "page_size=8192"):
        database.execute(f"PRAGMA {setting}")
    for statement in () if known else SCHEMA:
        database.execute(statement)
    database.execute("BEGIN")
    done = 0
    for bodies, also in words:
        piece = texts.column("text").slice(done, len(bodies)).to_pylist()
        numbers = range(known + done + 1, known + done + len(bodies) + 1)
        database.executemany(
            "INSERT INTO words(rowid, body, also) VALUES (?, ?, ?)", zip(numbers, bodies, also, strict=True)
        )
        shown = [(text[:_SHOWN], len(text)) for text in map(_storable, piece)]
        rows = ((number, *text) for number, text in zip(numbers, shown, strict=True))
        database.executemany("INSERT INTO texts VALUES (?, ?, ?)", rows)
        done += len(bodies)
    database.execute("COMMIT")
    if not known:  # of a grown index it would write all words anew
        database.execute("INSERT INTO words(words) VALUES ('optimize')")
    database.close()


def _storable(text: str) -> str:
    """The text without halves of surrogate pairs, which no database takes."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _write_carriers(path: Path, texts: pa.Table, carriers: pa.Table) -> dict[str, list[str]]:
    """The carriers and the facets of the texts as arrays that can be used without being read first."""
    lists = {}
    columns: dict[str, pa.Array] = {}
    for name in CARRIERS_SCHEMA.names:
        column = carriers.column(name).combine_chunks()
        if name in ("chat", "act"):
            lists[name], column = _coded(column)
        columns[name] = column.cast(CARRIERS_SCHEMA.field(name).type)
    table = pa.table(columns, schema=CARRIERS_SCHEMA)
    _write_arrow(path, table)
    starts = np.searchsorted(table.column("number").to_numpy(), np.arange(1, texts.num_rows + 2))
    ids = np.frombuffer(table.column("message").combine_chunks().buffers()[1], "S12", count=len(table))
    _write_arrow(
        path.with_name(BY_MESSAGE), pa.table({"row": pa.array(np.argsort(ids, kind="stable"), pa.int32())})
    )
    _write_arrow(path.with_name(STARTS), pa.table({"start": pa.array(starts, pa.int64())}))
    for name in ("commodities", "scales", "places"):
        lists[name] = _write_lists(path.with_name(f"{name}.arrow"), texts.column(name).combine_chunks())
    return lists


def _write_lists(path: Path, column: pa.ListArray) -> list[str]:
    """Which values each text has, as pairs of text number and place in the list of values."""
    names, codes = _coded(column.flatten())
    owners = _owners(column)
    _write_arrow(
        path, pa.table({"number": pa.array(owners + 1, pa.int32()), "value": codes.cast(pa.int32())})
    )
    return names


def _owners(column: pa.ListArray) -> npt.NDArray[np.int64]:
    lengths = np.diff(column.offsets.to_numpy())
    return np.repeat(np.arange(len(column)), lengths)


def _coded(column: pa.Array) -> tuple[list[str], pa.Array]:
    """The values that occur, in order, and for each row the place of its value; null counts as an empty word."""
    filled = column.fill_null("")
    names: Sequence[str] = sorted(filled.unique().to_pylist())
    return list(names), pc.index_in(filled, value_set=pa.array(names, pa.string()))


def _write_arrow(path: Path, table: pa.Table) -> None:
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_table(table.combine_chunks())


__all__ = ["TEXTS", "write_index"]
