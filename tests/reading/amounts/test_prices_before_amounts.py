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


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("lsd (10) 60€ (50) 240€", "de", "lsd 10 seal 60; lsd 50 seal 240"),
        ("3mmc (3) → 20/g", "nl", "designer-drugs 1 g 20"),
        ("crack 10 = 1, 25 = 3, 50 = 7", "nl", "crack 1 ball 10; crack 3 ball 25; crack 7 ball 50"),
        ("xtc 10-49: 3, 50-99: 2", "nl", "mdma 10 pill 30; mdma 50 pill 100"),
        ("xtc 10 t/m 49 ..... 2,50", "nl", "mdma 10 pill 2.5"),
        ("xtc 50=200 100=350", "fr", "mdma 50 pill 200; mdma 100 pill 350"),
        ("xanax x50 80 € x100 140 €", "fr", "benzodiazepines 50 pill 80; benzodiazepines 100 pill 140"),
        ("coke 10 000 €", "fr", "cocaine 1 kg 10000"),
        (
            "marlboro karton 48€, 5 karton alana 45ten",
            "tr",
            "tobacco-vapes 1 carton 48; tobacco-vapes 5 carton 225",
        ),
        ("cobra Schachtel 25", "de", "fireworks 1 box 25"),
        ("marlboro Schachtel 6", "de", "tobacco-vapes 1 pack 6"),
    ],
)
def test_counts_beside_their_prices(text: str, language: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
