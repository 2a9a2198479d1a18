"""Rates as Germans write them: "10er das g", "Kurs 7", a price instead of another, and from so much on."""

import pytest

from schakel.reading.offers import read_text


def _told(text: str) -> list[tuple[float | None, str | None, float | None]]:
    return [(item.quantity, item.unit, item.price) for item in read_text(text).items]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("haze 10er das g", [(1, "g", 10)]),
        ("koks 80er das gramm", [(1, "g", 80)]),
        ("haze 9er kurs ab 50g", [(50, "g", 450)]),
        ("Haze 100g kurs 7", [(100, "g", 700)]),
        ("hasch kurs 3,5 ab 100", [(100, "g", 350)]),
        ("Speed Kurs 4", [(1, "g", 4)]),
        ("haze nur noch 8 das g", [(1, "g", 8)]),
        ("500 pillen 1,20 das stück", [(500, "pill", 600)]),
        ("mdma 30 eur g 5g 120 eur", [(1, "g", 30), (5, "g", 120)]),
        ("Haze 10€/g MBW 50€", [(1, "g", 10)]),
        ("Weed 10g 90€, anfahrt 10€", [(10, "g", 90)]),
    ],
)
def test_what_one_costs(text: str, told: list[tuple[float, str, float]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("koks statt 80 nur 70 das g", [(1, "g", 70)]),
        ("10g haze statt 100 jetzt 85", [(10, "g", 85)]),
        ("koks 60 statt 70", [(1, "g", 60)]),
        ("wiet 5g ipv 50 nu 40", [(5, "g", 40)]),
        ("coke 5g instead of 300 now 250", [(5, "g", 250)]),
        ("beuh 10g au lieu de 80 maintenant 70€", [(10, "g", 70)]),
    ],
)
def test_a_price_that_another_takes_the_place_of_is_none(
    text: str, told: list[tuple[float, str, float]]
) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cali frisch reingekommen ab 10g 11€", [(10, "g", 110)]),
        ("koks ab 5g 65", [(5, "g", 325)]),
        ("vanaf 5g wiet 8 euro", [(5, "g", 40)]),
        ("haze ab 10g 80€", [(10, "g", 80)]),
        ("haze ab 10g 45", [(10, "g", 45)]),
        ("koks ab 1g 70", [(1, "g", 70)]),
    ],
)
def test_from_so_much_on_the_likelier_of_both_prices_is_meant(
    text: str, told: list[tuple[float, str, float]]
) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("haze 10er 90, 50er 400", [(10, "g", 90), (50, "g", 400)]),
        ("noch 4 glock 1200", [(4, "piece", 1200)]),
        ("eighth 35 q 60 weed", [(3.5, "g", 35), (7, "g", 60)]),
        ("xanax 10er blister 20", [(1, "strip", 20)]),
    ],
)
def test_the_same_words_beside_amounts_stay_amounts(text: str, told: list[tuple[float, str, float]]) -> None:
    assert _told(text) == told
