"""Every screen with hostile data, in both lights, wide and narrow: no request elsewhere, no breach of the policy, no barrier."""

from typing import Any

from schakel.custody.ledger import Ledger
from schakel.showing.desk.screens import SCREENS
from schakel.store.workspace import Workspace
from tests.showing.desk.barriers import AXE, barriers_in_both_lights
from tests.showing.desk.conftest import Served, Visitor, serving
from tests.showing.desk.hostile_case import CAMPAIGN, CHAT, LEAD, QUIET_SELLER, SELLER, message_id
from tests.showing.desk.people import desk_with_people

Looks = tuple[tuple[int, str], ...]
LOOKS: Looks = (
    (1440, "light"),
    (390, "dark"),
)  # where every rule is held to; those of colours in the other light too
IN_MENU = [screen.address for screen in SCREENS if screen.group]
FILES = [
    f"/lead/{LEAD}",
    f"/campaign/{CAMPAIGN}",
    f"/seller/{QUIET_SELLER}",
    *(f"/message/{message_id(number)}" for number in (1, 2)),
]
ASKED = [
    "/queue?judged=done",
    "/search?q=coke",
    f"/similar/{message_id(1)}",
    "/network?best=1",
    "/map?zoom=NL-GR",
    "/plan?hours.landelijk=300",
    f"/coverage/{CHAT}",
    "/nothing-here",
]
EMPTY = ["/queue", "/market", "/search", "/network", "/plan", "/interventions", "/coverage", "/intake"]
PATHS = [*IN_MENU, "/me", *FILES, *ASKED]


def look_at(visitor: Visitor, paths: list[str], looks: Looks = LOOKS) -> list[str]:
    """Everything that is wrong with some pages; each is opened once, and looked at wide and narrow, light and dark."""
    page, faults = visitor.page, []
    page.context.add_init_script(AXE)
    for path in paths:
        visitor.goto(path)
        page.wait_for_load_state("load")
        for width, scheme in looks:
            page.set_viewport_size({"width": width, "height": 900})
            if page.locator("h1").count() != 1:
                faults.append(f"{path}: not one heading of the first order")
            if page.evaluate("document.documentElement.scrollWidth") > width:
                faults.append(f"{path}: wider than {width}")
            faults += [f"{path} at {width} {fault}" for fault in barriers_in_both_lights(page, scheme)]
    # The browser writes on its console that a page was not found.
    visitor.complaints[:] = [said for said in visitor.complaints if "404" not in said]
    visitor.leave()
    return faults


def test_no_screen_asks_for_anything_elsewhere_or_is_a_barrier(browser: Any, market_case: Workspace) -> None:
    with serving(market_case) as served:
        assert look_at(served.visitor(browser), PATHS) == []


def test_nor_does_a_screen_of_a_workspace_with_nothing_in_it(browser: Any, workspace: Workspace) -> None:
    Ledger(workspace.ledger, "tester").add("begin")
    with serving(workspace) as served:
        assert look_at(served.visitor(browser), ["/", *EMPTY], LOOKS[1:]) == []


def test_nor_does_the_page_where_people_log_in(browser: Any, case: Workspace) -> None:
    desk_with_people(case, "anna").book.close()
    with serving(case) as served:
        assert look_at(served.stranger(browser), ["/login"]) == []


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
