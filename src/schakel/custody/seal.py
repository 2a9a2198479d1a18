"""Seals a file: copies it under its own sha256, so that what was read can be shown to be what was brought."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from schakel.records.errors import SealError, SourceError

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Sealed:
    """One sealed file: its name as brought, its sha256 and its size in bytes."""

    name: str
    sha256: str
    bytes: int


def seal_file(path: Path, name: str, sealed: Path) -> Sealed:
    """Copies `path` into the folder `sealed` under its sha256, read-only; a file sealed before is not copied again."""
    half = sealed / f".half-{os.getpid()}"
    try:
        digest, size = _copy(path, half)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise SourceError(
            f"The file {name} could not be read: {error.strerror}.",
            means="It was not sealed and nothing was taken from it.",
            todo="Check the file and its rights, and the room on the disk.",
        ) from error
    final = sealed / digest
    if final.exists():
        half.unlink()
    else:
        half.chmod(0o444)
        half.replace(final)
    return Sealed(name, digest, size)


def check_seal(digest: str, sealed: Path) -> None:
    """Nothing, if the sealed file still has the sha256 that is its name; else SealError."""
    path = sealed / digest
    if not path.exists():
        raise SealError(
            f"The sealed file {digest[:16]} is gone.",
            means="What was read from it can no longer be shown.",
            todo="Bring it back from a copy of the workspace.",
        )
    if hash_file(path) != digest:
        raise SealError(
            f"The sealed file {digest[:16]} is not what it was when it was sealed.",
            means="Someone or something changed it; findings from it cannot be relied on.",
            todo="Bring it back from a copy and find out what changed it.",
        )


def hash_file(path: Path) -> str:
    """The sha256 of a file, read as a stream."""
    total = sha256()
    with path.open("rb", buffering=0) as opened:
        while block := opened.read(_BLOCK):
            total.update(block)
    return total.hexdigest()


def _copy(path: Path, half: Path) -> tuple[str, int]:
    """Copies and hashes at once: the hash of a block is taken in a thread while the block is written."""
    total, size = sha256(), 0
    with (
        path.open("rb", buffering=0) as source,
        half.open("wb", buffering=0) as target,
        ThreadPoolExecutor(1) as aside,
    ):
        while block := source.read(_BLOCK):
            hashing = aside.submit(total.update, block)
            target.write(block)
            size += len(block)
            hashing.result()
        os.fsync(target.fileno())
    return total.hexdigest(), size
