import pytest

from schakel.reading.amounts.scale import load_scale_thresholds, scale_of


@pytest.mark.parametrize(
    ("commodity", "quantity", "unit", "scale"),
    [
        ("cocaine", 5, "g", "retail"),
        ("cocaine", 5.1, "g", None),
        ("cocaine", 99, "g", None),
        ("cocaine", 100, "g", "bulk"),
        ("cocaine", 0.1, "kg", "bulk"),
        ("cocaine", 500, "mg", "retail"),
        ("cocaine", 1, "block", "bulk"),
        ("cannabis", 30, "g", "retail"),
        ("cannabis", 0.5, "kg", "bulk"),
        ("mdma", 10, "pill", "retail"),
        ("mdma", 100, "pill", "bulk"),
        ("lsd", 25, "seal", None),
        ("tobacco-vapes", 50, "carton", "bulk"),
        ("mdma", 3, "carton", None),
        ("mdma", None, "pill", None),
        ("mdma", 3, None, None),
        (None, 1, "g", None),
    ],
)
def test_scale_of_an_amount(
    commodity: str | None, quantity: float | None, unit: str | None, scale: str | None
) -> None:
    assert scale_of(commodity, quantity, unit) == scale


def test_retail_ends_before_bulk_begins() -> None:
    assert all(retail < bulk for retail, bulk in load_scale_thresholds().bounds.values())
