"""The course of a text: the kinds of words in it, and how they follow each other."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from schakel.reading.offers import search_text, wording_of
from schakel.reading.terms.lexicon import load_lexicons
from schakel.reading.weighing.course import course, sign_of


def test_two_languages_take_the_same_course() -> None:
    dutch, german = search_text("Zoek cocaïne?"), search_text("Suche Kokain?")
    assert course(dutch) == course(german)
    assert course(dutch) != course(search_text("Te koop: cocaïne!"))


def test_numbers_goods_names_and_signs_stand_in_their_order() -> None:
    row = course(search_text("ketamine 20 € @naam_hier\nwhat?")).partition("\4")[2]
    assert [sign for sign in row if sign < "\ue000"] == ["¤", "0", "€", "§", "|", "?"]


def test_digits_inside_a_name_are_no_numbers() -> None:
    row = course(search_text("ketamine @naam_0612")).partition("\4")[2]
    assert "0" not in row
    assert "§" in row


def test_no_two_kinds_of_words_share_a_sign() -> None:
    kinds = {(term.kind, term.concept) for term in load_lexicons().terms if term.kind != "commodity"}
    assert not [pair for pair in combinations(sorted(kinds), 2) if sign_of(*pair[0]) == sign_of(*pair[1])]


@given(st.text(max_size=300))
def test_any_text_has_a_course_of_bounded_length_and_the_same_twice(text: str) -> None:
    found = search_text(text)
    assert course(found) == course(found)
    assert len(course(found)) <= 190


def test_a_very_long_menu_keeps_within_what_the_sums_can_hold() -> None:
    wording = wording_of(search_text("ketamine 5 g 20 € zoek bezorgen @naam_hier! ?\n" * 400))
    letters = sum(len(wording) - size + 1 for size in (2, 3, 4, 5))
    assert letters + 2 * len(wording.split()) < 8000
