"""Amounts as titles on market sites write them."""

import pytest

from schakel.reading.offers import read_text


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("50mg Fentanyl powder, USA domestic", (50.0, "mg")),
        ("1000mg alprazolam, 99% pure", (1000.0, "mg")),
        ("2 kilo speed, dry", (2.0, "kg")),
        ("20 x oxycodone 30mg tablets, pure pharma", (20.0, "pill")),
        ("100 x Adderall® 30mg", (100.0, "pill")),
    ],
)
def test_the_amount_of_a_title(text: str, amount: tuple[float, str]) -> None:
    [item] = read_text(text).items
    assert (item.quantity, item.unit) == amount


def test_the_strength_of_a_pill_is_no_amount() -> None:
    [item] = read_text("Oxycodone 30mg tablets, pure pharma").items
    assert item.quantity is None


@pytest.mark.parametrize(
    ("text", "commodity"),
    [
        ("Dark blonde hash 3.5g", "cannabis"),
        ("Freebase DMT crystals 0.5g", "designer-drugs"),
        ("Ketamine crystal shards 5g", "ketamine"),
        ("Bolivian crack 1g", "crack"),
    ],
)
def test_a_word_that_describes_goods_beside_it_is_no_second_ware(text: str, commodity: str) -> None:
    assert [item.commodity for item in read_text(text).items] == [commodity]
