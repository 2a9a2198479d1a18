"""Small parts read together say what each says by itself."""

import pyarrow as pa
import pytest

from schakel.reading import new_messages
from schakel.reading.offers import TextReading
from schakel.reading.read_ahead import ReadAhead, readers
from schakel.reading.suggesting.read_again import Made, read_with_words
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.each_part import _AT_ONCE
from tests.reading.test_new_messages import OFFER, VOUCH, write

NOTHING: list[str] = []
PARTS = {
    "a": [OFFER, "hoi", VOUCH, OFFER, "nog 3 stops dan klaar"],
    "b": ["", "hoi"],
    "c": [VOUCH, "Te koop hasj 10g 60 euro, ophalen in Breda", OFFER, "kapot"],
    "d": NOTHING,
}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that was read with care; one of them cannot be."""
    texts_read: list[str] = []
    honest = new_messages.read_texts

    def noted(texts: list[str], *, acts_only: bool) -> list[TextReading]:
        if any("hasj" in text for text in texts):
            raise RuntimeError("broken by this text")
        texts_read.extend(texts)
        return honest(texts, acts_only=acts_only)

    monkeypatch.setattr(new_messages, "read_texts", noted)
    return texts_read


def _pieces(engine: DuckDBEngine, ahead: ReadAhead | None) -> dict[str, list[dict[str, pa.Table]]]:
    made = Made((), {}, None)
    return {part: list(read_with_words(engine, part, made, ahead=ahead)) for part in PARTS}


def _alike(one: dict[str, pa.Table], other: dict[str, pa.Table]) -> bool:
    return one.keys() == other.keys() and all(one[name].equals(other[name]) for name in one)


def test_each_part_says_what_it_says_by_itself_and_a_text_is_read_once(
    engine: DuckDBEngine, read: list[str]
) -> None:
    for part, texts in PARTS.items():
        write(engine, texts, part)
    alone = _pieces(engine, None)
    assert read.count(OFFER) == read.count(VOUCH) == 2
    read.clear()
    told: list[tuple[int, int]] = []
    together = _pieces(engine, ReadAhead(engine, list(PARTS), lambda done, of: told.append((done, of))))
    assert read.count(OFFER) == read.count(VOUCH) == 1
    assert told[-1][0] == told[-1][1] > len(read)
    assert [len(pieces) for pieces in together.values()] == [len(pieces) for pieces in alone.values()]
    for part, pieces in alone.items():
        assert all(map(_alike, pieces, together[part])), part
    apart = [piece["quarantine"] for piece in together["c"] if "quarantine" in piece]
    assert [table["place_in_source"].to_pylist() for table in apart] == [[10]]
    assert sum(piece["offers"].num_rows for piece in together["a"] if "offers" in piece) == 2


def test_parts_that_say_nothing_at_all(engine: DuckDBEngine) -> None:
    for part in PARTS:
        write(engine, NOTHING, part)
    ahead = ReadAhead(engine, list(PARTS))
    assert all(
        piece["offers"].num_rows == 0
        for pieces in _pieces(engine, ahead).values()
        for piece in pieces
        if "offers" in piece
    )


def test_a_large_part_is_read_by_itself(engine: DuckDBEngine) -> None:
    made = readers(engine, {"a": 1, "b": 2, "c": _AT_ONCE, "d": 3, "e": 4})
    assert list(made) == ["a", "b", "d", "e"]
    assert made["a"] is made["b"]
    assert made["d"] is made["e"] is not made["a"]
    assert list(made["a"].parts) == ["a", "b"]
