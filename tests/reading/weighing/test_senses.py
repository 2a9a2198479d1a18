"""What the everyday words of a text speak of."""

from collections import Counter
from importlib.resources import files
from tomllib import loads

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.reading.offers import search_text
from schakel.reading.weighing.course import marks_of_form
from schakel.reading.weighing.senses import sense_names, sense_of, sense_row

LANGUAGES = ("nl", "en", "de", "fr", "es", "ru", "tr")


def row_of(text: str) -> str:
    found = search_text(text)
    return sense_row(found, marks_of_form(found))


def listed(language: str) -> dict[str, list[str]]:
    text = files("schakel.lexicons").joinpath(f"senses_{language}.toml").read_text("utf-8")
    return {name: words.split() for name, words in loads(text)["senses"].items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_every_sense_and_no_word_has_many(language: str) -> None:
    senses = listed(language)
    assert tuple(senses) == sense_names()
    assert all(senses.values())
    assert max(Counter(word for words in senses.values() for word in words).values()) <= 2


def test_words_of_one_sense_share_a_sign_in_all_languages() -> None:
    police = {sense_of(word) for word in ("politie", "polizei", "police", "policia", "полиция", "polis")}
    past = {sense_of(word) for word in ("gisteren", "gestern", "yesterday", "ayer", "вчера", "dun")}
    assert (len(police), len(past)) == (1, 1)
    assert police != past
    assert sense_of("xqzzy") == ""


def test_goods_numbers_and_names_stand_among_the_senses_and_hide_theirs() -> None:
    row = row_of("gisteren ketamine 20 @gisteren_hier?").partition("\6")[2].strip()
    assert row == f"{sense_of('gisteren')}¤0§?"


def test_two_languages_say_the_same() -> None:
    assert row_of("gisteren politie") == row_of("gestern polizei")


@given(st.text(max_size=300))
def test_any_text_has_a_row_of_bounded_length_and_the_same_twice(text: str) -> None:
    assert row_of(text) == row_of(text)
    assert len(row_of(text)) <= 2 * 150 + 150 + 10
