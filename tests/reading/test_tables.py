import pyarrow.compute as pc
import pytest

from schakel.reading.offers import read_texts
from schakel.reading.tables import TEXT_SCHEMAS, readings_to_tables
from schakel.reading.weighing.weights import ACTS
from schakel.records.ids import text_id

_TEXTS = [
    "hallo @iemand_hier, tot morgen op de training",
    "cocaïne 1g 50, 3g 140, dm @snelplug",
    "Chauffeur gezocht, 18+ met rijbewijs, 500 euro per rit cash, snel geld verdienen, dm @x_y_z",
    "iemand met sloffen marlboro @x_verkoper_1",
]
_KEYS = list(map(text_id, _TEXTS))


def test_rows_a_text() -> None:
    tables = readings_to_tables(_KEYS, read_texts(_TEXTS))
    assert tables["offers"]["text_id"].to_pylist() == [text_id(_TEXTS[1]), text_id(_TEXTS[2])]
    assert tables["offers"]["act"].to_pylist() == ["offer", "recruit"]
    of_offer = pc.equal(tables["items"]["text_id"], text_id(_TEXTS[1]))
    assert tables["items"].filter(of_offer)["line"].to_pylist() == [0, 1]
    assert tables["items"].filter(of_offer)["price"].to_pylist() == [50.0, 140.0]
    assert tables["selectors"]["act"].to_pylist() == ["none", "offer", "recruit"]


def test_what_depends_on_its_context_stands_in_doubts_alone() -> None:
    reading = read_texts(_TEXTS)[3]
    row = readings_to_tables(_KEYS, read_texts(_TEXTS))["doubts"].to_pylist()
    assert [one["text_id"] for one in row] == [text_id(_TEXTS[3])]
    assert row[0]["odds"] == list(reading.judgement.all_odds)
    assert (row[0]["goods"], row[0]["named"]) == (True, True)
    assert [one["value"] for one in row[0]["selectors"]] == ["x_verkoper_1"]
    assert [one["commodity"] for one in row[0]["items"]] == ["tobacco-vapes"]
    assert {"offer", "request"} <= {one["act"] for one in row[0]["acts"]}
    for one in row[0]["acts"]:
        told = sum(reason["weight"] for reason in one["reasons"])
        assert told == pytest.approx(reading.judgement.all_odds[ACTS.index(one["act"])], abs=0.01)


def test_schemas_hold_without_rows() -> None:
    tables = readings_to_tables([], [])
    assert {name: table.schema for name, table in tables.items()} == TEXT_SCHEMAS


def test_as_many_readings_as_texts() -> None:
    with pytest.raises(ValueError, match="zip"):
        readings_to_tables(["a"], [])


def test_a_wallet_is_one_contact_however_it_is_written() -> None:
    mixed = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
    texts = [f"coke 1g 50, betalen eth {mixed}", f"coke 2g 90, eth {mixed.lower()}"]
    rows = readings_to_tables(list(map(text_id, texts)), read_texts(texts))["selectors"].to_pylist()
    assert [(row["type"], row["value"]) for row in rows] == [("eth", mixed.lower())] * 2
