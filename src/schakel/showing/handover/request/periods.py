"""For which days data are asked: those of the acts of each account, and the stated days around them, never more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from schakel.records.times import written_utc
from schakel.showing.handover.request.book import kinds
from schakel.showing.handover.request.facts import Facts

ZONE = "Europe/Amsterdam"


@dataclass(frozen=True, slots=True)
class Asked:
    """One category of data of one account, and from when until when; without moments its state on the day of the request."""

    account_id: str
    category: str
    first: datetime | None
    last: datetime | None
    pad: int


def asked_of(facts: Facts, data: tuple[str, ...]) -> Iterator[Asked]:
    """What is asked of each account that offered, category by category. Accounts without an offer are not asked about."""
    for account in facts.accounts:
        if not account.acts:
            continue
        for name in data:
            category = kinds().data[name]
            if not category.period or account.first_act is None or account.last_act is None:
                yield Asked(account.account_id, name, None, None, category.pad)
                continue
            first, last = whole_days(account.first_act, account.last_act, category.pad)
            yield Asked(account.account_id, name, first, last, category.pad)


def whole_days(first: datetime, last: datetime, pad: int) -> tuple[datetime, datetime]:
    """From the first second of the UTC day of `first` to the last second of that of `last`, and `pad` days on both sides."""
    begin = first.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=pad)
    end = last.astimezone(UTC).replace(hour=23, minute=59, second=59, microsecond=0) + timedelta(days=pad)
    return begin, end


def in_utc(moment: datetime | None) -> str:
    """A moment in UTC, or nothing."""
    return written_utc(moment) if moment else ""


def local(moment: datetime | None) -> str:
    """The same moment on the clock of the Netherlands, with its distance to UTC."""
    if moment is None:
        return ""
    try:
        here = moment.astimezone(ZoneInfo(ZONE))
    except ZoneInfoNotFoundError:  # a machine without time zone data
        here = moment.astimezone(UTC)
    offset = here.strftime("%z")
    return f"{here:%Y-%m-%d %H:%M:%S} {offset[:3]}:{offset[3:]}"
