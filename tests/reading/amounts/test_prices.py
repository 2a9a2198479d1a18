"""What one counted thing is, by its commodity, its language and the words for it."""

import pytest

from tests.reading.market_words import items_of, told

CASES = [
    ("ru", "меф 1 шт 1800, 2 шт 3200", "designer-drugs 1 g 1800; designer-drugs 2 g 3200"),
    ("ru", "2cb 5 шт 6000", "designer-drugs 5 pill 6000"),
    ("nl", "3mmc 5 stuks 60", "designer-drugs 5 pill 60"),
    ("fr", "9mm 200 cartouches 160", "ammunition 200 piece 160"),
    ("fr", "marlboro 2 cartouches 90", "tobacco-vapes 2 carton 90"),
    ("tr", "xtc tane 500, 20 tane 7500", "mdma 1 pill 500; mdma 20 pill 7500"),
    (
        "en",
        "marlboro sleeves, 50 up 38, 200 up 33",
        "tobacco-vapes 50 carton 1900; tobacco-vapes 200 carton 6600",
    ),
    ("nl", "marlboro dozen (50 sloffen), 1500 per doos", "tobacco-vapes 1 box 1500"),
    ("nl", "lyrica 7 zakjes 20", "prescription-medicines 7 piece 20"),
    ("nl", "meth 60 voor 1, 250 voor 5", "methamphetamine 1 g 60; methamphetamine 5 g 250"),
    ("nl", "meth 250 voor 5", "methamphetamine 250 g 5000"),
    ("fr", "9mm cartouches (200) 120", "ammunition 200 piece 120"),
    (
        "fr",
        "passeport\nrijbewijs 150\n10 paspoort cartes 100",
        "documents 1 piece 150; documents 10 piece 100",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_counts_goods_by_their_unit(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
