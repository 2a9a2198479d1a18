"""The daily work in a real browser, from start to end: triage by keyboard, a seller's file, a case, an export, two people."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from schakel.custody.ledger import Ledger
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, create_workspace
from tests.showing.desk.conftest import Served, Visitor, serving
from tests.showing.desk.hostile_case import ACCOUNT, LEAD, SECOND, SELLER, many_sellers
from tests.showing.desk.people import PASSWORD, desk_with_people

LEADS = 60


@pytest.fixture(scope="module")
def place(built: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = create_workspace(tmp_path_factory.mktemp("daily") / "workspace")
    shutil.copytree(built.root, workspace.root, dirs_exist_ok=True)
    return workspace


@pytest.fixture(scope="module")
def working(place: Workspace) -> Iterator[Served]:
    """A desk that tests change, one after another."""
    with serving(place) as served:
        yield served


@pytest.fixture(scope="module")
def triage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    workspace = create_workspace(tmp_path_factory.mktemp("triage") / "workspace")
    Ledger(workspace.ledger, "tester").add("begin")
    many_sellers(DuckDBEngine(workspace, workers=Workers(1)), LEADS)
    with serving(workspace) as served:
        yield served


def test_a_day_of_triage_by_keyboard(browser: Any, triage: Served) -> None:
    visitor = triage.visitor(browser, viewport={"width": 1440, "height": 900})
    page = visitor.page
    visitor.goto("/queue")
    for number in range(LEADS):
        seller = f"s_{number:024x}"
        row = page.locator(f"tr[data-seller={seller}]")
        row.and_(page.locator("[aria-current=true]")).wait_for()
        page.keyboard.press("ynu"[number % 3])
        if number not in (49, LEADS - 1):  # after these the page turns by itself
            row.and_(page.locator(".is-judged")).wait_for()
        if number == 7:
            page.keyboard.press("z")
            page.locator(f"tr[data-seller={seller}]:not(.is-judged)[aria-current=true]").wait_for()
            page.keyboard.press("u")
            row.and_(page.locator(".is-judged")).wait_for()
    page.get_by_text("Alles is beoordeeld.").wait_for()
    words = triage.desk.book.verdicts().in_force()
    assert Counter(word.answer for word in words) == {"real": 20, "ghost": 19, "unsure": 21}
    assert len(words) == LEADS
    acts = Counter(act.act for act in Ledger(triage.desk.workspace.ledger, "reader").entries())
    assert (acts["verdict"], acts["undo"]) == (LEADS + 1, 1)
    visitor.leave()


def test_the_file_of_a_seller_from_start_to_end(browser: Any, working: Served) -> None:
    visitor = working.visitor(browser)
    page = visitor.page
    visitor.goto(f"/lead/{LEAD}")
    page.get_by_label("Waarom (voor wie dit later leest)").fill("kwam niet <b>opdagen</b>")
    page.get_by_role("button", name="Spook").click()
    page.get_by_text("Uw oordeel staat in het zaakboek.").wait_for()
    assert "kwam niet <b>opdagen</b>" in page.locator(".words").inner_text()
    page.get_by_role("button", name="terugnemen").click()
    page.get_by_text("Het oordeel is teruggenomen.").wait_for()
    page.locator("#chains ~ .chains").get_by_role("button", name="Zelfde persoon").first.click()
    page.get_by_text("Uw oordeel staat in het zaakboek.").wait_for()
    (word,) = working.desk.book.verdicts().in_force()
    assert ({word.subject, word.other}, word.answer) == ({ACCOUNT, SECOND}, "same")
    assert "Piet" not in page.content()
    page.get_by_label("Waarom u ze nodig heeft").fill("identificatie")
    page.get_by_role("button", name="Toon namen en contacten").click()
    page.get_by_text("Namen en contacten zijn zichtbaar.").wait_for()
    assert "31612345678" in page.content()
    assert "<U+202E>" in page.locator("body").inner_text()
    newest = list(Ledger(working.desk.workspace.ledger, "reader").entries())[-1]
    assert (newest.act, newest.settings["names"], newest.settings["why"]) == ("show", True, "identificatie")
    page.get_by_role("link", name="Verberg ze weer").click()
    page.wait_for_url(f"**/seller/{SELLER}")
    assert "31612345678" not in page.content()
    visitor.leave()


def test_a_case_from_start_to_end(browser: Any, working: Served) -> None:
    visitor = working.visitor(browser)
    page = visitor.page
    visitor.goto(f"/lead/{LEAD}")
    page.get_by_label("Waarom deze zaak").fill("eerste van het plan")
    page.get_by_role("button", name="Open een zaak").click()
    page.get_by_text("De zaak is geopend.").wait_for()
    for label, text, button in (
        ("Nieuwe notitie", "<script>alert(1)</script> prepaid", "#notes ~ form button"),
        ("Nieuwe taak", "vraag de aanbieder", "#tasks ~ form button"),
    ):
        page.get_by_label(label).fill(text)
        page.locator(button).click()
        page.get_by_text("Gedaan.").wait_for()
        assert text in page.locator("main").inner_text()
    page.get_by_role("button", name="Gedaan").click()
    page.locator(".chip", has_text="gedaan").wait_for()
    page.locator("#hours-number").fill("2,5")
    page.locator("section[aria-labelledby=hours] form button").click()
    page.get_by_text("Gedaan.").wait_for()
    page.locator("#why-close").fill("niets gevonden")
    page.locator("#ending").select_option("no-evidence")
    page.get_by_role("button", name="Sluit de zaak").click()
    page.locator(".chip", has_text="gesloten").first.wait_for()
    assert page.locator("main form:visible").count() == 0
    visitor.goto("/cases?state=closed")
    assert page.locator("tbody tr").count() == 1
    visitor.goto("/audit?act=case-close")
    assert page.locator("table.acts tbody tr").count() == 1
    visitor.leave()


def test_two_people_at_one_lead_see_each_other_and_no_word_is_lost(browser: Any, case: Workspace) -> None:
    desk_with_people(case, "anna", "otto")
    with serving(case) as served:
        anna, otto = logged_in(browser, served, "anna"), logged_in(browser, served, "otto")
        anna.goto(f"/lead/{LEAD}")
        otto.goto(f"/lead/{LEAD}")
        assert "Nu ook hier: anna" in otto.page.locator("[data-here]").inner_text()
        anna.page.evaluate("here()")
        anna.page.get_by_text("Nu ook hier: otto").wait_for()
        anna.page.get_by_role("button", name="Spook").click()
        anna.page.get_by_text("Uw oordeel staat in het zaakboek.").wait_for()
        otto.page.get_by_role("button", name="Echt").click()
        otto.page.get_by_role("heading", name="Iemand was u voor").wait_for()
        assert "anna was u voor: spook" in otto.page.locator(".note").inner_text()
        otto.goto("/queue?judged=all")
        assert "anna" in otto.page.locator(f"tr[data-seller={SELLER}] .now").inner_text()
        (word,) = served.desk.book.verdicts().in_force()
        assert (word.by, word.answer) == ("anna", "ghost")
        # In the queue: what the other wrote since the page was made is told in the row, and nothing is overwritten.
        anna.goto(f"/lead/{LEAD}")
        anna.page.get_by_role("button", name="Weet niet").click()
        anna.page.get_by_text("Uw oordeel staat in het zaakboek.").wait_for()
        row = otto.page.locator(f"tr[data-seller={SELLER}]")
        row.get_by_role("button", name="Echt").click()
        row.get_by_role("alert").wait_for()
        assert "was u voor: weet niet" in row.get_by_role("alert").inner_text()
        otto.complaints.clear()  # the browser writes every 409 on its console
        anna.leave()
        otto.leave()


def test_an_export_is_taken_in_from_the_page(browser: Any, tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "workspace")
    Ledger(workspace.ledger, "tester").add("begin")
    export = tmp_path / "result.json"
    message = {
        "id": 1, "type": "message", "date": "2025-11-18T13:00:00", "date_unixtime": "1763467200", "from": "Jan",
        "from_id": "user1", "text": "Verse coke 10 gram 350 euro", "text_entities": [],
    }  # fmt: skip
    chat = {"name": "Markt", "type": "public_supergroup", "id": 77, "messages": [message]}
    export.write_text(json.dumps(chat), encoding="utf-8")
    with serving(workspace) as served:
        visitor = served.visitor(browser)
        page = visitor.page
        page.get_by_role("link", name="Inname").first.click()
        page.locator("#files").set_input_files(export)
        page.get_by_role("button", name="Neem in").click()
        page.get_by_text("De bestanden zijn ontvangen").wait_for()
        page.locator("#job .panel:not([data-going])").wait_for(timeout=90_000)
        assert page.locator("#going").inner_text() == "Klaar", page.locator("#job").inner_text()
        page.get_by_role("link", name="Bekijk het overzicht").click()
        assert "1" in page.locator(".figures b").first.inner_text()
        assert not list(workspace.root.parent.glob(".workspace-incoming-*"))
        brought = [act for act in Ledger(workspace.ledger, "reader").entries() if act.act == "brought"]
        assert [act.who for act in brought] == ["tester"]
        visitor.leave()


def logged_in(browser: Any, served: Served, who: str) -> Visitor:
    visitor = served.stranger(browser)
    visitor.goto("/login")
    visitor.page.get_by_label("Naam").fill(who)
    visitor.page.get_by_label("Wachtwoord").fill(PASSWORD)
    visitor.page.get_by_role("button", name="Inloggen").click()
    visitor.page.get_by_role("heading", name="Overzicht").wait_for()
    return visitor
