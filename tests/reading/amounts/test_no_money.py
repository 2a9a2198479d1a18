"""Words for money that mean something else unless they stand close behind a number."""

import pytest

from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1 gram wiet 10eu", "cannabis 1 g 10"),
        ("25 kilo wiet 75500eu", "cannabis 25 kg 75500"),
        ("xtc 50 = 100eu, 100 = 180eu", "mdma 50 pill 100; mdma 100 pill 180"),
        ("xtc 5eu per stuk", "mdma 1 pill 5"),
        ("wiet 1g 10,00EU", "cannabis 1 g 10"),
    ],
)
def test_a_sum_close_by(text: str, items: str) -> None:
    assert told(items_of(text)) == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("2 EU paspoort 1500 euro", "documents 2 piece 1500"),
        ("paspoort uit 3 EU landen 2500", "documents 1 piece 2500"),
        ("1kg coke 28k EU", "cocaine 1 kg 28000"),
        ("paspoort 2EU 1500 euro", "documents 1 piece 1500"),
    ],
)
def test_the_union_is_no_money(text: str, items: str) -> None:
    assert told(items_of(text)) == items
