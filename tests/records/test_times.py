from datetime import UTC, datetime

import pytest

from schakel.records.times import from_unix, to_unix, to_utc, written_utc


def test_a_written_clock_is_converted_not_relabelled() -> None:
    assert to_utc(datetime(2026, 1, 2, 12, 0), 180) == datetime(2026, 1, 2, 9, 0, tzinfo=UTC)  # noqa: DTZ001


def test_unix_seconds_go_there_and_back() -> None:
    assert to_unix(from_unix(1767323045)) == 1767323045
    assert written_utc(from_unix(1767323045)) == "2026-01-02T03:04:05Z"


def test_a_moment_without_zone_is_refused() -> None:
    naive = datetime(2026, 1, 2)  # noqa: DTZ001
    with pytest.raises(ValueError, match="zone"):
        to_unix(naive)
    with pytest.raises(ValueError, match="zone"):
        written_utc(naive)
