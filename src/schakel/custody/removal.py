"""Takes export files out of use, and destroys them, each with a proof of what is left."""

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from schakel.custody.seal import hash_file
from schakel.records.errors import SealError
from schakel.records.grounds import Held

REMOVED_FOLDER = "removed"
COLLECTED_FOLDER = "collected"
_REQUESTS, _COLLECTION = (
    "requests.jsonl",
    "collection.json",
)  # as collecting names its log and what it was asked


def remove_file(held: Held, root: Path) -> tuple[str, ...]:
    """Moves a sealed file, and what only it has beside it, from `sealed` to `removed`, and drops what was read from it.

    Tables that rest on several files must be made again afterwards. Gives what was found, in sentences.
    """
    removed = root / REMOVED_FOLDER
    removed.mkdir(exist_ok=True)
    names = (held.sha256, *held.beside)
    for digest in names:
        if (root / "sealed" / digest).exists():
            (root / "sealed" / digest).replace(removed / digest)
    dropped = _drop_parts(root, held.sha256[:16])
    there = sum((removed / digest).exists() for digest in names)
    return (
        f"{there} of {len(names)} files lie in {REMOVED_FOLDER}; none of them is among the sealed files any more.",
        *_drop_collected(root, names),
        f"{dropped} tables and stamps that were read from it are gone.",
    )


def destroy_file(held: Held, root: Path) -> tuple[str, ...]:
    """Deletes a file for good, after checking that it is the one that was sealed. Gives what was found, in sentences.

    SealError if the file is not what it was when it was sealed: then somebody must look first.
    """
    checked, gone = 0, 0
    # All of them first: the log by which copies are found where they were collected may be one of them.
    for digest, path in [
        (name, copy) for name in (held.sha256, *held.beside) for copy in _copies(root, name)
    ]:
        if path.parent.name in ("sealed", REMOVED_FOLDER):
            _must_be(path, digest)
            checked += 1
        path.unlink()
        gone += 1
    _flush(root / "sealed", root / REMOVED_FOLDER)
    dropped = _drop_parts(root, held.sha256[:16])
    left = [path for digest in (held.sha256, *held.beside) for path in _copies(root, digest)]
    if left:
        raise SealError(
            f"{len(left)} copies of {held.name} could not be destroyed.",
            means="It is not gone.",
            todo=f"Check the rights on {left[0]}.",
        )
    return (
        f"{gone} files were deleted, {checked} of them checked to be those that were sealed.",
        f"No file of its name is left in the workspace; {dropped} tables and stamps that were read from it are gone.",
        "Copies outside the workspace (backups, hand-overs, the medium it came on) are not reached from here.",
    )


def _drop_collected(root: Path, names: Sequence[str]) -> tuple[str, ...]:
    """Deletes the copies that lie where they were collected; says so if there were any."""
    gone = [path for digest in names for path in collected_copies(root, digest)]
    for path in gone:
        path.unlink(missing_ok=True)
    return (f"{len(gone)} copies of them where they were collected are gone.",) if gone else ()


def collected_copies(root: Path, digest: str) -> list[Path]:
    """The files of this sha256 among what was collected: those that a log or record of a run names so, and those themselves."""
    found: list[Path] = []
    for log in sorted((root / COLLECTED_FOLDER).glob(f"*/{_REQUESTS}")):
        own = (log, log.with_name(_COLLECTION))
        found += [path for path in own if path.is_file() and hash_file(path) == digest]
        names = _files_told(log.with_name(_COLLECTION), digest)
        found += [path for name in names if (path := log.with_name(name)).is_file()]
        lines = log.read_bytes()
        if digest.encode() in lines:
            found += [path for name in _named(lines, digest) if (path := log.with_name(name)).is_file()]
    return list(dict.fromkeys(found))


def _files_told(collection: Path, digest: str) -> list[str]:
    """The files of this sha256 that the record of a run names: those that hold many answers have no line of their own.

    Where no record can be read, every file there is looked at.
    """
    try:
        files = json.loads(collection.read_bytes()).get("files")
    except (OSError, ValueError, AttributeError, RecursionError):
        files = None
    if not isinstance(files, dict):
        here = (path for path in collection.parent.iterdir() if path.is_file() and not path.is_symlink())
        return [path.name for path in here if hash_file(path) == digest]
    told = files.items()
    return [name for name, said in told if said == digest and Path(name).name == name]


def _named(lines: bytes, digest: str) -> Iterator[str]:
    """The names of files of this sha256 in a log of requests; a name that leads out of its folder is none."""
    for line in lines.splitlines():
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            continue
        for kept in (said, said.get("unpacked")) if isinstance(said, dict) else ():
            name = kept.get("file") if isinstance(kept, dict) and kept.get("sha256") == digest else None
            if isinstance(name, str) and Path(name).name == name:
                yield name


def _drop_parts(root: Path, part: str) -> int:
    found: Sequence[Path] = sorted(
        [*(root / "tables").glob(f"*/{part}"), *(root / "stamps").glob(f"*/{part}.json")]
    )
    for path in found:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    return len(found)


def _copies(root: Path, digest: str) -> list[Path]:
    folders = (root / "sealed", root / REMOVED_FOLDER, root / "staging")
    named = (path for folder in folders if folder.is_dir() for path in folder.rglob(digest) if path.is_file())
    return sorted(dict.fromkeys([*named, *collected_copies(root, digest)]))


def _must_be(path: Path, digest: str) -> None:
    if hash_file(path) != digest:
        raise SealError(
            f"The file {digest[:16]} is not what it was when it was sealed.",
            means="It was not destroyed: what changed it must be known first.",
            todo="Compare it with a copy; schakel audit --verify says more.",
        )


def _flush(*folders: Path) -> None:
    for folder in folders:
        if folder.is_dir():
            handle = os.open(folder, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)
