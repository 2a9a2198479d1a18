"""An eighth of an ounce is 3.5 g, a quarter 7 g, an ounce 28 g, in every language; hours, rooms and quarters of towns are not."""

import pytest

from schakel.reading.offers import read_text
from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Achtel Gras 35", "de", "cannabis 3.5 g 35"),
        ("ein Achtel Gras 35", "de", "cannabis 3.5 g 35"),
        ("Viertel Gras 60", "de", "cannabis 7 g 60"),
        ("Achtel Unze Gras 35", "de", "cannabis 3.5 g 35"),
        ("un huitième de weed 40€", "fr", "cannabis 3.5 g 40"),
        ("un quart de weed 60€", "fr", "cannabis 7 g 60"),
        ("un quart d'once de weed 60€", "fr", "cannabis 7 g 60"),
        (
            "weed: huitième 40, quart 70, demi 120, once 220",
            "fr",
            "cannabis 3.5 g 40; cannabis 7 g 70; cannabis 14 g 120; cannabis 28 g 220",
        ),
        ("un octavo de weed 40€", "es", "cannabis 3.5 g 40"),
        ("un cuarto de weed 60€", "es", "cannabis 7 g 60"),
        ("weed octavo 40 y cuarto 70", "es", "cannabis 3.5 g 40; cannabis 7 g 70"),
        ("восьмушка бошки 3500", "ru", "cannabis 3.5 g 3500"),
        ("четверть бошки 6000", "ru", "cannabis 7 g 6000"),
        ("çeyrek esrar 1000 TL", "tr", "cannabis 7 g 1000"),
        ("achtje wiet 35, kwartje 60", "nl", "cannabis 3.5 g 35; cannabis 7 g 60"),
        ("zone of weed 150$", "en", "cannabis 28 g 150"),
        ("eight ball of coke £200", "en", "cocaine 3.5 g 200"),
        ("two eight balls of coke £380", "en", "cocaine 7 g 380"),
    ],
)
def test_words_for_shares_of_an_ounce(text: str, language: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("coca: gramo 60, medio 35, cuarto 20", "es", "cocaine 1 g 60; cocaine 0.5 g 35; cocaine 0.25 g 20"),
        (
            "esrar tam 3500, yarım 1800, çeyrek 1000",
            "tr",
            "cannabis 1 g 3500; cannabis 0.5 g 1800; cannabis 0.25 g 1000",
        ),
        (
            "speed Kilo 3400, Viertel 950",
            "de",
            "amphetamine 1 kg 3400; amphetamine 0.25 kg 950",
        ),
        ("coke quarter 20", "en", "cocaine 0.25 g 20"),  # no quarter of an ounce costs so little
        ("coke quarter 250", "en", "cocaine 7 g 250"),
        ("coca medio 35 cuarto 20", "es", "cocaine 0.5 g 35; cocaine 0.25 g 20"),
        ("speed quarter 35", "en", "amphetamine 7 g 35"),
        ("Viertel Gramm Koks 25", "de", "cocaine 0.25 g 25"),
        ("un quart de gramme de coke 25€", "fr", "cocaine 0.25 g 25"),
        ("un quart de kilo de speed 900€", "fr", "amphetamine 0.25 kg 900"),
    ],
)
def test_a_quarter_may_be_one_of_a_gram_or_of_a_kilo(text: str, language: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gras ab Viertel nach acht, 5g 50", "de"),
        ("Gras hier im Viertel, 5g 50", "de"),
        ("Gras im ganzen Viertel 5g 50", "de"),
        ("Gras in Altstadt und Viertel 5g 50", "de"),
        ("weed dispo dans un quart d'heure, 5g 50€", "fr"),
        ("weed à dix heures moins le quart, 5g 50€", "fr"),
        ("weed au huitième étage, 5g 50€", "fr"),
        ("weed en un cuarto de hora, 5g 50€", "es"),
        ("weed en mi cuarto, 5g 50€", "es"),
        ("weed a las 8 y cuarto, 5g 50€", "es"),
        ("çeyrek geçe esrar 5g 50", "tr"),
        ("weed from quarter past 8, 5g 50", "en"),
        ("Gras in Altstadt und Viertel 5 g 50", "de"),
        ("weed in zone 2, 5g 50", "en"),
    ],
)
def test_hours_rooms_and_parts_of_towns_weigh_nothing(text: str, language: str) -> None:
    assert told(items_of(text, language)) == "cannabis 5 g 50"


@pytest.mark.parametrize(
    "text",
    [
        "un huitième de weed 40€",
        "un huitieme de shit 40€",
        "un octavo de maria 40€",
    ],
)
def test_an_eighth_in_few_words_is_an_offer(text: str) -> None:
    reading = read_text(text)
    assert reading.act == "offer"
    assert [(item.quantity, item.unit, item.price) for item in reading.items] == [(3.5, "g", 40.0)]
