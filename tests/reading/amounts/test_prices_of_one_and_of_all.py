"""Prices of one and prices of all: what leads to them, and what only looks like it."""

import pytest

from tests.reading.market_words import items_of, told

RATES = [
    ("de", "passeport, neu, je 700, zwei 1200", "documents 1 piece 700; documents 2 piece 1200"),
    ("de", "350 pro passeport", "documents 1 piece 350"),
    ("en", "stolen stock, 80 quid per rolex", "counterfeit-goods 1 piece 80"),
    ("fr", "90 par passeport", "documents 1 piece 90"),
]
WORDS = [
    ("en", "rolex £160, any two £300", "counterfeit-goods 1 piece 160; counterfeit-goods 2 piece 300"),
    ("fr", "glock 17 neuf 2800", "firearms 1 piece 2800"),
    ("fr", "ket neuf grammes 200", "ketamine 9 g 200"),
]
ENDS = [
    ("tr", "rolex 60$. 10'lu 200$", "counterfeit-goods 1 piece 60; counterfeit-goods 10 piece 200"),
    ("de", "speed halbes Kilo 750, Kilo 1,3", "amphetamine 0.5 kg 750; amphetamine 1 kg 1300"),
]


@pytest.mark.parametrize(("language", "text", "expected"), RATES)
def test_a_word_for_each_before_or_behind_a_price_makes_it_that_of_one(
    language: str, text: str, expected: str
) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), WORDS)
def test_a_spelled_number_counts_and_is_no_name(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), ENDS)
def test_a_price_ends_where_the_next_begins(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


THRESHOLDS = [
    (
        "en",
        "marlboro sleeves: £55 for one, £50 each if you take 5, £45 each on 20+",
        "tobacco-vapes 1 carton 55; tobacco-vapes 5 carton 250; tobacco-vapes 20 carton 900",
    ),
    ("fr", "coke 58 le g à partir de 10, sinon 65", "cocaine 10 g 580; cocaine 1 g 65"),
    ("nl", "xtc 3 per stuk bij 50, anders 5", "mdma 50 pill 150; mdma 1 pill 5"),
    ("de", "xtc 3 das Stück bei 50, sonst 5", "mdma 50 pill 150; mdma 1 pill 5"),
    ("es", "xtc 3 la unidad si llevas 50", "mdma 50 pill 150"),
    ("ru", "экстази 300 р штука при покупке 50", "mdma 50 pill 15000"),
    ("en", "sleeves of marlboro £55 each", "tobacco-vapes 1 carton 55"),
    ("de", "hasch, die Piece 5g 30", "cannabis 5 g 30"),
]


@pytest.mark.parametrize(("language", "text", "expected"), THRESHOLDS)
def test_a_price_of_one_holds_from_the_amount_behind_it(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


def test_the_next_price_of_one_is_not_that_of_the_amount_before_it() -> None:
    text = "xtc £5 each, £4 each from 10, £3 each from 50"
    assert told(items_of(text, "en")) == "mdma 1 pill 5; mdma 10 pill 40; mdma 50 pill 150"


def test_a_box_with_its_price_says_nothing_of_the_next_goods() -> None:
    text = "cobra caja de 25 a 18, nitraten 12 la unidad"
    assert told(items_of(text, "es")) == "fireworks 1 box 18; fireworks 1 piece 12"
