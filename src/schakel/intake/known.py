"""Message versions that were seen before: in an earlier source, or earlier in the same one."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.intake.pieces import PieceDone
from schakel.intake.read_piece import part_file, version_keys
from schakel.records.tables import MESSAGES
from schakel.store.engine import Engine
from schakel.store.parquet_files import read_parquet, write_parquet


def drop_known(engine: Engine, staging: Path, done: Sequence[PieceDone], earlier: Iterable[str]) -> int:
    """Takes the versions that an earlier source, or an earlier place in this one, has out of the half-made part files.

    `earlier` are the parts of `messages` to compare with. Gives the number of rows taken out.
    """
    keys = [np.frombuffer(piece.keys, np.uint64) for piece in done]
    seen: set[str] = set()
    suspects = _repeated(keys)
    for part in earlier:
        ids = engine.read("messages", ["message_id"], part)["message_id"]
        old = version_keys(ids)
        shared = np.intersect1d(old, np.concatenate(keys)) if keys else old[:0]
        if len(shared):
            seen.update(ids.filter(pa.array(np.isin(old, shared))).to_pylist())
            suspects = np.union1d(suspects, shared)
    if not len(suspects):
        return 0
    return sum(
        _rewrite(part_file(staging, "messages", piece.number), key, suspects, seen)
        for piece, key in zip(done, keys, strict=True)
        if piece.rows
    )


def _repeated(
    keys: Sequence["np.ndarray[tuple[int], np.dtype[np.uint64]]"],
) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    """The keys that occur more than once in a source."""
    if not keys:
        return np.zeros(0, np.uint64)
    every = np.sort(np.concatenate(keys))
    return np.unique(every[1:][every[1:] == every[:-1]])


def _rewrite(
    file: Path,
    keys: "np.ndarray[tuple[int], np.dtype[np.uint64]]",
    suspects: "np.ndarray[tuple[int], np.dtype[np.uint64]]",
    seen: set[str],
) -> int:
    """Writes a part file anew without the versions in `seen`; what it keeps of the suspects goes into `seen`."""
    suspect = np.flatnonzero(np.isin(keys, suspects))
    if not len(suspect):
        return 0
    table = read_parquet([file])[0].cast(MESSAGES)  # Parquet names the parts of lists otherwise
    keep = np.ones(table.num_rows, bool)
    for row, message_id in zip(suspect, table["message_id"].take(pa.array(suspect)).to_pylist(), strict=True):
        if message_id in seen:
            keep[row] = False
        seen.add(message_id)
    dropped = int(table.num_rows - keep.sum())
    if dropped == table.num_rows:
        file.unlink()
    elif dropped:
        write_parquet(pc.filter(table, pa.array(keep)).combine_chunks(), "messages", file)
    return dropped
