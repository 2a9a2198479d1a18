from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pyarrow as pa
import pytest

from schakel.judging.business import hours
from schakel.judging.business.hours import busiest, posting_hours


def moments(*written: str, seller: int = 0) -> pa.Table:
    minutes = sorted(int(datetime.fromisoformat(w).replace(tzinfo=UTC).timestamp()) // 60 for w in written)
    ads = pa.array([True] * len(minutes), pa.bool_())
    return pa.table({"seller_no": [seller] * len(minutes), "minute": minutes, "ad": ads})


def test_summer_and_winter_follow_the_dutch_clock() -> None:
    found = posting_hours(moments("2025-01-10 20:00", "2025-07-10 19:00"), 1)
    assert found.by_hour[0].tolist() == [2 if hour == 21 else 0 for hour in range(24)]
    assert found.zone == "Europe/Amsterdam"
    assert found.days.tolist() == [2]


def test_without_zone_data_it_is_utc_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> ZoneInfo:
        raise ZoneInfoNotFoundError

    monkeypatch.setattr(hours, "ZoneInfo", missing)
    found = posting_hours(moments("2025-07-10 19:00"), 1)
    assert (found.zone, found.by_hour[0, 19]) == ("UTC", 1)


def test_the_shortest_stretch_runs_over_midnight() -> None:
    late = [f"2025-07-{day:02d} {hour}:30" for day in range(1, 8) for hour in ("20", "21", "22", "23")]
    first, length = busiest(posting_hours(moments(*late, "2025-07-01 08:00"), 1).by_hour, 0.9)
    assert (first.tolist(), length.tolist()) == ([22], [4])


def test_a_seller_without_posts_has_no_hours() -> None:
    found = posting_hours(moments("2025-07-10 19:00", seller=1), 3)
    assert found.moments.tolist() == [0, 1, 0]
    assert found.regular.tolist() == [0.0, 0.0, 0.0]


def test_bursts_through_several_chats_are_one_beat() -> None:
    beat = [f"2025-07-01 {hour:02d}:{minute:02d}" for hour in range(12) for minute in (0, 1, 2)]
    assert posting_hours(moments(*beat), 1).regular[0] == 1.0
