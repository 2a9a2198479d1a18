"""Finds kept rows by what they are known by."""

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from threading import local
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from schakel.store.rows.layout import CONTENTS, ROWS, STARTS, digest_of

Ints = npt.NDArray[np.int64]


class Rows:
    """Rows as they were kept in one folder. Files are mapped, not read: a look takes what it needs."""

    def __init__(self, folder: Path) -> None:
        self.told: dict[str, Any] = json.loads((folder / CONTENTS).read_text(encoding="utf-8"))
        self._folder = folder
        self._file = pa.memory_map(str(folder / ROWS))
        self._starts = np.load(folder / STARTS)
        self._keys: dict[str, npt.NDArray[np.uint64]] = {
            path.stem: np.load(path, mmap_mode="r") for path in folder.glob("*.npy") if path.name != STARTS
        }
        self._mine = local()  # a reader serves one thread
        self.schema: pa.Schema = pa.ipc.open_file(self._file).schema

    def places(self, key: str, values: Collection[str]) -> Ints:
        """The rows that one of the values may stand in: all of those, and by a rare chance (2^-64) another."""
        runs = self._keys[key]
        wanted = np.array(sorted({digest_of(value) for value in values}), np.uint64)
        first = np.searchsorted(runs[0], wanted)
        last = np.searchsorted(runs[0], wanted, side="right")
        found = [
            np.arange(start, start + count)
            for low, high in zip(first.tolist(), last.tolist(), strict=True)
            for start, count in zip(runs[1, low:high].tolist(), runs[2, low:high].tolist(), strict=True)
        ]
        return np.sort(np.concatenate(found)) if found else np.zeros(0, np.int64)

    def take(self, places: Ints, columns: Sequence[str] | None = None) -> pa.Table:
        """The rows at these rising places, in order; only some columns if they are named."""
        reader = self._reader(None if columns is None else tuple(columns))
        pieces = np.searchsorted(self._starts, places, side="right") - 1
        found = []
        for piece in np.unique(pieces).tolist():
            here = places[pieces == piece] - self._starts[piece]
            found.append(reader.get_batch(piece).take(pa.array(here)))
        return pa.Table.from_batches(found, schema=reader.schema)

    def _reader(self, columns: tuple[str, ...] | None) -> pa.ipc.RecordBatchFileReader:
        known: dict[tuple[str, ...] | None, pa.ipc.RecordBatchFileReader]
        known = self._mine.__dict__.setdefault("readers", {})
        if columns not in known:
            wanted = (
                None
                if columns is None
                else pa.ipc.IpcReadOptions(
                    included_fields=[self.schema.get_field_index(name) for name in columns], use_threads=False
                )
            )
            known[columns] = pa.ipc.open_file(self._file, options=wanted)
        return known[columns]
