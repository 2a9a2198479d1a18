"""The files of a package, open or in a zip, read without following anything that leads out of it."""

import io
import os
import stat
import zipfile
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from schakel.custody.package_check.json_rows import Row, parsed

_BLOCK, _LINE = 1 << 20, 1 << 24  # bytes read at once, and of a line
# Bytes of a file that is read whole: a JSON object takes thirty times that in memory; a list of 50,000 photos has 17 million.
_WHOLE = 1 << 25
_MOST_FILES = 1_000_000
_NAME, _SHOWN = 1000, 120  # letters that a name may have, and of which it is told
# One of these is left of any package, however damaged.
_SIGNS = {
    "bagit.txt",
    "handover.json",
    "manifest-sha256.txt",
    "manifest-sha512.txt",
    "tagmanifest-sha256.txt",
}
_PACKED = 250  # times that a file of a zip may be larger than its packed bytes: texts stay below 60, bombs reach 1,000


class PackageError(Exception):
    """The package cannot be looked into; says why in a sentence."""


class Digests(NamedTuple):
    """Of one file, as it was read: both digests and the number of bytes."""

    sha256: str
    sha512: str
    bytes: int


class Files(Protocol):
    """The files of a package, by name with `/` between folders; `strange` says what lies there that is no ordinary file."""

    names: set[str]
    strange: list[str]

    def blocks(self, name: str) -> Iterator[bytes]:
        """The bytes of one file, block by block."""
        ...


class Folder:
    """A package that lies open. Links are not followed, and what is no ordinary file is not opened."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.names: set[str] = set()
        self.strange: list[str] = []
        waiting = [""]
        while waiting:
            waiting += self._look_into(waiting.pop())

    def _look_into(self, folder: str) -> Iterator[str]:
        with os.scandir(self._root / folder) as found:
            empty = bool(folder)
            for entry in found:
                empty = False
                name = f"{folder}{entry.name}"
                if len(self.names) > _MOST_FILES:
                    raise PackageError(f"There are more than {_MOST_FILES:,} files in it.")
                if unsafe(name):
                    self.strange.append(f"{shown(name)} has {unsafe(name)}")
                elif entry.is_dir(follow_symlinks=False):
                    yield f"{name}/"
                elif entry.is_file(follow_symlinks=False):
                    self.names.add(name)
                else:
                    self.strange.append(f"{shown(name)} is a link or no ordinary file; it was not opened")
        if empty:  # no manifest names a folder, so nothing else would tell that it was added
            self.strange.append(f"{shown(folder)} is an empty folder, and no package has any")

    def blocks(self, name: str) -> Iterator[bytes]:
        """The bytes of one file, block by block."""
        handle = os.open(
            self._root / name, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        )
        with open(handle, "rb", buffering=0) as opened:  # noqa: PTH123 - the handle was opened with care
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise OSError("no ordinary file")
            while block := opened.read(_BLOCK):
                yield block


class Zip:
    """A package in a zip, read where it lies: nothing is unpacked to the disk."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError, OSError) as error:
            raise PackageError(f"It is no folder, and no zip that can be read: {error}.") from error
        if (
            len(entries) > _MOST_FILES
            or sum(one.file_size for one in entries) > _PACKED * path.stat().st_size
        ):
            raise PackageError(
                "Unpacked it would be out of all proportion to its size, so it was not looked into."
            )
        tops = {one.filename.partition("/")[0] for one in entries}
        self._top = f"{tops.pop()}/" if len(tops) == 1 else ""
        self.names: set[str] = set()
        self.strange: list[str] = []
        for one in entries:
            self._take(one)
        self.strange += self._empty(one.filename.removeprefix(self._top) for one in entries if one.is_dir())

    def _empty(self, folders: Iterable[str]) -> Iterator[str]:
        names = sorted(self.names)
        for folder in filter(None, folders):
            first = bisect_left(names, folder)
            if not unsafe(folder.rstrip("/")) and not "".join(names[first : first + 1]).startswith(folder):
                yield f"{shown(folder)} is an empty folder, and no package has any"

    def _take(self, one: zipfile.ZipInfo) -> None:
        name = one.filename.removeprefix(self._top)
        kind = stat.S_IFMT(one.external_attr >> 16)
        fault = unsafe(one.filename.rstrip("/"))
        if one.is_dir() and not fault:
            return
        if kind not in (0, stat.S_IFREG):
            fault = "a kind that is no ordinary file"
        if one.flag_bits & 1 or one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            fault = "been locked, or packed in an uncommon way"
        if one.file_size > _BLOCK + _PACKED * one.compress_size:
            fault = "a size out of all proportion"
        if name in self.names:
            fault = "a name that stands there twice"
        if fault:
            self.strange.append(f"{shown(one.filename)} has {fault}")
        else:
            self.names.add(name)

    def blocks(self, name: str) -> Iterator[bytes]:
        """The bytes of one file, block by block."""
        try:
            with self._zip.open(self._top + name) as opened:
                while block := opened.read(_BLOCK):
                    yield block
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            KeyError,
            ValueError,
        ) as error:
            raise OSError(f"its packed bytes are damaged ({error})") from error


