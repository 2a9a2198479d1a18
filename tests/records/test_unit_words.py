"""Units as people word them beside an amount."""

import pytest

from schakel.records.unit_words import unit_word, units_by_word

# The units of the design.
_UNITS = [
    "g",
    "kg",
    "mg",
    "ml",
    "l",
    "pill",
    "seal",
    "piece",
    "strip",
    "pack",
    "carton",
    "box",
    "ball",
    "block",
]


@pytest.mark.parametrize(
    ("unit", "amount", "english", "dutch"),
    [
        ("piece", 10, "pieces", "stuks"),
        ("pill", 1, "pill", "pil"),
        ("pill", 0.5, "pills", "pil"),
        ("pill", 0, "pills", "pillen"),
        ("box", None, "boxes", "dozen"),
        ("kg", 2, "kg", "kg"),
        ("barrel", 2, "barrel", "barrel"),
        (None, 2, "", ""),
    ],
)
def test_the_word_goes_with_the_amount(
    unit: str | None, amount: float | None, english: str, dutch: str
) -> None:
    assert (unit_word(unit, amount), unit_word(unit, amount, "nl")) == (english, dutch)


def test_every_unit_has_words_in_both_languages_and_english_words_mean_one_unit() -> None:
    for unit in _UNITS:
        assert unit_word(unit, 1) == unit
        assert unit_word(unit, 2, "nl")
        assert units_by_word()[unit_word(unit, 2)] == units_by_word()[unit] == unit
