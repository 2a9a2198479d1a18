"""The simplest messages in seven languages: an ad that says what, how much and for how much must not be missed."""

from collections.abc import Sequence
from pathlib import Path
from tomllib import loads
from typing import NamedTuple

import pyarrow as pa
import pytest

from schakel.reading.candidates import candidate_mask
from schakel.reading.offers import TextReading, read_texts

_TABLE = loads((Path(__file__).parent / "plain_messages.toml").read_text(encoding="utf-8"))
_LANGUAGES = ("nl", "en", "de", "fr", "es", "ru", "tr")
# Right of 105 offers, 70 requests, 63 vouches and 63 warnings. Floors: they only rise.
_FLOORS = {"offer": 105, "request": 70, "vouch": 62, "warning": 63}


class _Told(NamedTuple):
    language: str
    act: str
    text: str
    reading: TextReading


@pytest.fixture(scope="module")
def told() -> list[_Told]:
    rows = [
        (language, act, text)
        for language, acts in _TABLE.items()
        for act, texts in acts.items()
        for text in texts.strip().split("\n")
    ]
    readings = read_texts([text for _, _, text in rows])
    return [_Told(*row, reading) for row, reading in zip(rows, readings, strict=True)]


def _missed(told: Sequence[_Told]) -> list[str]:
    return [f"{one.reading.act}: {one.text}" for one in told if one.reading.act != one.act]


def test_the_table_has_three_hundred_different_messages(told: list[_Told]) -> None:
    assert len({one.text for one in told}) >= 300
    assert {one.language for one in told} == set(_LANGUAGES)


@pytest.mark.parametrize("act", list(_FLOORS))
def test_no_more_are_missed_than_before(told: list[_Told], act: str) -> None:
    of_act = [one for one in told if one.act == act]
    missed = _missed(of_act)
    assert len(of_act) - len(missed) >= _FLOORS[act], missed


@pytest.mark.parametrize("language", _LANGUAGES)
def test_no_language_lags_behind(told: list[_Told], language: str) -> None:
    missed = _missed([one for one in told if one.language == language])
    assert len(missed) <= 1, missed


def test_what_is_offered_or_asked_for_is_named(told: list[_Told]) -> None:
    silent = [
        one.text
        for one in told
        if one.act in {"offer", "request"} and one.reading.act == one.act and not _commodities(one.reading)
    ]
    assert not silent


def test_the_quick_pass_keeps_them(told: list[_Told]) -> None:
    found = [one.text for one in told if one.reading.act == one.act]
    kept = candidate_mask(pa.array(found))
    assert [text for text, here in zip(found, kept, strict=True) if not here] == []


def _commodities(reading: TextReading) -> set[str]:
    return {item.commodity for item in reading.items if item.commodity}
