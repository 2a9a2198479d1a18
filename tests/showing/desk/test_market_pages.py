"""The screens of the market over hostile data: nothing becomes markup, nothing hidden shows, everything is told."""

import csv
import html
import io
import re
import shutil
from datetime import date

import pytest
from starlette.testclient import TestClient

from schakel.custody.ledger import Ledger
from schakel.records.tables import from_rows
from schakel.showing.desk import searching
from schakel.showing.desk.market import market
from schakel.store.casebook.interventions import InterventionBook
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.settings import read_settings
from schakel.store.workspace import Workspace
from tests.showing.desk.conftest import Acts, client_of
from tests.showing.desk.hostile_case import CHAT, QUIET_SELLER, SELLER, message_id
from tests.showing.desk.hostile_market import TALK
from tests.showing.desk.test_pages import ALLOWED, read

DRAWN = {"path", "circle", "desc", "fieldset", "legend", "output", "progress", "figure", "i"}
PAGES = [
    "/market", "/search", "/search?q=coke", "/search?q=%3Cscript%3E&chat=%3Cscript%3E&month=x", f"/search?chat={CHAT}&order=copies",
    f"/similar/{message_id(1)}", "/network", "/network?best=1&kind=replies&since=2025-11", f"/network?around={SELLER}&without={SELLER}&without=%3Cb%3E",
    "/map", "/map?zoom=NL-GR&measure=home", "/map?zoom=europe", "/map?since=2025-12&until=2025-12", "/map?zoom=europe&measure=sellers&since=2025-11", "/plan", "/plan?hours.landelijk=500&weight.bulk=2", "/interventions",
    "/lexicon", "/lexicon?look=1", "/coverage", f"/coverage/{CHAT}",
]  # fmt: skip
FILES = ["/market/size.csv", "/market/goods.csv", "/map/areas.csv", "/map/abroad.csv", "/network/ties.csv", "/coverage/chats.csv", "/coverage/weeks.csv", f"/coverage/{CHAT}.csv", "/interventions/weeks.csv", f"/seller/{SELLER}/timeline.csv"]  # fmt: skip
SECRETS = ("Piet", "Gnod", "plug_groningen", "31612345678", "1234 5678", "987654321")


@pytest.fixture(scope="session")
def market_desk(market_case: Workspace) -> TestClient:
    return client_of(market_case)


@pytest.fixture
def own_desk(market_case: Workspace, workspace: Workspace) -> TestClient:
    """A desk over a copy, to change at will."""
    shutil.copytree(market_case.root, workspace.root, dirs_exist_ok=True)
    return client_of(workspace)


@pytest.mark.parametrize("path", PAGES)
def test_hostile_data_stay_text_on_every_screen(market_desk: TestClient, path: str) -> None:
    answer = market_desk.get(path)
    assert answer.status_code == 200
    found = read(answer.text)
    assert found.tags <= ALLOWED | DRAWN
    assert not {name for name in found.attributes if name.startswith("on")} | {"style"} & found.attributes
    assert all(re.match(r"/(?!/)|#", address) for address in found.addresses), found.addresses
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\x00-\x08\x0b-\x1f\x7f]", answer.text)
    text = html.unescape(answer.text)
    assert [secret for secret in SECRETS if secret in text] == []


@pytest.mark.parametrize("path", ["/market", "/search", "/network", "/map", "/plan", "/interventions", "/lexicon", "/coverage"])  # fmt: skip
def test_every_screen_opens_on_an_empty_workspace_and_in_english(bare_desk: TestClient, path: str) -> None:
    answer = bare_desk.get(path, headers={"accept-language": "en"})
    assert answer.status_code == 200
    assert read(answer.text).html["lang"] == "en"


@pytest.mark.parametrize("path", FILES)
def test_downloads_hold_no_formula(market_desk: TestClient, path: str) -> None:
    answer = market_desk.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) > 1
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))] == []
    assert not any("\u202e" in cell for cell in cells)


