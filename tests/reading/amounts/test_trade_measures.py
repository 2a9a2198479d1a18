import pytest

from schakel.reading.amounts.trade_measures import MAY_MEASURE, MEASURE


@pytest.mark.parametrize(
    "text",
    ["10g", "10 gram", "50 p/g", "per gram", "100 pillen", "за грамм", "3 шт", "2500 le gramme", "25 ppg"],
)
def test_is_a_measure(text: str) -> None:
    assert MEASURE.search(text)
    assert MAY_MEASURE.search(text)


@pytest.mark.parametrize(
    "text", ["per kg", "pro g", "le g", "el gramo", "за г", "x gr", "p/g", "/g", "pg", "ppg"]
)
def test_what_has_no_digit_is_looked_at_too(text: str) -> None:
    assert MEASURE.search(text)
    assert MAY_MEASURE.search(text)
    assert not MAY_MEASURE.search("goeie wiet")


@pytest.mark.parametrize("text", ["gram", "10 graden", "per dag", "pillen", "pgb", "50 p/gast"])
def test_is_no_measure(text: str) -> None:
    assert not MEASURE.search(text)
