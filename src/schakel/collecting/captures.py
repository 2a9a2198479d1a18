"""The folder of one collecting run: what was received, byte for byte, and a line for every request that was made.

    collected/20261202T041500Z-previews/
        collection.json   on which ground, which chats were asked for, and how it ended for each
        requests.jsonl    one line a request: when, what was asked, what came, its size and sha256, and its file
        sent.jsonl        one line for all that left this machine, written before it left
        ...               what came, exactly as it was received

Nothing that was received is ever written over. Secrets and phone numbers are for whoever logs to leave out. A folder of which
the record does not say how it `ended` is that of a run at work, or of one that was killed: `cut_off` closes those.
"""

import fcntl
import json
import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from schakel.custody.ledger import canonical_json
from schakel.custody.seal import hash_file
from schakel.records.errors import WorkspaceError
from schakel.records.times import written_utc

COLLECTION = "collection.json"
REQUESTS = "requests.jsonl"
SENT = "sent.jsonl"
LOST = "lost"  # in the record of a run: its lines of the log of which the answers are not held
ASKED_SHA256 = (
    "asked_sha256"  # in the first line of what left: checksum of the record with which the run began
)
_LEDGER = "ledger.jsonl"  # beside the folder of runs
Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of a run: its name in the folder, and the sha256 and size of its bytes."""

    file: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier run: the name of its folder, what it was asked and how it ended, and its requests in their order."""

    folder: str
    collection: Mapping[str, Any]
    requests: tuple[Mapping[str, Any], ...]


class Growing:
    """A file of a run to which records are added while they come."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
        self._sha256 = sha256()
        self._bytes = 0

    def add(self, block: bytes, *, on_disk: bool = False) -> None:
        """Puts these bytes at the end of the file; `on_disk`: they are on the disk when this returns."""
        _write_whole(self._open, block)
        if on_disk:
            os.fsync(self._open)
        self._sha256.update(block)
        self._bytes += len(block)

    def close(self) -> Kept:
        """The file as it now is, on the disk."""
        os.fsync(self._open)
        os.close(self._open)
        return Kept(self._path.name, self._sha256.hexdigest(), self._bytes)


class Capture:
    """The folder of a run that is under way; `began` makes one. It counts requests, bytes received and refusals."""

    def __init__(self, folder: Path, now: Now) -> None:
        self.folder = folder
        self.requests = 0
        self.received = 0
        self.refusals = 0
        self.sent = 0
        self.cut: list[str] = []  # files of which the end never came
        self._now = now
        self._said: dict[str, Any] = {"run": folder.name}

    def moment(self) -> str:
        """Now, as the log writes it."""
        return written_utc(self._now())

    def keep(self, name: str, body: bytes) -> Kept:
        """Writes what was received into a new file of this name, readable by its owner alone."""
        growing = self.growing(name)
        growing.add(body)
        return growing.close()

    def growing(self, name: str) -> Growing:
        """A new file of this name, to which is added while more comes; a name that is taken or holds a path is refused."""
        if name in ("", COLLECTION, REQUESTS, SENT) or Path(name).name != name or name.startswith("."):
            raise ValueError(f"{name!r} is no name for what was received")
        return Growing(self.folder / name)

    def log(self, at: str, **said: Any) -> None:
        """Adds the line of one request: when it was made, and whatever is said of it; `kept` tells its file.

        `refused=True` says that it was not sent. The line is on the disk when this returns.
        """
        kept: Kept | None = said.pop("kept", None)
        line = {"n": self.requests + self.refusals + 1, "at": at} | said
        if kept is not None:
            line |= {"file": kept.file, "sha256": kept.sha256, "bytes": kept.bytes}
        self._append(REQUESTS, line)
        if said.get("refused"):
            self.refusals += 1
        else:
            self.requests += 1
        self.received += kept.bytes if kept is not None else 0

    def leaving(self, **said: Any) -> None:
        """Adds the line of what is about to leave this machine. The line is on the disk when this returns."""
        first: dict[str, Any] = {}
        if self.sent == 0 and "authorisation" in self._said:
            first = {"ground": self._said["authorisation"], ASKED_SHA256: asked_digest(self._said)}
        self._append(SENT, {"n": self.sent + 1, "at": self.moment()} | said | first)
        self.sent += 1

    def tell(self, **said: Any) -> None:
        """Writes down, beside what was said before, what this run is asked, on which ground, and how it ended."""
        self._said |= said
        write_record(self.folder, self._said)

    def files(self) -> dict[str, str]:
        """What lies in the folder beside its log and record, each with its sha256."""
        return files_in(self.folder)

    def digest(self) -> str:
        """The sha256 of the log of requests as it now is."""
        return digest_of_log(self.folder)

    def _append(self, name: str, line: Mapping[str, Any]) -> None:
        descriptor = os.open(self.folder / name, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            _write_whole(descriptor, canonical_json(line) + b"\n")
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def asked_digest(record: Mapping[str, Any]) -> str:
    """The sha256 of the record of a run that is under way: what it is asked, and on which ground."""
    return sha256(canonical_json(record)).hexdigest()


def write_record(folder: Path, said: Mapping[str, Any]) -> None:
    """Puts the record of a run into its folder, in one step."""
    half = folder / f".{COLLECTION}"
    half.unlink(missing_ok=True)  # of one that was killed; a link there is not followed
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        _write_whole(descriptor, canonical_json(said) + b"\n")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    half.replace(folder / COLLECTION)
    _flush_names(folder)


def _flush_names(folder: Path) -> None:
    """The names of the files in a folder are on the disk: with a record that says what lies there, that must lie there."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # some disks over a network do not take it
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def files_in(folder: Path) -> dict[str, str]:
    """What lies in the folder of a run beside its log and record, each with its sha256."""
    own = (COLLECTION, REQUESTS, f".{COLLECTION}")
    there = sorted(path for path in folder.iterdir() if path.name not in own and lies_there(path))
    return {path.name: hash_file(path) for path in there}


