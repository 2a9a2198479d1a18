"""Measures that stand inside a listed phrase of goods, and units that begin with a digit."""

import pytest

from schakel.reading.offers import read_text


def amounts(text: str) -> list[tuple[float | None, str | None, float | None]]:
    return [(item.quantity, item.unit, item.price) for item in read_text(text).items]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("te koop halve gram coke 30", [(0.5, "g", 30.0)]),
        ("half a gram of coke 40", [(0.5, "g", 40.0)]),
        ("half a kilo of coke 14k", [(0.5, "kg", 14000.0)]),
        ("ein halbes gramm koks 40", [(0.5, "g", 40.0)]),
        ("medio gramo de coca 30", [(0.5, "g", 30.0)]),
        ("gram coke 50, kilo coke 24000", [(1.0, "g", 50.0), (1.0, "kg", 24000.0)]),
        ("zips of haze 140", [(28.0, "g", 140.0)]),
        ("G liter 90, halve liter 50", [(1.0, "l", 90.0), (0.5, "l", 50.0)]),
        ("weed 28g 100 9bar 750", [(28.0, "g", 100.0), (252.0, "g", 750.0)]),
        ("K shards, quarter k £2900, half £5300", [(0.25, "kg", 2900.0), (0.5, "kg", 5300.0)]),
        ("runtz: qs 40, elbow 1700", [(7.0, "g", 40.0), (448.0, "g", 1700.0)]),
    ],
)
def test_the_measure_at_the_head_of_a_phrase_counts(
    text: str, wanted: list[tuple[float, str, float]]
) -> None:
    assert amounts(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("te koop wit 5tje 200, 2tje 90", [(5.0, "g", 200.0), (2.0, "g", 90.0)]),
        ("wit ½ 25 1 45 2 85", [(0.5, "g", 25.0), (1.0, "g", 45.0), (2.0, "g", 85.0)]),
        ("coke ½ 25, 1 45", [(0.5, "g", 25.0), (1.0, "g", 45.0)]),
        ("Аккаунты Авито 2019 г. — 2500", [(1.0, "piece", 2500.0)]),
        ("4mmc steentjes 5g 60", [(5.0, "g", 60.0)]),
        ("ak47 3500, 100 patronen 150", [(1.0, "piece", 3500.0), (100.0, "piece", 150.0)]),
        ("меф от 10 г по 1500", [(10.0, "g", 15000.0)]),
        ("te koop ketamine 10ml flesjes 40 per stuk", [(10.0, "ml", 40.0)]),
        ("XTC 4 / st, 10 voor 30\n16.00 - 04.00\ncash", [(1.0, "pill", 4.0), (10.0, "pill", 30.0)]),
    ],
)
def test_numbers_that_end_halve_or_name_a_year(text: str, wanted: list[tuple[float, str, float]]) -> None:
    assert amounts(text) == wanted
