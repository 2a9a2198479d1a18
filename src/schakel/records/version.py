"""What exactly is running: the version in words, and a fingerprint of code and word lists."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from schakel import __version__

_PARTS = (".py", ".sql", ".toml", ".csv", ".tsv", ".txt", ".json")


@cache
def fingerprint() -> str:
    """16 hex digits over every code and data file of the package.

    Tables made by another fingerprint are made again: a table always belongs to the code that stands here.
    """
    total = sha256()
    for path, raw in sorted(_package_files(files("schakel"), "")):
        total.update(f"{path}\0{len(raw)}\0".encode() + raw)
    return total.hexdigest()[:16]


def version() -> str:
    """The version as the ledger writes it: `0.1.0+5f0c...`."""
    return f"{__version__}+{fingerprint()}"


def _package_files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            found += _package_files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(_PARTS):
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
