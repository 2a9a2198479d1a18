"""The four verbs on DuckDB and Parquet files, on one machine."""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources.abc import Traversable
from threading import RLock, local

import duckdb
import pyarrow as pa

from schakel.records.errors import EngineError
from schakel.records.tables import SCHEMAS, check, empty
from schakel.store.engine import Parameter
from schakel.store.parquet_files import TableFile, describe, publish, read_parquet, table_files, write_parquet
from schakel.store.remembered import Remembered
from schakel.store.rows.answers import Asked, KeptAnswers, asked, tables_in
from schakel.store.rows.tables import KeptTables, Wanted
from schakel.store.table_state import State
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace


class DuckDBEngine:
    """Table work inside this process; SQL runs on one thread, so sums and orders never vary between runs."""

    def __init__(
        self, workspace: Workspace, *, workers: Workers | None = None, memory: str = "2GB", remember: int = 0
    ) -> None:
        self.workers = workers or Workers()
        self._workspace = workspace
        self._memory = memory
        self._opened: duckdb.DuckDBPyConnection | None = None
        self._offered: dict[str, State] = {}
        self._lock = RLock()
        self._mine = local()
        self._remembered = Remembered(remember) if remember else None
        self._rows, self._answers = KeptTables(workspace), KeptAnswers(workspace)

    def read(self, name: str, columns: list[str] | None = None, part: str | None = None) -> pa.Table:
        """The rows of a table of the workspace; empty with the right columns if it was never made."""
        files = table_files(self._workspace.tables, name, part)
        if files:
            return pa.concat_tables(read_parquet(files, columns))
        return empty(name).select(columns) if columns else empty(name)

    def step(
        self,
        sql: Traversable,
        *,
        into: str | None = None,
        parameters: Mapping[str, Parameter] | None = None,
        tables: Mapping[str, pa.Table] | None = None,
        only: Mapping[str, Wanted] | None = None,
        by: str | None = None,
    ) -> pa.Table:
        """The answer of one SQL file over the workspace's tables and the extra `tables` given by name."""
        question = asked(self._workspace, sql.name, text_of(sql))
        if by is not None:
            kept = self._answers.about(question, str((parameters or {})[by]) if by else "")
            answer = kept if kept is not None else self._answer(question, parameters or {}, {}, {})
            return answer.drop_columns(answer.column_names[:1])
        answer = self._answer(question, parameters or {}, tables or {}, only or {})
        return fit(answer, into) if into else answer

    def _answer(
        self,
        question: Asked,
        parameters: Mapping[str, Parameter],
        tables: Mapping[str, pa.Table],
        only: Mapping[str, Wanted],
    ) -> pa.Table:
        """The answer, remembered if this engine remembers; few rows are looked at where few are wanted and kept."""
        key = _key(question, parameters, tables) if self._remembered else None
        if self._remembered and (known := self._remembered.get(key)) is not None:
            return known
        few = {name: self._few(question, name, wanted) for name, wanted in only.items()}
        given = tables | {name: rows for name, rows in few.items() if rows is not None}
        answer = self._run(question, parameters, given)
        if self._remembered:
            self._remembered.keep(key, answer)
        return answer

    def _few(self, question: Asked, name: str, wanted: Wanted) -> pa.Table | None:
        return self._rows.some(name, wanted, columns_in(question.text, name))

    def _run(
        self, question: Asked, parameters: Mapping[str, Parameter], tables: Mapping[str, pa.Table]
    ) -> pa.Table:
        connection = self._connection()
        given = self._offer_tables(connection, question, tables)
        try:
            return connection.sql(question.text, params=dict(parameters)).to_arrow_table()
        except duckdb.Error as error:
            raise EngineError(
                f"The step {question.name} could not be done: {error}",
                means="No table was changed.",
                todo="If the disk is full, make room; else this is a fault in the program.",
            ) from error
        finally:
            for name in given:
                connection.unregister(name)

    def map_batches(
        self, function: Callable[[pa.Table], pa.Table], table: pa.Table, rows: int = 4096
    ) -> pa.Table:
        """The answers of `function` over slices of `rows` rows, in order; one slice stays in this process."""
        slices = [table.slice(start, rows).combine_chunks() for start in range(0, table.num_rows, rows)]
        if len(slices) <= 1:
            return function(table)
        return pa.concat_tables(self.workers.run(function, slices))

    def write(
        self, table: pa.Table, name: str, part: str | None = None, file: str = "0000"
    ) -> list[TableFile]:
        """Puts the rows into the workspace as a table, or as one file of one part, replacing what stood there."""
        file = f"{name}.parquet" if part is None else f"{name}/{part}/{file}.parquet"
        staged = self._workspace.staging / file.replace("/", "-")
        write_parquet(table, name, staged)
        final = self._workspace.tables / file
        publish(staged, final)
        return describe(self._workspace.tables, [final])

    def keep_only(self, part: str, step: str, files: Collection[TableFile]) -> None:
        """Takes away the files that this step once made for the part, in any table, and that are not among `files`."""
        tables = self._workspace.tables
        kept = {file.path for file in files}
        for found in sorted(tables.glob(f"*/{part}/{step}*.parquet")):
            if found.relative_to(tables).as_posix() not in kept:
                found.unlink()

    def _connection(self) -> duckdb.DuckDBPyConnection:
        """The connection of this thread, kept between steps; all of them share one memory limit and the same views."""
        if not hasattr(self._mine, "connection"):
            with self._lock:
                self._mine.connection = self._database().cursor()
        connection: duckdb.DuckDBPyConnection = self._mine.connection
        return connection

    def _database(self) -> duckdb.DuckDBPyConnection:
        if self._opened is None:
            self._opened = duckdb.connect(
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
            self._opened.execute("SET GLOBAL TimeZone = 'UTC'")
            # The bar of a query that takes over two seconds would stand in the answer of --json.
            self._opened.execute("SET enable_progress_bar = false")
        return self._opened

    def _offer_tables(
        self, connection: duckdb.DuckDBPyConnection, question: Asked, extra: Mapping[str, pa.Table]
    ) -> list[str]:
        """Makes the tables of a question known, and gives those that this connection alone must forget again."""
        given = dict(extra)
        for name, state in zip(tables_in(question.text), question.states, strict=True):
            if name in given:
                continue
            if state.files:
                self._offer(name, state)
            else:
                given[name] = empty(name)
        for name, rows in given.items():
            connection.register(name, rows)  # in front of a view of that name, for this connection
        return list(given)

    def _offer(self, name: str, state: State) -> None:
        """A view over the files of a table, made anew only when they change: that costs as much as many a query."""
        with self._lock:
            if self._offered.get(name) != state:
                self._database().execute(f"DROP VIEW IF EXISTS {name}")
                self._database().read_parquet(state.paths).create_view(name)
                self._offered[name] = state


def text_of(sql: Traversable) -> str:
    """What stands in an SQL file."""
    return sql.read_text(encoding="utf-8")


@cache
def columns_in(text: str, table: str) -> tuple[str, ...] | None:
    """The columns of a table that a question may use: those whose names occur in it. None: all."""
    if "*" in text.replace("count(*)", ""):
        return None
    return tuple(name for name in SCHEMAS[table].names if name in text)


def _key(question: Asked, parameters: Mapping[str, Parameter], tables: Mapping[str, pa.Table]) -> str:
    """One name for a question over tables as they are now. The tables given with it are told by what they hold."""
    given = {name: rows.to_pydict() for name, rows in sorted(tables.items())}
    told = repr((question.made_from, sorted(parameters.items()), given))
    return sha256(told.encode("utf-8", "replace")).hexdigest()


def fit(answer: pa.Table, name: str) -> pa.Table:
    """The answer of a query with the columns of the table `name`: picked by name, cast, checked."""
    schema = SCHEMAS[name]
    missing = [column for column in schema.names if column not in answer.column_names]
    if missing:
        raise EngineError(
            f"A step gave no column {', '.join(missing)} for the table {name}.",
            todo="This is a fault in the program; please report it.",
        )
    return check(answer.select(schema.names).cast(schema), name)
