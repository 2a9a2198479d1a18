import pytest

from schakel.records.name_letters import letters, plain


@pytest.mark.parametrize(
    ("word", "folded"),
    [("LUCKY", "lucky"), ("Bоef", "boef"), ("Böef", "boef"), ("ﬁets", "fiets"), ("ßø", "ßo"), ("", "")],
)  # the о of the second is Cyrillic
def test_letters_are_told_without_capitals_marks_and_disguise(word: str, folded: str) -> None:
    assert letters(word) == folded


def test_a_digit_is_plain_as_the_letter_that_it_may_stand_for() -> None:
    assert plain("b0ef1") == "boefi" == plain("boefl")
