"""Digits said in words, in the seven languages."""

import pytest

from schakel.reading.selectors.phones import find_spoken_phones
from schakel.reading.selectors.spoken_digits import spoken_numbers


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("nul zes een twee drie vier vijf zes zeven acht", "0612345678"),
        ("zero six one two three four five six seven eight", "0612345678"),
        ("null eins fünf eins zwei drei vier fünf sechs sieben acht", "01512345678"),
        ("zéro six un deux trois quatre cinq six sept huit", "0612345678"),
        ("ноль шесть один два три четыре пять шесть семь восемь", "0612345678"),
        ("sıfır beş üç iki bir iki üç dört beş altı yedi", "05321234567"),
        ("nul zes twaalf vierendertig zesenvijftig achtenzeventig", "0612345678"),
        ("zero six twelve thirty-four", None),
        ("nul zes dubbel een drie vier vijf zes zeven acht", "0611345678"),
        ("plus drie een zes 12345678", "+31612345678"),
        ("een twee drie vier vijf zes zeven acht", None),
        ("0612345678", None),
        ("nul op het rekest, zes min", None),
    ],
)
def test_number_words(text: str, digits: str | None) -> None:
    assert [found[0].digits for found in spoken_numbers(text) if found] == ([digits] if digits else [])


def test_the_stretch_that_was_spelled_out() -> None:
    text = "bel nul zes een twee drie vier vijf zes zeven acht nu"
    [phone] = find_spoken_phones(text)
    assert text[phone.start : phone.end] == text[4:-3]
