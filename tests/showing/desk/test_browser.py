"""The desk in a real browser: a person's way through it, with every request and every violation of the policy seen."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn

from schakel.showing.desk.app import make_desk
from schakel.store.workspace import Workspace
from tests.showing.desk.hostile_case import LEAD, SELLER, message_id

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = os.environ.get("SCHAKEL_CHROMIUM") or shutil.which("chromium") or ""
if not CHROMIUM:
    pytest.skip("there is no chromium on this machine", allow_module_level=True)

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
WATCH = """
window.addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI));
"""
SIZES = [(1440, 900, "light"), (390, 844, "dark")]


@pytest.fixture(scope="module")
def address(built: Workspace) -> Iterator[str]:
    """The real server on a free port."""
    config = uvicorn.Config(
        make_desk(built, "tester"), host="127.0.0.1", port=0, log_level="critical", lifespan="off"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_a_persons_way_through_the_desk(
    browser: Any, address: str, width: int, height: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, locale="nl-NL"
    )
    context.add_init_script(WATCH)
    page = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(f"dialog {dialog.message}"))

    page.goto(f"{address}/")
    _step(page, "Overzicht", width)
    page.get_by_role("link", name="Naar de hele werklijst").click()
    _step(page, "Werklijst", width)
    page.get_by_label("Stand").select_option("chosen")
    page.get_by_role("button", name="Toon").click()
    page.wait_for_url("**/queue?state=chosen*")
    page.locator(f"a.title[href='/lead/{LEAD}']").click()
    _step(page, "cocaïne", width)
    page.goto(f"{address}/seller/{SELLER}")
    page.locator(f"a.ref[href='/message/{message_id(1)}']").first.click()
    _step(page, "Bericht 1", width)
    for number in range(2, 7) if scheme == "light" else (2, 4):
        page.goto(f"{address}/message/{message_id(number)}")
        _step(page, f"Bericht {number}", width)
    page.get_by_role("link", name="Logboek").click()
    _step(page, "Logboek", width)
    context.close()

    assert [url for url in requests if not url.startswith(f"{address}/")] == []
    assert len(requests) > 15
    assert complaints == []


def test_the_keyboard_reaches_the_content_first(browser: Any, address: str) -> None:
    page = browser.new_page(locale="nl-NL")
    page.goto(f"{address}/queue")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#content"
    page.close()


def _step(page: Any, heading: str, width: int) -> None:
    page.wait_for_load_state("load")  # a heading can be there before the style sheet is
    assert heading in page.locator("h1").inner_text()
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.scripts.length") == 0
