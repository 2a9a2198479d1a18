"""Numbers with what follows them."""

import pytest

from tests.reading.market_words import items_of, told

CASES = [
    ("en", "ghb 30 mil 15", "ghb 30 ml 15"),
    ("nl", "ghb honderd mil 30", "ghb 100 ml 30"),
    ("es", "wit 2 mil 5g", "cocaine 5 g 2000"),
    ("ru", "marlboro 85 пачка", "tobacco-vapes 1 pack 85"),
    ("en", "xtc fifty for twenty-five pound", "mdma 50 pill 25"),
    ("en", "wiet 2 pound 5000", "cannabis 896 g 5000"),
    ("nl", "marlboro 45 slof, 10 sloffen 400", "tobacco-vapes 1 carton 45; tobacco-vapes 10 carton 400"),
    ("nl", "nog 3 slof marlboro", "tobacco-vapes 3 carton -"),
    (
        "es",
        "pastis\nde 10 a 49 .... 4,50\nde 50 a 199 .... 3,50\nde 200 a 999 .... 2",
        "mdma 10 pill 45; mdma 50 pill 175; mdma 200 pill 400",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_reads_the_word_behind_a_number(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