def digest_of_log(folder: Path) -> str:
    """The sha256 of the log of requests of a run, as it now is."""
    path = folder / REQUESTS
    return hash_file(path) if lies_there(path) else sha256(b"").hexdigest()


@contextmanager
def began(collected: Path, kind: str, now: Now) -> Iterator[Capture]:
    """A new folder for a run of this kind, its owner's alone; WorkspaceError while another run collects there."""
    with alone_in(collected):
        yield Capture(_new_folder(collected, kind, now()), now)


@contextmanager
def alone_in(collected: Path) -> Iterator[None]:
    """Nobody else collects there meanwhile; WorkspaceError while another run does. The lock of one that was killed is free."""
    collected.mkdir(mode=0o700, exist_ok=True)
    lock = os.open(collected / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WorkspaceError(
                f"Another run collects into {collected} now.",
                means="Two at once would ask for the same twice, so this one asked for nothing.",
                todo="Wait until the other has ended, or name another workspace with -w.",
            ) from None
        yield
    finally:
        os.close(lock)


def earlier_runs(
    collected: Path,
    kind: str,
    waiting: Collection[str] = (),
    *,
    sealed: Collection[str] = (),
    changed: Collection[str] = (),
) -> Iterator[Earlier]:
    """The runs of this kind so far, oldest first, with the requests of which the answers are held.

    Lines that a killed run left half are passed over, and those of which the record says that their answers were lost. Of
    folders that are `waiting` to be sealed only what lies there as the record tells it, or was `sealed` before, is held; of
    those of which the log was `changed` nothing is.
    """
    if not collected.is_dir():
        return
    for folder in sorted(path for path in collected.glob(f"*-{kind}*") if path.is_dir()):
        if folder.name in changed:
            continue
        record = record_of(folder)
        lost = record.get(LOST)
        gone = frozenset(map(str, lost)) if isinstance(lost, list) else frozenset()
        lines = [line for line in log_of(folder) if str(line.get("n")) not in gone]
        if folder.name in waiting:
            files = told_files(record)
            away = {name for name in files if files[name] not in sealed and not _as_told(folder, name, files)}
            lines = [line for line in lines if _is_held(folder, line, files, away)]
        yield Earlier(folder.name, record, tuple(lines))


def told_files(record: Mapping[str, Any]) -> dict[str, str]:
    """The files of a run by its record, each with its sha256; names that lead out of its folder are none."""
    files = record.get("files")
    told = files.items() if isinstance(files, dict) else ()
    return {name: str(digest) for name, digest in told if name and Path(name).name == name}


def _as_told(folder: Path, name: str, files: Mapping[str, str]) -> bool:
    path = folder / name
    return lies_there(path) and hash_file(path) == files[name]


def _is_held(folder: Path, line: Mapping[str, Any], files: Mapping[str, str], away: Collection[str]) -> bool:
    """Whether the files with what a line brought are there: that of its answer, and that of the messages in it."""
    name, chat = line.get("file"), line.get("chat")
    if isinstance(name, str) and (name in away or not (name in files or file_is_there(folder, line))):
        return False
    if not (line.get("messages") and "first" in line and isinstance(chat, str)):
        return True
    messages = messages_of(chat)
    return messages not in away and (messages in files or lies_there(folder / messages))


def messages_of(chat: str) -> str:
    """How the file with the messages of a chat is called."""
    return f"chat-{chat}.ndjson"


def lies_there(path: Path) -> bool:
    """Whether a file lies there itself; a link to one does not, nor what cannot be a name."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def file_is_there(folder: Path, line: Mapping[str, Any]) -> bool:
    """Whether the file that a line of the log names lies in the folder, as far as the line says; lines without one need none."""
    name, begins, size = line.get("file"), line.get("begins", 0), line.get("bytes", 0)
    if not isinstance(name, str):
        return True
    path = folder / Path(name).name
    if not (isinstance(begins, int) and isinstance(size, int)):
        return False
    return lies_there(path) and path.stat().st_size >= begins + size


def record_of(folder: Path) -> Mapping[str, Any]:
    """What the record of a run says; empty if there is none that can be read, or that can be written again."""
    record = next(_lines_of(folder / COLLECTION), {})
    try:
        canonical_json(record)
    except ValueError:  # numbers that are none, halves of signs
        return {}
    return record


def log_of(folder: Path) -> list[Mapping[str, Any]]:
    """The lines of the log of a run; one that was left half is passed over."""
    return list(_lines_of(folder / REQUESTS))


def sent_by(folder: Path) -> list[Mapping[str, Any]]:
    """The lines of what left this machine in a run; one that was left half is passed over."""
    return list(_lines_of(folder / SENT))


def newest_seen(collected: Path, kind: str) -> dict[str, int]:
    """The highest message number that earlier runs received of each chat, from lines with `chat` and `last`."""
    newest: dict[str, int] = {}
    for run in earlier_runs(collected, kind):
        for line in run.requests:
            chat, last = line.get("chat"), line.get("last")
            if isinstance(chat, str) and isinstance(last, int):
                newest[chat] = max(last, newest.get(chat, last))
    return newest


def _new_folder(collected: Path, kind: str, moment: datetime) -> Path:
    start = moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    told = _told_in_the_ledger(collected)
    number = 0
    while True:
        number += 1
        folder = collected / (f"{start}-{kind}" if number == 1 else f"{start}-{kind}-{number}")
        if b'"folder":"%s"' % folder.name.encode() in told:
            continue
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            continue
        return folder


def _told_in_the_ledger(collected: Path) -> bytes:
    """The ledger beside the folder of runs: the name of a run that was removed, in the second to which a clock was set back, is
    not given to another, which would be taken for it.
    """
    path = collected.parent / _LEDGER
    try:
        return path.read_bytes() if lies_there(path) else b""
    except OSError:
        return b""


def _lines_of(path: Path) -> Iterator[Mapping[str, Any]]:
    if not lies_there(path):  # a pipe would never end
        return
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return
    for line in lines:
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(said, dict):
            yield said


def _write_whole(descriptor: int, block: bytes) -> None:
    written = 0
    while written < len(block):
        written += os.write(descriptor, block[written:])
