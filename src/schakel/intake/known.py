"""Message versions that were seen before: in an earlier source, or earlier in the same one."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schakel.intake.pieces import PieceDone
from schakel.intake.read_piece import part_file, version_keys
from schakel.records.tables import MESSAGES
from schakel.store.engine import Engine
from schakel.store.parquet_files import read_parquet, write_parquet

Keys = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]


def drop_known(engine: Engine, staging: Path, done: Sequence[PieceDone], earlier: Iterable[str]) -> int:
    """Takes the versions that an earlier source, or an earlier place in this one, has out of the half-made part files.

    `earlier` are the parts of `messages` to compare with. Gives the number of rows taken out.
    """
    keys = [np.frombuffer(piece.keys, np.uint64) for piece in done]
    before = _Earlier(engine, earlier)
    repeated = _repeated(keys)
    seen: set[str] = set()
    dropped = 0
    for piece, key in zip(done, keys, strict=True):
        likely = before.may_hold(key) | np.isin(key, repeated)
        if piece.rows and likely.any():
            file = part_file(staging, "messages", piece.number)
            ids = read_parquet([file], ["message_id"])[0]["message_id"].combine_chunks()
            known = before.holds(key, ids)
            _mark_repeated(known, np.isin(key, repeated), ids, seen)
            dropped += _rewrite(file, known)
    return dropped


class _Earlier:
    """The versions in earlier sources, by a 64-bit key; where keys are equal, the whole ids are compared."""

    def __init__(self, engine: Engine, parts: Iterable[str]) -> None:
        ids = [engine.read("messages", ["message_id"], part)["message_id"] for part in parts]
        keys = np.concatenate([np.zeros(0, np.uint64), *map(version_keys, ids)])
        order = np.argsort(keys, kind="stable")
        chunks = [chunk for column in ids for chunk in column.chunks]
        self._keys: Keys = keys[order]
        self._ids = pa.chunked_array(chunks, pa.string()).combine_chunks().take(pa.array(order))

    def may_hold(self, keys: Keys) -> Flags:
        """Whether a version with this key is there."""
        if not len(self._keys):
            return np.zeros(len(keys), bool)
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        found: Flags = self._keys[at] == keys
        return found

    def holds(self, keys: Keys, ids: pa.Array) -> Flags:
        """Whether the version itself is there."""
        known = np.zeros(len(keys), bool)
        first = np.searchsorted(self._keys, keys, side="left")
        last = np.searchsorted(self._keys, keys, side="right")
        step = 0
        while (rows := np.flatnonzero(~known & (first + step < last))).size:
            there = self._ids.take(pa.array(first[rows] + step))
            known[rows] = pc.equal(there, ids.take(pa.array(rows))).to_numpy(zero_copy_only=False)
            step += 1
        return known


def _repeated(keys: Sequence[Keys]) -> Keys:
    """The keys that occur more than once in a source."""
    if not keys:
        return np.zeros(0, np.uint64)
    every = np.sort(np.concatenate(keys))
    return np.unique(every[1:][every[1:] == every[:-1]])


def _mark_repeated(known: Flags, suspect: Flags, ids: pa.Array, seen: set[str]) -> None:
    """Marks what stood earlier in the same source; the first of its kind stays."""
    for row in np.flatnonzero(suspect & ~known).tolist():
        message_id = ids[row].as_py()
        known[row] = message_id in seen
        seen.add(message_id)


def _rewrite(file: Path, known: Flags) -> int:
    """Writes a part file anew without the known rows, and gives their number."""
    dropped = int(known.sum())
    if dropped == len(known):
        file.unlink()
    elif dropped:
        table = read_parquet([file])[0].cast(MESSAGES)  # Parquet names the parts of lists otherwise
        write_parquet(pc.filter(table, pa.array(~known)).combine_chunks(), "messages", file)
    return dropped
