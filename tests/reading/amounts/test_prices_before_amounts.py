"""Prices that stand before what they are for, and prices of both or of each."""

import pytest

from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("gras 50er 6g, 100er 14g", "de", "cannabis 6 g 50; cannabis 14 g 100"),
        ("gras 3er 2g 50", "de", "cannabis 2 g 50"),
        ("weed: 50 bag = 3.5g", "en", "cannabis 3.5 g 50"),
        ("speed 600/1gr, 4800/10gr", "tr", "amphetamine 1 g 600; amphetamine 10 g 4800"),
        ("xtc 500 / 0,95 p.st", "nl", "mdma 500 pill 475"),
        ("coke point 5 £40", "en", "cocaine 0.5 g 40"),
        ("xanax zwei Streifen, 25 für beide", "de", "benzodiazepines 2 strip 25"),
        ("pistool 350, 600 beide", "de", "firearms 1 piece 350; firearms 2 piece 600"),
        ("xtc 20ea 10+ 15ea", "en", "mdma 1 pill 20; mdma 10 pill 150"),
        ("marlboro от 50 блоков, по 700", "ru", "tobacco-vapes 50 carton 35000"),
        ("гашиш 5 г по 9000", "ru", "cannabis 5 g 9000"),
    ],
)
def test_the_price_finds_its_amount(text: str, language: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
