"""Every screen with hostile data in both lights: no request elsewhere, no breach of the policy, no fault that axe finds."""

from pathlib import Path
from typing import Any

import pytest

from schakel.showing.desk.screens import SCREENS
from tests.showing.desk.conftest import Served
from tests.showing.desk.hostile_case import CAMPAIGN, LEAD, QUIET_SELLER, SELLER, message_id

AXE = (Path(__file__).parent / "vendored" / "axe.min.js").read_text(encoding="utf-8")
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    },
    "resultTypes": ["violations"],
}
IN_MENU = [screen.address for screen in SCREENS if screen.group]
FILES = [
    f"/lead/{LEAD}",
    f"/campaign/{CAMPAIGN}",
    f"/seller/{QUIET_SELLER}",
    *(f"/message/{message_id(number)}" for number in (1, 2)),
]
PATHS = [*IN_MENU, "/me", *FILES, "/queue?judged=done", "/nothing-here"]


def faults_of(page: Any) -> dict[str, list[str]]:
    """What axe finds wrong with a page, by rule."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    return {fault["id"]: [node["html"][:160] for node in fault["nodes"][:3]] for fault in found["violations"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_screen_asks_for_anything_elsewhere_or_fails_axe(
    browser: Any, served: Served, scheme: str
) -> None:
    width = 1440 if scheme == "light" else 390
    visitor = served.visitor(browser, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page, faults = visitor.page, {}
    for path in PATHS:
        visitor.goto(path)
        page.wait_for_load_state("load")
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        faults |= {(path, rule): nodes for rule, nodes in faults_of(page).items()}
    if "/nothing-here" in PATHS:
        visitor.complaints[:] = [said for said in visitor.complaints if "404" not in said]
    visitor.leave()
    assert not faults, "\n".join(f"{path} {rule}: {nodes}" for (path, rule), nodes in faults.items())


def test_a_person_can_do_everything_by_keyboard_alone(browser: Any, served: Served) -> None:
    visitor = served.visitor(browser)
    page = visitor.page
    visitor.goto("/queue")
    page.keyboard.press("?")
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "state"
    page.keyboard.press("Escape")
    page.keyboard.press("o")
    page.wait_for_url(f"**/lead/{LEAD}")
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("document.activeElement.name || document.activeElement.getAttribute('href') || ''")
        )
    assert {"why", "answer", "/queue", "/audit", "/me"} <= reached
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/cases")
    visitor.leave()


def test_keys_of_one_letter_can_be_turned_off(browser: Any, served: Served) -> None:
    visitor = served.visitor(browser)
    page = visitor.page
    visitor.goto("/me")
    page.get_by_label("Toetsen met één letter").select_option("off")
    page.get_by_role("button", name="Bewaar").click()
    page.wait_for_load_state("load")
    visitor.goto("/queue")
    page.keyboard.press("o")
    page.keyboard.press("?")
    assert page.url.endswith("/queue")
    assert page.locator("dialog").count() == 0
    visitor.leave()


def test_light_and_language_are_a_persons_choice(browser: Any, served: Served) -> None:
    visitor = served.visitor(browser, color_scheme="light")
    page = visitor.page
    visitor.goto("/me")
    page.get_by_label("Licht", exact=True).select_option("dark")
    page.get_by_label("Taal", exact=True).select_option("en")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("heading", name="My page").wait_for()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(16, 22, 28)"
    visitor.leave()


def test_what_is_printed_of_a_file_has_no_buttons(browser: Any, served: Served) -> None:
    visitor = served.visitor(browser)
    visitor.goto(f"/seller/{SELLER}")
    visitor.page.emulate_media(media="print")
    assert visitor.page.locator("form:visible, button:visible, nav:visible").count() == 0
    assert visitor.page.locator("h2:visible").count() > 6
    visitor.leave()
