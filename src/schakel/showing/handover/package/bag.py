"""Writes a package to disk: a bag of BagIt 1.0 (RFC 8493) with two manifests, as a folder or as one zip."""

import os
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from stat import S_IFREG
from typing import NamedTuple

from schakel.custody.package_check.bag import BAG
from schakel.custody.package_check.files import Digests, Folder, measure
from schakel.records.errors import SettingsError

ZIP = ".zip"
_DATA = "data/"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can tell: that of its making is in the ledger
_PRIVATE, _PRIVATE_FILE = 0o700, 0o600  # only who packed it may open it
Content = Mapping[str, bytes | Path]  # by name; a path is copied


class Sealing(NamedTuple):
    """What the ledger writes down of a package: the sha256 of both manifests, and what lies in it."""

    manifest: str
    tagmanifest: str
    files: int
    bytes: int


def must_be_free(out: Path) -> None:
    """Nothing, if there is nothing at `out` yet; else SettingsError."""
    if out.exists() or out.is_symlink():
        raise SettingsError(
            f"There is something at {out} already.",
            means="Nothing was packed: a package is never written over another.",
            todo="Name another place with -o.",
        )


@contextmanager
def half_made(out: Path, top: str) -> Iterator[Path]:
    """An empty folder `top`, in a folder beside `out`, to pack in; both are taken away again whatever happens; SettingsError if none can be made."""
    half = out.with_name(f".{out.name}.half-{os.getpid()}")
    try:
        half.mkdir(mode=_PRIVATE)
        (half / top).mkdir(mode=_PRIVATE)
    except OSError as error:
        raise SettingsError(
            f"No package can be made at {out}: {error.strerror}.",
            means="Nothing was packed.",
            todo="Name a place with -o in a folder that is there and in which you may write.",
        ) from error
    try:
        yield half / top
    finally:
        shutil.rmtree(half, ignore_errors=True)


def write_content(bag: Path, content: Content) -> dict[str, Digests]:
    """Writes the files of the content below `data/`, and gives what each measures, by its name there."""
    for name, raw in content.items():
        _write(bag / _DATA / name, raw)
    found = Folder(bag)
    return {name.removeprefix(_DATA): measure(found.blocks(name)) for name in sorted(found.names)}


def seal_bag(bag: Path, tags: Mapping[str, bytes], information: Mapping[str, str]) -> Sealing:
    """Writes the bag's own files around the content: declaration, information, manifests, and manifests of these."""
    payload = _measured(bag, lambda name: name.startswith(_DATA))
    size = sum(one.bytes for one in payload.values())
    told = {**information, "Payload-Oxum": f"{size}.{len(payload)}"}
    lines = "".join(f"{name}: {' '.join(value.split())}\n" for name, value in sorted(told.items()))
    for name, raw in {**tags, "bagit.txt": BAG, "bag-info.txt": lines.encode("utf-8")}.items():
        _write(bag / name, raw)
    manifest = _manifests(bag, "manifest", payload)
    tagmanifest = _manifests(bag, "tagmanifest", _measured(bag, lambda name: not name.startswith(_DATA)))
    return Sealing(manifest, tagmanifest, len(payload), size)


def packed(bag: Path, out: Path, top: str) -> Path:
    """What is to be moved to `out`: the bag, or where that ends in .zip a zip of it, of which the same files give the same bytes."""
    if out.suffix.lower() != ZIP:
        return bag
    made = bag.with_name("package.zip")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as into:
        for name in sorted(Folder(bag).names):
            entry = zipfile.ZipInfo(f"{top}/{name}", _EPOCH)
            entry.external_attr, entry.compress_type = (S_IFREG | _PRIVATE_FILE) << 16, zipfile.ZIP_DEFLATED
            # Said before it is known, so that only a file beyond 2 GB is written in the form that old programs cannot read.
            entry.file_size = (bag / name).stat().st_size
            with (bag / name).open("rb") as source, into.open(entry, "w") as target:
                shutil.copyfileobj(source, target, 1 << 20)
    made.chmod(_PRIVATE_FILE)
    return made


def _measured(bag: Path, wanted: Callable[[str], bool]) -> dict[str, Digests]:
    found = Folder(bag)
    return {name: measure(found.blocks(name)) for name in sorted(found.names) if wanted(name)}


def _manifests(bag: Path, kind: str, files: Mapping[str, Digests]) -> str:
    """Writes both manifests, and gives the sha256 of the first."""
    for hashed in ("sha512", "sha256"):
        lines = "".join(f"{getattr(one, hashed)}  {name}\n" for name, one in files.items())
        _write(bag / f"{kind}-{hashed}.txt", lines.encode("utf-8"))
    return sha256(lines.encode("utf-8")).hexdigest()


def _write(path: Path, raw: bytes | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(raw, Path):
        shutil.copyfile(raw, path)
    else:
        path.write_bytes(raw)
