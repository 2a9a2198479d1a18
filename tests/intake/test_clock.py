"""A clock reading is converted with a zone, never relabelled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.intake.clock import read_zone, unix_of, weakest_clock
from schakel.records.errors import SettingsError


@pytest.mark.parametrize(
    ("zone", "written", "seconds"),
    [
        ("UTC", "1970-01-01T00:00:10", 10),
        ("+02:00", "1970-01-01T02:00:10", 10),
        ("-0330", "1970-01-01T00:00:00", 12600),
        ("UTC+01:00", "1970-01-01T01:00:00", 0),
        ("Europe/Amsterdam", "2024-07-01T12:00:00", 1719828000),
        ("Europe/Amsterdam", "2024-10-27T02:30:00", 1729989000),  # the hour that comes twice: the first
        ("+00:00", "1969-12-31T23:59:59", None),
        ("+00:00", "not a time", None),
        ("", "2024-07-01T12:00:00", None),
    ],
)
def test_a_reading_becomes_a_moment(zone: str, written: str, seconds: int | None) -> None:
    assert unix_of(written, read_zone(zone)) == seconds


@pytest.mark.parametrize("zone", ["+25:00", "Amsterdam", "../etc/passwd", "a\0b", "+1:00"])
def test_what_is_no_zone_is_refused(zone: str) -> None:
    with pytest.raises(SettingsError):
        read_zone(zone)


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    assert unix_of(text, read_zone("UTC")) is None or text


def test_the_least_certain_origin_counts() -> None:
    assert weakest_clock({"unixtime", "operator"}) == "operator"
    assert weakest_clock(set()) == ""
