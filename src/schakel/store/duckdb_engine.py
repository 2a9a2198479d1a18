"""The four verbs on DuckDB and Parquet files, on one machine."""

import warnings
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, partial
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from schakel.records.errors import EngineError
from schakel.records.tables import SCHEMAS, check, empty
from schakel.records.version import fingerprint
from schakel.store import read_texts, telling_texts
from schakel.store.arrow_memory import take_from_jemalloc
from schakel.store.connections import Connections
from schakel.store.damaged_files import damaged, told_as_damaged
from schakel.store.each_part import Owners, joined, together
from schakel.store.engine import Parameter
from schakel.store.held_columns import HeldColumns
from schakel.store.interrupted import interrupted
from schakel.store.kept_answers import KeptAnswer, KeptAnswers
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
from schakel.store.rows.gathered import Asked, Gathered, asked
from schakel.store.rows.tables import KeptTables, Wanted
from schakel.store.slices import table_slices
from schakel.store.table_state import File, State, table_state
from schakel.store.telling_texts import TellingTexts
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace

_SMALL = 1 << 23  # bytes of the files that a question looks at
# It says that the answer is copied once more: see `_answered`.
warnings.filterwarnings("ignore", "Arrow output on a DB-API result", UserWarning)


class DuckDBEngine:
    """Table work inside this process; SQL runs on one thread, so sums and orders never vary between runs."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        workers: Workers | None = None,
        near: Workers | None = None,
        memory: str = "2GB",
        remember: int = 0,
        keep: bool = False,
    ) -> None:
        take_from_jemalloc()
        self.workers = workers or Workers()
        self.near = near or self.workers
        self._workspace = workspace
        self._connections = Connections(workspace, memory, together=remember > 0)
        self._remembered = Remembered(remember) if remember else None
        self._kept = KeptAnswers(workspace.kept, write=keep)
        self._digests = _Digests()
        self._rows, self._gathered = KeptTables(workspace), Gathered(workspace)
        self._texts = read_texts.ReadTexts()
        self._held = HeldColumns() if keep else None  # who asks one question after another, and works alone
        self._telling, self._owners = TellingTexts(), Owners()

    def read(self, name: str, columns: list[str] | None = None, part: str | None = None) -> pa.Table:
        """The rows of a table of the workspace; empty with the right columns if it was never made."""
        if self._remembered is None or part is not None:
            return self._read(name, columns, part)
        state = table_state(self._workspace.tables, name)
        return self._remembered.made(
            (name, state.digest, tuple(columns or ())), lambda: self._read(name, columns, part)
        )

    def _read(self, name: str, columns: list[str] | None, part: str | None) -> pa.Table:
        files = table_files(self._workspace.tables, name, part)
        if files:
            return pa.concat_tables(read_parquet(files, columns))
        return empty(name).select(columns) if columns else empty(name)

    def some(self, name: str, columns: list[str], key: str, values: Collection[str]) -> pa.Table:
        """The rows of a table whose column `key` has one of the values, in no order."""
        if self._remembered is None:
            return self._some(name, columns, key, values)
        state = table_state(self._workspace.tables, name)
        asked_as = (name, state.digest, tuple(columns), key, tuple(sorted(set(values))))
        return self._remembered.made(asked_as, lambda: self._some(name, columns, key, values))

    def _some(self, name: str, columns: list[str], key: str, values: Collection[str]) -> pa.Table:
        wanted = list(dict.fromkeys([*columns, key]))
        kept = self._rows.some(name, {key: values}, wanted)
        pieces = [kept] if kept is not None else self.pieces(name, wanted)
        one_of = pa.array(sorted(set(values)), pa.string())
        found = [piece.filter(pc.is_in(piece[key], value_set=one_of)) for piece in pieces]
        return (pa.concat_tables(found) if found else empty(name)).select(columns)

    def pieces(self, name: str, columns: list[str]) -> Iterator[pa.Table]:
        """A table file by file, so that no more than one is in memory."""
        for file in table_files(self._workspace.tables, name):
            yield from read_parquet([file], columns)

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
        question = asked(self._workspace, sql)
        if by is not None:
            gathered = self._gathered.about(question, str((parameters or {})[by]) if by else "")
            answer = gathered if gathered is not None else self._answer(question, parameters or {}, {}, {})
            return answer.drop_columns(answer.column_names[:1])
        answer = self._answer(question, parameters or {}, tables or {}, only or {})
        return fit(answer, into) if into else answer

    def step_each(
        self,
        sql: Traversable,
        over: str,
        *,
        parameters: Mapping[str, Parameter] | None = None,
        by: str | None = None,
        telling: Mapping[str, int] | None = None,
        soon: Collection[str] = (),
    ) -> pa.Table:
        """The answers of one SQL file over each part of the table `over` by itself; kept for later runs."""
        if self._remembered:  # its connections look at the tables together: the whole is one part
            return self.step(sql, parameters=parameters)
        told = [fingerprint(), sql.name, sorted((parameters or {}).items())]
        question = asked(self._workspace, sql)
        parts = self._state_by_part(over)
        kept = {
            part: KeptAnswer(Path(sql.name).stem, part, self._key_of(told, state))
            for part, state in parts.items()
        }
        answers = {part: answer for part, one in kept.items() if (answer := self._kept.get(one)) is not None}
        sizes = {part: state.bytes for part, state in parts.items()}
        for one in together(sizes) if by else ([part] for part in parts):
            group = [part for part in one if part not in answers]
            if not group:
                continue
            asking = question.over(over, joined([parts[part] for part in group]))
            made = self._of_part(asking, over, parameters or {}, telling or {}, soon)
            for part, own in zip(group, self._shares(made, by, [parts[part] for part in group]), strict=True):
                answers[part] = self._kept.put(kept[part], own)
        if not parts:
            return self.step(sql, parameters=parameters)
        return pa.concat_tables([answers[part] for part in parts])

    def _shares(self, made: pa.Table, by: str | None, states: Sequence[State]) -> list[pa.Table]:
        """What of an answer is told of each of some parts."""
        if len(states) == 1 or by is None:
            return [made]

        def named(state: State) -> pa.ChunkedArray:
            files = [state.tables / path for path, _, _ in state.files]
            return pa.concat_tables(read_parquet(files, [by]))[by]

        return self._owners.shares(made, by, states, named)

    def _key_of(self, told: Sequence[object], state: State) -> str:
        """A checksum of all that an answer over these files depends on."""
        files = [self._digests.of(state.tables / path, moment, size) for path, moment, size in state.files]
        return sha256(repr([*told, files]).encode()).hexdigest()

    def _of_part(
        self,
        question: Asked,
        over: str,
        parameters: Mapping[str, Parameter],
        telling: Mapping[str, int],
        soon: Collection[str],
    ) -> pa.Table:
        """The answer over one part: over the rows whose texts are telling, where the part is held in memory."""
        if self._held is not None:
            self._held.begun = True
        held = self._held_of(question, question.states)
        if over in held and telling:
            files = question.states[over].files
            held = {over: self._telling.of(files, held[over], telling, soon, self._lower)}
        return self._run(question, parameters, held)

    def _lower(self, texts: pa.Array) -> pa.Array:
        question = Asked(telling_texts.__name__, telling_texts.LOWER, {})
        said = self._run(question, {}, {"texts": pa.table({"text": texts})})["said"]
        return said.cast(pa.string()).combine_chunks()

    def recall(self, step: str, keys: Sequence[str], make: Callable[[list[int]], list[str]]) -> list[str]:
        """One answer a key; `make` is asked only for the keys that the last run did not ask about."""
        return self._kept.each(step, keys, make)

    def recall_rows(
        self, step: str, by: str, keys: pa.Array, told: str, make: Callable[[pa.Array], pa.Table]
    ) -> pa.Table:
        """The rows of each key; `make` is asked only for the keys that the last run did not ask about."""
        return self._kept.rows(step, by, keys, told, make)

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
        asked_of = {name: wanted for name, wanted in only.items() if name in question.states}
        few = {name: self._few(question, name, wanted) for name, wanted in asked_of.items()}
        given = {**tables, **{name: rows for name, rows in few.items() if rows is not None}}
        answer = self._run(question, parameters, given)
        if self._remembered:
            self._remembered.keep(key, answer)
        return answer

    def _few(self, question: Asked, name: str, wanted: Wanted) -> pa.Table | None:
        return self._rows.some(name, wanted, columns_in(question.text, name))

    def _run(
        self, question: Asked, parameters: Mapping[str, Parameter], tables: Mapping[str, pa.Table]
    ) -> pa.Table:
        if read_texts.NAME in question.text:
            tables = {read_texts.NAME: self._read_texts(question), **tables}
        states = {name: state for name, state in question.states.items() if name not in tables}
        held = self._held_of(question, states)
        with self._connections.one() as opened:
            given: list[str] = []
            try:
                given = opened.offer(
                    {name: state for name, state in states.items() if name not in held}, {**held, **tables}
                )
                return _answered(opened.connection, question, parameters, states)
            except (duckdb.Error, RuntimeError) as error:
                if interrupted(error):
                    raise KeyboardInterrupt from error
                if not isinstance(error, duckdb.Error):
                    raise
                if bad := damaged(Path(path) for state in states.values() for path in state.paths):
                    raise told_as_damaged(bad[0]) from error
                raise EngineError(
                    f"The step {question.name} could not be done: {error}",
                    means="No table was changed.",
                    todo="If the disk is full, make room; else this is a fault in the program.",
                ) from error
            finally:
                for name in given:
                    opened.connection.unregister(name)

    def _held_of(self, question: Asked, states: Mapping[str, State]) -> dict[str, pa.Table]:
        if self._held is None:
            return {}
        found = {name: self._held.of(name, state, question.text) for name, state in states.items()}
        return {name: rows for name, rows in found.items() if rows is not None}

    def _read_texts(self, question: Asked) -> pa.Table:
        gathering = Asked(read_texts.__name__, read_texts.SQL, question.states)
        return self._texts.of(question.states, partial(self._run, gathering, {}, {}))

    def map_batches(
        self, function: Callable[[pa.Table], pa.Table], table: pa.Table, rows: int = 4096
    ) -> pa.Table:
        """The answers of `function` over slices of `rows` rows, in order; one slice stays in this process."""
        if table.num_rows <= rows:
            return function(table)
        return pa.concat_tables(self.near.run(function, table_slices(table, rows)))

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

    def _state_by_part(self, name: str) -> dict[str, State]:
        """The files of each part of a table; one part where it is a single file."""
        whole = table_state(self._workspace.tables, name)
        parts: dict[str, list[File]] = {}
        for file in whole.files:
            folder = Path(file[0]).parent
            parts.setdefault("all" if folder == Path() else folder.name, []).append(file)
        return {part: State(whole.tables, tuple(files), "") for part, files in parts.items()}


def _answered(
    connection: duckdb.DuckDBPyConnection,
    question: Asked,
    parameters: Mapping[str, Parameter],
    states: Mapping[str, State],
) -> pa.Table:
    """The answer of a question. Large tables are asked so that the answer is not copied, 45 ms a million rows; small ones so
    that the question is planned once and not twice, which is a fifth of its time.
    """
    if sum(size for state in states.values() for _, _, size in state.files) < _SMALL:
        return connection.execute(question.text, dict(parameters)).to_arrow_table()
    return connection.sql(question.text, params=dict(parameters)).to_arrow_table()


@cache
def columns_in(text: str, table: str) -> tuple[str, ...] | None:
    """The columns of a table that a question may use: those whose names occur in it. None: all."""
    if "*" in text.replace("count(*)", ""):
        return None
    return tuple(name for name in SCHEMAS[table].names if name in text)


class _Digests:
    """Checksums of files, each made once for as long as the file stands as it is."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, int, int], str] = {}

    def of(self, path: Path, moment: int, size: int) -> str:
        """The checksum of a file that was written at this moment and has this size."""
        file = (path, moment, size)
        if file not in self._known:
            self._known[file] = digest(path)
        return self._known[file]


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
