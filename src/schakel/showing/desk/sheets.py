"""Tables of figures as a page shows them, and as a file that a spreadsheet may open without harm."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from schakel.showing.cells import harmless
from schakel.showing.desk.figures import Figures
from schakel.showing.printable import one_line

NUMBERS = ("number", "rounded", "amount", "percent")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its word in the table `columns`, and how its values are written.

    Kinds: text, day, month, number (a count), rounded (an estimate), amount, unit, percent (of a share), or the name of a
    table of words for codes, such as commodities.
    """

    name: str
    kind: str = "text"

    @property
    def right(self) -> bool:
        """Whether its values stand to the right."""
        return self.kind in NUMBERS


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of values under columns. `key` names it in addresses and in the table `sheets` of the words."""

    key: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]

    def shown(self, figures: Figures) -> list[list[str]]:
        """Every value as people of one language write it, safe to show."""
        return [
            [written(figures, column.kind, value) for column, value in zip(self.columns, row, strict=True)]
            for row in self.rows
        ]

    def download(self, words: Mapping[str, Any]) -> bytes:
        """The sheet as CSV: UTF-8 with its mark, numbers plain, and no cell that could be taken for a formula."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(words["columns"][column.name] for column in self.columns)
        writer.writerows([harmless(value) for value in row] for row in self.rows)
        return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def written(figures: Figures, kind: str, value: Any) -> str:
    """One value in words and figures; nothing for None."""
    if value is None:
        return ""
    if kind == "text":
        return one_line(str(value), 120)
    if kind == "day":
        return figures.day(_moment(value))
    if kind == "month":
        return figures.month(str(value))
    if kind in NUMBERS:
        told: str = getattr(figures, kind)(float(value))
        return told
    return figures.unit(str(value)) if kind == "unit" else figures.coded(str(value), kind)


def by_key(sheets: Iterable[Sheet], key: str) -> Sheet | None:
    """The sheet of a name."""
    return next((sheet for sheet in sheets if sheet.key == key), None)


def _moment(value: Any) -> datetime | None:
    if isinstance(value, datetime) or value is None:
        return value
    return datetime.fromisoformat(str(value))
