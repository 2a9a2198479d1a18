"""The casebook's places: a file, and a database on a real PostgreSQL server where there is one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.postgres_server import Server, postgres_programs, postgres_server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    programs = postgres_programs()
    if programs is None:
        pytest.skip("there is no PostgreSQL on this machine (Debian: apt-get install postgresql)")
    pytest.importorskip("pg8000", reason="the driver pg8000 is not installed (schakel[postgresql])")
    # nothing here outlives the tests, and none cuts the power
    with postgres_server(programs, "fsync=off", "synchronous_commit=off", "full_page_writes=off") as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where the casebook of a test lives."""
    if request.param == "sqlite":
        return tmp_path / "casebook.db"
    running: Server = request.getfixturevalue("server")
    return running.new_database()
