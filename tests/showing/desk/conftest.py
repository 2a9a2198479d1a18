"""The desk over the small hostile case, and a client that asks as a browser on this machine does."""

import shutil
from collections.abc import Callable
from functools import cache

import pytest

pytest.importorskip("httpx2", reason="the desk's test client is not installed (httpx2)")

from starlette.testclient import TestClient

from schakel.custody.ledger import Ledger
from schakel.records.facts import LedgerEntry
from schakel.showing.desk.app import make_desk
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, create_workspace
from tests.showing.desk.hostile_case import build

Page = Callable[[str], str]
Acts = Callable[[], list[LedgerEntry]]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The case, built once; tests that only read may use it as it is."""
    workspace = create_workspace(tmp_path_factory.mktemp("desk") / "workspace")
    Ledger(workspace.ledger, "tester").add("intake", inputs={"path": "<script>x</script> \u202e"})
    build(DuckDBEngine(workspace, workers=Workers(1)))
    return workspace


@pytest.fixture(scope="session")
def seen(built: Workspace) -> TestClient:
    """A desk over the case that is shared by tests which only look at its pages."""
    return client_of(built)


@pytest.fixture(scope="session")
def page(seen: TestClient) -> Page:
    """The text of a page of that desk, asked for once."""
    return cache(lambda path: seen.get(path).text)


@pytest.fixture
def case(built: Workspace, workspace: Workspace) -> Workspace:
    """A copy of the case, to change at will."""
    shutil.copytree(built.root, workspace.root, dirs_exist_ok=True)
    return workspace


@pytest.fixture
def desk(case: Workspace) -> TestClient:
    return client_of(case)


@pytest.fixture
def bare_desk(workspace: Workspace) -> TestClient:
    Ledger(workspace.ledger, "tester").add("begin")
    return client_of(workspace)


@pytest.fixture
def acts(workspace: Workspace) -> Acts:
    return lambda: list(Ledger(workspace.ledger, "reader").entries())


def client_of(workspace: Workspace) -> TestClient:
    """A client of the desk over one workspace, as a Dutch browser on this machine."""
    return TestClient(
        make_desk(workspace, "tester"),
        base_url="http://127.0.0.1:8765",
        headers={"accept-language": "nl-NL,nl;q=0.9,en;q=0.5"},
        raise_server_exceptions=False,
    )
