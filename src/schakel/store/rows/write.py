"""Writes rows in small pieces, with sorted digests of what they are looked up by."""

import json
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from schakel.store.rows.layout import BATCH, CONTENTS, KEY, NONE, ROWS, STARTS

_PACKED = pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)


def write_rows(
    folder: Path, rows: Iterable[pa.RecordBatch], told: Mapping[str, Any], *, at_once: int = BATCH
) -> None:
    """Puts rows, at least one piece of them, into a new folder, in their order. `told` is kept beside them.

    `at_once` rows are packed together.

    Columns named `key:...` hold digests by which the rows can be found; they are not kept as columns.
    """
    folder.mkdir(parents=True)
    digests: dict[str, list[npt.NDArray[np.uint64]]] = {}
    starts = [0]
    with pa.OSFile(str(folder / ROWS), "wb") as file, ExitStack() as until_the_end:
        writer: pa.ipc.RecordBatchFileWriter | None = None
        for batch in rows:
            kept = _without_keys(batch, digests)
            if writer is None:
                writer = until_the_end.enter_context(pa.ipc.new_file(file, kept.schema, options=_PACKED))
            for start in range(0, kept.num_rows, at_once):
                piece = kept.slice(start, at_once)
                writer.write_batch(piece)
                starts.append(starts[-1] + piece.num_rows)
    np.save(folder / STARTS, np.array(starts[:-1], np.int64))
    for key, pieces in digests.items():
        _write_key(folder / f"{key}.npy", pieces)
    (folder / CONTENTS).write_text(json.dumps(told, sort_keys=True), encoding="utf-8")


def _without_keys(batch: pa.RecordBatch, digests: dict[str, list[npt.NDArray[np.uint64]]]) -> pa.RecordBatch:
    """The batch without its digests, which are added to the others."""
    keys = [name for name in batch.schema.names if name.startswith(KEY)]
    for key in keys:
        digests.setdefault(key.removeprefix(KEY), []).append(batch.column(key).to_numpy())
    return batch.drop_columns(keys)


def _write_key(path: Path, pieces: list[npt.NDArray[np.uint64]]) -> None:
    """Digest, first row and number of rows of every run of rows with one digest, by rising digest."""
    every = np.concatenate(pieces) if pieces else np.zeros(0, np.uint64)
    first = np.flatnonzero(np.diff(every, prepend=~every[:1]))
    runs = np.empty((3, len(first)), np.uint64)
    runs[0], runs[1] = every[first], first
    runs[2] = np.diff(np.append(first, len(every)))
    runs = runs[:, runs[0] != NONE]
    np.save(path, runs[:, np.argsort(runs[0], kind="stable")])
