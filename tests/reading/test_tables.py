import pytest

from schakel.reading.offers import read_texts
from schakel.reading.tables import TEXT_SCHEMAS, readings_to_tables
from schakel.records.ids import text_id

_TEXTS = [
    "hallo @iemand_hier",
    "cocaïne 1g 50, 3g 140, dm @snelplug",
    "@x_y_z is een oplichter, niks ontvangen",
]


def test_rows_a_text() -> None:
    tables = readings_to_tables(_TEXTS, read_texts(_TEXTS))
    assert tables["offers"]["text_id"].to_pylist() == [text_id(_TEXTS[1]), text_id(_TEXTS[2])]
    assert tables["offers"]["act"].to_pylist() == ["offer", "warning"]
    assert tables["items"]["line"].to_pylist() == [0, 1]
    assert tables["items"]["price"].to_pylist() == [50.0, 140.0]
    assert tables["selectors"]["act"].to_pylist() == ["none", "offer", "warning"]


def test_schemas_hold_without_rows() -> None:
    tables = readings_to_tables([], [])
    assert {name: table.schema for name, table in tables.items()} == TEXT_SCHEMAS


def test_as_many_readings_as_texts() -> None:
    with pytest.raises(ValueError, match="zip"):
        readings_to_tables(["a"], [])
