"""The desk in a real browser: a person's way through it, with every request and every violation of the policy seen."""

from typing import Any

import pytest

from tests.showing.desk.conftest import Served
from tests.showing.desk.hostile_case import LEAD, SELLER, message_id

SIZES = [(1440, 900, "light"), (390, 844, "dark")]


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_a_persons_way_through_the_desk(
    browser: Any, served: Served, width: int, height: int, scheme: str
) -> None:
    visitor = served.visitor(browser, viewport={"width": width, "height": height}, color_scheme=scheme)
    page = visitor.page
    _step(page, "Overzicht", width)
    page.get_by_role("link", name="Naar de hele werklijst").click()
    _step(page, "Werklijst", width)
    page.get_by_label("Stand").select_option("chosen")
    page.get_by_role("button", name="Toon").click()
    page.wait_for_url("**/queue?*state=chosen*")
    page.locator(f"a.title[href='/lead/{LEAD}']").click()
    _step(page, "cocaïne", width)
    visitor.goto(f"/seller/{SELLER}")
    page.locator(f"a.ref[href='/message/{message_id(1)}']").first.click()
    _step(page, "Bericht 1", width)
    for number in range(2, 7) if scheme == "light" else (2, 4):
        visitor.goto(f"/message/{message_id(number)}")
        _step(page, f"Bericht {number}", width)
    page.get_by_role("link", name="Logboek").click()
    _step(page, "Logboek", width)
    assert len(visitor.requests) > 15
    visitor.leave()


def test_the_keyboard_reaches_the_content_first(browser: Any, served: Served) -> None:
    visitor = served.visitor(browser)
    page = visitor.page
    visitor.goto("/queue")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#content"
    visitor.leave()


def _step(page: Any, heading: str, width: int) -> None:
    page.wait_for_load_state("load")  # a heading can be there before the style sheet is
    assert heading in page.locator("h1").inner_text()
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(
        "Array.from(document.scripts).every(one => one.src.startsWith(location.origin + '/static/'))"
    )
