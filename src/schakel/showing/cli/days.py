"""Days as people write them on the command line."""

from datetime import UTC, date, datetime

from schakel.records.errors import UsageError


def day_written(written: str) -> date:
    """The day that was written as 2026-12-01; UsageError if it is none."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise UsageError(f'"{written[:40]}" is not a day.', todo="Write it like this: 2026-12-01") from None


def day_or_today(written: str) -> date:
    """The day that was written, or today where nothing was."""
    return day_written(written) if written else datetime.now(UTC).date()
