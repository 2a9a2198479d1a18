"""The state of a table changes with its files, however soon one change follows another."""

from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.table_state import table_state
from schakel.store.workspace import Workspace


def test_every_change_is_seen(workspace: Workspace, engine: DuckDBEngine) -> None:
    def written(rows: int, part: str | None) -> str:
        engine.write(from_rows([{"message_id": "m_1"}] * rows, "messages"), "messages", part)
        return table_state(workspace.tables, "messages").digest

    states = [table_state(workspace.tables, "messages").digest]
    states += [written(1, "one"), written(2, "one"), written(2, "two"), written(2, "three")]
    assert len(set(states)) == 5
    (workspace.tables / "messages" / "two" / "0000.parquet").unlink()
    left = table_state(workspace.tables, "messages")
    assert [path for path, _, _ in left.files] == [
        "messages/one/0000.parquet",
        "messages/three/0000.parquet",
    ]
    assert written(1, None) not in states  # one file in place of the parts
