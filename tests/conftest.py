"""What all tests share: a fresh workspace, and the place of the development data where it exists."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, create_workspace

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "workspace")


@pytest.fixture
def engine(workspace: Workspace) -> Iterator[DuckDBEngine]:
    engine = DuckDBEngine(workspace, workers=Workers(1))
    yield engine
    engine.workers.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data; the test is skipped with a word where it is absent."""
    for folder in (os.environ.get("SCHAKEL_SHARED", ""), CHECKOUT.parent / "shared"):
        if folder and Path(folder).is_dir():
            return Path(folder)
    pytest.skip("the development data are not on this machine (set SCHAKEL_SHARED)")
