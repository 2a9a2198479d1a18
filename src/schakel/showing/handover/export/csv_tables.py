"""`csv`: a folder with one CSV a table, and a Data Package that says what each column holds."""

import csv
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any

from schakel.showing.cells import guarded, harmless
from schakel.showing.handover.export.counts import Counts
from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.request import Asked
from schakel.showing.handover.export.safe_json import indented
from schakel.showing.handover.export.tables import Table, Value, layout, said, together
from schakel.showing.handover.export.words import cautions

# With its mark a spreadsheet opens UTF-8 as UTF-8; without it "één" becomes "Ã©Ã©n". Readers of Data Packages are told.
ENCODING = "utf-8-sig"
LONGEST_CELL = 32_767  # signs that a cell of a spreadsheet takes; a longer one spills over the rows below
PACKAGE = "datapackage.json"


def names() -> set[str]:
    """The files that the folder holds."""
    return {PACKAGE, *(f"{name}.csv" for name in layout())}


def write(gathered: Gathered, place: Path, asked: Asked) -> None:
    """Writes the folder."""
    place.mkdir()
    with ExitStack() as opened:
        writers = {}
        for name, table in layout().items():
            file = opened.enter_context((place / f"{name}.csv").open("w", encoding=ENCODING, newline=""))
            writers[name] = csv.writer(file, lineterminator="\r\n")
            writers[name].writerow(column.name for column in table.columns)

        def put(name: str, row: list[Value]) -> None:
            writers[name].writerow([_cell(value, gathered.counts) for value in row])

        together(gathered, put)
    (place / PACKAGE).write_bytes(indented(_package(gathered, place, asked)))


def _cell(value: Value, counts: Counts) -> str | float | int:
    if isinstance(value, bool):
        return "true" if value else "false"
    cell = harmless(value, LONGEST_CELL - 1)  # one is left for the mark that makes a formula text
    if isinstance(value, str) and isinstance(cell, str):
        counts.changed["values-cut"] += len(value) >= LONGEST_CELL and cell.endswith("…")
        counts.changed["formulas"] += cell.startswith("'") and cell == guarded(cell[1:])
    return cell


def _package(gathered: Gathered, place: Path, asked: Asked) -> dict[str, Any]:
    """The description of the folder as a Data Package (https://datapackage.org)."""
    return {
        "name": "schakel-export",
        "title": asked.words["title"],
        "description": cautions(asked.words, opened=gathered.hiding.opened),
        "profile": "tabular-data-package",
        "resources": [
            _resource(table, place / f"{table.name}.csv", asked.language) for table in layout().values()
        ],
    }


def _resource(table: Table, file: Path, language: str) -> dict[str, Any]:
    fields = [
        {"name": column.name, "type": column.type, "description": said(column, language)}
        for column in table.columns
    ]
    with file.open("rb") as opened:
        total = sha256()
        while block := opened.read(1 << 20):
            total.update(block)
    return {
        "name": table.name,
        "path": file.name,
        "description": said(table, language),
        "profile": "tabular-data-resource",
        "mediatype": "text/csv",
        "encoding": ENCODING,
        "bytes": file.stat().st_size,
        "hash": f"sha256:{total.hexdigest()}",
        "schema": {"fields": fields, "missingValues": [""]},
    }
