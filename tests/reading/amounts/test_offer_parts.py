import pytest

from schakel.reading.amounts.offer_parts import parse_fraction, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("50", 50),
        ("3,5", 3.5),
        ("3.5", 3.5),
        (".5", 0.5),
        (",5", 0.5),
        ("1.000", 1000),
        ("1,000", 1000),
        ("26.500,00", 26500),
        ("26,500.00", 26500),
        ("1.250.000", 1250000),
        ("0.500", 0.5),
        ("2,50", 2.5),
        ("1'000", 1000),
        ("1.2.3", None),
        ("1234567890123", None),
        (".-", None),
        ("t.me/•nul", None),
        ("²", None),
    ],
)
def test_value_of_digits(text: str, value: float | None) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("½", 0.5), ("1½", 1.5), ("1/2", 0.5), ("1⁄2", 0.5), ("11⁄2", 1.5), ("3/4", 0.75)]
)
def test_value_of_a_fraction(text: str, value: float) -> None:
    assert parse_fraction(text) == value


def test_division_by_zero_is_no_failure() -> None:
    assert parse_fraction("1⁄0") == 1.0
