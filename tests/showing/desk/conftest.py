"""The desk over the small hostile case, and a client that asks as a browser on this machine does."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

pytest.importorskip("httpx2", reason="the desk's test client is not installed (httpx2)")

import uvicorn
from starlette.testclient import TestClient

from schakel.custody.ledger import Ledger
from schakel.records.facts import LedgerEntry
from schakel.showing.desk.app import application, open_desk
from schakel.showing.desk.desk import Desk
from schakel.showing.searching.building import build_index
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, create_workspace
from tests.showing.desk.hostile_case import build, photo, photo_name
from tests.showing.desk.hostile_market import add_market

CHROMIUM = os.environ.get("SCHAKEL_CHROMIUM") or shutil.which("chromium") or ""
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
WATCH = """
window.addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI));
"""
Page = Callable[[str], str]
Acts = Callable[[], list[LedgerEntry]]


@dataclass(frozen=True)
class Served:
    """A desk that a real server serves, and its address."""

    desk: Desk
    address: str

    def visitor(self, browser: Any, **more: Any) -> "Visitor":
        """A person in a browser of their own who came in by the link."""
        visitor = self.stranger(browser, **more)
        visitor.page.goto(f"{self.address}/enter?link={self.desk.links.make()}")
        return visitor

    def stranger(self, browser: Any, **more: Any) -> "Visitor":
        """A browser in which nobody came in yet; every request and complaint is kept."""
        context = browser.new_context(**({"locale": "nl-NL"} | more))
        context.add_init_script(WATCH)
        page = context.new_page()
        visitor = Visitor(self.address, page, [], [])
        page.on("request", lambda request: visitor.requests.append(request.url))
        page.on("console", lambda said: visitor.complaints.append(said.text))
        page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
        page.on("dialog", lambda dialog: visitor.complaints.append(f"dialog {dialog.message}"))
        return visitor


@dataclass(frozen=True)
class Visitor:
    """A page in a browser, with all that it asked for and all that it complained of."""

    address: str
    page: Any
    requests: list[str]
    complaints: list[str]

    def goto(self, path: str) -> None:
        """Opens a page of the desk."""
        self.page.goto(f"{self.address}{path}")

    def leave(self) -> None:
        """Closes the browser; fails if anything was asked of another machine, or if the page complained."""
        self.page.context.close()
        assert [url for url in self.requests if not url.startswith(f"{self.address}/")] == []
        assert self.complaints == []


@contextmanager
def serving(workspace: Workspace, local: str = "tester") -> Iterator[Served]:
    """The real server over one workspace, on a free port."""
    with serve(open_desk(workspace, local)) as served:
        yield served


@contextmanager
def serve(desk: Desk) -> Iterator[Served]:
    """The real server of one desk, on a free port."""
    config = uvicorn.Config(
        application(desk), host="127.0.0.1", port=0, http="h11", log_level="critical", lifespan="off"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    yield Served(desk, f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}")
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def unread(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The case, built once and copied only: whoever looks at one leaves a line in its ledger."""
    workspace = create_workspace(tmp_path_factory.mktemp("desk") / "workspace")
    Ledger(workspace.ledger, "tester").add("intake", inputs={"path": "<script>x</script> \u202e"})
    build(DuckDBEngine(workspace, workers=Workers(1)))
    (workspace.sealed / photo_name()).write_bytes(photo())
    return workspace


@pytest.fixture(scope="session")
def built(unread: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A copy for tests that only read."""
    return copied(unread, create_workspace(tmp_path_factory.mktemp("looked-at") / "workspace"))


def copied(case: Workspace, to: Workspace) -> Workspace:
    shutil.copytree(case.root, to.root, dirs_exist_ok=True)
    return to


@pytest.fixture(scope="session")
def unread_market(unread: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The hostile case with a market in it, and its search index; copied only."""
    workspace = copied(unread, create_workspace(tmp_path_factory.mktemp("market") / "workspace"))
    engine = DuckDBEngine(workspace, workers=Workers(1))
    add_market(workspace, engine)
    build_index(workspace, engine)
    return workspace


@pytest.fixture(scope="session")
def market_case(unread_market: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A copy for tests that only read."""
    return copied(unread_market, create_workspace(tmp_path_factory.mktemp("market-looked-at") / "workspace"))


@pytest.fixture
def market_copy(unread_market: Workspace, workspace: Workspace) -> Workspace:
    """A copy to change at will."""
    return copied(unread_market, workspace)


@pytest.fixture(scope="session")
def seen(built: Workspace) -> TestClient:
    """A desk over the case that is shared by tests which only look at its pages."""
    return client_of(built)


@pytest.fixture(scope="session")
def page(seen: TestClient) -> Page:
    """The text of a page of that desk, asked for once."""
    return cache(lambda path: seen.get(path).text)


@pytest.fixture
def case(unread: Workspace, workspace: Workspace) -> Workspace:
    """A copy of the case, to change at will."""
    return copied(unread, workspace)


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
    """A client of the desk over one workspace, as a Dutch browser on this machine that came in by the link."""
    desk = open_desk(workspace, "tester")
    client = TestClient(
        application(desk),
        base_url="http://127.0.0.1:8765",
        headers={"accept-language": "nl-NL,nl;q=0.9,en;q=0.5"},
        raise_server_exceptions=False,
        follow_redirects=False,
    )
    assert client.get(f"/enter?link={desk.links.make()}").status_code == 303
    return client


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """One Chromium for all tests of the desk; skipped with a word where there is none.

    Its event loop runs in the main thread as long as it is open: not for the whole suite, and other loops of these
    tests run in threads of their own.
    """
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM:
        pytest.skip("there is no chromium on this machine")
    with playwright.sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def served(built: Workspace) -> Iterator[Served]:
    """The real server over the case that is only read."""
    with serving(built) as desk:
        yield desk
