"""A casebook of an earlier program gets the tables it lacks; the newest is opened as it is, and any other is left alone."""

import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DatabaseError

from schakel.store.casebook import engine as opening
from schakel.store.casebook.book import Casebook
from schakel.store.casebook.casework import Casework
from schakel.store.casebook.engine import open_database

VERSIONS = ["0002_interventions", "0003_desk"]
Columns = dict[str, list[tuple[str, str]]]


def config() -> Config:
    made = Config()
    made.set_main_option("script_location", str(files("schakel.store.casebook") / "migrations"))
    return made


def held(where: Path | str) -> tuple[list[str], Columns]:
    """The versions that a casebook notes once it is open, and the columns of its tables."""
    database = open_database(where)
    with database.connect() as connection:
        noted = sorted(connection.execute(text("SELECT version_num FROM alembic_version")).scalars())
        seen = inspect(connection)
        columns = {
            name: [(column["name"], str(column["type"])) for column in seen.get_columns(name)]
            for name in sorted(seen.get_table_names())
        }
    database.dispose()
    return noted, columns


def said(where: Path | str, *statements: str) -> None:
    database = open_database(where)
    with database.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    database.dispose()


def taken_back(where: Path | str, version: str) -> None:
    """Makes the casebook one of the program that had this version."""
    database = open_database(where)
    with database.begin() as connection:
        made = config()
        made.attributes["connection"] = connection
        command.downgrade(made, version)
    database.dispose()


def written(where: Path | str) -> list[tuple[str, ...]]:
    """All that the database itself tells of its tables, columns, keys and indexes."""
    database = open_database(where)
    with database.connect() as connection:
        if connection.dialect.name == "sqlite":
            asked = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY 1, 2"
        else:
            asked = """
                SELECT table_name, column_name, ordinal_position::text, data_type, is_nullable, column_default,
                       character_maximum_length::text
                FROM information_schema.columns WHERE table_schema = 'public'
                UNION ALL SELECT tablename, indexname, indexdef, '', '', '', '' FROM pg_indexes WHERE schemaname = 'public'
                UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', '', '', ''
                FROM pg_constraint WHERE connamespace = 'public'::regnamespace
                ORDER BY 1, 2, 3
            """
        rows = [tuple(row) for row in connection.execute(text(asked))]
    database.dispose()
    return rows


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_tables_made_at_once_are_those_that_every_migration_makes(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    def new(name: str) -> Path | str:
        if kind == "sqlite":
            return tmp_path / f"{name}.db"
        made: str = request.getfixturevalue("server").new_database()
        return made

    at_once, migrated = new("at-once"), new("migrated")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(opening, "_build", opening._upgrade)
        one_by_one = written(migrated)
    assert len(one_by_one) > 40
    assert written(at_once) == one_by_one
    assert held(at_once) == held(migrated)


def test_a_new_casebook_is_made_without_going_through_migrations(
    where: Path | str, never_migrated: None
) -> None:
    assert held(where)[0] == VERSIONS


def test_a_database_with_tables_of_somebody_else_gets_its_own_beside_them(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "shared.db") as shared:
        shared.execute("CREATE TABLE weather (day TEXT)")
    shared.close()
    noted, columns = held(tmp_path / "shared.db")
    assert noted == VERSIONS
    assert {"weather", "acts", "verdicts"} <= set(columns)


@pytest.fixture
def never_migrated(monkeypatch: pytest.MonkeyPatch) -> None:
    def migrated(*_: object) -> None:
        raise AssertionError("migrations were gone through")

    monkeypatch.setattr(command, "upgrade", migrated)


def test_the_versions_that_the_program_knows_as_newest_are_those_of_its_migrations(where: Path | str) -> None:
    assert sorted(ScriptDirectory.from_config(config()).get_heads()) == sorted(opening._NEWEST)
    assert held(where)[0] == sorted(opening._NEWEST) == VERSIONS


def test_the_newest_is_opened_without_going_through_migrations(
    where: Path | str, request: pytest.FixtureRequest
) -> None:
    made = held(where)
    request.getfixturevalue("never_migrated")
    assert held(where) == made


@pytest.mark.parametrize(
    ("where", "version"),
    [("sqlite", "0001"), ("sqlite", "0002_casework"), ("sqlite", "0003_desk-1"), ("postgresql", "0001")],
    indirect=["where"],
)
def test_an_earlier_one_gets_what_it_lacks_and_keeps_what_it_has(where: Path | str, version: str) -> None:
    newest = held(where)
    said(
        where, "INSERT INTO verdicts (subject, answer, by, at, why) VALUES ('s_1', 'ghost', 'x', '2026', 'y')"
    )
    taken_back(where, version)
    assert held(where) == newest
    book = Casebook(where)
    assert [verdict.subject for verdict in book.in_force()] == ["s_1"]
    book.close()


@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
@pytest.mark.parametrize("lost", VERSIONS)
def test_one_that_lacks_one_of_two_versions_gets_it(where: Path | str, lost: str) -> None:
    newest = held(where)
    tables = {
        "0002_interventions": ["intervention_targets", "interventions"],
        "0003_desk": ["desk_filters", "desk_looks", "access_tokens", "login_tries", "desk_sessions", "people_secrets"],
    }[lost]  # fmt: skip
    before = {"0002_interventions": "", "0003_desk": "0002_casework"}[lost]
    gone = f"DELETE FROM alembic_version WHERE version_num = '{lost}'"
    back = f"UPDATE alembic_version SET version_num = '{before}' WHERE version_num = '{lost}'"
    said(where, *(f"DROP TABLE {name}" for name in tables), back if before else gone)
    assert held(where) == newest


@pytest.mark.parametrize(
    "noted",
    [
        "UPDATE alembic_version SET version_num = '0009_later' WHERE version_num = '0003_desk'",
        "INSERT INTO alembic_version VALUES ('0009_later')",
    ],
)
def test_one_of_a_later_program_is_refused_and_stays_as_it_is(where: Path | str, noted: str) -> None:
    said(where, noted)
    with pytest.raises(CommandError, match="0009_later"):
        open_database(where)
    with pytest.raises(CommandError, match="0009_later"):
        Casework(where, "solo", "test")


def test_one_whose_versions_are_lost_is_refused_rather_than_taken_for_the_newest(tmp_path: Path) -> None:
    for lost in ("DELETE FROM alembic_version", "DROP TABLE alembic_version"):
        where = tmp_path / f"{lost[:4]}.db"
        said(where, lost)
        with pytest.raises(DatabaseError, match="already exists"):
            open_database(where)


def test_a_file_that_is_no_database_or_half_of_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "none.db").write_bytes(b"no database, " * 1000)
    with pytest.raises(DatabaseError):
        open_database(tmp_path / "none.db")
    said(tmp_path / "whole.db")
    with sqlite3.connect(tmp_path / "whole.db") as whole:
        whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole.close()
    (tmp_path / "half.db").write_bytes((tmp_path / "whole.db").read_bytes()[:8192])
    with pytest.raises(DatabaseError):
        open_database(tmp_path / "half.db")


def test_a_database_that_is_open_is_given_back(tmp_path: Path) -> None:
    database: Engine = open_database(tmp_path / "casebook.db")
    assert open_database(database) is database
