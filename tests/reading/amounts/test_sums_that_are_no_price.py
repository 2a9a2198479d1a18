"""Sums that are no price of what is sold: former and shop prices, surcharges, what stands on notes, what was said already."""

import pytest

from tests.reading.market_words import items_of, told

FORMER = [
    ("es", "rolex 240€ (antes 300)", "counterfeit-goods 1 piece 240"),
    ("ru", "кокаин 1 г 3100 ₽ (было 3600)", "cocaine 1 g 3100"),
    ("tr", "rolex 2.400₺ eski fiyat 3.000", "counterfeit-goods 1 piece 2400"),
    ("nl", "Oud: 55. Nieuw: 45 per gram coke", "cocaine 1 g 45"),
    ("en", "rolex £150, retails £2000", "counterfeit-goods 1 piece 150"),
    ("de", "rolex 150€, UVP 2.000€", "counterfeit-goods 1 piece 150"),
    ("fr", "coke 1g 60€ (ancien prix 80€)", "cocaine 1 g 60"),
]
SURCHARGES = [
    ("de", "koks 1g 70, Fahrer in ganz Berlin (+10€)", "cocaine 1 g 70"),
    ("fr", "coke 1g 60, mini de commande 50 balles, +5 partout", "cocaine 1 g 60"),
    ("tr", "keta 5 gr 1.500. Antalya, mektupla da olur +80₺", "ketamine 5 g 1500"),
    ("nl", "pistool 1750, 9mm +300€", "firearms 1 piece 1750; ammunition 1 piece 300"),
]
NOTES = [
    (
        "en",
        "valsgeld: 50 x £10 = £130, 50 x £20 = £240",
        "counterfeit-money 50 piece 130; counterfeit-money 50 piece 240",
    ),
    ("nl", "valsgeld 20x 50 euro = 220", "counterfeit-money 20 piece 220"),
    ("de", "valsgeld 20 Stück à 50 = 180", "counterfeit-money 20 piece 180"),
    (
        "de",
        "valsgeld 20 Stück 180, 50 Stück 160",
        "counterfeit-money 20 piece 180; counterfeit-money 50 piece 160",
    ),
]
SAID_TWICE = [
    ("en", "ket half oz 14g £240", "ketamine 14 g 240"),
    ("en", "ket eighth 3.5g £75", "ketamine 3.5 g 75"),
]


@pytest.mark.parametrize(("language", "text", "expected"), FORMER)
def test_a_former_price_and_that_of_a_shop_are_left_out(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), SURCHARGES)
def test_a_sum_on_top_beside_no_goods_is_left_out(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), NOTES)
def test_what_stands_on_notes_is_no_price_of_them(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), SAID_TWICE)
def test_an_amount_said_twice_has_one_price(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
