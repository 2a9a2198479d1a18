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
_REST = 6  # hours
_AWAKE = 0.6  # share of the day in which people post, for what chance gives

Values = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Hours:
    """Per seller: posts by hour of the local day, distinct minutes and days; of its ads the number of minutes, the share
    that keeps to a beat, and the share in the quietest six hours in a row.
    """

    zone: str  # Europe/Amsterdam, or UTC where the machine has no time zone data
    by_hour: NDArray[np.int64]  # sellers x 24
    moments: NDArray[np.int64]
    days: NDArray[np.int64]
    ads: NDArray[np.int64]
    regular: NDArray[np.float64]
    quietest: NDArray[np.float64]


def posting_hours(moments: pa.Table, sellers: int) -> Hours:
    """The hours of all sellers, from the distinct minutes in which each posted (sorted by seller and minute)."""
    seller = moments.column("seller_no").to_numpy().astype(np.int64)
    minute = moments.column("minute").to_numpy().astype(np.int64)
    offset, zone = _offsets(minute)
    local = minute + offset
    by_hour = np.bincount(seller * 24 + local // _HOUR % 24, minlength=sellers * 24).reshape(sellers, 24)
    new_day = np.ones(len(seller), bool)  # the rows are sorted, so a day starts where seller or day changes
    new_day[1:] = (np.diff(seller) != 0) | (np.diff(local // _DAY) != 0)
    ad = moments.column("ad").to_numpy()
    own, hour = seller[ad], local[ad] // _HOUR % 24
    ads_by_hour = np.bincount(own * 24 + hour, minlength=sellers * 24).reshape(sellers, 24)
    return Hours(
        zone=zone,
        by_hour=by_hour,
        moments=np.bincount(seller, minlength=sellers),
        days=np.bincount(seller[new_day], minlength=sellers),
        ads=np.bincount(own, minlength=sellers),
        regular=_regular(own, minute[ad], local[ad], sellers),
        quietest=_quietest(ads_by_hour),
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


def _regular(seller: Values, minute: Values, local: Values, sellers: int) -> NDArray[np.float64]:
    """How much of the posting keeps to a beat: equal gaps, the same minutes of the day, or of the hour."""
    kinds = (
        _equal_gaps(seller, minute, sellers),
        _same_minutes(seller, local % _DAY, _DAY, sellers),
        _same_minutes(seller, local % _HOUR, _HOUR, sellers),
    )
    return np.asarray(np.max(np.stack(kinds), axis=0))


def _equal_gaps(seller: Values, minute: Values, sellers: int) -> NDArray[np.float64]:
    """Of the gaps that follow a gap of the same seller, the share of the same length."""
    gap, owner = np.diff(minute), seller[1:]
    kept = (owner == seller[:-1]) & (gap >= _BURST)
    gap, owner = gap[kept], owner[kept]
    pair = owner[1:] == owner[:-1]
    same = pair & (np.abs(np.diff(gap)) <= np.maximum(_EQUAL * gap[:-1], 1.0))
    pairs = np.bincount(owner[1:][pair], minlength=sellers)
    equal = np.bincount(owner[1:][same], minlength=sellers)
    return np.asarray(np.divide(equal, pairs, out=np.zeros(sellers), where=pairs > 0))


def _same_minutes(seller: Values, minute: Values, length: int, sellers: int) -> NDArray[np.float64]:
    """Share of posts in minutes of the cycle that come back, less what chance gives to so many posts."""
    posts = np.bincount(seller, minlength=sellers)
    cells, times = np.unique(seller * length + minute, return_counts=True)
    usual = posts / (length * _AWAKE)
    back = times > np.maximum(1.0, usual + 3.0 * np.sqrt(usual))[cells // length]
    again = np.bincount((cells // length)[back], weights=times[back], minlength=sellers)
    share = np.divide(again, posts, out=np.zeros(sellers), where=posts > 0)
    chance = 1.0 - np.exp(-usual) if length == _DAY else 0.0
    return np.asarray(np.maximum(share - chance, 0.0))


def _quietest(by_hour: NDArray[np.int64]) -> NDArray[np.float64]:
    """The share of posts in the six hours in a row that hold the fewest."""
    twice = np.concatenate([by_hour, by_hour[:, :_REST]], axis=1)
    held = np.stack([twice[:, hour : hour + _REST].sum(axis=1) for hour in range(24)], axis=1)
    return np.asarray(held.min(axis=1) / np.maximum(by_hour.sum(axis=1), 1))
