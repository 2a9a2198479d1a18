"""Message versions that were seen before: in an earlier source, or earlier in the same one."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.intake.message_rows import version_ids
from schakel.intake.pieces import PieceDone
from schakel.intake.read_piece import part_file
from schakel.intake.versions import Flags, Keys, Versions
from schakel.records.tables import MESSAGES
from schakel.store.engine import Engine
from schakel.store.parquet_files import read_parquet, write_parquet


def versions_in(engine: Engine, parts: Iterable[str]) -> Versions:
    """The versions that these parts of `messages` have."""
    return Versions.of(engine.read("messages", ["message_id"], part)["message_id"] for part in parts)


def versions_as_shown(engine: Engine, parts: Iterable[str], chats: Collection[str]) -> Versions:
    """The versions that these parts have, those of these chats also as pages show them: without the moment of an edit."""
    columns = ["message_id", "chat_id", "tg_id", "text", "edited_at"]
    found: list[pa.ChunkedArray] = []
    for part in parts:
        rows = engine.read("messages", columns, part)
        found.append(rows["message_id"])
        edited = rows.filter(
            pc.and_(pc.is_valid(rows["edited_at"]), pc.is_in(rows["chat_id"], pa.array(sorted(chats))))
        )
        for chat in sorted(chats):
            of = edited.filter(pc.equal(edited["chat_id"], chat))
            shown = version_ids(chat, of["tg_id"].to_pylist(), of["text"].to_pylist(), {})
            found.append(pa.chunked_array([shown]))
    return Versions.of(found)


def drop_known(staging: Path, done: Sequence[PieceDone], before: Sequence[Versions]) -> int:
    """Takes the versions that earlier sources (`before`), or an earlier place in this one, have out of the half-made part
    files, and gives the number of rows taken out.
    """
    keys = [np.frombuffer(piece.keys, np.uint64) for piece in done]
    repeated = _repeated(keys)
    seen: set[str] = set()
    dropped = 0
    for piece, key in zip(done, keys, strict=True):
        likely = [one for one in before if one.may_hold(key).any()]
        if likely or np.isin(key, repeated).any():
            file = part_file(staging, "messages", piece.number)
            ids = read_parquet([file], ["message_id"])[0]["message_id"]
            known = np.zeros(len(key), bool)
            for one in likely:
                known |= one.holds(key, ids)
            _mark_repeated(known, np.isin(key, repeated), ids, seen)
            dropped += _rewrite(file, known)
    return dropped


def _repeated(keys: Sequence[Keys]) -> Keys:
    """The keys that occur more than once in a source."""
    if not keys:
        return np.zeros(0, np.uint64)
    every = np.sort(np.concatenate(keys))
    return np.unique(every[1:][every[1:] == every[:-1]])


def _mark_repeated(known: Flags, suspect: Flags, ids: pa.ChunkedArray, seen: set[str]) -> None:
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
