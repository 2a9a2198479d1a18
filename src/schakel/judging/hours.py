"""When sellers post: hours of the Dutch day, and whether the beat is that of a program."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

ZONE = "Europe/Amsterdam"
_HOUR, _DAY = 60, 1440  # minutes
_BURST = 15  # minutes: posts closer together are one round through several chats
_EQUAL = 0.05  # gaps within this share of the usual gap are the same gap
_EMPTY = 0.02  # share of posts up to which an hour counts as left empty


@dataclass(frozen=True, slots=True)
class Hours:
    """Per seller: posts by hour of the local day, distinct minutes and days, share of equal gaps, hours of rest."""

    zone: str  # Europe/Amsterdam, or UTC where the machine has no time zone data
    by_hour: NDArray[np.int64]  # sellers x 24
    moments: NDArray[np.int64]
    days: NDArray[np.int64]
    repeated: NDArray[np.float64]
    quiet_hours: NDArray[np.int64]


def posting_hours(moments: pa.Table, sellers: int) -> Hours:
    """The hours of all sellers, from the distinct minutes in which each posted (sorted by seller and minute)."""
    seller = moments.column("seller_no").to_numpy().astype(np.int64)
    minute = moments.column("minute").to_numpy().astype(np.int64)
    offset, zone = _offsets(minute)
    local = minute + offset
    by_hour = np.bincount(seller * 24 + local // _HOUR % 24, minlength=sellers * 24).reshape(sellers, 24)
    new_day = np.ones(len(seller), bool)  # the rows are sorted, so a day starts where seller or day changes
    new_day[1:] = (np.diff(seller) != 0) | (np.diff(local // _DAY) != 0)
    return Hours(
        zone=zone,
        by_hour=by_hour,
        moments=np.bincount(seller, minlength=sellers),
        days=np.bincount(seller[new_day], minlength=sellers),
        repeated=_repeated(seller, minute, sellers),
        quiet_hours=_longest_rest(by_hour),
    )


def busiest(by_hour: NDArray[np.int64], share: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First hour and length of the shortest stretch of the day that holds at least `share` of each seller's posts."""
    total = by_hour.sum(axis=1)
    twice = np.cumsum(
        np.concatenate([np.zeros((len(by_hour), 1), np.int64), by_hour, by_hour], axis=1), axis=1
    )
    first = np.zeros(len(by_hour), np.int64)
    length = np.full(len(by_hour), 24)
    for hours in range(23, 0, -1):
        held = twice[:, hours : hours + 24] - twice[:, :24]
        best = held.argmax(axis=1)
        enough = held[np.arange(len(by_hour)), best] >= share * total
        first[enough], length[enough] = best[enough], hours
    return first, length


def _offsets(minute: NDArray[np.int64]) -> tuple[NDArray[np.int64], str]:
    # The zone's offset changes on whole hours only, so one look-up per hour that occurs is enough.
    hours, where = np.unique(minute // _HOUR, return_inverse=True)
    try:
        zone = ZoneInfo(ZONE)
    except ZoneInfoNotFoundError:
        return np.zeros(len(minute), np.int64), "UTC"
    shifts = [datetime.fromtimestamp(int(hour) * 3600, tz=UTC).astimezone(zone).utcoffset() for hour in hours]
    found = np.array([int(shift.total_seconds()) // 60 if shift else 0 for shift in shifts], np.int64)
    return found[where] if len(found) else np.zeros(0, np.int64), ZONE


def _repeated(seller: NDArray[np.int64], minute: NDArray[np.int64], sellers: int) -> NDArray[np.float64]:
    gap = np.diff(minute)
    owner = seller[1:]
    kept = (owner == seller[:-1]) & (gap >= _BURST)
    gap, owner = gap[kept], owner[kept]
    order = np.lexsort((gap, owner))
    counts = np.bincount(owner, minlength=sellers)
    starts = np.cumsum(counts) - counts
    usual = np.zeros(sellers, np.int64)
    some = counts > 0
    usual[some] = gap[order][(starts + counts // 2)[some]]
    same = np.abs(gap - usual[owner]) <= _EQUAL * usual[owner]
    equal = np.bincount(owner[same], minlength=sellers)
    return np.divide(equal, counts, out=np.zeros(sellers), where=some)


def _longest_rest(by_hour: NDArray[np.int64]) -> NDArray[np.int64]:
    total = by_hour.sum(axis=1, keepdims=True)
    empty = by_hour <= _EMPTY * total
    longest = np.zeros(len(by_hour), np.int64)
    run = np.zeros(len(by_hour), np.int64)
    for hour in range(48):
        run = np.where(empty[:, hour % 24], run + 1, 0)
        longest = np.maximum(longest, run)
    return np.minimum(longest, 24)
