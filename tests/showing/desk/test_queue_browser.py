"""The queue in a real browser: it fits every width, its keys say what they did, and an ended session leads to the login."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from schakel.custody.ledger import Ledger
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, create_workspace
from tests.showing.desk.conftest import Served, Visitor, serving
from tests.showing.desk.hostile_case import SELLER, many_sellers
from tests.showing.desk.people import NOW, PASSWORD, desk_with_people
from tests.showing.desk.test_daily_work import logged_in

WIDTHS = (390, 700, 735, 737, 760, 900, 1000, 1023, 1025, 1100, 1200, 1280, 1343, 1345, 1366, 1440, 1920)
SOME = 8  # sellers
BEYOND = """() => Array.from(document.querySelectorAll('main button, main td, main tbody th, main a'))
  .filter(one => one.getClientRects().length && one.getBoundingClientRect().right > innerWidth + 1)
  .map(one => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 30)}`)"""
CUT = """() => Array.from(document.querySelectorAll('.judge button'))
  .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)"""


@pytest.fixture
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    workspace = create_workspace(tmp_path_factory.mktemp("few") / "workspace")
    Ledger(workspace.ledger, "tester").add("begin")
    many_sellers(DuckDBEngine(workspace, workers=Workers(1)), SOME)
    with serving(workspace) as served:
        yield served


@pytest.mark.parametrize("language", ["nl-NL", "en-GB"])
def test_the_queue_and_its_verdicts_fit_at_every_width(browser: Any, served: Served, language: str) -> None:
    visitor = served.visitor(browser, locale=language)
    visitor.goto("/queue")
    for width in WIDTHS:
        visitor.page.set_viewport_size({"width": width, "height": 800})
        wide = visitor.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, (width, wide)
        assert visitor.page.evaluate(BEYOND) == [], width
        assert visitor.page.evaluate(CUT) == [], width
    visitor.leave()


def test_between_telephone_and_wide_screen_the_verdict_stands_beside_its_lead(
    browser: Any, served: Served
) -> None:
    visitor = served.visitor(browser)
    visitor.goto("/queue")
    row = visitor.page.locator(f"tr[data-seller={SELLER}]")
    for width in (760, 1280):
        visitor.page.set_viewport_size({"width": width, "height": 800})
        what, word = row.locator(".what").bounding_box(), row.locator(".judge").bounding_box()
        assert word["x"] >= what["x"] + what["width"]
        assert what["width"] > 180
        labels = row.locator("td[data-label]:not(.word)").evaluate_all(
            "all => all.map(one => getComputedStyle(one, '::before').content)"
        )
        assert "none" not in labels  # what the figures are, since the head of the table is not seen
    visitor.leave()


def counts(page: Any) -> list[str]:
    return [page.locator(f"[data-count={one}]").inner_text() for one in ("open", "done", "all")]


def judge(page: Any, number: int, key: str) -> None:
    row = page.locator(f"tr[data-seller=s_{number:024x}]")
    row.and_(page.locator("[aria-current=true]")).wait_for()
    page.keyboard.press(key)
    row.and_(page.locator(".is-judged")).wait_for()


def test_the_last_verdicts_are_taken_back_by_key_after_the_page_was_loaded_again(
    browser: Any, few: Served
) -> None:
    visitor = few.visitor(browser)
    page = visitor.page
    visitor.goto("/queue")
    page.keyboard.press("z")
    page.locator("#told", has_text="geen oordeel").wait_for()
    assert page.locator("#told").bounding_box()["height"] > 20  # to be seen, not only heard
    for number, key in enumerate("yn"):
        judge(page, number, key)
    assert counts(page) == ["6", "2", "8"]
    page.reload()
    assert counts(page) == ["6", "2", "8"]
    page.keyboard.press("z")
    page.get_by_text("Het oordeel is teruggenomen.").wait_for()
    page.locator(f"tr[data-seller=s_{1:024x}]:not(.is-judged)").wait_for()
    assert [word.subject for word in few.desk.book.verdicts().in_force()] == [f"s_{0:024x}"]
    visitor.goto("/queue?judged=all")
    page.keyboard.press("z")  # its row is on this page, so it is not loaded again
    page.locator(f"tr[data-seller=s_{0:024x}]:not(.is-judged)[aria-current=true]").wait_for()
    assert counts(page) == ["8", "0", "8"]
    assert few.desk.book.verdicts().in_force() == []
    visitor.leave()


def test_the_very_last_verdict_is_taken_back_where_no_lead_is_left(browser: Any, few: Served) -> None:
    visitor = few.visitor(browser)
    page = visitor.page
    visitor.goto("/queue")
    for number in range(SOME - 1):
        judge(page, number, "n")
    page.locator(f"tr[data-seller=s_{SOME - 1:024x}][aria-current=true]").wait_for()
    page.keyboard.press("y")
    page.get_by_text("Alles is beoordeeld.").wait_for()
    page.keyboard.press("z")
    page.locator(f"tr[data-seller=s_{SOME - 1:024x}]:not(.is-judged)").wait_for()
    assert len(few.desk.book.verdicts().in_force()) == SOME - 1
    visitor.leave()


def test_words_of_others_are_not_taken_back_by_key(browser: Any, case: Workspace) -> None:
    desk_with_people(case, "anna", "otto")
    with serving(case) as served:
        anna, otto = logged_in(browser, served, "anna"), logged_in(browser, served, "otto")
        anna.goto("/queue")
        anna.page.keyboard.press("y")
        anna.page.locator(f"tr[data-seller={SELLER}].is-judged").wait_for()
        otto.goto("/queue?judged=all")
        otto.page.keyboard.press("z")
        otto.page.locator("#told", has_text="geen oordeel").wait_for()
        assert [word.by for word in served.desk.book.verdicts().in_force()] == ["anna"]
        anna.leave()
        otto.leave()


def test_a_verdict_on_an_ended_session_says_so_and_leads_to_the_login(browser: Any, case: Workspace) -> None:
    desk_with_people(case, "anna")
    with serving(case) as served:
        visitor = logged_in(browser, served, "anna")
        page = visitor.page
        visitor.goto("/queue")
        row = page.locator(f"tr[data-seller={SELLER}]")
        _log_out(served, "anna")
        page.keyboard.press("y")
        row.get_by_role("alert").wait_for()
        assert "sessie is beëindigd" in row.get_by_role("alert").inner_text()
        assert "Probeer het opnieuw" not in row.inner_text()
        assert served.desk.book.verdicts().in_force() == []
        row.get_by_role("link", name="Log opnieuw in").click()
        page.wait_for_url("**/login?to=%2Fqueue")
        visitor.complaints.clear()  # the browser writes every 401 on its console
        visitor.leave()


def test_a_verdict_from_a_page_of_an_earlier_session_says_what_helps(browser: Any, case: Workspace) -> None:
    desk_with_people(case, "anna")
    with serving(case) as served:
        visitor = logged_in(browser, served, "anna")
        visitor.goto("/queue")
        _other_session(visitor, served)
        row = visitor.page.locator(f"tr[data-seller={SELLER}]")
        visitor.page.keyboard.press("y")
        row.get_by_role("link", name="Laad de pagina opnieuw").click()
        visitor.page.wait_for_load_state()
        visitor.page.keyboard.press("y")
        visitor.page.locator(f"tr[data-seller={SELLER}].is-judged").wait_for()
        visitor.complaints.clear()  # the browser writes every 403 on its console
        visitor.leave()


def test_the_page_that_says_so_leads_to_the_login_too(browser: Any, case: Workspace) -> None:
    desk_with_people(case, "anna")
    with serving(case) as served:
        visitor = logged_in(browser, served, "anna")
        visitor.goto("/lead/l_x")
        assert visitor.page.get_by_role("status").count() == 0
        visitor.goto("/queue?judged=all")
        visitor.page.locator("#many-why").evaluate("one => one.form.noValidate = true")
        _log_out(served, "anna")
        visitor.page.evaluate("document.getElementById('many').submit()")
        visitor.page.get_by_role("link", name=re.compile("Log opnieuw in")).click()
        visitor.page.wait_for_url("**/login?to=%2Fqueue%3Fjudged%3Dall")
        visitor.complaints.clear()
        visitor.leave()


def _log_out(served: Served, who: str) -> None:
    served.desk.book.logins.end_all(who, NOW())


def _other_session(visitor: Visitor, served: Served) -> None:
    """The same browser logs in anew in another window."""
    page = visitor.page.context.new_page()
    page.goto(f"{served.address}/me")
    page.locator("form[action='/logout'] button").first.click()
    page.get_by_label("Naam").fill("anna")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("heading", name="Overzicht").wait_for()
    page.close()
