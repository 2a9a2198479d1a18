"""The screens of the market in a real browser: the main task of each by clicks and keys."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from schakel.showing.market_report import market_report
from schakel.showing.report.page import as_html
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.settings import read_settings
from schakel.store.workspace import Workspace, create_workspace, open_workspace
from tests.commands import ExampleRun
from tests.showing.desk.conftest import Served, Visitor, serving
from tests.showing.desk.hostile_case import CHAT, SELLER


@pytest.fixture(scope="module")
def market_served(market_case: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The real server over a copy of the market, which the tests change."""
    workspace = create_workspace(tmp_path_factory.mktemp("browsed") / "workspace")
    shutil.copytree(market_case.root, workspace.root, dirs_exist_ok=True)
    with serving(workspace) as desk:
        yield desk


def test_searching_narrowing_down_and_what_is_alike(browser: Any, market_served: Served) -> None:
    visitor = market_served.visitor(browser)
    page = visitor.page
    page.get_by_role("link", name="Zoeken", exact=True).click()
    page.get_by_label("Woorden, een zin of een contact").fill("verse coke")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hits li")
    page.get_by_role("link", name="cocaïne").click()
    page.wait_for_url("**commodity=cocaine**")
    assert page.locator("mark.item").first.inner_text() == "Verse"
    page.get_by_role("link", name="Campagne").first.click()
    page.wait_for_url("**/campaign/**")
    page.go_back()
    page.get_by_role("link", name="Haal weg: Waar").click()
    page.get_by_role("link", name="Soortgelijke advertenties").first.click()
    page.wait_for_url("**/similar/**")
    page.get_by_role("link", name="Terug naar het bericht").click()
    page.wait_for_url("**/message/**")
    visitor.leave()


def test_the_market_as_a_table_and_as_a_file(browser: Any, market_served: Served, tmp_path: Path) -> None:
    visitor = market_served.visitor(browser)
    page = visitor.page
    page.get_by_role("link", name="Markt", exact=True).click()
    page.get_by_text("Als tabel").first.click()
    assert page.locator("details[open] table").is_visible()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Downloaden als CSV").first.click()
    saved.value.save_as(tmp_path / "size.csv")
    assert (tmp_path / "size.csv").read_text("utf-8-sig").startswith("Groep,")
    visitor.leave()


def test_the_map_by_keyboard(browser: Any, market_served: Served) -> None:
    visitor = market_served.visitor(browser)
    page = visitor.page
    visitor.goto("/map")
    page.locator(".map a[href*='NL-GR']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**zoom=NL-GR**")
    assert "Groningen" in page.locator("h1").inner_text()
    page.get_by_label("Kleur naar").select_option("home")
    page.get_by_role("button", name="Toon").click()
    page.wait_for_url("**measure=home**")
    visitor.leave()


def test_the_network_opened_up_and_cut(browser: Any, market_served: Served) -> None:
    visitor = market_served.visitor(browser)
    page = visitor.page
    page.get_by_role("link", name="Netwerk").click()
    page.locator(".net a").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**around=**")
    visitor.goto("/network")
    page.get_by_label("doorgestuurd").check()
    page.get_by_label("Van", exact=True).select_option("2025-11")
    page.get_by_role("button", name="Toon").click()
    page.wait_for_url("**kind=forwards&since=2025-11**")
    assert page.locator(".net a").count() == 2
    page.get_by_role("link", name="Wis filter").click()
    page.wait_for_url("**/network")
    page.get_by_label(f"Haal {SELLER[:10]} weg").check()
    page.get_by_role("button", name="Haal het aangevinkte weg").click()
    page.wait_for_url("**without=**")
    assert page.locator(".net .cross").count() == 1
    assert "van alle paren" in page.locator(".whatif").inner_text()
    visitor.leave()


def test_hours_tried_and_kept(browser: Any, market_served: Served) -> None:
    visitor = market_served.visitor(browser)
    page = visitor.page
    page.get_by_role("link", name="Plan", exact=True).click()
    page.get_by_label("limburg").fill("12")
    page.get_by_role("button", name="Reken uit").click()
    page.wait_for_url("**hours.limburg=12**")
    assert "wat als" in page.locator("h1").inner_text()
    page.get_by_role("textbox", name="Waarom").fill("minder mensen")
    page.get_by_role("button", name="Bewaar uren").click()
    page.wait_for_url("**said=hours_kept")
    assert page.get_by_label("limburg").input_value() == "12"
    assert "limburg=12" in read_settings(market_served.desk.workspace.settings).hours
    visitor.leave()


def test_an_intervention_written_down_and_taken_back(browser: Any, market_served: Served) -> None:
    visitor = market_served.visitor(browser)
    page = visitor.page
    page.get_by_role("link", name="Ingrepen").click()
    page.get_by_label("Soort").select_option("arrest")
    page.get_by_label("Een paar woorden").fill("Aanhouding in Haren")
    page.get_by_label("Dag, of de eerste dag").fill("2025-11-25")
    page.locator(f"input[name='chat.{CHAT}']").check()
    page.get_by_role("button", name="Schrijf op").click()
    page.wait_for_url("**said=written")
    one = page.locator("article", has_text="Aanhouding in Haren")
    one.get_by_text("Neem terug").first.click()
    one.get_by_label("Waarom").fill("verkeerde dag")
    one.get_by_role("button", name="Neem terug").click()
    page.wait_for_url("**said=taken_back")
    assert page.locator("article", has_text="Aanhouding in Haren").count() == 0
    visitor.leave()


def test_a_word_accepted_and_dropped(browser: Any, market_served: Served) -> None:
    visitor = market_served.visitor(browser)
    page = visitor.page
    page.get_by_role("link", name="Lexicon").click()
    page.get_by_label("Woord, uitdrukking of emoji").fill("witte kerst")
    page.get_by_label("Betekent").select_option("cocaine")
    page.get_by_role("button", name="Neem aan").click()
    page.wait_for_url("**said=word_accepted**")
    page.get_by_role("button", name="Haal witte kerst weg").click()
    page.wait_for_url("**said=word_dropped")
    visitor.leave()


def test_what_is_missing_of_a_chat(browser: Any, market_served: Served) -> None:
    visitor: Visitor = market_served.visitor(browser)
    page = visitor.page
    page.get_by_role("link", name="Dekking").click()
    page.locator(f"table a[href='/coverage/{CHAT}']").click()
    page.wait_for_url(f"**/coverage/{CHAT}")
    assert "ontbreken" in page.locator(".lead").inner_text()
    visitor.leave()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_report_of_the_market_fits_a_telephone_too(
    browser: Any, tmp_path: Path, example_as_run: Callable[[Path], ExampleRun], width: int
) -> None:
    case = open_workspace(example_as_run(tmp_path / "case").workspace)
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(as_html(market_report(DuckDBEngine(case))))
    assert page.get_by_text("counterfeit-goods").count()  # the table of goods, the widest, is there
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
