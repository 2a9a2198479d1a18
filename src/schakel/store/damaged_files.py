"""Table files that are no Parquet files any more: found, told by name, and taken away so that they are made again."""

import shlex
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from schakel.records.errors import EngineError

_MARK = b"PAR1"  # a Parquet file begins and ends with it


def damaged(files: Iterable[Path]) -> list[Path]:
    """Those of the files that do not begin and end as a Parquet file, or whose list of columns cannot be read."""
    return [file for file in files if not (_is_marked(file) and _is_told(file))]


def told_as_damaged(file: Path) -> EngineError:
    """What is told of a damaged table file."""
    return EngineError(
        f"The table file {file} is damaged, or was not made by this program.",
        means="Nothing is lost: tables are made from the sealed files.",
        todo=f"Type schakel run with the same export once more; that takes it away and makes it again: "
        f"schakel run EXPORT -w {shlex.quote(str(_workspace_of(file)))}",
    )


def take_damaged_away(tables: Path) -> list[Path]:
    """Deletes every damaged table file, so that the steps which made them make them again, and names them.

    Only how they begin and end is looked at, which takes .02 ms a file; a file that was cut or grew no longer has its stamp.
    """
    found = [file for file in sorted(tables.rglob("*.parquet")) if file.is_file() and not _is_marked(file)]
    for file in found:
        file.unlink()
    return found


def _is_marked(file: Path) -> bool:
    with file.open("rb") as opened:
        if opened.read(4) != _MARK or opened.seek(0, 2) < 12:
            return False
        opened.seek(-4, 2)
        return opened.read(4) == _MARK


def _is_told(file: Path) -> bool:
    try:
        pq.read_metadata(file)
    except (pa.ArrowInvalid, OSError):
        return False
    return True


def _workspace_of(file: Path) -> Path:
    return next((folder.parent for folder in file.parents if folder.name == "tables"), file.parent)
