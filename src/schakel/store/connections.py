"""Connections to DuckDB, each for one question at a time, with the tables of the workspace offered to each as views."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import RLock

import duckdb
import pyarrow as pa

from schakel.records.tables import empty
from schakel.store.table_state import State
from schakel.store.workspace import Workspace


class Opened:
    """One connection, and the views that stand in its database."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, offered: dict[str, State], lock: RLock) -> None:
        self.connection = connection
        self._offered = offered
        self._lock = lock

    def offer(self, states: Mapping[str, State], extra: Mapping[str, pa.Table]) -> list[str]:
        """Makes tables known, and gives the names of those that must be forgotten after the step."""
        given = {**extra, **{name: empty(name) for name, state in states.items() if not state.files}}
        for name, state in states.items():
            if state.files:
                self._view(name, state)
        for name, rows in given.items():
            self.connection.register(name, rows)  # before a view of that name, and for this connection alone
        return list(given)

    def _view(self, name: str, state: State) -> None:
        """A view over the files of a table, made anew only when they change: that costs as much as many a query."""
        with self._lock:
            if self._offered.get(name) != state:
                files = ", ".join("'" + path.replace("'", "''") + "'" for path in state.paths)
                self.connection.execute(
                    f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet([{files}])"  # noqa: S608 - our own names
                )
                self._offered[name] = state


class Connections:
    """Connections that nobody uses at the moment, kept between steps: opening one costs 30 ms, a step often less.

    Each has a database of its own, so that steps side by side may look at other files of one table; with `together`
    all have one, with one memory limit, and look at the tables as they stand.
    """

    def __init__(self, workspace: Workspace, memory: str, *, together: bool) -> None:
        self._workspace, self._memory = workspace, memory
        self._free: list[Opened] = []  # the last one used comes first: its views are the newest
        self._lock = RLock()
        self._views: dict[str, State] = {}
        self._database = self._open() if together else None

    @contextmanager
    def one(self) -> Iterator[Opened]:
        """A connection that nobody else uses while it is open here; as many are kept as were open at once."""
        try:
            opened = self._free.pop()
        except IndexError:
            opened = self._opened()
        try:
            yield opened
        finally:
            self._free.append(opened)

    def _opened(self) -> Opened:
        if self._database is None:
            return Opened(self._open(), {}, RLock())
        with self._lock:
            return Opened(self._database.cursor(), self._views, self._lock)

    def _open(self) -> duckdb.DuckDBPyConnection:
        opened = duckdb.connect(
            ":memory:",
            config={
                "threads": 1,
                "memory_limit": self._memory,
                "temp_directory": str(self._workspace.staging / "spill"),
                "preserve_insertion_order": True,
                "enable_external_access": True,
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
            },
        )
        opened.execute("SET GLOBAL TimeZone = 'UTC'")
        # The bar of a query that takes over two seconds would stand in the answer of --json.
        opened.execute("SET enable_progress_bar = false")
        return opened
