"""Clock readings without a zone become moments only with a zone that somebody vouches for."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from schakel.records.errors import SettingsError

LAST_SECOND = 253402300799  # 9999-12-31T23:59:59Z: beyond it no calendar of ours reaches
_OFFSET = re.compile(r"(?:UTC)?([+-])(\d{2}):?(\d{2})", re.ASCII)


def read_zone(text: str) -> tzinfo | None:
    """The zone an operator named: an IANA name, `UTC` or `+HH:MM`; None for an empty text, SettingsError else."""
    if not text:
        return None
    if text in ("UTC", "Z"):
        return UTC
    match = _OFFSET.fullmatch(text)
    if match and int(match[2]) <= 14 and int(match[3]) < 60:
        minutes = int(match[2]) * 60 + int(match[3])
        return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))
    try:
        return ZoneInfo(text)
    except (OSError, ValueError, KeyError):
        raise SettingsError(
            f"{text[:60]!r} is not a time zone.",
            means="Clock readings of this export cannot be turned into moments with it.",
            todo="Give an IANA name such as Europe/Amsterdam, or an offset such as +01:00.",
        ) from None


def unix_of(written: str, zone: tzinfo | None) -> int | None:
    """Unix seconds of a clock reading `2026-01-02T03:04:05` in a zone; None without zone or if it cannot be read.

    In the hour that comes twice in autumn the first is taken: the export does not say which it was.
    """
    if zone is None:
        return None
    try:
        local = datetime.fromisoformat(written)
        if local.tzinfo is not None:
            return within_calendar(int(local.timestamp()))
        return within_calendar(int(local.replace(tzinfo=zone).timestamp()))
    except (ValueError, OverflowError):
        return None


def within_calendar(seconds: int) -> int | None:
    """The seconds, if they lie between 1970 and 9999; else None."""
    return seconds if 0 <= seconds <= LAST_SECOND else None


def weakest_clock(clocks: set[str]) -> str:
    """The least certain origin of times that occurs: unknown, operator, written, unixtime; empty if there was none."""
    return next((c for c in ("unknown", "operator", "written", "unixtime") if c in clocks), "")
