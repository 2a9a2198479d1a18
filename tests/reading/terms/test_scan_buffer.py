import pyarrow as pa

from schakel.reading.terms.scan_buffer import scan_buffer
from schakel.reading.terms.scan_tables import scan_form


def _rows(texts: list[str]) -> list[str]:
    data = scan_buffer(pa.array(texts, pa.large_string())).data
    return data.tobytes().decode().split("\0")[:-1]


def test_rows_keep_their_bounds() -> None:
    assert _rows(["Coke!", "", "a\0b"]) == ["coke ", "", "a b"]
    assert _rows(["Straße", "é", "10 кг"]) == ["strasse", "e", "10 кг"]


def test_patterns_and_texts_fold_alike() -> None:
    assert scan_form("3-MMC").decode() == _rows(["3-MMC"])[0] == "3 mmc"
    assert scan_form("❄️").decode() == _rows(["❄️"])[0]


def test_rows_for_the_careful_fold() -> None:
    buffer = scan_buffer(
        pa.array(["c o k e", "keeeta", "k*ta", "www.nl", "gewoon", "5 a b"], pa.large_string())
    )
    assert buffer.odd.tolist() == [True, True, True, False, False, False]
    mixed = scan_buffer(pa.array(["сocaine", "кокаин", "é"], pa.large_string()))
    assert mixed.odd.tolist() == [True, False, False]


def test_disguised_words_are_read_as_letters() -> None:
    buffer = scan_buffer(pa.array(["niets", "nu c0k3 en co.ke"], pa.large_string()))
    assert buffer.words.tobytes().decode().split("\0")[:-1] == ["coke", "coke"]
    assert buffer.rows_of_words.tolist() == [1, 1]
