"""The files of a table as they stand now, told without looking at each of them every time."""

import json
import os
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from schakel.store.parquet_files import table_files

_SETTLED = 1_000_000_000  # ns; a folder written to later than this before the look may change within one tick
File = tuple[str, int, int]  # path below the tables, moment of writing in ns, bytes


@dataclass(frozen=True, slots=True)
class State:
    """The files of one table in the order in which they are read, and one checksum over what is told of them (of some of its files: none)."""

    tables: Path
    files: tuple[File, ...]
    digest: str

    @property
    def whole(self) -> bool:
        """Whether these are all files of the table."""
        return bool(self.digest)

    @property
    def bytes(self) -> int:
        """How large the files are together."""
        return sum(size for _, _, size in self.files)

    @property
    def paths(self) -> list[str]:
        """Where the files are."""
        return [str(self.tables / path) for path, _, _ in self.files]


@dataclass(frozen=True, slots=True)
class _Known:
    watched: tuple[str, ...]
    marks: tuple[int, ...]
    state: State


_KNOWN: dict[tuple[Path, str], _Known] = {}


def table_state(tables: Path, name: str) -> State:
    """The files of a table as they stand. It changes whenever the table is written, also with the same rows.

    A table in parts is listed again only when one of its folders was written to: files are moved into place and
    never changed there, and a table of 5 million messages has some 400 of them.
    """
    known = _KNOWN.get((tables, name))
    if known and _marks(known.watched) == known.marks:
        return known.state
    now = time.time_ns()
    folder = tables / name
    watched = (
        tables / f"{name}.parquet",
        folder,
        *sorted(path for path in folder.rglob("*") if path.is_dir()),
    )
    paths = tuple(map(str, watched))
    marks = _marks(paths)
    state = _state(tables, name)
    if max(marks) < now - _SETTLED:
        _KNOWN[tables, name] = _Known(paths, marks, state)
    return state


def _state(tables: Path, name: str) -> State:
    files = []
    for file in table_files(tables, name):
        found = file.stat()
        files.append((file.relative_to(tables).as_posix(), found.st_mtime_ns, found.st_size))
    return State(tables, tuple(files), sha256(json.dumps(files).encode()).hexdigest())


def _marks(paths: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(map(_written, paths))


def _written(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116 - asked some fifty times a page; a Path costs three times this
    except FileNotFoundError:
        return 0
