"""An answer that was kept is the answer, for as long as the tables are the same."""

from pathlib import Path

import pytest

from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.rows.gathered import Gathered, asked
from schakel.store.workspace import Workspace

QUESTION = """SELECT seller_id, member_id FROM sellers
WHERE $seller IS NULL OR seller_id = $seller ORDER BY seller_id, member_id"""


def sellers(engine: DuckDBEngine, members: dict[str, list[str]]) -> None:
    rows = [
        {"seller_id": seller, "member_kind": "account", "member_id": member}
        for seller, own in members.items()
        for member in own
    ]
    engine.write(from_rows(rows, "sellers"), "sellers")


@pytest.fixture
def sql(engine: DuckDBEngine, tmp_path: Path) -> Path:
    sellers(engine, {"s_1": ["a_1", "a_2"], "s_2": [], "s_3": ["a_3"]})
    path = tmp_path / "members.sql"
    path.write_text(QUESTION)
    return path


@pytest.mark.parametrize("seller", ["s_1", "s_2", "s_3", "s_4"])
def test_the_same_with_and_without_a_kept_answer(
    workspace: Workspace, engine: DuckDBEngine, sql: Path, seller: str
) -> None:
    before = engine.step(sql, parameters={"seller": seller}, by="seller")
    question = asked(workspace, sql)
    Gathered(workspace).keep(question, engine.step(sql, parameters={"seller": None}))
    assert Gathered(workspace).fits(question)
    assert engine.step(sql, parameters={"seller": seller}, by="seller").equals(before)
    assert before.column_names == ["member_id"]


def test_what_is_asked_of_other_tables_is_asked_anew(
    workspace: Workspace, engine: DuckDBEngine, sql: Path
) -> None:
    kept = Gathered(workspace)
    kept.keep(asked(workspace, sql), engine.step(sql, parameters={"seller": None}))
    sellers(engine, {"s_1": ["a_9"]})
    assert not kept.fits(asked(workspace, sql))
    found = engine.step(sql, parameters={"seller": "s_1"}, by="seller")
    assert found["member_id"].to_pylist() == ["a_9"]


def test_a_kept_answer_is_what_is_looked_at(workspace: Workspace, engine: DuckDBEngine, sql: Path) -> None:
    other = engine.step(sql, parameters={"seller": None}).slice(0, 1)
    Gathered(workspace).keep(asked(workspace, sql), other)
    found = engine.step(sql, parameters={"seller": "s_1"}, by="seller")
    assert found["member_id"].to_pylist() == ["a_1"]  # of two: the tables were not asked
