"""The exporter's clock in Amsterdam, by the rule itself, so that no machine's zone data can change the bytes.

Summer time runs from the last Sunday of March to the last Sunday of October, both at 01:00 UTC
(Directive 2000/84/EC).
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache

DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()
CLOCK = [f"T{s // 3600:02d}:{s // 60 % 60:02d}:{s % 60:02d}" for s in range(DAY)]


def _last_sunday(year: int, month: int) -> int:
    last = date(year, month, 31)
    sunday = last - timedelta(days=(last.weekday() + 1) % 7)
    return int(datetime(year, month, sunday.day, 1, tzinfo=UTC).timestamp())


@cache
def _summer(year: int) -> tuple[int, int]:
    return _last_sunday(year, 3), _last_sunday(year, 10)


@cache
def _day_words(day: int) -> str:
    return date.fromordinal(_EPOCH + day).isoformat()


@cache
def _hour_offset(hour: int) -> int:
    begin, end = _summer(datetime.fromtimestamp(hour * 3600, tz=UTC).year)
    return 7200 if begin <= hour * 3600 < end else 3600


def offset(unix: int) -> int:
    """Seconds that Amsterdam is ahead of UTC at a moment."""
    return _hour_offset(unix // 3600)


def written(unix: int) -> str:
    """A moment as the export writes it: local clock, no zone."""
    day, second = divmod(unix + _hour_offset(unix // 3600), DAY)
    return _day_words(day) + CLOCK[second]


def hour_words(unix: int) -> tuple[int, int, str]:
    """For all moments of the hour that `unix` lies in: when it ends, the Unix time of its local midnight, and its date."""
    hour = unix // 3600
    day, second = divmod(unix + _hour_offset(hour), DAY)
    return (hour + 1) * 3600, unix - second, _day_words(day)


def midnight(day: date) -> int:
    """The Unix time at which a day begins in Amsterdam."""
    utc = (day.toordinal() - _EPOCH) * DAY
    return utc - offset(utc - 3600)


def hours_table(weights: list[float]) -> list[int]:
    """1,440 seconds-of-day, one per equal share of activity: a chance pick follows the rhythm of the hours."""
    total, table, running, hour = sum(weights), [], 0.0, 0
    for step in range(1440):
        want = (step + 0.5) / 1440 * total
        while running + weights[hour] < want:
            running += weights[hour]
            hour += 1
        table.append(int(hour * 3600 + (want - running) / weights[hour] * 3600))
    return table
