import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from schakel.records.tables import from_rows
from schakel.showing.desk.language import words
from schakel.showing.desk.static_files import address_of
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import Workspace
from tests.showing.desk.conftest import Acts, Page
from tests.showing.desk.hostile_case import (
    ARABIC,
    CAMPAIGN,
    LEAD,
    QUIET_LEAD,
    QUIET_SELLER,
    SELLER,
    message_id,
)

ALLOWED = {
    "a", "article", "aside", "b", "bdi", "body", "br", "button", "caption", "code", "dd", "details", "dialog", "div", "dl", "dt", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "head", "header", "html", "img", "label", "li", "link", "main", "mark", "meta", "nav",
    "input", "kbd", "line", "ol", "option", "p", "q", "rect", "script", "section", "select", "small", "span", "summary", "svg", "table", "text", "tbody", "td", "th", "thead",
    "time", "title", "tr", "ul",
}  # fmt: skip
PAGES = ["/", "/queue", f"/lead/{LEAD}", f"/campaign/{CAMPAIGN}", f"/seller/{QUIET_SELLER}", "/audit", "/nothing", *(f"/message/{message_id(n)}" for n in range(1, 7))]  # fmt: skip


class Reader(HTMLParser):
    """Gathers tags, addresses and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.html: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src", "action"}]
        if tag == "html":
            self.html = dict(attrs)


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


@pytest.mark.parametrize("path", PAGES)
def test_hostile_text_never_becomes_markup(page: Page, path: str) -> None:
    found = read(page(path))
    assert found.tags <= ALLOWED
    assert not {name for name in found.attributes if name.startswith("on")} | {"style"} & found.attributes
    assert all(re.match(r"/(?!/)|#", address) for address in found.addresses), found.addresses
    assert found.html["lang"] == "nl"
    assert found.html["translate"] == "no"


@pytest.mark.parametrize("path", PAGES)
def test_no_invisible_character_reaches_the_page(page: Page, path: str) -> None:
    text = page(path)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\x00-\x08\x0b-\x1f\x7f]", text)


def test_tricks_are_shown_as_what_they_are(page: Page) -> None:
    text = html.unescape(page(f"/message/{message_id(2)}"))
    assert "<U+202E>gnp.exe<U+202C>" in text
    assert "<U+0000><U+0007>" in text
    assert "evil.example" not in text


def test_script_of_a_message_is_text_on_its_page(page: Page) -> None:
    text = page(f"/message/{message_id(1)}")
    assert re.findall("<script[^>]*>", text) == [f'<script src="{address_of("desk.js")}" defer>']
    assert "&lt;s" in text


@pytest.mark.parametrize("path", PAGES)
def test_names_and_contacts_are_hidden_everywhere(desk: TestClient, path: str) -> None:
    text = html.unescape(desk.get(path).text)
    for secret in ("Piet", "Gnod", "plug_groningen", "31612345678", "1234 5678", "Jan de Vries", "987654321"):
        assert secret not in text, secret


def test_what_was_read_is_marked_in_the_message(page: Page) -> None:
    text = page(f"/message/{message_id(1)}")
    assert '<mark class="item">coke</mark>' in text
    assert '<mark class="selector">+3' in text
    assert "result.json" in text
    assert "byte 1.000" in text


def test_a_huge_text_gives_a_small_page_that_says_what_is_left_out(page: Page) -> None:
    text = page(f"/message/{message_id(4)}")
    assert len(text) < 40_000
    assert re.search(r"nog 9[0-9]\.[0-9]{3} tekens niet getoond", text)


def test_words_written_from_right_to_left_stay_whole(page: Page) -> None:
    text = re.sub("</?mark[^>]*>", "", page(f"/message/{message_id(5)}"))
    assert f"<bdi>{ARABIC}</bdi>" in text


def test_the_queue_says_why_and_how_sure(page: Page) -> None:
    text = page("/queue")
    assert "75 van de 120 uren van oost-nederland, 2,93 strafdagen per uur." in text
    assert "waarschijnlijk een spook" in text
    assert "73 tot 480" in text
    assert "(2–21%)" in text
    assert "cocaïne, tot 1.000 g; ook cannabis" in text
    assert "&lt;i&gt;unit&lt;/i&gt;" in text


def test_the_seller_page_tells_everything_with_its_grounds(page: Page) -> None:
    text = page(f"/lead/{LEAD}")
    assert "tussen 2% en 21%" in text
    assert "De kenmerken zijn" in text
    assert f'href="/message/{message_id(3)}"' in text
    assert "en nog 1" in text
    assert "zelfde telefoonnummer" in text
    assert "+6,20" in text
    assert "groothandelaar" in text
    assert f'href="/lead/{QUIET_LEAD}"' in text
    assert f'action="/seller/{SELLER}/names"' in text


def test_english_for_a_browser_that_asks_for_it(seen: TestClient) -> None:
    answer = seen.get(f"/lead/{LEAD}", headers={"accept-language": "en-GB"})
    assert read(answer.text).html["lang"] == "en"
    assert answer.headers["content-language"] == "en"
    assert "Ghost or real?" in answer.text


@pytest.mark.parametrize(
    "path",
    ["/seller/s_00", "/lead/l_00", "/message/m_00", "/seller/<script>", "/nothing", "/message/m_../../x"],
)
def test_what_is_not_there_gives_a_friendly_page_and_no_act(desk: TestClient, acts: Acts, path: str) -> None:
    before = len(acts())
    answer = desk.get(path)
    assert answer.status_code == 404
    assert "Niet gevonden" in answer.text
    assert "<script>" not in answer.text
    assert len(acts()) == before


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("method", "path", "status", "error"),
    [
        ("GET", "/lead/l_x", 404, "not_found"),
        ("GET", "/plan?hours.mars=3", 409, "not_done"),
        ("POST", "/verdict", 403, "refused"),
    ],
)
def test_what_went_wrong_is_said_once_and_in_words(
    seen: TestClient, language: str, method: str, path: str, status: int, error: str
) -> None:
    answer = seen.request(method, path, headers={"accept-language": language})
    assert answer.status_code == status
    assert 'class="said"' not in answer.text  # the box that says what was done
    assert "{&#39;" not in answer.text
    for said in words(language)["error"][error].values():
        assert answer.text.count(f">{said}<") == 1


@pytest.mark.parametrize(
    ("path", "subject"),
    [(f"/seller/{SELLER}", SELLER), (f"/lead/{LEAD}", LEAD), (f"/message/{message_id(1)}", message_id(1))],
)
def test_every_look_is_one_act_in_the_ledger(desk: TestClient, acts: Acts, path: str, subject: str) -> None:
    before = len(acts())
    desk.get(path)
    new = acts()[before:]
    assert [(act.act, act.who, act.inputs) for act in new] == [("show", "tester", {"subject": subject})]
    assert new[0].settings == {"names": False, "why": "", "at": "desk"}


def test_a_look_at_the_queue_names_the_leads_that_were_shown(desk: TestClient, acts: Acts) -> None:
    desk.get("/queue?state=waits")
    assert acts()[-1].act == "list"
    assert acts()[-1].inputs == {"what": "leads", "page": 1, "state": "waits"}
    assert acts()[-1].outputs == {"leads": [QUIET_LEAD]}


def test_nothing_is_shown_that_could_not_be_logged(desk: TestClient, case: Workspace) -> None:
    case.ledger.unlink()
    case.ledger.mkdir()
    answer = desk.get(f"/seller/{SELLER}")
    assert answer.status_code == 503
    assert "a_a1a1" not in answer.text
    assert "ledger" in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_a_broken_table_is_told_in_words(desk: TestClient, case: Workspace) -> None:
    (case.tables / "leads.parquet").write_bytes(b"not a table")
    answer = desk.get("/queue")
    assert answer.status_code >= 500
    assert "Traceback" not in answer.text
    assert "Er is niets gewijzigd" in answer.text


def test_the_welcome_page_gives_counts_and_the_share_of_ghosts_with_bounds(page: Page) -> None:
    text = page("/")
    assert "berichten" in text
    assert re.search(r"heeft 38% van de verkopers", text)
    assert "ligt het tussen" in text
    assert "&lt;u&gt;no date&lt;/u&gt;" in text
    assert f'href="/lead/{LEAD}"' in text


def test_an_export_without_a_message_is_not_called_nothing(
    bare_desk: TestClient, engine: DuckDBEngine
) -> None:
    row: dict[str, object] = {
        "source_id": "0" * 64,
        "name": "result.json",
        "bytes": 2,
        "format": "telegram-desktop",
    }
    apart: dict[str, object] = {"source_id": "0" * 64, "stage": "intake", "reason": "no-messages"}
    engine.write(from_rows([row], "sources"), "sources")
    engine.write(from_rows([apart], "quarantine"), "quarantine")
    text = bare_desk.get("/").text
    assert "Er zijn geen berichten binnengekomen" in text
    assert "Verzegelde bestanden: 1." in text
    assert "Er is nog niets ingelezen" not in text
    assert "no-messages" in text  # what could not be read stands beneath
    assert "schakel run EXPORT" in text


def test_an_empty_workspace_guides(bare_desk: TestClient) -> None:
    text = bare_desk.get("/").text
    assert "Deze werkmap is nog leeg" in text
    assert "schakel run EXPORT" in text
    assert "Er zijn nog geen voorstellen" in bare_desk.get("/queue").text


def test_messages_without_a_plan_yet(desk: TestClient, engine: DuckDBEngine) -> None:
    for name in ("plan", "leads", "findings"):
        engine.write(from_rows([], name), name)
    assert "Er is nog geen verkoper beoordeeld" in desk.get("/").text
    assert "geen voorstel gedaan" in desk.get(f"/seller/{SELLER}").text


def test_the_audit_page_shows_the_acts_and_that_the_chain_holds(desk: TestClient) -> None:
    desk.get(f"/seller/{SELLER}")
    text = desk.get("/audit").text
    assert "De keten klopt" in text
    assert SELLER in text
    assert "&lt;script&gt;x&lt;/script&gt; &lt;U+202E&gt;" in text


def test_the_audit_page_says_where_the_chain_is_broken(desk: TestClient, case: Workspace) -> None:
    desk.get(f"/seller/{SELLER}")
    case.ledger.write_bytes(case.ledger.read_bytes().replace(b'"who":"tester"', b'"who":"nobody"', 1))
    text = desk.get("/audit").text
    assert "De keten is verbroken" in text
    assert "Entry 1 was changed" in text


def test_looking_changes_no_table(desk: TestClient, case: Workspace) -> None:
    before = _bytes(case.tables)
    for path in ("/", "/queue", f"/lead/{LEAD}", f"/message/{message_id(1)}", "/audit"):
        desk.get(path)
    assert _bytes(case.tables) == before


def _bytes(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*.parquet"))}
