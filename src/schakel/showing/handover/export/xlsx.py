"""`xlsx`: one workbook with a sheet a table. No cell is a formula or a link; numbers are numbers and times are times in UTC."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from schakel.showing.handover.export.counts import Counts
from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.request import Asked
from schakel.showing.handover.export.tables import Column, Table, Value, layout, said, together
from schakel.showing.handover.export.words import cautions
from schakel.showing.handover.export.xml_text import XmlText
from schakel.showing.printable import printable

ROWS = 1_048_576  # of a sheet, with its head
SIGNS = 32_767  # of a cell, as UTF-16 counts them: a picture sign is two
_EXACT = (
    10**15
)  # whole numbers beyond are not kept by a spreadsheet, which counts in 64-bit floats of 15 digits
_EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001 - a workbook has no zones; a date that tells nothing, since no clock is read
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": False,
}
_WIDTH = {"datetime": 19, "date": 11, "integer": 10, "number": 11, "boolean": 8}
_WIDE = frozenset(
    {"text", "template", "reasons", "words", "words_nl", "ghost_words", "ghost_words_nl", "title", "detail"}
)
_OLDEST = 1900


def write(gathered: Gathered, place: Path, asked: Asked, rows: int = ROWS) -> None:
    """Writes the workbook row by row; `rows` is how many a sheet takes."""
    options = _OPTIONS | {"tmpdir": str(place.parent / "scratch")}
    with Workbook(str(place), options) as book:
        book.set_properties({"title": asked.words["title"], "created": _EPOCH})
        cells = Cells(gathered.counts, book)
        about = book.add_worksheet(asked.words["sheet_about"])
        sheets = {name: Sheets(book, table, cells, rows) for name, table in layout().items()}
        together(gathered, lambda name, row: sheets[name].add(row))
        for one in sheets.values():
            one.close()
        _about(about, cells, gathered, asked, {name: one.parts for name, one in sheets.items()}, rows)


class Cells:
    """Writes single values, each as what it is."""

    def __init__(self, counts: Counts, book: Workbook) -> None:
        self._counts, self._text = counts, XmlText(counts)
        self.head: Format = book.add_format({"bold": True, "bottom": 1})
        self.wrapped: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self._moment: Format = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._day: Format = book.add_format({"num_format": "yyyy-mm-dd"})

    def put(self, sheet: Worksheet, row: int, column: int, value: Value, kind: str = "string") -> None:
        """One value in its cell."""
        if value is None or value == "":
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif isinstance(value, (int, float)) and abs(value) < _EXACT:
            sheet.write_number(row, column, value)
        elif kind in ("datetime", "date") and (at := _as_date(str(value), kind)):
            sheet.write_datetime(row, column, at, self._moment if kind == "datetime" else self._day)
        else:
            sheet.write_string(row, column, self.fitting(str(value)))

    def fitting(self, text: str) -> str:
        """A text that a cell takes: hidden signs written out, illegal ones taken out, cut where it is too long."""
        if len(text) <= SIGNS and text.isascii() and text.isprintable():
            return text  # most cells: there is nothing to write out, take out or cut
        shown = self._text.legal(printable(text, limit=4 * SIGNS))
        raw = shown.encode("utf-16-le")
        if len(raw) <= 2 * SIGNS:
            return shown
        self._counts.changed["values-cut"] += 1
        return raw[: 2 * (SIGNS - 1)].decode("utf-16-le", "ignore") + "…"


class Sheets:
    """The sheets of one table: one, or several where its rows are more than a sheet takes."""

    def __init__(self, book: Workbook, table: Table, cells: Cells, rows: int) -> None:
        self._book, self._table, self._cells, self._rows = book, table, cells, rows
        self.parts = 0
        self._sheet = self._begun()

    def add(self, row: list[Value]) -> None:
        """One more row."""
        if self._next == self._rows:
            self.close()
            self._sheet = self._begun()
        for place, (column, value) in enumerate(zip(self._table.columns, row, strict=True)):
            self._cells.put(self._sheet, self._next, place, value, column.type)
        self._next += 1

    def close(self) -> None:
        """Puts the filter over what was written."""
        self._sheet.autofilter(0, 0, max(self._next - 1, 1), len(self._table.columns) - 1)

    def _begun(self) -> Worksheet:
        self.parts += 1
        name = self._table.name if self.parts == 1 else f"{self._table.name} {self.parts}"
        sheet: Worksheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(self._table.columns):
            sheet.set_column(place, place, _width(column))
            sheet.write_string(0, place, column.name, self._cells.head)
        self._next = 1
        return sheet


def _about(
    sheet: Worksheet, cells: Cells, gathered: Gathered, asked: Asked, parts: Mapping[str, int], rows: int
) -> None:
    """The first sheet: what this is, how many rows of each kind went out, and what each column holds."""
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 3, 24)
    lines: list[list[Any]] = [
        [asked.words["title"]],
        [cautions(asked.words, opened=gathered.hiding.opened)],
        [],
    ]
    lines.append([asked.words["told"]])
    for name, counted in gathered.counts.told().items():
        because = "; ".join(asked.words["left_out"][code] for code in counted["left_out"])
        lines.append([name, counted["exported"], sum(counted["left_out"].values()), because])
    lines += [
        [asked.words["split_sheet"].format(table=name, rows=f"{rows:,}")]
        for name, many in parts.items()
        if many > 1
    ]
    for code, count in sorted(gathered.counts.changed.items()):
        if count:
            lines.append([f"{count:,} {asked.words['changed'][code]}."])
    for table in layout().values():
        lines += [[], [table.name, said(table, asked.language)]]
        lines += [["", column.name, said(column, asked.language)] for column in table.columns]
    for row, line in enumerate(lines):
        for place, value in enumerate(line):
            cells.put(sheet, row, place, value)


def _width(column: Column) -> int:
    if column.name in _WIDE:
        return 60
    return _WIDTH.get(column.type, 28 if column.name.endswith("_id") else 16)


def _as_date(written: str, kind: str) -> datetime | None:
    """A moment without zone, as a spreadsheet has it; None for one before its calendar begins."""
    if kind == "date":
        day = date.fromisoformat(written)
        at = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - see above
    else:
        at = datetime.fromisoformat(written).astimezone(UTC).replace(tzinfo=None)
    return at if at.year >= _OLDEST else None
