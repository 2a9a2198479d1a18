"""The different texts in which something was read, as SQL steps see them."""

from pathlib import Path

import pytest

from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine

ONE, TWO, NOTHING = "m_1", "m_2", "m_9"


def put(engine: DuckDBEngine, part: str, said: dict[str, str], read_as: dict[str, str]) -> None:
    """Messages by id, and what the text of some of them was read as: an offer, under the id of its text."""
    messages = [{"message_id": name, "text": text} for name, text in said.items()]
    offers = [
        {"message_id": name, "text_id": text, "act": act}
        for name, text in read_as.items()
        for act in ("offer", "vouch")
    ]
    engine.write(from_rows(messages, "messages"), "messages", part)
    engine.write(from_rows(offers, "offers"), "offers", part)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    sql = tmp_path / "told.sql"
    sql.write_text("SELECT text_id, text FROM read_texts ORDER BY text_id")
    return sql


def test_each_text_stands_once_and_unread_ones_do_not(engine: DuckDBEngine, told: Path) -> None:
    put(engine, "a", {ONE: "wiet 10", TWO: "wiet 10", NOTHING: "hoi"}, {ONE: "t_w", TWO: "t_w"})
    assert engine.step(told).to_pylist() == [{"text_id": "t_w", "text": "wiet 10"}]


def test_texts_that_come_later_are_among_them(engine: DuckDBEngine, told: Path) -> None:
    put(engine, "a", {ONE: "wiet 10"}, {ONE: "t_w"})
    assert engine.step(told).num_rows == 1
    put(engine, "b", {TWO: "coke 50"}, {TWO: "t_c"})
    assert engine.step(told)["text"].to_pylist() == ["coke 50", "wiet 10"]
    put(engine, "a", {ONE: "hoi"}, {})
    assert engine.step(told)["text"].to_pylist() == ["coke 50"]


def test_where_nothing_was_read_there_are_none(engine: DuckDBEngine, told: Path) -> None:
    empty = engine.step(told)
    assert (empty.num_rows, empty.column_names) == (0, ["text_id", "text"])
    engine.write(from_rows([{"message_id": ONE, "text": "hoi"}], "messages"), "messages")
    assert engine.step(told).num_rows == 0
