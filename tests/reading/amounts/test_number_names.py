"""Digits that are part of a name, and short words for pieces."""

import pytest

from tests.reading.market_words import items_of, told

CASES = [
    ("es", "granaat 6 u 300", "explosives 6 piece 300"),
    ("en", "rolex\n15 pro rolex 300", "counterfeit-goods 1 piece 300"),
    ("de", "wit\n85€ 1er\n160€ 2er", "cocaine 1 g 85; cocaine 2 g 160"),
    ("de", "tilidin 100er 50 Stück 40", "opioids 50 pill 40"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_tells_names_from_amounts(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
