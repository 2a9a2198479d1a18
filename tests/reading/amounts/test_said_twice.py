"""Numbers that are said twice, in words and in brackets, and brackets that say something else."""

import pytest

from schakel.reading.offers import read_text


def amounts(text: str) -> list[tuple[float | None, str | None, float | None]]:
    return [(item.quantity, item.unit, item.price) for item in read_text(text).items]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rivo 2mg Streifen 20, fünf (5) Streifen 85, nur bar", [(1, "strip", 20), (5, "strip", 85)]),
        ("el bombası tanesi 12 bin, iki (2) tane 22 bin", [(1, "piece", 12000), (2, "piece", 22000)]),
        ("cocaïne te koop, 3 (drie) gram 150", [(3, "g", 150)]),
        ("Selling coke 40/1g 300/10g, delivery", [(1, "g", 40), (10, "g", 300)]),
        ("Selling ket: 30 a g, quarter for 150", [(1, "g", 30), (7, "g", 150)]),
        ("Selling heroin, one ball a tenner, 3 balls 25", [(1, "ball", 10), (3, "ball", 25)]),
        ("Selling coke 70 a g, ball 220", [(1, "g", 70), (3.5, "g", 220)]),
        ("meow (4mmc) 2g 3000 lira, 8den sonra", [(2, "g", 3000)]),
    ],
)
def test_amounts(text: str, found: list[tuple[float, str, float]]) -> None:
    assert amounts(text) == found
