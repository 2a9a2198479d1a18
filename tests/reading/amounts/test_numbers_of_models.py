"""Numbers of a series and milligrams that the whole list tells apart from amounts and prices."""

import pytest

from schakel.reading.offers import read_text
from tests.reading.market_words import items_of, told

MODELS = [
    (
        "Gestohlene iPhones ohne Papiere: 12 — 70€, 13 — 110€. Nur Abholung, Signal 0171 2345678",
        [(1, 70), (1, 110)],
    ),
    (
        "iPhones robados sin caja, 13 Pro 120€, 14 a 150€, 15 Pro Max 310€. Telegram @lote_de_noche",
        [(1, 120), (1, 150), (1, 310)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MODELS)
def test_models_that_follow_each_other_are_one_each(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(item.quantity, item.price) for item in read_text(text).items] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gestolen iphone 13 300", (1, 300)),
        ("gestolen iphone 13 voor 300", (1, 300)),
        ("gestolen iphones 13 voor 300", (13, 300)),
        ("klon iphone 15 4500", (1, 4500)),
    ],
)
def test_a_number_right_behind_the_name_of_one_is_its_model(text: str, expected: tuple[int, int]) -> None:
    assert [(item.quantity, item.price) for item in read_text(text).items] == [expected]


@pytest.mark.parametrize("text", ["gestolen iphone 11 128", "gestolen samsung galaxy 12 256"])
def test_how_much_a_telephone_holds_is_no_price(text: str) -> None:
    assert all(item.price is None for item in read_text(text).items)


def test_so_many_of_one_model_are_so_many() -> None:
    text = "Stolen iPhones, iCloud locked: 10 for £900, 20 for £1700. Telegram @night_lot"
    assert [(item.quantity, item.price) for item in read_text(text).items] == [(10, 900), (20, 1700)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "oxy 80 verdes. oxy: 9€ pastilla, 30 pastillas 210€", "opioids 1 pill 9; opioids 30 pill 210"),
        ("en", "oxy 40 the green ones, oxy £8 each", "opioids 1 pill 8"),
        ("en", "oxy 40 the green ones", "opioids 1 pill 40"),  # no other price: it may be one
    ],
)
def test_milligrams_beside_signed_prices_are_no_price(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


def test_a_price_in_words_closes_a_lot() -> None:
    text = "rolex 90, lote de 10 mezclados ochocientos"
    assert told(items_of(text, "es")) == "counterfeit-goods 1 piece 90; counterfeit-goods 10 piece 800"
