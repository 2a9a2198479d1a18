"""Tables on disk: one Parquet dialect, the same bytes for the same rows, moved into place in one step."""

import os
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from schakel.records.tables import SCHEMAS, check
from schakel.store.damaged_files import told_as_damaged

_MANY = 8  # files; of fewer the checksums are made sooner than threads are
# zstd level 1: the performance notes measured it as the cheapest level that still halves the files;
# 64 Ki rows a group keeps a reader's working set near 20 MB.
_ROWS_PER_GROUP = 1 << 16
# Columns of `messages` that repeat. A dictionary of texts and ids only costs: without it the file is 13 % smaller.
_REPEATING = {
    "messages": [
        "chat_id",
        "chat_tg_id",
        "chat_title",
        "chat_kind",
        "kind",
        "account_id",
        "account_tg_id",
        "account_kind",
        "account_name",
        "author",
        "via_bot",
        "forwarded_from",
        "forwarded_from_id",
        "action",
        "media_kind",
        "media_status",
        "source_id",
        "entities.list.element.type",
        "reactions.list.element.value",
    ]
}


@dataclass(frozen=True, slots=True)
class TableFile:
    """One Parquet file of a table: its path below the tables folder, size and checksum."""

    path: str
    bytes: int
    sha256: str


def write_parquet(table: pa.Table, name: str, path: Path) -> None:
    """Writes rows of the table `name` to `path`, after the check at the door."""
    # Rows read from Parquet call the values of a list otherwise than rows made here; the names stand in the file too.
    pq.write_table(
        check(table, name).cast(SCHEMAS[name]),
        path,
        compression="zstd",
        compression_level=1,
        row_group_size=_ROWS_PER_GROUP,
        use_dictionary=_REPEATING.get(name, True),
        write_page_index=False,
    )


def read_parquet(files: Sequence[Path], columns: list[str] | None = None) -> list[pa.Table]:
    """One Arrow table a file, in the order given."""
    return [_read(file, columns) for file in files]


def _read(file: Path, columns: list[str] | None) -> pa.Table:
    # As a file: as a table, which may be a folder of many, each takes .7 ms more, and a million messages are 73 files.
    try:
        with pq.ParquetFile(file) as opened:
            return opened.read(columns=columns)
    except (pa.ArrowInvalid, OSError) as error:
        if isinstance(error, OSError) and error.errno:  # no right, no such file: the system says it better
            raise
        raise told_as_damaged(file) from error


def rows_in(file: Path) -> int:
    """The number of rows a Parquet file holds, from its footer."""
    return int(pq.read_metadata(file).num_rows)


def table_files(tables: Path, name: str, part: str | None = None) -> list[Path]:
    """All Parquet files of a table (or of one part of it), in a fixed order."""
    if part is not None:
        return sorted((tables / name / part).glob("*.parquet"))
    whole = tables / f"{name}.parquet"
    return [whole] if whole.exists() else sorted((tables / name).rglob("*.parquet"))


def publish(staged: Path, final: Path) -> None:
    """Moves a finished file or folder into place. What stood there before is gone in one step, or two for a folder."""
    final.parent.mkdir(parents=True, exist_ok=True)
    if final.is_dir():
        shutil.rmtree(final)
    os.replace(staged, final)  # noqa: PTH105 - one atomic call, the same for files and folders


def describe(tables: Path, files: Sequence[Path]) -> list[TableFile]:
    """Path, size and sha256 of each file."""
    return [
        TableFile(str(file.relative_to(tables)), file.stat().st_size, told)
        for file, told in zip(files, _digests(files), strict=True)
    ]


def _digests(files: Sequence[Path]) -> list[str]:
    """The sha256 of each file; of many on two cores, since a step that has just ended leaves them idle."""
    if len(files) < _MANY:
        return [digest(file) for file in files]
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(digest, files))


def digest(file: Path) -> str:
    """The sha256 of a file."""
    with file.open("rb") as opened:
        total = sha256()
        while block := opened.read(1 << 20):
            total.update(block)
    return total.hexdigest()