class _Raw(io.RawIOBase):
    """Blocks as a stream that others read."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        super().__init__()
        self._blocks, self._held = blocks, b""

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        self._held = self._held or next(self._blocks, b"")
        count = min(len(into), len(self._held))
        into[:count], self._held = self._held[:count], self._held[count:]
        return count


@dataclass(frozen=True)
class Package:
    """A package as it was found: its files and what each of them measures; `unread` says of which that failed."""

    files: Files
    measured: dict[str, Digests]
    unread: tuple[str, ...]

    def whole(self, name: str) -> bytes:
        """All bytes of a file; none if it is not there or larger than such a file can be."""
        if name not in self.measured or self.measured[name].bytes > _WHOLE:
            return b""
        return b"".join(self.files.blocks(name))

    def lines(self, name: str) -> Iterator[bytes]:
        """The lines of a file, without their ends; a line of more than 16 MB is cut there, so that it does not fit."""
        left = b""
        for block in self.files.blocks(name) if name in self.measured else ():
            *whole, left = (left + block).split(b"\n")
            yield from whole
            if len(left) > _LINE:
                yield left
                left = b""
        if left:
            yield left

    def text(self, name: str) -> Iterator[str]:
        """The lines of a file as text, with their ends; of UTF-8 with or without its mark."""
        raw = io.BufferedReader(_Raw(self.files.blocks(name) if name in self.measured else iter(())))
        with io.TextIOWrapper(raw, "utf-8-sig", "replace", newline="") as opened:
            while line := opened.readline(_LINE):
                yield line

    def parts(self, name: str, places: list[int], length: int) -> Iterator[tuple[int, bytes]]:
        """So many bytes of a file from each of some places on, which rise; the file is read once."""
        blocks, held, at = self.files.blocks(name), b"", 0
        for place in (one for one in places if one >= 0):
            while at + len(held) < place + length and (block := next(blocks, b"")):
                skipped = min(len(held), place - at)
                held, at = held[skipped:] + block, at + skipped
            yield place, held[place - at : place - at + length]

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table that are rows; `rows` of the checks says which lines are none."""
        for line in self.lines(f"data/{table}.jsonl"):
            row = parsed(line)
            if row is not None:
                yield row

    def record(self, name: str) -> Row:
        """A file that is one JSON object; an empty one if it is none, or larger than such a file is."""
        return parsed(self.whole(name)) or {}


def open_package(path: Path) -> Package:
    """The package at a path, each of its files read once; PackageError if there is none that can be looked into."""
    if not os.path.lexists(path):
        raise PackageError("There is nothing of that name.")
    try:
        files: Files = Folder(path) if path.is_dir() else Zip(path)
    except (OSError, ValueError) as error:
        raise PackageError(f"It cannot be read: {error}.") from error
    if not files.names & _SIGNS and not files.strange:
        raise PackageError("It is no package: no bagit.txt, no manifest and no handover.json is in it.")
    measured, unread = {}, []
    for name in sorted(files.names):
        try:
            measured[name] = measure(files.blocks(name))
        except OSError as error:
            unread.append(f"{shown(name)} cannot be read: {shown(error.strerror or str(error))}")
    return Package(files, measured, tuple(unread))


def unsafe(name: str) -> str:
    """What a name has that no file of a package may have, so that it could lead elsewhere; nothing if it is fit."""
    if any(part in ("", ".", "..") for part in name.split("/")) or "\\" in name or ":" in name:
        return "a name that leads elsewhere"
    if (
        len(name) > _NAME or not name.isprintable()
    ):  # half signs, such as those of bad UTF-8, are not printable
        return "a name that cannot be written plainly"
    return ""


def shown(text: str) -> str:
    """A name as it can be printed anywhere: what moves a cursor or hides is written out, and only its beginning."""
    return "".join(sign if sign.isprintable() else f"<{ord(sign):04X}>" for sign in text[:_SHOWN])


def measure(blocks: Iterable[bytes]) -> Digests:
    """Both digests and the size of some bytes, block by block."""
    short, long, size = sha256(), sha512(), 0
    for block in blocks:
        short.update(block)
        long.update(block)
        size += len(block)
    return Digests(short.hexdigest(), long.hexdigest(), size)
