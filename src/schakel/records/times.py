"""Moments are UTC; what the source wrote is kept beside them."""

from datetime import UTC, datetime, timedelta, timezone


def from_unix(seconds: int) -> datetime:
    """The UTC moment of a Unix time in seconds."""
    return datetime.fromtimestamp(seconds, tz=UTC)


def to_unix(moment: datetime) -> int:
    """Seconds since 1970 of a moment that knows its zone; a moment without zone is refused."""
    if moment.tzinfo is None:
        raise ValueError(f"the moment {moment.isoformat()} has no time zone")
    return int(moment.timestamp())


def to_utc(written: datetime, offset_minutes: int) -> datetime:
    """The UTC moment of a clock reading without zone, given the zone's offset in minutes: converted, not relabelled."""
    return written.replace(tzinfo=timezone(timedelta(minutes=offset_minutes))).astimezone(UTC)


def written_utc(moment: datetime) -> str:
    """A moment as people and ledgers read it: `2026-01-02T03:04:05Z`."""
    if moment.tzinfo is None:
        raise ValueError(f"the moment {moment.isoformat()} has no time zone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
