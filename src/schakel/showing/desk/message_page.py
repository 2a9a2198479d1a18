"""What the desk shows of one message: in its chat, with what was read in it, and where it stands in the sealed file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from schakel.showing.desk.marked_text import MarkedText, hide, marked_text
from schakel.showing.desk.reasons import ShownReason, shown_reasons
from schakel.showing.printable import masked, one_line
from schakel.showing.seller_file import message_file
from schakel.store.engine import Engine

_SQL = files("schakel.showing.desk.sql")
_OWN = 4000  # characters shown of the message itself
_AROUND = 500  # and of each message around it
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One message of the chat; `version` is true if it is another version of the message itself."""

    row: Row
    own: bool
    version: bool
    text: MarkedText


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in the message, with its reasons."""

    row: Row
    reasons: list[ShownReason]


@dataclass(frozen=True, slots=True)
class MessagePage:
    """Everything of one message that a page may show."""

    message: Row
    seller_id: str | None
    source: Row | None
    chat: list[Line]
    readings: list[Reading]
    goods: list[Row]
    contacts: list[tuple[str, str]]


def message_page(engine: Engine, message_id: str) -> MessagePage:
    """The page of one message; SettingsError if there is none with this id."""
    file = message_file(engine, message_id)
    message = file.message
    own = [row for row in file.selectors if row["message_id"] == message_id]
    hidden = hide(message["text"] or "", [(row["start"], row["end"]) for row in own], _OWN)
    return MessagePage(
        message=message,
        seller_id=_first(engine, "seller_of_account", "seller_id", account=message["account_id"]),
        source=_source(engine, message["source_id"]),
        chat=[_line(row, message, file.selectors, file.items) for row in file.context],
        readings=[Reading(row, shown_reasons(row["reasons"], hidden)) for row in file.readings],
        goods=file.items,
        contacts=[(row["type"], _masked(row["value"])) for row in own],
    )


def _line(row: Row, message: Mapping[str, Any], selectors: Iterable[Row], items: Iterable[Row]) -> Line:
    own = row["message_id"] == message["message_id"]
    contacts = [one for one in selectors if one["message_id"] == row["message_id"]]
    text = marked_text(row["text"] or "", contacts, items if own else [], _OWN if own else _AROUND)
    return Line(row, own, not own and row["tg_id"] == message["tg_id"], text)


def _masked(value: str | None) -> str:
    value = (value or "")[:80]
    return one_line(masked(value, [(0, len(value))]), 60)


def _first(engine: Engine, question: str, column: str, **parameters: str | None) -> str | None:
    rows = engine.step(_SQL / f"{question}.sql", parameters=parameters)[column].to_pylist()
    return rows[0] if rows else None


def _source(engine: Engine, source: str | None) -> Row | None:
    rows = engine.step(_SQL / "one_source.sql", parameters={"source": source}).to_pylist()
    return rows[0] if rows else None
