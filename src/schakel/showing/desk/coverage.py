"""What the material does not hold: per chat and week, and per chat and day, the message numbers that are missing."""

from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import msgspec

from schakel.store.engine import Engine

_SQL = files("schakel.showing.desk.sql")
TABLES = ("coverage", "chats")
Row = dict[str, Any]


class Coverage(msgspec.Struct, frozen=True):
    """All chats, the weeks of the whole, and for each chat its weeks: seen, missing, days with messages."""

    chats: list[Row]
    weeks: list[str]
    cells: dict[str, dict[str, tuple[int, int, int]]]

    @property
    def seen(self) -> int:
        """Message numbers seen."""
        return sum(row["seen"] for row in self.chats)

    @property
    def missing(self) -> int:
        """Message numbers missing."""
        return sum(row["missing"] for row in self.chats)


def coverage(engine: Engine) -> Coverage:
    """The coverage of all chats, those with most missing first."""
    chats = [_plain(row) for row in engine.step(_SQL / "coverage_chats.sql").to_pylist()]
    cells: dict[str, dict[str, tuple[int, int, int]]] = {}
    for row in engine.step(_SQL / "coverage_weeks.sql").to_pylist():
        cells.setdefault(row["chat_id"], {})[row["week"].isoformat()] = (
            row["seen"],
            row["missing"],
            row["days"],
        )
    return Coverage(chats, _weeks({week for some in cells.values() for week in some}), cells)


def days_of(engine: Engine, chat: str) -> list[Row]:
    """One chat day by day; days without a message are there too, with nothing seen."""
    rows = engine.step(_SQL / "coverage_days.sql", parameters={"chat": chat}).to_pylist()
    known = {row["day"]: row for row in rows}
    if not known:
        return []
    first, last = min(known), max(known)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    empty = dict.fromkeys(("first_id", "last_id"), None) | dict.fromkeys(
        ("seen", "missing", "edits", "versions"), 0
    )
    return [known.get(day) or {"day": day, **empty} for day in days]


def _weeks(seen: set[str]) -> list[str]:
    """Every week from the first to the last, also those in which nothing was sent."""
    if not seen:
        return []
    first, last = date.fromisoformat(min(seen)), date.fromisoformat(max(seen))
    return [(first + timedelta(weeks=number)).isoformat() for number in range((last - first).days // 7 + 1)]


def _plain(row: Row) -> Row:
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in row.items()}
