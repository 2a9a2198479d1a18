"""Answers that are kept from run to run: of one step over one part of a table, as long as both are the same."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

_KEY = b"schakel key"


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """One file a step and part, overwritten when either changes, so nothing is held of what is no longer there.

    The key is a checksum of all that an answer depends on: what was kept under another one is made again. So a kept
    answer is the answer, and losing the folder loses time only.
    """

    folder: Path

    def get(self, step: str, part: str, key: str, make: Callable[[], pa.Table]) -> pa.Table:
        """The answer kept under the key; made and kept if there is none."""
        path = self.folder / step / f"{part}.arrow"
        kept = _read(path, key)
        if kept is None:
            kept = make()
            _write(kept, path, key)
        return kept


def _read(path: Path, key: str) -> pa.Table | None:
    """What was kept, if it was kept whole and under this key."""
    try:
        with pa.OSFile(str(path)) as opened:
            reader = pa.ipc.open_file(opened)
            schema = reader.schema
            if (schema.metadata or {}).get(_KEY) != key.encode():
                return None
            return reader.read_all().replace_schema_metadata(
                {name: value for name, value in schema.metadata.items() if name != _KEY} or None
            )
    except (FileNotFoundError, pa.ArrowInvalid):
        return None


def _write(table: pa.Table, path: Path, key: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    marked = table.replace_schema_metadata({**(table.schema.metadata or {}), _KEY: key.encode()})
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    with pa.OSFile(str(half), "wb") as opened, pa.ipc.new_file(opened, marked.schema, options=options) as writer:
        writer.write_table(marked)
    half.replace(path)
