"""Connections are used by one question at a time, and again by the next."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from schakel.store.connections import Connections
from schakel.store.table_state import table_state
from schakel.store.workspace import Workspace, create_workspace


@pytest.fixture(params=[False, True], ids=["each its own", "together"])
def connections(request: pytest.FixtureRequest, workspace: Workspace) -> Connections:
    return Connections(workspace, "256MB", together=request.param)


def test_what_is_free_is_used_again_by_any_thread(connections: Connections) -> None:
    def used() -> int:
        with connections.one() as opened:
            return id(opened)

    first = used()
    with ThreadPoolExecutor(1) as aside:
        assert aside.submit(used).result() == first
    with connections.one() as held:
        assert id(held) == first
        with ThreadPoolExecutor(1) as aside:
            assert aside.submit(used).result() != first  # not while somebody uses it
    assert used() == first


def test_questions_at_once_each_see_what_was_given_to_them(connections: Connections) -> None:
    both = Barrier(2)

    def asked(value: int) -> int:
        with connections.one() as opened:
            given = opened.offer({}, {"given": pa.table({"value": [value]})})
            both.wait(timeout=30)
            found = opened.connection.execute("SELECT value FROM given").fetchall()
            for name in given:
                opened.connection.unregister(name)
        return int(found[0][0])

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(asked, [1, 2])) == [1, 2]


def test_one_that_failed_is_used_again(connections: Connections) -> None:
    with pytest.raises(ZeroDivisionError), connections.one() as opened:
        raise ZeroDivisionError
    with connections.one() as again:
        assert again is opened
        assert again.connection.execute("SELECT 1").fetchone() == (1,)


def test_a_table_that_changed_is_looked_at_as_it_is_now(
    connections: Connections, workspace: Workspace
) -> None:
    path = workspace.tables / "communities.parquet"
    for rows in (1, 20):
        pq.write_table(pa.table({"value": list(range(rows))}), path)
        with connections.one() as opened:
            opened.offer({"communities": table_state(workspace.tables, "communities")}, {})
            assert opened.connection.execute("SELECT count(*) FROM communities").fetchone() == (rows,)


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "o'brien's; DROP VIEW x --")
    pq.write_table(pa.table({"value": [7]}), workspace.tables / "communities.parquet")
    with Connections(workspace, "256MB", together=False).one() as opened:
        opened.offer({"communities": table_state(workspace.tables, "communities")}, {})
        assert opened.connection.execute("SELECT * FROM communities").fetchall() == [(7,)]
