from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.deciding.capacity import Capacity, parse_hours
from schakel.deciding.units import national_unit, unit_names, unit_of
from schakel.records.errors import SettingsError


def test_units_in_full_and_short_are_read() -> None:
    assert parse_hours("landelijk=120,oost=40").hours == {"landelijk": 120.0, "oost-nederland": 40.0}
    assert parse_hours(" ZWB = 12.5 ; Den Haag=0 ").hours == {"zeeland-west-brabant": 12.5, "den-haag": 0.0}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "No hours"),
        ("oost", "which unit"),
        ("oost=veel", "not a number"),
        ("oost=-1", "between 0"),
        ("oost=nan", "between 0"),
        ("oost=inf", "between 0"),
        ("atlantis=10", "no unit"),
        ("=10", "no unit"),
        ("oost=1,oost-nederland=2", "named twice"),
        ("oost=12,5", "which unit"),
        ("oost=", "not a number"),
    ],
)
def test_what_cannot_be_read_is_told_in_plain_words(text: str, word: str) -> None:
    with pytest.raises(SettingsError) as told:
        parse_hours(text)
    assert word in told.value.diagnostics()
    assert told.value.todo


@given(st.text(max_size=60))
def test_no_text_gives_anything_but_hours_or_a_settings_error(text: str) -> None:
    hours = {}
    with suppress(SettingsError):
        hours = dict(parse_hours(text).hours)
    assert set(hours) <= set(unit_names().values())


def test_hours_below_zero_cannot_be_built() -> None:
    with pytest.raises(SettingsError):
        Capacity({"landelijk": -1.0})


def test_areas_go_to_their_units() -> None:
    assert unit_of("Tilburg, Noord-Brabant") == "zeeland-west-brabant"
    assert unit_of("Eindhoven, Noord-Brabant") == "oost-brabant"
    assert unit_of("Amsterdam, Noord-Holland") == "amsterdam"
    assert unit_of("Hilversum, Noord-Holland") == "midden-nederland"
    assert unit_of("Rotterdam, Zuid-Holland") == "rotterdam"
    assert unit_of("Nuenen, Gerwen en Nederwetten, Noord-Brabant") == "oost-brabant"
    assert unit_of("Limburg") == "limburg"
    assert unit_of(None) == unit_of("Antwerpen") == national_unit() == "landelijk"


def test_all_twelve_provinces_have_one_of_eleven_units() -> None:
    provinces = "Groningen Friesland Drenthe Overijssel Flevoland Gelderland Utrecht Noord-Holland Zuid-Holland Zeeland Noord-Brabant Limburg"
    assert national_unit() not in {unit_of(province) for province in provinces.split()}
    assert len(set(unit_names().values())) == 11
