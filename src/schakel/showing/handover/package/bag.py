"""Writes a package to disk: a bag of BagIt 1.0 (RFC 8493) with two manifests, as a folder or as one zip."""

import os
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from schakel.custody.package_check.bag import BAG
from schakel.custody.package_check.files import Digests, Folder, measure
from schakel.records.errors import SettingsError

ZIP = ".zip"
_DATA = "data/"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can tell: that of its making is in the ledger
_PRIVATE, _READ = 0o700, 0o100600  # only who packed it may open the folder
Content = Mapping[str, bytes | Path]  # by name; a path is copied


class Sealing(NamedTuple):
    """What the ledger writes down of a package: the sha256 of both manifests, and what lies in it."""

    manifest: str
    tagmanifest: str
    files: int
    bytes: int


@contextmanager
def half_made(out: Path) -> Iterator[Path]:
    """A folder beside `out` to pack in, taken away again whatever happens; SettingsError if there is something at `out`."""
    half = out.with_name(f".{out.name}.half-{os.getpid()}")
    if out.exists() or out.is_symlink():
        raise SettingsError(
            f"There is something at {out} already.",
            means="Nothing was packed: a package is never written over another.",
            todo="Name another place with -o.",
        )
    try:
        half.mkdir(mode=_PRIVATE)
    except OSError as error:
        raise SettingsError(
            f"No package can be made at {out}: {error.strerror}.",
            means="Nothing was packed.",
            todo="Name a place with -o in a folder that is there and in which you may write.",
        ) from error
    try:
        yield half
    finally:
        shutil.rmtree(half, ignore_errors=True)


def write_content(half: Path, content: Content) -> dict[str, Digests]:
    """Writes the files of the content below `data/`, and gives what each measures, by its name there."""
    for name, raw in content.items():
        _write(half / _DATA / name, raw)
    found = Folder(half)
    return {name.removeprefix(_DATA): measure(found.blocks(name)) for name in sorted(found.names)}


def seal_bag(half: Path, tags: Mapping[str, bytes], information: Mapping[str, str]) -> Sealing:
    """Writes the bag's own files around the content: declaration, information, manifests, and manifests of these."""
    payload = _measured(half, lambda name: name.startswith(_DATA))
    size = sum(one.bytes for one in payload.values())
    told = {**information, "Payload-Oxum": f"{size}.{len(payload)}"}
    lines = "".join(f"{name}: {' '.join(value.split())}\n" for name, value in sorted(told.items()))
    for name, raw in {**tags, "bagit.txt": BAG, "bag-info.txt": lines.encode("utf-8")}.items():
        _write(half / name, raw)
    manifest = _manifests(half, "manifest", payload)
    tagmanifest = _manifests(half, "tagmanifest", _measured(half, lambda name: not name.startswith(_DATA)))
    return Sealing(manifest, tagmanifest, len(payload), size)


def put_in_place(half: Path, out: Path, top: str) -> None:
    """Moves the package to `out`; where that ends in .zip, packs it so that the same files give the same bytes."""
    if out.suffix.lower() != ZIP:
        half.rename(out)
        return
    packed = out.with_name(f".{out.name}.half-{os.getpid()}.zip")
    try:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as into:
            for name in sorted(Folder(half).names):
                entry = zipfile.ZipInfo(f"{top}/{name}", _EPOCH)
                entry.external_attr, entry.compress_type = _READ << 16, zipfile.ZIP_DEFLATED
                with (half / name).open("rb") as source, into.open(entry, "w", force_zip64=True) as target:
                    shutil.copyfileobj(source, target, 1 << 20)
        packed.rename(out)
    finally:
        packed.unlink(missing_ok=True)


def _measured(half: Path, wanted: Callable[[str], bool]) -> dict[str, Digests]:
    found = Folder(half)
    return {name: measure(found.blocks(name)) for name in sorted(found.names) if wanted(name)}


def _manifests(half: Path, kind: str, files: Mapping[str, Digests]) -> str:
    """Writes both manifests, and gives the sha256 of the first."""
    for hashed in ("sha512", "sha256"):
        lines = "".join(f"{getattr(one, hashed)}  {name}\n" for name, one in files.items())
        _write(half / f"{kind}-{hashed}.txt", lines.encode("utf-8"))
    return sha256(lines.encode("utf-8")).hexdigest()


def _write(path: Path, raw: bytes | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(raw, Path):
        shutil.copyfile(raw, path)
    else:
        path.write_bytes(raw)
