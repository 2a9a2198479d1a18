"""Digits that belong to something else, and words for a hundred."""

import pytest

from tests.reading.market_words import items_of, told

CASES = [
    ("en", "coke oz 11hunnid", "cocaine 28 g 1100"),
    ("en", "oxy 100 for 2 hundred", "opioids 100 pill 200"),
    ("nl", "xtc 10 = 60 honderd = 700", "mdma 10 pill 60; mdma 100 pill 700"),
    ("nl", "cobra 6 st 9 euro", "fireworks 1 piece 9"),
    ("nl", "cobra 6 p/st 9, tien voor 80", "fireworks 1 piece 9; fireworks 10 piece 80"),
    ("nl", "cobra 6 voor 40", "fireworks 6 piece 40"),
    ("nl", "cobra 10 st 90", "fireworks 10 piece 90"),
    ("en", "patronen 9mm, a dozen 25, hundred 150", "ammunition 12 piece 25; ammunition 100 piece 150"),
    ("nl", "lachgas 2 dozen 300", "nitrous-oxide 2 box 300"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_reads_hundreds_and_models(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
