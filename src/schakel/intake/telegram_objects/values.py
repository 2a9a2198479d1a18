"""Careful looks at values of unknown kind: what is not of the kind asked for is as good as absent."""

from datetime import UTC, datetime, tzinfo
from typing import Any

from schakel.intake.clock import unix_of, within_calendar

_INT64 = 1 << 63
_FARTHEST = 1 << 60  # beyond it a float is no moment, and must not be made a whole number
# What moves bytes about and says nothing: keys of access, thumbnails, data centres.
_TRANSPORT = frozenset(
    {"access_hash", "file_reference", "sizes", "thumbs", "video_thumbs", "video_sizes", "dc_id", "bytes"}
)


def fields_of(value: object) -> dict[str, Any]:
    """The fields of an object; none if it is no object."""
    return value if isinstance(value, dict) else {}


def list_of(value: object) -> list[Any]:
    """The parts of a list; none if it is no list."""
    return value if isinstance(value, list) else []


def words_of(value: object) -> str | None:
    """A text that is not empty, else None."""
    return value if isinstance(value, str) and value else None


def whole(value: object) -> int | None:
    """A whole number that fits in 64 bits, else None."""
    if isinstance(value, int) and not isinstance(value, bool) and -_INT64 <= value < _INT64:
        return value
    return None


def kind_of(value: object) -> str:
    """The class of an object as Telethon (`_`) or 4CAT (`_type`) names it; empty if it has none."""
    fields = fields_of(value)
    named = fields.get("_", fields.get("_type"))
    return named if isinstance(named, str) else ""


def said(value: Any) -> Any:
    """A value without what is empty, not set, or only serves to move bytes; None if nothing is left."""
    if isinstance(value, dict):
        kept = {name: said(part) for name, part in value.items() if name not in _TRANSPORT}
        return {name: part for name, part in kept.items() if part is not None} or None
    if isinstance(value, list):
        return [said(part) for part in value] or None
    return None if value is None or value is False or value == "" else value


def moment(value: object, zone: tzinfo | None) -> tuple[int | None, str, str | None]:
    """Unix seconds, where they come from (see `clock.weakest_clock`), and the time as written.

    A number is Unix seconds, a text a time with its offset; without one the operator's zone is needed.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        near = -_FARTHEST < value < _FARTHEST
        return (within_calendar(int(value // 1)) if near else None), "unixtime", str(value)
    if not isinstance(value, str):
        return None, "", None
    try:
        sure = datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return None, "unknown", value
    if sure:
        return unix_of(value, UTC), "written", value
    return unix_of(value, zone), "unknown" if zone is None else "operator", value
