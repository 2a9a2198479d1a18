"""The tables of an export as flat rows: what `csv` and `xlsx` hold, column by column."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from schakel.records.times import written_utc
from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.hiding import Row, in_words

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type as in Data Package, and what it holds in English and Dutch."""

    name: str
    type: str
    en: str
    nl: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what one row is in English and Dutch, and its columns."""

    name: str
    en: str
    nl: str
    columns: tuple[Column, ...]


@cache
def layout() -> Mapping[str, Table]:
    """Every table in its order."""
    text = (files("schakel.showing.handover.export") / "columns.toml").read_text("utf-8")
    return {
        one["name"]: Table(
            one["name"], one["en"], one["nl"], tuple(Column(*column) for column in one["columns"])
        )
        for one in loads(text)["table"]
    }


def flat_rows(table: Table, rows: Iterable[Row]) -> Iterator[list[Value]]:
    """The rows with a plain value in each column: times in ISO 8601 and UTC, lists and reasons as one text."""
    names = [column.name for column in table.columns]
    for row in rows:
        yield [flat(row.get(name)) for name in names]


def flat(value: Any) -> Value:
    """One plain value."""
    if isinstance(value, datetime):
        return written_utc(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return in_words(value) if value and isinstance(value[0], dict) else "; ".join(map(str, value))
    return value  # type: ignore[no-any-return]


def together(gathered: Gathered, put: Callable[[str, list[Value]], None]) -> None:
    """Hands every row of every table to `put`, with the name of its table."""
    tables = layout()
    for name in tables:
        if name not in ("messages", "items"):
            for row in flat_rows(tables[name], getattr(gathered, name)()):
                put(name, row)
    for message in gathered.messages():
        put("messages", next(flat_rows(tables["messages"], [message])))
        for item in flat_rows(tables["items"], message["items"]):
            put("items", item)


def said(table: Table | Column, language: str) -> str:
    """What a table or column holds, in a language."""
    return table.nl if language == "nl" else table.en


def types(table: Table) -> Sequence[str]:
    """The type of each column."""
    return [column.type for column in table.columns]
