"""Stamps: what each finished step was made from. A step runs again only when that has changed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from schakel.records.version import fingerprint
from schakel.store.parquet_files import TableFile


@dataclass(frozen=True, slots=True)
class Stamp:
    """The record of one finished step for one part: code, inputs and the files it made."""

    step: str
    part: str
    code: str
    inputs: dict[str, str]
    counts: dict[str, int]
    files: tuple[TableFile, ...]


# Stamps as they were last read, with the mark of the file: one question asks for all of them, and 90 chats have 270.
_Mark = tuple[int, int, int]
_READ: dict[Path, tuple[_Mark, Stamp | None]] = {}


class Stamps:
    """The stamps of one workspace, kept as small JSON files, written last: no stamp, not done."""

    def __init__(self, folder: Path, tables: Path) -> None:
        self._folder = folder
        self._tables = tables

    def current(self, step: str, part: str, inputs: Mapping[str, str]) -> Stamp | None:
        """The stamp of a step, if it was made by this code from these inputs and its files still stand."""
        stamp = self.standing(step, part)
        return stamp if stamp is not None and stamp.inputs == dict(inputs) else None

    def standing(self, step: str, part: str) -> Stamp | None:
        """The stamp of a step, if it was made by this code, from whatever inputs, and its files still stand."""
        stamp = self.get(step, part)
        if stamp is None or stamp.code != fingerprint():
            return None
        return stamp if all(self._stands(file) for file in stamp.files) else None

    def get(self, step: str, part: str) -> Stamp | None:
        """The stamp of a step as it was last written, whether or not it still holds."""
        path = self._path(step, part)
        try:
            told = path.stat()
        except FileNotFoundError:
            return None
        mark = (told.st_ino, told.st_mtime_ns, told.st_size)  # each is written as a new file
        known = _READ.get(path)
        if known is None or known[0] != mark:
            known = _READ[path] = mark, _read(path)
        return known[1]

    def put(self, stamp: Stamp) -> None:
        """Writes a stamp in one step."""
        path = self._path(stamp.step, stamp.part)
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".half")
        half.write_text(json.dumps(asdict(stamp), sort_keys=True, indent=1), encoding="utf-8")
        half.replace(path)
        _READ.pop(path, None)

    def told(self, stamp: Stamp) -> bool:
        """Whether the ledger has heard of this stamp: a run that was killed may have stamped a step and not told of it."""
        try:
            return self._told(stamp).read_text("ascii") == _checksum(stamp)
        except (FileNotFoundError, UnicodeDecodeError):
            return False

    def mark_told(self, stamp: Stamp) -> None:
        """Notes that the ledger has heard of this stamp; said after the telling, so nothing is left out."""
        self._told(stamp).write_text(_checksum(stamp), "ascii")

    def drop(self, step: str, part: str) -> None:
        """Forgets that a step was done; the next run does it again."""
        path = self._path(step, part)
        path.unlink(missing_ok=True)
        _READ.pop(path, None)

    def all(self, step: str) -> Iterator[Stamp]:
        """All stamps of one step, by part."""
        for path in sorted((self._folder / step).glob("*.json")):
            stamp = self.get(step, path.stem)
            if stamp is not None:
                yield stamp

    def digest_of(self, name: str) -> str:
        """One checksum over all files of a table, from the stamps that made them."""
        return self.digests_of(name)[name]

    def digests_of(self, *names: str) -> dict[str, str]:
        """The same of several tables, for which the stamps are gone through once."""
        found: dict[str, list[tuple[str, str]]] = {name: [] for name in names}
        for folder in sorted(p for p in self._folder.glob("*") if p.is_dir()):
            for stamp in self.all(folder.name):
                for file in stamp.files:
                    table = file.path.partition("/")[0].removesuffix(".parquet")
                    if table in found:
                        found[table].append((file.path, file.sha256))
        return {name: sha256(json.dumps(sorted(files)).encode()).hexdigest() for name, files in found.items()}

    def _stands(self, file: TableFile) -> bool:
        path = self._tables / file.path
        return path.exists() and path.stat().st_size == file.bytes

    def _path(self, step: str, part: str) -> Path:
        return self._folder / step / f"{part}.json"

    def _told(self, stamp: Stamp) -> Path:
        return self._path(stamp.step, stamp.part).with_suffix(".told")


def _read(path: Path) -> Stamp | None:
    try:
        raw = json.loads(path.read_bytes())
        files = tuple(TableFile(**file) for file in raw.pop("files"))
        return Stamp(files=files, **raw)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def _checksum(stamp: Stamp) -> str:
    return sha256(json.dumps(asdict(stamp), sort_keys=True).encode()).hexdigest()
