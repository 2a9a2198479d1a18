"""The ledger: one line an act, each line carrying the hash of the line before it."""

import fcntl
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from schakel.records.errors import SealError, WorkspaceError
from schakel.records.facts import LedgerEntry
from schakel.records.times import written_utc
from schakel.records.version import version

GENESIS = "0" * 64


class Ledger:
    """The append-only log of one workspace.

    `now` gives the moment of an act; it is the only clock of the system and ends up nowhere but here.
    """

    def __init__(self, path: Path, who: str, now: Callable[[], datetime] | None = None) -> None:
        self._path = path
        self._who = who
        self._now = now or (lambda: datetime.now(UTC))
        self._mended = False

    def add(
        self,
        act: str,
        *,
        inputs: Mapping[str, Any] | None = None,
        outputs: Mapping[str, Any] | None = None,
        settings: Mapping[str, Any] | None = None,
    ) -> LedgerEntry:
        """Appends one act and gives the entry; the line is on disk when this returns."""
        try:
            with _alone(self._path):
                self._mend()
                return self._append(act, inputs or {}, outputs or {}, settings or {})
        except OSError as error:
            raise cannot_be_written(Path(error.filename or self._path), error.strerror) from error

    def _append(
        self, act: str, inputs: Mapping[str, Any], outputs: Mapping[str, Any], settings: Mapping[str, Any]
    ) -> LedgerEntry:
        last = read_last_entry(self._path)
        entry = LedgerEntry(
            seq=last.seq + 1 if last else 1,
            previous=last.hash if last else GENESIS,
            at=written_utc(self._now()),
            who=self._who,
            act=act,
            version=version(),
            inputs=dict(inputs),
            outputs=dict(outputs),
            settings=dict(settings),
        )
        body = asdict(entry)
        body["hash"] = entry_hash(body)
        _append_line(self._path, canonical_json(body) + b"\n")
        return LedgerEntry(**body)

    def entries(self) -> Iterator[LedgerEntry]:
        """All acts so far, oldest first; SealError at the first line that cannot be read."""
        if not self._path.exists():
            return
        with self._path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                yield read_entry(line, number)

    def _mend(self) -> None:
        """Before the first append: set a line that was cut short aside, and say so."""
        if self._mended:
            return
        torn = set_torn_line_aside(self._path)
        self._mended = True
        if torn is not None:
            self._append("ledger-mended", {"bytes": len(torn), "sha256": sha256(torn).hexdigest()}, {}, {})


def cannot_be_written(path: Path, why: str | None) -> WorkspaceError:
    """What is told where a file of a workspace cannot be written."""
    return WorkspaceError(
        f"The workspace cannot be written: {path}: {why or 'no right'}.",
        means="Every look is written in the ledger first, so nothing was shown. What was done just before may stand without its "
        "line in the ledger.",
        todo="Copy the workspace to a folder of yours with room and work there, or ask for the right to write in it; "
        "schakel audit --verify needs no more than the right to read.",
    )


def canonical_json(value: Any) -> bytes:
    """The one byte form of a JSON value: sorted keys, no spaces, UTF-8, no NaN."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode("utf-8")


def entry_hash(body: Mapping[str, Any]) -> str:
    """The sha256 over the canonical bytes of an entry without its own hash."""
    return sha256(canonical_json({key: value for key, value in body.items() if key != "hash"})).hexdigest()


def read_entry(line: bytes, number: int) -> LedgerEntry:
    """The entry in one line of the ledger; SealError that names the line if it is not one."""
    try:
        return LedgerEntry(**json.loads(line))
    except (ValueError, TypeError) as error:
        raise SealError(
            f"Line {number} of the ledger is not a ledger entry.",
            means="It was changed or cut after it was written.",
            todo="Compare with a copy of the workspace; schakel audit --verify names the first broken entry.",
        ) from error


def read_last_entry(path: Path) -> LedgerEntry | None:
    """The newest entry, read from the end of the file."""
    newest = read_newest(path, 1)
    return newest[0] if newest else None


def read_newest(path: Path, most: int) -> list[LedgerEntry]:
    """The newest entries, at most so many, oldest first; read from the end of the file, however long it is."""
    if not path.exists() or path.stat().st_size == 0:
        return []
    with path.open("rb") as opened:
        size = opened.seek(0, os.SEEK_END)
        tail, step = b"", 1 << 16
        while tail.count(b"\n") <= most and len(tail) < size:
            opened.seek(max(0, size - len(tail) - step))
            tail = opened.read(min(step, size - len(tail))) + tail
    return [read_entry(line, -1) for line in tail.rstrip(b"\n").rsplit(b"\n", most)[-most:]]


def set_torn_line_aside(path: Path) -> bytes | None:
    """The bytes after the last line end, taken out of the ledger and kept beside it; None if there are none.

    A machine that loses power can leave half a line. It never was an act: an act counts when its line is whole.
    """
    if not path.exists():
        return None
    raw_end = path.stat().st_size
    with path.open("r+b") as opened:
        start = _after_last_newline(opened.fileno(), raw_end)
        if start == raw_end:
            return None
        opened.seek(start)
        torn = opened.read()
        path.with_name(f"{path.name}.torn-{sha256(torn).hexdigest()[:16]}").write_bytes(torn)
        opened.truncate(start)
        os.fsync(opened.fileno())
    return torn


def _after_last_newline(descriptor: int, end: int) -> int:
    step = 1 << 16
    position = end
    while position > 0:
        start = max(0, position - step)
        found = os.pread(descriptor, position - start, start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        position = start
    return 0


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keeps two programs from appending at once: each must chain to the other's last line."""
    lock = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _append_line(path: Path, line: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        before = os.fstat(descriptor).st_size
        try:
            written = os.write(descriptor, line)
            while written < len(line):
                written += os.write(descriptor, line[written:])
            os.fsync(descriptor)
        except (
            OSError
        ):  # a full disk: what is written in part was no act, and the next line must not follow on it
            os.ftruncate(descriptor, before)
            raise
    finally:
        os.close(descriptor)
