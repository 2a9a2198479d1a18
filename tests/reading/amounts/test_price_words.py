"""Words for goods that say how they are counted."""

import pytest

from schakel.reading.offers import read_text

CASES = [
    ("Methadonflesjes 20 p/st, vijf voor 90. Hoorn", [(1.0, "piece", 20.0), (5.0, "piece", 90.0)]),
    ("growkit golden teacher die al in bloei staat 35, bellen", [(1.0, "piece", 35.0)]),
    ("Bestellen kan: methadon 20 p/st, vijf voor 90. Hoorn", [(1.0, "pill", 20.0), (5.0, "pill", 90.0)]),
    ("Durogesic 75 parche 35, escribe al privado", [(1.0, "piece", 35.0)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_things_sold_whole_are_pieces(text: str, expected: list[tuple[float, str, float]]) -> None:
    assert [(item.quantity, item.unit, item.price) for item in read_text(text).items] == expected
