"""The four verbs on DuckDB and Parquet files, on one machine."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path
from threading import local

import duckdb
import pyarrow as pa

from schakel.records.errors import EngineError
from schakel.records.tables import SCHEMAS, check, empty
from schakel.records.version import fingerprint
from schakel.store.engine import Parameter
from schakel.store.kept_answers import KeptAnswers
from schakel.store.parquet_files import (
    TableFile,
    describe,
    digest,
    publish,
    read_parquet,
    table_files,
    write_parquet,
)
from schakel.store.remembered import Remembered
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace

State = tuple[tuple[str, int, int], ...]  # path, moment of writing, size of each file of a table


class DuckDBEngine:
    """Table work inside this process; SQL runs on one thread, so sums and orders never vary between runs."""

    def __init__(
        self, workspace: Workspace, *, workers: Workers | None = None, memory: str = "2GB", remember: int = 0
    ) -> None:
        self.workers = workers or Workers()
        self._workspace = workspace
        self._memory = memory
        self._opened = local()
        self._remembered = Remembered(remember) if remember else None
        self._kept = KeptAnswers(workspace.answers)
        self._digests = _Digests()

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
    ) -> pa.Table:
        """The answer of one SQL file over the workspace's tables and the extra `tables` given by name."""
        text = sql.read_text(encoding="utf-8")
        states = {name: self._state(name) for name in SCHEMAS if name in text and name not in (tables or {})}
        key = _key(text, parameters, tables, states) if self._remembered else None
        if self._remembered and (kept := self._remembered.get(key)) is not None:
            return fit(kept, into) if into else kept
        answer = self._answer(sql, parameters, states, tables or {})
        if self._remembered:
            self._remembered.keep(key, answer)
        return fit(answer, into) if into else answer

    def step_each(
        self, sql: Traversable, over: str, *, parameters: Mapping[str, Parameter] | None = None
    ) -> pa.Table:
        """The answers of one SQL file over each part of the table `over` by itself; kept for later runs."""
        asked = [fingerprint(), sql.name, sorted((parameters or {}).items())]
        answers = []
        for part, state in self._state_by_part(over).items():
            key = sha256(repr([*asked, [self._digests.of(*file) for file in state]]).encode()).hexdigest()
            make = partial(self._answer, sql, parameters, {over: state}, {})
            answers.append(self._kept.get(Path(sql.name).stem, part, key, make))
        return pa.concat_tables(answers) if answers else self.step(sql, parameters=parameters)

    def recall(self, step: str, keys: Sequence[str], make: Callable[[list[int]], list[str]]) -> list[str]:
        """One answer a key; `make` is asked only for the keys that the last run did not ask about."""
        return self._kept.each(step, keys, make)

    def _answer(
        self,
        sql: Traversable,
        parameters: Mapping[str, Parameter] | None,
        states: Mapping[str, State],
        tables: Mapping[str, pa.Table],
    ) -> pa.Table:
        connection = self._connection()
        self._offer_tables(connection, states, tables)
        try:
            text = sql.read_text(encoding="utf-8")
            return connection.sql(text, params=dict(parameters or {})).to_arrow_table()
        except duckdb.Error as error:
            raise EngineError(
                f"The step {sql.name} could not be done: {error}",
                means="No table was changed.",
                todo="If the disk is full, make room; else this is a fault in the program.",
            ) from error
        finally:
            for name in tables:
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
        """The connection of this thread, kept between steps: opening one costs 15 ms, a step often less."""
        if not hasattr(self._opened, "connection"):
            self._opened.connection = duckdb.connect(
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
            self._opened.connection.execute("SET TimeZone = 'UTC'")
            self._opened.offered = {}
            # The bar of a query that takes over two seconds would stand in the answer of --json.
            self._opened.connection.execute("SET enable_progress_bar = false")
        connection: duckdb.DuckDBPyConnection = self._opened.connection
        return connection

    def _state(self, name: str) -> State:
        """The files of a table as they are now; a view over them holds as long as this does."""
        found = ((file, file.stat()) for file in table_files(self._workspace.tables, name))
        return tuple((str(file), stat.st_mtime_ns, stat.st_size) for file, stat in found)

    def _state_by_part(self, name: str) -> dict[str, State]:
        """The files of each part of a table; one part where it is a single file."""
        parts: dict[str, list[tuple[str, int, int]]] = {}
        for file in self._state(name):
            folder = Path(file[0]).parent
            parts.setdefault("all" if folder == self._workspace.tables else folder.name, []).append(file)
        return {part: tuple(files) for part, files in parts.items()}

    def _offer_tables(
        self,
        connection: duckdb.DuckDBPyConnection,
        states: Mapping[str, State],
        extra: Mapping[str, pa.Table],
    ) -> None:
        offered: dict[str, State] = self._opened.offered
        for name, state in states.items():
            if offered.get(name) == state:
                continue  # making a view anew costs as much as many a query
            connection.execute(f"DROP VIEW IF EXISTS {name}")
            if state:
                connection.read_parquet([path for path, _, _ in state]).create_view(name)
            else:
                connection.register(name, empty(name))
            offered[name] = state
        for name, rows in extra.items():
            offered.pop(name, None)
            connection.execute(f"DROP VIEW IF EXISTS {name}")
            connection.register(name, rows)


class _Digests:
    """Checksums of files, each made once for as long as the file stands as it is."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, int], str] = {}

    def of(self, path: str, moment: int, size: int) -> str:
        """The checksum of a file that was written at this moment and has this size."""
        file = (path, moment, size)
        if file not in self._known:
            self._known[file] = digest(Path(path))
        return self._known[file]


def _key(
    text: str,
    parameters: Mapping[str, Parameter] | None,
    tables: Mapping[str, pa.Table] | None,
    states: Mapping[str, State],
) -> str:
    """One name for a question over tables as they are now. The tables given with it are told by what they hold."""
    given = {name: rows.to_pydict() for name, rows in sorted((tables or {}).items())}
    asked = repr((text, sorted((parameters or {}).items()), given, sorted(states.items())))
    return sha256(asked.encode("utf-8", "replace")).hexdigest()


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
