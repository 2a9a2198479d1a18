"""Keeps the rows of the large tables: only files that are new are read, and what belongs to no table any more goes."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256

import duckdb
import pyarrow as pa

from schakel.store.rows.layout import BATCH, KEYS, digest_sql, made_as
from schakel.store.rows.tables import standing, usable_parts
from schakel.store.rows.write import write_rows
from schakel.store.table_state import State, table_state
from schakel.store.workspace import Workspace

_MOST_PARTS = 6  # every look searches each part; beyond this they are made into one
_AT_ONCE = 64 * BATCH  # rows in memory at a time
Report = Callable[[int, int], object]


def tables_are_kept(workspace: Workspace) -> bool:
    """Whether rows are kept of every table as it stands."""
    states = [(name, table_state(workspace.tables, name)) for name in KEYS]
    return all(standing(workspace, name, state) for name, state in states if state.files)


def keep_tables(workspace: Workspace, report: Report = lambda *_: None) -> None:
    """Brings the kept rows up to the tables as they stand. The same tables give the same rows."""
    for done, (name, keys) in enumerate(KEYS.items()):
        report(done, len(KEYS))
        _keep(workspace, name, keys, table_state(workspace.tables, name))
    report(len(KEYS), len(KEYS))


def _keep(workspace: Workspace, name: str, keys: Mapping[str, str], state: State) -> None:
    folder = workspace.rows / name
    parts = usable_parts(workspace, name, state)
    if len(parts) >= _MOST_PARTS:
        parts = {}
    covered = {file for files in parts.values() for file in files}
    new = State(state.tables, tuple(file for file in state.files if file not in covered), "")
    for old in folder.glob("*"):
        if old not in parts:
            shutil.rmtree(old, ignore_errors=True)
    if not new.files:
        return
    told = {"files": new.files, "made_as": made_as(name)}
    final = folder / sha256(repr(told).encode()).hexdigest()[:16]
    half = folder / f"half-{final.name}"
    with duckdb.connect(":memory:", config={"threads": 1, "memory_limit": "512MB"}) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        write_rows(half, _keyed(connection, new.paths, keys), told)
    half.replace(final)


def _keyed(
    connection: duckdb.DuckDBPyConnection, files: Sequence[str], keys: Mapping[str, str]
) -> Iterator[pa.RecordBatch]:
    """The rows of the files in order, with the digests of their keys; one file at a time is in memory."""
    columns = ", ".join(digest_sql(expression, key) for key, expression in keys.items())
    for file in files:
        yield from (
            connection.read_parquet(file).project(f"*, {columns}").to_arrow_table().to_batches(_AT_ONCE)
        )
