"""Seals a file: copies it under its own sha256, so that what was read can be shown to be what was brought."""

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from errno import EIO
from hashlib import sha256
from pathlib import Path
from threading import get_ident

from schakel.records.errors import SealError, SourceError

_BLOCK = 1 << 20
_HALF = ".half-"  # what is not copied to its end yet
Watch = Callable[[bytes], None]
_COPIED = 1 << 25  # bytes the kernel copies before the next are hashed


@dataclass(frozen=True, slots=True)
class Sealed:
    """One sealed file: its name as brought, its sha256 and its size in bytes."""

    name: str
    sha256: str
    bytes: int


def seal_file(path: Path, name: str, sealed: Path, watch: Watch | None = None) -> Sealed:
    """Copies `path` into the folder `sealed` under its sha256, read-only; of a file sealed before the copy is dropped.

    Several may be sealed at once, also the same one twice. `watch` is shown every block of the copy as it is hashed, so that
    who looks for something in it need not read it again.
    """
    half = sealed / f"{_HALF}{os.getpid()}-{get_ident()}"
    try:
        digest, size = _copy(path, half, watch)
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


def clear_halves(sealed: Path) -> None:
    """Takes away what a killed run had copied in part; for whoever works in the workspace alone."""
    for half in sealed.glob(f"{_HALF}*"):
        half.unlink()


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
    return measure_file(path)[0]


def measure_file(path: Path) -> tuple[str, int]:
    """The sha256 of a file and the number of bytes that it was made of."""
    total, size = sha256(), 0
    with path.open("rb", buffering=0) as opened:
        while block := opened.read(_BLOCK):
            total.update(block)
            size += len(block)
    return total.hexdigest(), size


def _copy(path: Path, half: Path, watch: Watch | None) -> tuple[str, int]:
    """Copies a file and hashes the copy: what is sealed is what was hashed."""
    total = sha256()

    def take(block: bytes) -> None:
        total.update(block)
        if watch is not None:
            watch(block)

    with path.open("rb", buffering=0) as source, half.open("w+b", buffering=0) as target:
        # A thread beside it is made in the time that a small file takes.
        copying = _copy_then_hash if os.fstat(source.fileno()).st_size <= _BLOCK else _hash_behind
        size = copying(source.fileno(), target.fileno(), take)
    return total.hexdigest(), size


def _copy_then_hash(source: int, target: int, take: Watch) -> int:
    size = 0
    while copied := _copy_block(source, target):
        size += copied
    os.fsync(target)
    _hash_block(take, target, 0, size)
    return size


def _hash_behind(source: int, target: int, take: Watch) -> int:
    """Hashes block by block, behind the copying."""
    size = 0
    hashing: list[Future[None]] = []
    with ThreadPoolExecutor(1) as aside:
        while copied := _copy_block(source, target):
            hashing.append(aside.submit(_hash_block, take, target, size, copied))
            size += copied
        os.fsync(target)
    for block in hashing:
        block.result()
    return size


def _copy_block(source: int, target: int) -> int:
    """Copies the next block and gives its size; inside the kernel where that can be done: a fifth of the time."""
    try:
        copied = os.copy_file_range(source, target, _COPIED)
    except (AttributeError, OSError):  # no such call, or not between these two file systems
        copied = 0
    # Some file systems give nothing where there is something, so the end of a file is believed of `read` alone.
    return copied or _write_whole(target, os.read(source, _BLOCK))


def _write_whole(target: int, block: bytes) -> int:
    written = 0
    while written < len(block):
        written += os.write(target, block[written:])
    return written


def _hash_block(take: Watch, file: int, start: int, size: int) -> None:
    end = start + size
    while start < end and (block := os.pread(file, min(_BLOCK, end - start), start)):
        take(block)
        start += len(block)
    if start < end:
        raise OSError(EIO, "the copy is shorter than what was written")
