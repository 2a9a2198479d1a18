"""What the desk shows of one message: in its chat, with what was read in it, and where it stands in the sealed file."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from schakel.showing.desk.marked_text import MarkedText, hide, marked_text
from schakel.showing.desk.reasons import ShownReason, shown_reasons
from schakel.showing.known_names import KnownNames, known_names
from schakel.showing.printable import masked, one_line
from schakel.showing.reading_reasons import reading_reasons
from schakel.showing.seller_file import MessageFile, message_file
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
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in the message, with the reasons that add up to its certainty, and those that tell of the goods."""

    row: Row
    reasons: list[ShownReason]
    of_goods: list[ShownReason]


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
    names: bool


def message_page(engine: Engine, message_id: str, *, names: bool = False) -> MessagePage:
    """The page of one message; SettingsError if there is none with this id. `names` shows them, for a reason given."""
    file = message_file(engine, message_id)
    message = file.message
    own = [row for row in file.selectors if row["message_id"] == message_id]
    text, known = message["text"] or "", known_names(engine)
    hidden = text[:_OWN] if names else hide(text, [(row["start"], row["end"]) for row in own], _OWN, known)
    return MessagePage(
        message=message,
        seller_id=seller_of(engine, message["account_id"]),
        source=_source(engine, message["source_id"]),
        chat=[_line(row, message, file, known, names=names) for row in file.context],
        readings=[_reading(row, hidden, names=names) for row in file.readings],
        goods=file.items,
        contacts=[(row["type"], _contact(row["value"], names)) for row in own],
        names=names,
    )


def _reading(row: Row, hidden: str, *, names: bool) -> Reading:
    told = (shown_reasons(reasons, hidden, names=names) for reasons in reading_reasons(row))
    return Reading(row, *told)


def _line(row: Row, message: Mapping[str, Any], file: MessageFile, known: KnownNames, *, names: bool) -> Line:
    own = row["message_id"] == message["message_id"]
    contacts = [one for one in file.selectors if one["message_id"] == row["message_id"]]
    limit = _OWN if own else _AROUND
    # Only the message that the reason was given for is opened, not its neighbours.
    goods = file.items if own else []
    text = marked_text(row["text"] or "", contacts, goods, limit, names=names and own, known=known)
    name = one_line(row["account_name"] or "", 60) if names and own else ""
    return Line(row, own, not own and row["tg_id"] == message["tg_id"], text, name)


def _contact(value: str | None, names: bool) -> str:
    value = (value or "")[:80]
    return one_line(value if names else masked(value, [(0, len(value))]), 80)


def seller_of(engine: Engine, account: str | None) -> str | None:
    """The seller that an account belongs to."""
    found = engine.some("sellers", ["seller_id", "member_kind"], "member_id", [account] if account else [])
    rows = [row["seller_id"] for row in found.to_pylist() if row["member_kind"] == "account"]
    return min(rows) if rows else None


def _source(engine: Engine, source: str | None) -> Row | None:
    rows = engine.step(_SQL / "one_source.sql", parameters={"source": source}).to_pylist()
    return rows[0] if rows else None
