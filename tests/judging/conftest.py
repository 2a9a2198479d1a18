"""Two sellers, one a ghost, for the tests that judge them again with other verdicts or hold them against a truth."""

from collections.abc import Iterator

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.judging.two_sellers import two_sellers


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDBEngine]:
    """Their workspace, in which nobody writes: as at the desk, what was looked up in it once is remembered."""
    workspace = create_workspace(tmp_path_factory.mktemp("known") / "workspace")
    engine = DuckDBEngine(workspace, workers=Workers(1), remember=1000)
    two_sellers().write(engine)
    yield engine
    engine.workers.close()
