import pytest

from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("🐚 = coke 🐎 = ket\n🐚 1g 50\n🐎 1g 25", "nl", "cocaine 1 g 50; ketamine 1 g 25"),
        ("🐚 coca, 🐎 keta\n🐚 1g 60 🐎 5g 120", "es", "cocaine 1 g 60; ketamine 5 g 120"),
        ("B: bruin, W: wit\nB 1g 40\nW 1g 50", "nl", "heroin 1 g 40; cocaine 1 g 50"),
        ("🍁 = wit\n🍁 1g 50", "nl", "cocaine 1 g 50"),  # the writer's word goes before the usual meaning
    ],
)
def test_a_sign_stands_for_what_the_legend_says(text: str, language: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = wit\nvandaag 1g 50", "cocaine 1 g 50"),  # a letter within a word stands for nothing
        ("🐚 wit 1g 50\n🐚 ket 1g 25", "cocaine 1 g 50; ketamine 1 g 25"),  # a mark before lines with prices
    ],
)
def test_marks_and_letters_of_words_stand_for_nothing(text: str, expected: str) -> None:
    assert told(items_of(text, "nl")) == expected
