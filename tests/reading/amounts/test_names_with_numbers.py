"""Digits that are no amount and no price: hours, ordinals, models, numbers of lines, what an account has at least."""

import pytest

from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("[1] wiet 5g 40\n[2] hash 5g 30", "nl", "cannabis 5 g 40; cannabis 5 g 30"),
        ("coke 1g 50, vanaf 17.30", "nl", "cocaine 1 g 50"),
        ("cobra 25 stuks 90, na 20.00", "nl", "fireworks 25 piece 90"),
        ("wit 1g 50, tot de 15e", "nl", "cocaine 1 g 50"),
        ("wit 1g 50, 2e voor 40", "nl", "cocaine 1 g 50; cocaine 1 g 40"),
        ("wit 1g 50e, 2g 90e", "nl", "cocaine 1 g 50; cocaine 2 g 90"),
        ("paspoort 15 pro 400", "nl", "documents 1 piece 400"),
        ("coke 2 g 90 pro g", "de", "cocaine 2 g 180"),
        ("vapes 500+: 25", "nl", "tobacco-vapes 1 piece 25"),
        ("vapes 12, 10+ 9", "nl", "tobacco-vapes 1 piece 12; tobacco-vapes 10 piece 90"),
        ("лирика 50т 1800", "ru", "prescription-medicines 50 pill 1800"),
        ("лирика 14 шт 2т", "ru", "prescription-medicines 14 pill 2000"),
        ("lyrica 300 x50 25", "en", "prescription-medicines 50 pill 25"),
        ("cobra 100 Schuss 80", "de", "fireworks 1 piece 80"),
        ("9mm 100 Schuss 80", "de", "ammunition 100 piece 80"),
        ("weed 3.5g 40, weed cart 1g 35", "en", "cannabis 3.5 g 40; cannabis 1 piece 35"),
        ("weed carts 1ml - 40 or 3 for 100", "en", "cannabis 1 piece 40; cannabis 3 piece 100"),
        ("paddos kweekset 1200 cc 45", "nl", "psilocybin 1 piece 45"),
        ("wit 50/1 - 90/2", "nl", "cocaine 1 g 50; cocaine 2 g 90"),
    ],
)
def test_digits_that_belong_to_something_else(text: str, language: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
