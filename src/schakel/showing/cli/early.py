"""Helper processes that start while a command which takes much in is still being loaded.

To load the command keeps one core busy for half a second, and to start the processes another: beside each other they take half of it.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from schakel.store.workers import WORTH_A_PROCESS, Workers

_READERS = "schakel.intake.desktop_json.read"  # what each of the processes needs first
_LONGEST_LEDGER = 1 << 24
_started: list[Workers] = []


def begin(words: Sequence[str]) -> None:
    """Starts the processes, if what these words of a command name is much, and surely was not sealed before."""
    if _new_bytes(words) >= WORTH_A_PROCESS:
        workers = Workers()
        workers.load(_READERS)
        _started.append(workers)


def taken() -> Workers:
    """The processes that were started, for whoever asks first; else others, which start when they are needed."""
    return _started.pop() if _started else Workers()


def _new_bytes(words: Sequence[str]) -> int:
    """How many bytes there are in the files and folders that are named, but for files of a size that was sealed before."""
    named, workspace, before = [], Path("workspace"), ""
    for word in words:
        if before in ("-w", "--workspace"):
            workspace = Path(word)
        elif not before.startswith("-"):
            named.append(Path(word))
        before = word
    try:
        sealed = _sealed(workspace / "ledger.jsonl")
        sizes = [file.stat().st_size for path in named for file in _files(path)]
    except (OSError, ValueError):
        return 0
    return sum(size for size in sizes if b'"bytes":%d,' % size not in sealed)


def _sealed(ledger: Path) -> bytes:
    if not ledger.exists():
        return b""
    with ledger.open("rb") as opened:
        return opened.read(_LONGEST_LEDGER)


def _files(path: Path) -> Iterator[Path]:
    """A file, or the files of a folder that a reader could be for."""
    if path.is_file():
        yield path
    elif path.is_dir():
        yield from path.glob("*.json*")
        yield from path.glob("*/*.json*")
