"""Opens the casebook's database, SQLite or PostgreSQL, with its migrations applied before first use."""

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Engine, NullPool, String, Table, create_engine, event, inspect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.schema import CreateIndex, CreateTable, MetaData, PrimaryKeyConstraint

from schakel.records.errors import SettingsError
from schakel.store.casebook import case_schema, login_schema  # noqa: F401 - they add their tables to `metadata`
from schakel.store.casebook.schema import metadata

_BUSY_MILLISECONDS = 60_000
_LOOK_AGAIN = (0.001, 0.008)  # seconds between two looks whether it is one's turn to write
_ONLY_READS = "schakel_only_reads"
_NEWEST = ("0002_interventions", "0003_desk")  # the last of the migrations, as the database notes them
# Where Alembic notes which migrations were applied, as it makes that table itself.
_NOTED = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
_WRITERS = 0x5C4A6B  # the number under which PostgreSQL keeps the writers of one casebook apart

_BUILDING: dict[str, list[str]] = {}  # by kind of database: what makes the tables, written out once a process


def open_database(where: Path | str | Engine) -> Engine:
    """The engine of the casebook at a path (SQLite) or a URL (PostgreSQL), with every migration applied.

    One that is open already is given back as it is. SettingsError in plain words if the URL cannot be used or the
    server does not answer.
    """
    if isinstance(where, Engine):
        return where
    if isinstance(where, str) and "://" in where:
        return _open_server(where)
    # No pool: a connection that waits in one is closed by nobody, and opening a file takes a fraction of a millisecond.
    engine = create_engine(f"sqlite:///{where}", poolclass=NullPool)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    _migrate(engine)
    return engine


def writers_apart(connection: Connection) -> None:
    """Until this transaction ends, no other writer comes in between its reading and its writing.

    SQLite has that from BEGIN IMMEDIATE; on PostgreSQL it is an advisory lock.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")


@contextmanager
def looking_at(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads: it neither waits for a writer nor keeps one waiting."""
    with engine.connect().execution_options(**{_ONLY_READS: True}) as connection, connection.begin():
        yield connection


def leave_no_trace(engine: Engine) -> None:
    """After rows were destroyed: their old bytes leave the write-ahead log (SQLite) or the dead rows (PostgreSQL)."""
    raw = engine.raw_connection()
    try:
        if engine.dialect.name == "postgresql":
            raw.rollback()
            setattr(raw.driver_connection, "autocommit", True)  # noqa: B010 - the protocol type does not name it
            raw.cursor().execute("VACUUM FULL acts, cases, case_notes, case_tasks, case_members, verdicts")
            setattr(raw.driver_connection, "autocommit", False)  # noqa: B010
        else:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        raw.close()


def _open_server(url: str) -> Engine:
    try:
        engine = create_engine(url, pool_pre_ping=True)
        if engine.dialect.name != "postgresql":
            raise SettingsError(
                f"A casebook cannot live in {engine.dialect.name}.",
                todo="Write a PostgreSQL URL, or leave `casebook` out for a file in the workspace.",
            )
        _migrate(engine)
    except (ArgumentError, NoSuchModuleError, ImportError, DBAPIError, OSError) as error:
        raise SettingsError(
            f"The casebook's server cannot be used: {type(error).__name__}.",
            means="Nothing was read or written.",
            todo=(
                "Write a URL such as postgresql+pg8000://user@host/schakel, install schakel[postgresql], and check "
                "that the server answers."
            ),
        ) from error
    return engine


def _on_connect(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    # The driver's own BEGIN would come too late (at the first write), when another writer may be ahead:
    # of 1,200 read-then-write transactions by 4 writers, plain BEGIN lost 385, BEGIN IMMEDIATE none.
    setattr(connection, "isolation_level", None)  # noqa: B010 - the protocol type does not name it
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={_BUSY_MILLISECONDS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",  # what is destroyed is overwritten, not only forgotten
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_begin(connection: Any) -> None:
    if connection.get_execution_options().get(_ONLY_READS):
        connection.exec_driver_sql("BEGIN")
        return
    # SQLite looks every 100 ms whether it is its turn, and between two writes of a busy neighbour lies less than one: of
    # 8 writers that never paused, two waited 30 s in vain. Looking some twenty times as often, nobody waits long.
    raw, last = connection.connection.driver_connection, time.monotonic() + _BUSY_MILLISECONDS / 1000
    raw.execute("PRAGMA busy_timeout=0")
    try:
        while not _began(raw):
            if time.monotonic() > last:
                raise SettingsError(
                    "The casebook is in use by somebody else.", means="Nothing was done.", todo="Try again."
                )
            time.sleep(random.uniform(*_LOOK_AGAIN))
    finally:
        raw.execute(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}")


def _began(raw: sqlite3.Connection) -> bool:
    try:
        raw.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:  # whatever it is busy with
            raise
        return False
    return True


def _migrate(engine: Engine) -> None:
    try:
        with engine.begin() as connection:
            writers_apart(connection)
            if not inspect(connection).has_table(_NOTED.name):
                _build(connection)
            elif not _is_newest(connection):
                _upgrade(connection)
    except BaseException:  # also Ctrl-C: nobody gets the engine, so nobody else would hang up; it goes on up
        engine.dispose()
        raise


def _is_newest(connection: Connection) -> bool:
    """Whether every migration was applied."""
    noted = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
    return sorted(noted.scalars()) == sorted(_NEWEST)


def _build(connection: Connection) -> None:
    """Makes the tables of a new casebook as they stand after every migration, at a fifth of what those take."""
    kind = connection.dialect.name
    if kind not in _BUILDING:
        _BUILDING[kind] = list(_statements(connection))
    for statement in _BUILDING[kind]:
        connection.exec_driver_sql(statement)
    connection.execute(_NOTED.insert(), [{"version_num": version} for version in _NEWEST])


def _statements(connection: Connection) -> Iterator[str]:
    for table in (_NOTED, *metadata.sorted_tables):
        yield str(CreateTable(table).compile(connection))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield str(CreateIndex(index).compile(connection))


def _upgrade(connection: Connection) -> None:
    # Loading it takes a tenth of a second, and going through the migrations 10 ms more, at every look into the casebook.
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", str(files("schakel.store.casebook") / "migrations"))
    config.attributes["connection"] = connection
    # Rooms add their tables independently of each other, so the history has more than one head.
    command.upgrade(config, "heads")
