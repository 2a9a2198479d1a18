"""A desk that is open all day opens many indexes, and every thread of it a connection: none may stay open unused."""

import sqlite3
from collections.abc import Callable
from threading import Thread

import pytest

from schakel.showing.searching.building import open_index
from schakel.store.search import ask
from schakel.store.workspace import Workspace


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """Every connection that is opened from here on."""
    connections: list[sqlite3.Connection] = []
    read_only: Callable[..., sqlite3.Connection] = ask.read_only

    def opening(*path: object) -> sqlite3.Connection:
        connections.append(read_only(*path))
        return connections[-1]

    monkeypatch.setattr(ask, "read_only", opening)
    return connections


def is_open(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return False
    return True


def test_a_thread_and_an_index_that_end_close_their_connection(
    searched: Workspace, opened: list[sqlite3.Connection]
) -> None:
    index = open_index(searched)
    asking = Thread(target=index.texts_with, args=("coke",))
    asking.start()
    asking.join()
    assert list(map(is_open, opened)) == [True, False]
    del asking, index
    assert list(map(is_open, opened)) == [False, False]
