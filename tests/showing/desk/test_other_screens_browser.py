"""Main tasks of the remaining screens by real clicks: campaigns, identity leads, messages, the map, the ledger, people, logins."""

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyotp
import pytest

from schakel.custody.ledger import Ledger
from schakel.records.grounds import Ground, Scope
from schakel.showing.desk.screens import SCREENS
from schakel.store.workspace import Workspace, create_workspace
from tests.showing.desk.barriers import barriers, barriers_in_both_lights
from tests.showing.desk.conftest import Served, serving
from tests.showing.desk.hostile_case import CAMPAIGN, LEAD, SELLER, message_id
from tests.showing.desk.people import PASSWORD, desk_with_people
from tests.showing.desk.test_daily_work import logged_in

IN_MENU = [screen.address for screen in SCREENS if screen.group]


@pytest.fixture(scope="module")
def place(market_case: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = create_workspace(tmp_path_factory.mktemp("other") / "workspace")
    shutil.copytree(market_case.root, workspace.root, dirs_exist_ok=True)
    return workspace


@pytest.fixture(scope="module")
def working(place: Workspace) -> Iterator[Served]:
    """A desk that these tests change, one after another."""
    with serving(place) as served:
        today = datetime.now(UTC).date()
        whole = Ground(
            "A-1", "wpg-9", "J. Smit", "file 12", Scope(("identify",)), today, today + timedelta(days=9)
        )
        served.desk.book.casework("tester", "test").enter_ground(whole)
        yield served


def newest(served: Served) -> Any:
    return list(Ledger(served.desk.workspace.ledger, "reader").entries())[-1]


def test_a_campaign_from_the_file_of_its_seller(browser: Any, working: Served) -> None:
    visitor = working.visitor(browser)
    page = visitor.page
    visitor.goto(f"/seller/{SELLER}")
    page.get_by_role("link", name=re.compile("Campagne k_1")).click()
    page.wait_for_url(f"**/campaign/{CAMPAIGN}")
    assert (
        "veel waarschijnlijker als het één verkoper is"
        in page.locator("#hand ~ *").first.locator("..").inner_text()
    )
    page.get_by_label("Waarom u ze nodig heeft").fill("vergelijken")
    page.get_by_label("Machtiging").fill("A-1")
    page.get_by_role("button", name="Toon namen en contacten").click()
    page.get_by_text("Namen en contacten zijn zichtbaar.").wait_for()
    assert (newest(working).inputs, newest(working).settings["names"]) == ({"subject": CAMPAIGN}, True)
    page.get_by_role("link", name="Verberg ze weer").click()
    page.get_by_role("link", name=f"Verkoper {SELLER[:10]}").first.click()
    page.wait_for_url(f"**/seller/{SELLER}")
    visitor.leave()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_identity_leads_opened_and_closed(browser: Any, working: Served, width: int, scheme: str) -> None:
    visitor = working.visitor(browser, viewport={"width": width, "height": 900})
    page = visitor.page
    visitor.goto(f"/seller/{SELLER}")
    form = page.locator(f"form[action='/seller/{SELLER}/identity']")
    form.get_by_label("Waarom u ze wilt openen").fill("wie is het")
    form.get_by_label("Machtiging").fill("A-1")
    form.get_by_role("button", name="Open de aanwijzingen").click()
    page.get_by_text("De aanwijzingen zijn geopend.").wait_for()
    assert page.locator("mark.item").first.inner_text() == "+31 6 1234 5678"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert barriers_in_both_lights(page, scheme) == []
    assert newest(working).settings["identity"] is True
    page.get_by_role("link", name="Sluit ze weer").click()
    page.wait_for_url(f"**/seller/{SELLER}")
    assert "31612345678" not in page.content()
    visitor.leave()


def test_a_message_with_its_names_and_a_contact_copied(browser: Any, working: Served) -> None:
    visitor = working.visitor(browser)
    page = visitor.page
    visitor.goto(f"/message/{message_id(1)}")
    assert "31612345678" not in page.content()
    page.get_by_label("Waarom u ze nodig heeft").fill("bellen mag niet, nakijken wel")
    page.get_by_label("Machtiging").fill("A-1")
    page.get_by_role("button", name="Toon namen en contacten").click()
    page.get_by_text("Namen en contacten zijn zichtbaar.").wait_for()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator("[data-copy]").first
    button.click()
    page.locator("[data-copy]", has_text="Gekopieerd").first.wait_for()
    assert page.locator(f"#{button.get_attribute('data-copy')}").inner_text() != ""
    visitor.leave()


def test_the_map_by_months_and_abroad(browser: Any, working: Served) -> None:
    visitor = working.visitor(browser)
    page = visitor.page
    page.get_by_role("link", name="Kaart").click()
    page.get_by_label("Van", exact=True).select_option("2025-12")
    page.locator("#zoom").select_option("europe")
    page.get_by_role("button", name="Toon").click()
    page.wait_for_url("**since=2025-12**")
    assert page.locator("a[aria-label^='Antwerpen: 1 ']").count() == 1
    page.get_by_role("link", name="Hele tijd").click()
    page.locator("a[aria-label^='Antwerpen: 2 ']").wait_for()
    visitor.leave()


def test_the_ledger_searched(browser: Any, working: Served) -> None:
    visitor = working.visitor(browser)
    page = visitor.page
    visitor.goto(f"/lead/{LEAD}")
    page.get_by_role("link", name="Logboek").click()
    page.get_by_text("De keten klopt", exact=True).wait_for()
    page.get_by_label("Handeling").select_option("show")
    page.get_by_label("Over (id)").fill(LEAD)
    page.get_by_role("button", name="Zoek").click()
    page.wait_for_url(f"**about={LEAD}**")
    rows = page.locator("table.acts tbody tr").all_inner_texts()
    assert rows
    assert all(LEAD in row and "bekeken" in row for row in rows)
    visitor.leave()


def test_an_empty_workspace_leads_to_the_first_export(browser: Any, tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "workspace")
    Ledger(workspace.ledger, "tester").add("begin")
    with serving(workspace) as served:
        visitor = served.visitor(browser)
        page = visitor.page
        assert page.locator("ol.steps li").count() == 3
        page.locator("main").get_by_role("link", name="Inname").click()
        page.get_by_role("heading", name="Inname").wait_for()
        visitor.leave()


def test_people_come_in_set_a_second_factor_and_are_sent_out(browser: Any, case: Workspace) -> None:
    desk_with_people(case, "anna", "adam").book.close()
    with serving(case) as served:
        anna, adam = logged_in(browser, served, "anna"), logged_in(browser, served, "adam")
        page = anna.page
        page.locator(".me a").click()
        page.get_by_role("button", name="Maak een sleutel").click()
        key = page.locator("section[aria-labelledby=second] code").first.inner_text()
        page.locator("#code").fill(pyotp.TOTP(key).now())
        page.get_by_role("button", name="Zet aan").click()
        page.get_by_text("De tweede factor staat aan.").wait_for()
        page.get_by_label("Waarvoor").fill("notebook")
        page.get_by_role("button", name="Maak een token").click()
        assert page.locator(".said code").inner_text().startswith("schakel_")
        adam.page.get_by_role("link", name="Mensen").click()
        row = adam.page.locator("tr", has=adam.page.get_by_role("rowheader", name="anna"))
        assert "ja" in row.inner_text()
        row.get_by_role("button").click()
        adam.page.get_by_text("Gedaan.").wait_for()
        anna.goto("/queue")
        page.wait_for_url(re.compile(r"/login\?to=%2Fqueue$"))
        page.get_by_label("Naam").fill("anna")
        page.get_by_label("Wachtwoord").fill("not this one")
        page.get_by_role("button", name="Inloggen").click()
        page.get_by_role("alert").wait_for()
        page.get_by_label("Wachtwoord").fill(PASSWORD)
        page.get_by_role("button", name="Inloggen").click()
        page.get_by_text("nieuwste code van uw tweede factor").wait_for()
        assert barriers(page) == []
        for visitor in (anna, adam):
            # The browser writes refusals on its console, and a hint that a page with two passwords might be two.
            noise = ("403", "[DOM] Multiple forms")
            visitor.complaints[:] = [
                one for one in visitor.complaints if not any(part in one for part in noise)
            ]
            visitor.leave()


# Everything on a page that a person without a mouse must be able to come to.
REACHABLE = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter(
    one => !one.disabled && one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true})
      && !(one.type === 'radio' && !one.checked)).length"""
# Notes everything that the focus comes to, and what of it does not show that it is there.
WATCH_FOCUS = """() => { window.reached = new Set(); window.unseen = [];
  document.addEventListener('focusin', event => { window.reached.add(event.target);
    const style = getComputedStyle(event.target);
    if (style.outlineStyle === 'none' && style.boxShadow === 'none' && !event.target.closest('svg'))
      window.unseen.push(event.target.outerHTML.slice(0, 200)) }) }"""


def test_every_screen_by_keyboard_alone(browser: Any, working: Served) -> None:
    """Tab comes to everything that can be used, shows where it is, and out again; nothing holds it."""
    visitor = working.visitor(browser, viewport={"width": 1440, "height": 900})
    page = visitor.page
    for path in (*IN_MENU, "/me", f"/lead/{LEAD}", f"/campaign/{CAMPAIGN}", f"/message/{message_id(1)}"):
        visitor.goto(path)
        page.wait_for_load_state("load")
        wanted = page.evaluate(REACHABLE)
        page.evaluate(WATCH_FOCUS)
        for _ in range(wanted + 8):  # the parts of a date are places of their own
            page.keyboard.press("Tab")
        assert page.evaluate("window.reached.size") >= wanted > 10, path
        assert page.evaluate("window.unseen") == [], path
    visitor.leave()


def test_from_screen_to_screen_by_keyboard_alone(browser: Any, working: Served) -> None:
    visitor = working.visitor(browser)
    page = visitor.page
    for address in (*IN_MENU[1:], IN_MENU[0]):
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.getAttribute('href')") == address:
                break
        with page.expect_navigation(url=f"{working.address}{address}"):
            page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"  # over the menu
    visitor.leave()