@pytest.mark.parametrize(
    ("page", "saved"),
    [
        (f"/seller/{SELLER}", f"/seller/{SELLER}/timeline.csv"),
        ("/interventions", "/interventions/weeks.csv"),
        ("/coverage", "/coverage/weeks.csv"),
        (f"/coverage/{CHAT}", f"/coverage/{CHAT}.csv"),
        ("/network", "/network/ties.csv"),
        ("/map", "/map/areas.csv"),
    ],
)
def test_where_a_picture_stands_its_figures_can_be_saved(
    market_desk: TestClient, page: str, saved: str
) -> None:
    text = html.unescape(market_desk.get(page).text)
    assert "<svg" in text
    assert "<table" in text
    links = [link for link in re.findall(r'<a href="([^"]+)" download', text) if link.split("?")[0] == saved]
    assert links
    assert market_desk.get(links[0]).status_code == 200


def test_a_timeline_saved_holds_the_offers_that_the_page_counts(market_desk: TestClient) -> None:
    saved = market_desk.get(f"/seller/{SELLER}/timeline.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(saved)))
    page = market_desk.get(f"/seller/{SELLER}").text
    table = page.split('aria-labelledby="timeline"')[-1].split("<tbody>")[1].split("</tbody>")[0]
    shown = [int(cell) for cell in re.findall(r'<td class="num">(\d+)</td>', table)]
    assert sum(int(row["Aanbiedingen"]) for row in rows) == sum(shown) > 0
    assert market_desk.get(f"/seller/{SELLER[:-1]}0/timeline.csv").status_code == 404


def test_an_intervention_stands_in_the_week_in_which_it_began(own_desk: TestClient) -> None:
    rows = list(
        csv.DictReader(io.StringIO(own_desk.get("/interventions/weeks.csv").content.decode("utf-8-sig")))
    )
    done = [(row["Week van"], row["Ingrepen"]) for row in rows if row["Ingrepen"]]
    assert len(done) == 1
    assert date.fromisoformat(done[0][0]).weekday() == 0


@pytest.mark.parametrize("path", ["/market/x.csv", "/map/x.csv", "/coverage/c_00", "/coverage/c_00.csv", "/similar/m_00"])  # fmt: skip
def test_what_is_not_there_is_not_found(market_desk: TestClient, path: str) -> None:
    assert market_desk.get(path).status_code == 404


def test_every_look_and_download_is_in_the_ledger(own_desk: TestClient, acts: Acts) -> None:
    before = len(acts())
    for path in (
        "/market",
        "/search?q=coke&act=offer",
        "/network",
        "/map/areas.csv",
        "/plan?hours.limburg=1",
    ):
        own_desk.get(path)
    new = acts()[before:]
    assert [act.act for act in new] == ["list", "search", "list", "export", "show-plan"]
    assert new[1].inputs == {"words": "coke", "page": 1, "act": "offer"}
    assert new[1].outputs["shown"] == [message_id(1)]
    assert new[3].inputs["sheet"] == "areas"
    assert "limburg=1," in new[4].settings["what_if"]


def test_a_page_that_waits_for_the_index_says_how_far_it_is(
    own_desk: TestClient, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(workspace.index)
    monkeypatch.setattr(searching, "_PATIENCE", 0.0)
    answer = own_desk.get("/search?q=coke")
    assert answer.headers["refresh"] == "2"
    assert "De zoekindex wordt gemaakt" in answer.text
    monkeypatch.setattr(searching, "_PATIENCE", 30.0)
    assert "teksten: " in own_desk.get("/search?q=coke").text


def test_a_talk_between_two_goes_by_its_id(market_desk: TestClient) -> None:
    text = html.unescape(market_desk.get("/coverage").text)
    assert TALK[:10] in text
    assert "<s•" in text  # the title of the group, as text, what looks like an address hidden


def test_the_market_shows_what_was_measured_with_its_bounds(market_desk: TestClient) -> None:
    text = market_desk.get("/market").text
    assert "echte verkopers die blijven verkopen" in text
    assert "2–9" in text
    assert '4 <span class="quiet">(2–9)</span>' in text
    assert "Waarop het rust" in text


def estimated(what: str, value: float | None, low: float | None, *assumptions: str) -> dict[str, object]:
    return {
        "what": what, "stratum": "all", "method": "refused" if value is None else "drawn worlds", "value": value,
        "low": low, "high": value, "assumptions": list(assumptions),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("low", "told"),
    [
        (None, "? de gegevens dragen geen cijfer (geweigerd: 5 gezien, minder dan 8)"),
        (4.0, "? de gegevens dragen geen cijfer, ten minste 4 (geweigerd: 5 gezien, minder dan 8)"),
    ],
)
def test_a_figure_that_was_refused_is_no_headline_of_others(
    market_copy: Workspace, low: float | None, told: str
) -> None:
    rows = [
        estimated("real-sellers", None, low, "real sellers", "refused: 5 seen, fewer than 8"),
        estimated("sellers", 14.0, 14.0, "sellers that keep selling, ghosts too, seen or not"),
        estimated("real-sellers-seen", 5.0, 5.0, "counted among those seen"),
    ]
    DuckDBEngine(market_copy).write(from_rows(rows, "estimates"), "estimates")
    client = client_of(market_copy)
    page = client.get("/market").text
    card = re.search(r"<dt>echte verkopers, ongeziene meegeteld</dt><dd>(.*?)</dd>", page, re.DOTALL)
    assert card
    assert html.unescape(" ".join(re.sub(r"<[^>]+>", "", card[1]).split())) == told
    assert "14–14" not in page
    sizes = list(csv.reader(io.StringIO(client.get("/market/size.csv").content.decode("utf-8-sig"))))
    assert sizes[1][1] == ""
    assert "refused" in sizes[1][-1]


def test_missing_numbers_are_counted_per_chat(market_desk: TestClient) -> None:
    text = market_desk.get("/coverage").text
    assert re.search(r"ontbreken</dt><dd><b>8</b>", text)
    days = market_desk.get(f"/coverage/{CHAT}").text
    assert days.count('<th scope="row">') == 21  # days without a message too


def test_the_network_says_what_is_left(market_desk: TestClient) -> None:
    text = market_desk.get(f"/network?without={SELLER}").text
    assert "van alle paren" in text
    assert f'value="{SELLER}"' in text
    assert "checked" in text
    assert f"/seller/{QUIET_SELLER}" in text


def test_places_of_one_municipality_count_together(market_desk: TestClient) -> None:
    text = market_desk.get("/map").text
    assert "Haren" not in text
    assert re.search(r'place=Groningen&amp;act=offer"><bdi>Groningen</bdi>', text)


def test_what_if_keeps_nothing_and_hours_are_kept_by_a_form(
    own_desk: TestClient, workspace: Workspace
) -> None:
    page = own_desk.get("/plan?hours.landelijk=500").text
    assert "Er is niets bewaard" in page
    assert not workspace.settings.exists()
    key = re.search(r'name="key" value="([^"]+)"', page)
    assert key
    form = {"key": key[1], "hours": "landelijk=500,oost=7", "why": "more people"}
    assert own_desk.post("/plan/hours", data=form).headers["location"] == "/plan?said=hours_kept"
    assert read_settings(workspace.settings).hours == "landelijk=500,oost-nederland=7"
    (act,) = [one for one in Ledger(workspace.ledger, "reader").entries() if one.act == "set-hours"]
    assert (act.act, act.inputs, act.settings["why"]) == (
        "set-hours", {"hours": "landelijk=500,oost-nederland=7"}, "more people",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/plan/hours", {"hours": "mars=5"}),
        ("/interventions/add", {"kind": "warning", "began": "yesterday", "targets": CHAT}),
        ("/interventions/add", {"kind": "warning", "began": "2025-11-20", "ended": "2025-11-01", "targets": CHAT}),
        ("/interventions/add", {"kind": "warning", "began": "2025-11-20", "targets": "s_nobody"}),
        ("/interventions/add", {"kind": "bombing", "began": "2025-11-20", "targets": CHAT}),
        ("/interventions/undo", {"number": "77", "why": ""}),
        ("/lexicon/accept", {"word": "a", "commodity": "bread"}),
        ("/lexicon/drop", {"word": "nothing"}),
    ],
)  # fmt: skip
def test_a_form_that_cannot_be_done_says_why(own_desk: TestClient, path: str, form: dict[str, str]) -> None:
    key = re.search(r'data-key="([^"]+)"', own_desk.get("/plan").text)
    assert key
    answer = own_desk.post(path, data=form | {"key": key[1]})
    assert answer.status_code == 409
    assert "Dat is niet gedaan" in answer.text
    assert own_desk.post(path, data=form).status_code == 403  # without the key of the session


def test_an_intervention_is_written_down_and_taken_back(own_desk: TestClient, workspace: Workspace) -> None:
    key = re.search(r'data-key="([^"]+)"', own_desk.get("/interventions").text)
    assert key
    form = {
        "key": key[1],
        "kind": "arrest",
        "began": "2025-11-20",
        f"chat.{CHAT}": "1",
        "targets": SELLER,
        "title": "two",
    }
    own_desk.post("/interventions/add", data=form)
    book = InterventionBook(workspace.casebook)
    made = book.in_force()[-1]
    assert (made.kind, made.ended_on.isoformat(), made.by) == ("arrest", "2025-11-20", "tester")
    assert [target.id for target in made.targets] == [CHAT, SELLER]
    own_desk.post(
        "/interventions/undo", data={"key": key[1], "number": str(made.intervention_id), "why": "wrong"}
    )
    assert [one.intervention_id for one in book.in_force()] == [1]
    book.close()


def test_a_word_is_accepted_and_dropped(own_desk: TestClient, acts: Acts) -> None:
    key = re.search(r'data-key="([^"]+)"', own_desk.get("/lexicon").text)
    assert key
    form = {
        "key": key[1],
        "word": "witte kerst",
        "commodity": "cocaine",
        "language": "nl",
        "weight": "1.3",
        "ambiguous": "1",
    }
    assert own_desk.post("/lexicon/accept", data=form).status_code == 303
    assert "witte kerst" in own_desk.get("/lexicon").text
    assert own_desk.post("/lexicon/drop", data={"key": key[1], "word": "witte kerst"}).status_code == 303
    assert "witte kerst" not in own_desk.get("/lexicon").text
    assert {"accept-word", "drop-word"} <= {act.act for act in acts()}


def test_the_map_of_some_months_counts_what_was_offered_in_them(market_desk: TestClient) -> None:
    def areas(question: str) -> dict[str, int]:
        text = market_desk.get(f"/map/areas.csv{question}").content.decode("utf-8-sig")
        return {row[1]: int(row[2]) for row in list(csv.reader(io.StringIO(text)))[1:]}

    always, november = areas(""), areas("?since=2025-11&until=2025-11")
    december = areas("?since=2025-12")
    assert always["Groningen"] == november["Groningen"] + december.get("Groningen", 0)
    assert 0 < november["Groningen"] < always["Groningen"]
    assert areas("?since=1999-01") == always  # a month without offers is no filter
    page = market_desk.get("/map?since=2025-12").text
    assert '<option value="2025-12" selected>' in page
    assert "since=2025-12" in re.findall(r'href="(/map\?[^"]*zoom=NL-GR[^"]*)"', page)[0]


def test_places_abroad_are_dots_where_they_lie(market_desk: TestClient) -> None:
    page = market_desk.get("/map?zoom=europe").text
    (told, dot) = re.findall(r'<a[^>]*aria-label="(Antwerpen:[^"]*)"[^>]*>(.*?)</a>', page, re.DOTALL)[0]
    assert "2 aanbiedingen, 1 account" in told
    assert 'class="dot"' in dot
    assert 'class="dot"' not in market_desk.get("/map?zoom=europe&measure=home").text


def test_what_is_taken_out_is_in_the_picture(market_desk: TestClient) -> None:
    page = market_desk.get(f"/network?around={SELLER}&without={QUIET_SELLER}").text
    assert 'class="cross"' in page


def test_prices_are_those_that_were_measured(case: Workspace, engine: DuckDBEngine) -> None:
    row = {"section": "price", "subject": "cocaine", "measure": "asked", "low": 35.0, "high": 56.0}
    rows = [
        row | {"key": key, "unit": unit, "value": value, "rows": sellers}
        for key, unit, value, sellers in (
            ("1", "EUR for g", 45.0, 387),
            ("2.5", "EUR for g", 99.0, 9),
            ("1000", "EUR for g", 26225.0, 96),
            ("1", "USD for g", 50.0, 400),
        )
    ]
    engine.write(from_rows(rows, "market"), "market")
    assert [
        (one["quantity"], one["unit"], one["sellers"], one["middle"]) for one in market(engine).prices
    ] == [
        (1.0, "g", 387, 45.0),
        (2.5, "g", 9, 99.0),
        (1000.0, "g", 96, 26225.0),
    ]
