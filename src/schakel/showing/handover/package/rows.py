"""Rows as a package writes them: JSON lines with a digest each, and a table that a spreadsheet opens without harm."""

import csv
import io
import json
import math
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from schakel.custody.package_check.json_rows import digest_of_row
from schakel.records.times import written_utc
from schakel.showing.cells import guarded
from schakel.showing.printable import printable

Row = dict[str, Any]
_CELL = 32_000  # letters of a cell: spreadsheets cut at 32,767


def sealed_row(row: Row) -> Row:
    """The row in values of JSON, with its own digest in `row_sha256`."""
    written = plain(row)
    return {**written, "row_sha256": digest_of_row(written)}


def plain(value: Any) -> Any:
    """A value as JSON has it: moments in UTC, and nothing for a figure that is none."""
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, datetime):
        return written_utc(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def json_lines(rows: Iterable[Row]) -> bytes:
    """One line a row."""
    return b"".join(_written(row) + b"\n" for row in rows)


def json_file(record: Row) -> bytes:
    """One record, laid out to be read."""
    told = json.dumps(plain(record), ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    return told.encode("utf-8") + b"\n"


def sheet(rows: Iterable[Row], columns: Sequence[str]) -> bytes:
    """Rows under columns as CSV: UTF-8 with its mark; a column such as `source.place` is a field of a field."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(_found(row, column)) for column in columns] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _found(row: Row, column: str) -> Any:
    first, _, rest = column.partition(".")
    found = row.get(first)
    return _found(found, rest) if rest and isinstance(found, dict) else found


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    told = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return guarded(printable(told, _CELL))


def _written(row: Row) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")
