"""Prices before their amounts, numbers in words beside each other, and numbers that are no price."""

import pytest

from tests.reading.market_words import items_of, told

CASES = [
    ("nl", "keta 20 voor ene, 85 voor vijf", "ketamine 1 g 20; ketamine 5 g 85"),
    ("nl", "meth 55 voor een half, 100 voor een hele", "methamphetamine 0.5 g 55; methamphetamine 1 g 100"),
    ("en", "coke: 80/1, 150/2", "cocaine 1 g 80; cocaine 2 g 150"),
    ("nl", "valium 100/60 1000/400", "benzodiazepines 100 pill 60; benzodiazepines 1000 pill 400"),
    (
        "nl",
        "2cb 4,50 / 10=35 / 100=240",
        "designer-drugs 1 pill 4.5; designer-drugs 10 pill 35; designer-drugs 100 pill 240",
    ),
    ("en", "lsd sheet £280, 5 sheets £1100", "lsd 100 seal 280; lsd 500 seal 1100"),
    ("fr", "wiet, dix les 2g", "cannabis 2 g 10"),
    ("nl", "paspoort mbo 4, 550", "documents 1 piece 550"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_reads_the_amount_wherever_it_stands(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
