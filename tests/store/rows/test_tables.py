"""Kept rows are the rows of the table: the same as by looking at all of it, and none that do not stand any more."""

from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.records.tables import from_rows
from schakel.store.by_products import discard_by_products
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.rows.keep import keep_tables, tables_are_kept
from schakel.store.rows.tables import KeptTables
from schakel.store.workspace import Workspace, create_workspace

SENT = datetime(2025, 10, 1, tzinfo=UTC)
SOME = st.lists(st.integers(0, 1400).map(lambda number: f"m_{number:024x}"), max_size=20)


def messages(engine: DuckDBEngine, part: str, numbers: range) -> None:
    """One part of the table, with a number of a chat that stands in it twice and photos in some."""
    rows = [
        {
            "message_id": f"m_{number:024x}",
            "chat_id": f"c_{number % 3}",
            "tg_id": number // 6,
            "sent_at": SENT,
            "text": f"text {number}",
            "media_kind": "photo" if number % 50 == 0 else None,
            "media_sha256": f"{number % 100:064x}" if number % 2 == 0 else None,
        }
        for number in numbers
    ]
    engine.write(from_rows(rows, "messages"), "messages", part)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A table of two parts, its rows kept: the second after the first."""
    workspace = create_workspace(tmp_path_factory.mktemp("rows") / "w")
    messages(DuckDBEngine(workspace), "one", range(700))
    keep_tables(workspace)
    messages(DuckDBEngine(workspace), "two", range(700, 1300))
    keep_tables(workspace)
    return workspace


@given(ids=SOME)
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_by_their_ids_are_those_of_the_table(case: Workspace, ids: list[str]) -> None:
    found = KeptTables(case).some("messages", {"message_id": ids})
    assert found is not None
    every = DuckDBEngine(case).read("messages")
    wanted = every.filter(pc.is_in(every["message_id"], value_set=pa.array(ids, pa.string())))
    assert found.sort_by("message_id").to_pylist() == wanted.to_pylist()


def test_rows_by_one_key_or_another_and_by_what_stands_often(case: Workspace) -> None:
    every = DuckDBEngine(case).read("messages").to_pylist()
    wanted = {"place": ["c_1/3", "c_2/100"], "media_sha256": [f"{0:064x}", f"{2:064x}"]}
    found = KeptTables(case).some("messages", wanted, ("message_id", "text"))
    assert found is not None
    assert found.column_names == ["message_id", "text"]
    assert sorted(found["message_id"].to_pylist()) == [
        row["message_id"]
        for row in every
        if f"{row['chat_id']}/{row['tg_id']}" in wanted["place"]
        or (row["media_kind"] and row["media_sha256"] in wanted["media_sha256"])
    ]


@given(ids=SOME)
@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_some_rows_are_the_same_whether_rows_are_kept_or_not(case: Workspace, ids: list[str]) -> None:
    engine = DuckDBEngine(case)
    kept = engine.some("messages", ["text", "chat_id"], "message_id", ids)
    engine._rows = KeptTables(Workspace(case.root.with_name("none")))
    read = engine.some("messages", ["text", "chat_id"], "message_id", ids)
    assert kept.column_names == read.column_names == ["text", "chat_id"]
    assert sorted(kept["text"].to_pylist()) == sorted(read["text"].to_pylist())
    assert kept.num_rows == len({one for one in ids if int(one[2:], 16) < 1300})


def test_of_a_table_that_was_never_made_there_are_none(workspace: Workspace) -> None:
    found = DuckDBEngine(workspace).some("items", ["line"], "message_id", ["m_1"])
    assert found.num_rows == 0
    assert found.column_names == ["line"]


def test_a_grown_table_adds_its_new_files_and_a_changed_one_is_kept_anew(
    workspace: Workspace, engine: DuckDBEngine
) -> None:
    messages(engine, "one", range(10))
    keep_tables(workspace)
    (first,) = (workspace.rows / "messages").iterdir()
    messages(engine, "two", range(10, 20))
    assert not tables_are_kept(workspace)
    assert KeptTables(workspace).some("messages", {"message_id": ["m_1"]}) is None
    keep_tables(workspace)
    assert tables_are_kept(workspace)
    assert first in (workspace.rows / "messages").iterdir()
    messages(engine, "one", range(5))
    keep_tables(workspace)
    assert not first.exists()  # it held rows that are no longer there
    ids = [f"m_{number:024x}" for number in (2, 7, 12)]
    found = KeptTables(workspace).some("messages", {"message_id": ids})
    assert found is not None
    assert sorted(found["message_id"].to_pylist()) == [ids[0], ids[2]]


def test_many_parts_become_one(workspace: Workspace, engine: DuckDBEngine) -> None:
    for number in range(8):
        messages(engine, f"part{number}", range(10 * number, 10 * number + 10))
        keep_tables(workspace)
    assert len(list((workspace.rows / "messages").iterdir())) <= 3
    found = KeptTables(workspace).some("messages", {"message_id": [f"m_{n:024x}" for n in range(80)]})
    assert found is not None
    assert found.num_rows == 80


def test_kept_rows_go_with_the_source(workspace: Workspace, engine: DuckDBEngine) -> None:
    messages(engine, "one", range(10))
    keep_tables(workspace)
    discard_by_products(workspace)
    assert not workspace.rows.exists()
    assert KeptTables(workspace).some("messages", {"message_id": ["m_1"]}) is None
