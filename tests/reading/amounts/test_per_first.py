"""Lines in which each amount stands behind "per" and before its price."""

import pytest

from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("pillen per 100 90 euro per 1000 650", "mdma 100 pill 90; mdma 1000 pill 650"),
        ("wiet per 5 gram 45 per 10 gram 85", "cannabis 5 g 45; cannabis 10 g 85"),
        ("coke per gram 50 per 5 gram 220", "cocaine 1 g 50; cocaine 5 g 220"),
        ("vapes per stuk 12 per doos voor 100", "tobacco-vapes 1 piece 12; tobacco-vapes 1 box 100"),
        ("hash per ons 250 per kilo 2000", "cannabis 100 g 250; cannabis 1 kg 2000"),
    ],
)
def test_amounts_and_their_prices(text: str, items: str) -> None:
    assert told(items_of(text)) == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("hasj 10 per gram 45 per 5", "cannabis 1 g 10; cannabis 5 g 45"),  # prices first
        ("10 euro per 5 gram hasj", "cannabis 5 g 10"),
        ("wiet 10 per gram, per 5 45", "cannabis 1 g 10; cannabis 5 g 45"),
    ],
)
def test_prices_before_per_stay(text: str, items: str) -> None:
    assert told(items_of(text)) == items
