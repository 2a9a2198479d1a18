"""What a number without a unit is, by what stands around it."""

import pytest

from tests.reading.market_words import items_of, told

CASES = [
    ("en", "coke in town, 15 a g, ten for 90", "cocaine 1 g 15; cocaine 10 g 90"),
    ("en", "(5) 35 (10) 60 (25) 130 xtc", "mdma 5 pill 35; mdma 10 pill 60; mdma 25 pill 130"),
    ("nl", "oxy 60 30 voor 35", "opioids 30 pill 35"),
    ("en", "$200 giftcard for 40", "payment-fraud 1 piece 40"),
    ("en", "giftcards, $50 for 10 giftcards", "payment-fraud 10 piece 50"),
    ("es", "leads 25.000 clientes nombre/IBAN 500", "personal-data 25000 piece 500"),
    ("en", "leads 2000 fresh people 1800", "personal-data 1 piece 2000; personal-data 1 piece 1800"),
    ("nl", "xtc 10 voor 25, vanaf 50 gaan ze voor 1,80", "mdma 10 pill 25; mdma 50 pill 90"),
    (
        "nl",
        "valsgeld\n10 x 20 = 40\n50 x 50 = 350",
        "counterfeit-money 10 piece 40; counterfeit-money 50 piece 350",
    ),
    ("nl", "oxy 10 = 20, 20 = 35", "opioids 10 pill 20; opioids 20 pill 35"),
    ("nl", "testosteron 250 (10ml) 32", "steroids 10 ml 32"),
    ("nl", "testosteron 1mg (30) 35", "steroids 30 pill 35"),
    (
        "nl",
        "leads: 1000 dob 150, 10.000 voor 900",
        "personal-data 1000 piece 150; personal-data 10000 piece 900",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_tells_an_amount_from_a_price_and_from_neither(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
