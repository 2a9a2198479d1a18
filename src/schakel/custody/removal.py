"""Takes export files out of use, and destroys them, each with a proof of what is left."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from schakel.custody.seal import hash_file
from schakel.records.errors import SealError
from schakel.records.grounds import Held

REMOVED_FOLDER = "removed"


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
        f"{dropped} tables and stamps that were read from it are gone.",
    )


def destroy_file(held: Held, root: Path) -> tuple[str, ...]:
    """Deletes a file for good, after checking that it is the one that was sealed. Gives what was found, in sentences.

    SealError if the file is not what it was when it was sealed: then somebody must look first.
    """
    checked, gone = 0, 0
    for digest in (held.sha256, *held.beside):
        for path in _copies(root, digest):
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
    return sorted(
        path for folder in folders if folder.is_dir() for path in folder.rglob(digest) if path.is_file()
    )


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
