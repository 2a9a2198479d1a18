"""The program with its word lists as one archive, so that a cluster reads with exactly what stands here."""

from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

# On these it depends, beside the program itself, what is found in a text.
_LIBRARIES = (
    "ahocorasick-rs", "eldc", "msgspec", "numpy", "phonenumbers", "pyarrow", "schwifty", "scipy", "selectolax",
)  # fmt: skip
ABSENT = "absent"
_FAST = 1  # of zlib's levels: a third of the size, in a second


def libraries() -> dict[str, str]:
    """The versions of the libraries on which it depends what is found in a text."""
    return {name: version_of(name) for name in _LIBRARIES}


def version_of(library: str) -> str:
    """The version of a library as it is installed here."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ABSENT


def pack_program(to: Path) -> None:
    """Writes the package with all its data into a zip file."""
    with ZipFile(to, "w", ZIP_DEFLATED, compresslevel=_FAST) as archive:
        _put(archive, files("schakel"), "schakel/")


def _put(archive: ZipFile, folder: Traversable, prefix: str) -> None:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if not entry.is_dir():
            archive.writestr(prefix + entry.name, entry.read_bytes())
        elif entry.name != "__pycache__":
            _put(archive, entry, f"{prefix}{entry.name}/")
