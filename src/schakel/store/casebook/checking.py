"""Looks at a whole casebook without changing it: its chain, its rows, and whether these are what the acts made."""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, Table, select
from sqlalchemy.exc import DatabaseError

from schakel.records.errors import SealError
from schakel.store.casebook.acts import ChainReport, act_hashes, check_chain
from schakel.store.casebook.engine import looking_at, open_database
from schakel.store.casebook.replaying import Standing, as_acts_made
from schakel.store.casebook.schema import intervention_targets, interventions, verdicts

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class WholeBook:
    """All of a casebook that can be checked.

    `chain`: whether the acts hold. `different`: a sentence for each row that the acts did not make so. `in_cases`: the
    numbers of verdicts that were said in cases. `by_acts`: of those that have an act of their own.
    """

    chain: ChainReport
    hashes: Mapping[int, str]
    verdicts: list[Row]
    interventions: list[Row]
    different: list[str]
    in_cases: frozenset[int]
    by_acts: frozenset[int]


def whole_book(where: Path | str) -> WholeBook:
    """The casebook as it stands; one in a file is looked at in a copy, so that it is not changed.

    SealError if it cannot be read as a casebook.
    """
    try:
        with _looked_at(where) as engine, looking_at(engine) as connection:
            return _whole(connection)
    except (DatabaseError, sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise SealError(
            f"The casebook cannot be read: {type(error).__name__}.",
            means="It is damaged, or was changed by another program.",
            todo="Compare it with a copy of the workspace.",
        ) from error


def _whole(connection: Connection) -> WholeBook:
    chain = check_chain(connection)
    said = _rows(connection, verdicts, "verdict_id")
    made = as_acts_made(connection, said) if chain.holds else Standing()
    return WholeBook(
        chain,
        act_hashes(connection),
        said,
        _interventions(connection),
        made.different,
        frozenset(made.in_cases),
        frozenset(made.by_acts),
    )


def _rows(connection: Connection, table: Table, number: str) -> list[Row]:
    return [dict(row) for row in connection.execute(select(table).order_by(table.c[number])).mappings()]


def _interventions(connection: Connection) -> list[Row]:
    rows = {
        row["intervention_id"]: row | {"targets": []}
        for row in _rows(connection, interventions, "intervention_id")
    }
    for target in connection.execute(select(intervention_targets)).mappings():
        named = {key: target[key] for key in ("kind", "id", "seller")}
        rows.get(target["intervention_id"], {"targets": []})["targets"].append(named)
    for row in rows.values():
        row["targets"].sort(key=lambda one: (one["kind"], one["id"], one["seller"] or ""))
    return list(rows.values())


@contextmanager
def _looked_at(where: Path | str) -> Iterator[Engine]:
    if isinstance(where, str) and "://" in where:
        engine = open_database(where)
        try:
            yield engine
        finally:
            engine.dispose()
        return
    with TemporaryDirectory(prefix="schakel-") as folder:
        copy = Path(folder) / "casebook.db"
        _copy(Path(where), copy)
        engine = open_database(copy)
        try:
            yield engine
        finally:
            engine.dispose()


def _copy(book: Path, copy: Path) -> None:
    """A copy of a casebook at one moment, also from a folder in which nothing can be written."""
    try:
        place = f"{book.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(place, uri=True)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.OperationalError:
        # SQLite wants to write beside a book that has a write-ahead log; who cannot write there copies both.
        copy.unlink(missing_ok=True)
        shutil.copyfile(book, copy)
        log = book.with_name(f"{book.name}-wal")
        if log.exists():
            shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
