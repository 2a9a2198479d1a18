"""Prices of one that stand before the amount from which they hold."""

import pytest

from schakel.reading.amounts.measure_words import load_measure_words
from schakel.reading.amounts.offer_parts import AMOUNT, AT, FROM, MONEY, PER, PRODUCT, Part
from schakel.reading.amounts.prices_from_amounts import prices_behind_their_amounts
from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("speed 4 euro vanaf 50 g", "nl", "amphetamine 50 g 200"),
        ("speed 4 vanaf 50 g, 3 vanaf 100 g", "nl", "amphetamine 50 g 200; amphetamine 100 g 300"),
        ("coke 45 from 5g, 40 from 10g", "en", "cocaine 5 g 225; cocaine 10 g 400"),
        ("gras 9 ab 10g", "de", "cannabis 10 g 90"),
        ("меф по 1800 от 10г", "ru", "designer-drugs 10 g 18000"),
        # more costs more: these are the prices of all
        ("wiet 50 euro vanaf 5 gram, 90 vanaf 10 gram", "nl", "cannabis 5 g 50; cannabis 10 g 90"),
        # nobody asks so much for a gram
        ("меф 18000 от 10г", "ru", "designer-drugs 10 g 18000"),
        ("кокаин 90000 от 10г", "ru", "cocaine 10 g 90000"),
        ("гашиш 12000 от 10 г", "ru", "cannabis 10 g 12000"),
        # another price belongs to the amount
        ("hasj 1g 10 vanaf 10g 8", "nl", "cannabis 1 g 10; cannabis 10 g 80"),
        ("кокаин 1г 10000, от 5г по 9000", "ru", "cocaine 1 g 10000; cocaine 5 g 45000"),
    ],
)
def test_a_price_before_the_amount_from_which_it_holds_is_that_of_one(
    text: str, language: str, expected: str
) -> None:
    assert told(items_of(text, language)) == expected


def test_the_price_is_put_behind_its_amount() -> None:
    row = [Part(PRODUCT, 0, 5), Part(MONEY, 6, 7, 4.0), Part(FROM, 8, 13), Part(AMOUNT, 14, 18, 50.0, "g")]
    (turned,) = prices_behind_their_amounts([row], load_measure_words(), "nl")
    assert [part.kind for part in turned] == [PRODUCT, FROM, AMOUNT, AT, MONEY]


def test_lines_without_such_a_price_are_the_same() -> None:
    row = [
        Part(MONEY, 0, 2, 15.0),
        Part(PER, 3, 8, 1.0, "g"),
        Part(FROM, 9, 14),
        Part(AMOUNT, 15, 17, 5.0, "g"),
    ]
    rows = [row]
    assert prices_behind_their_amounts(rows, load_measure_words(), "nl") is rows
