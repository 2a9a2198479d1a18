"""The report is a page that reaches nowhere, whatever stands in its messages, and says both sides alike in both languages."""

import json
import re
from base64 import b64encode
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from tomllib import loads
from typing import Any
from zipfile import ZipFile

import pytest

from schakel.custody.ledger import Ledger
from schakel.records.facts import Verdict
from schakel.showing.desk.photo import small_photo
from schakel.showing.handover.package import gathering, photos
from schakel.showing.handover.package.gathering import Desk, Options, contents
from schakel.showing.handover.package.ledger_extract import ledger_extract
from schakel.showing.handover.package.report import as_html
from schakel.showing.handover.package.report_parts import Told
from schakel.showing.handover.package.subject import Subject, subject_of
from schakel.showing.report.page import printed
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import Workspace
from tests.showing.desk.hostile_case import (
    ACCOUNT,
    FORMULA,
    LEAD,
    SCRIPT,
    SELLER,
    SOURCE,
    build,
    photo,
    photo_name,
)
from tests.showing.handover.package.conftest import Packed

STRENGTH = re.compile(r"<tr><td>([^<]*)</td><td>([^<]*?) ?([+\u2212])[0-9.]+</td>")
ALLOWED = {"#", "data:image/jpeg;base64,"}


class Page(HTMLParser):
    """The tags and the addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.leads_to: list[str] = []
        self.names: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        self.leads_to += [
            value or "" for name, value in attrs if name in {"href", "src", "action", "data", "poster"}
        ]


@pytest.fixture
def hostile(
    workspace: Workspace, engine: DuckDBEngine, monkeypatch: pytest.MonkeyPatch
) -> tuple[Desk, Subject]:
    """The case in which every message plays a trick; its sealed file is none, so seals are taken for whole."""
    build(engine)
    for room in (gathering, photos):
        monkeypatch.setattr(room, "check_seal", lambda *_: None)
    (workspace.sealed / photo_name()).write_bytes(photo())
    Ledger(workspace.ledger, "anna").add(
        "seal", outputs={"files": [{"sha256": SOURCE, "name": "result.json"}]}
    )
    said = Verdict(1, SELLER, None, "ghost", SCRIPT, "2026-01-02T03:04:05Z", f"{SCRIPT} {FORMULA}")
    return Desk(workspace, engine, [said], []), subject_of(engine, LEAD)


def packed(hostile: tuple[Desk, Subject], language: str) -> dict[str, Any]:
    made, _ = contents(*hostile, Options(2, False, language, False))
    return dict(made)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_script_runs_and_nothing_is_asked_for_from_outside(
    hostile: tuple[Desk, Subject], language: str
) -> None:
    raw = packed(hostile, language)["report.html"].decode("utf-8")
    page = Page(raw)
    assert not {"script", "iframe", "object", "embed", "link", "form", "base", "svg", "input"} & set(
        page.tags
    )
    assert not {name for name in page.names if name.startswith("on")}
    assert all(value.startswith(tuple(ALLOWED)) for value in page.leads_to)
    assert "default-src 'none'" in raw
    assert "url(" not in raw
    assert "&lt;script&gt;" in raw
    assert "\u202e" not in raw
    assert not re.search(r"https?://", raw.replace("hxxp", ""))
    assert "Jan de Vries" not in raw


def test_hostile_texts_keep_to_their_rows_and_cells(hostile: tuple[Desk, Subject]) -> None:
    made = packed(hostile, "nl")
    lines = made["messages.jsonl"].decode("utf-8").split("\n")
    told = [json.loads(line) for line in lines if line]
    assert len(told) == 3
    assert {row["account_id"] for row in told} <= {ACCOUNT, "a_" + "a2" * 12}
    formula = next(row for row in told if row["number"] == 3)
    assert formula["text"].startswith("=H")  # the row has the text, the cell is harmless
    assert not re.search(r"(^|,)\"?=", made["messages.csv"].decode("utf-8-sig"), re.MULTILINE)
    assert ",\"'=H•" in made["messages.csv"].decode("utf-8-sig")


def test_somebody_elses_vouching_speaks_for_and_a_ghosts_sign_against(hostile: tuple[Desk, Subject]) -> None:
    made = packed(hostile, "nl")
    against = [json.loads(line) for line in made["against.jsonl"].splitlines()]
    speaks_for = [json.loads(line) for line in made["for.jsonl"].splitlines()]
    assert [row["rule"] for row in against] == ["verdict-ghost", "stock-never-changes"]
    assert {"independent-accounts-vouch", "not:payment-in-advance"} < {row["rule"] for row in speaks_for}
    assert not any(row["rule"] == "prior" for row in (*against, *speaks_for))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_says_what_a_reader_must_know(hostile: tuple[Desk, Subject], language: str) -> None:
    raw = packed(hostile, language)["report.html"].decode("utf-8")
    say = loads(
        (files("schakel.showing.handover.package") / "words" / f"report_{language}.toml").read_text("utf-8")
    )
    text = re.sub(r"\s+", " ", raw)
    assert f'<html lang="{language}">' in raw
    for words in (
        say["lead"]["proposal"],
        *(say["sections"][name] for name in ("for", "against", "missing", "people", "texts", "check")),
    ):
        assert words in text
    assert text.index(say["sections"]["balance"]) < text.index(say["sections"]["members"])
    assert all(figure in text for figure in ("6%", "2%", "21%"))
    assert "{" not in re.sub(r"<style>.*?</style>", "", raw, flags=re.DOTALL)


def test_both_languages_have_the_same_words() -> None:
    def keys(value: dict[str, Any], above: str = "") -> set[str]:
        return {
            name
            for key, part in value.items()
            for name in (keys(part, f"{above}{key}.") if isinstance(part, dict) else {f"{above}{key}"})
        }

    room = files("schakel.showing.handover.package") / "words"
    nl, en = (loads((room / f"report_{language}.toml").read_text("utf-8")) for language in ("nl", "en"))
    assert keys(nl) == keys(en)
    used = (room.parent / "templates/report.html").read_text("utf-8")
    for name in keys(nl):
        section, _, word = name.partition(".")
        if section == "sections":
            assert re.search(rf'sections(?:\.{word}\b|\["{word}"\])', used), name


def test_what_a_file_holds_and_what_is_missing_is_told_in_both_languages() -> None:
    room = files("schakel.showing.handover.package") / "words"
    holds = loads((room / "files.toml").read_text("utf-8"))
    assert holds["nl"].keys() == holds["en"].keys()
    missing = loads((room / "missing.toml").read_text("utf-8"))
    assert all({"nl", "en"} == said.keys() for said in missing.values() if isinstance(said, dict))


def test_what_a_third_party_let_slip_has_no_value(hostile: tuple[Desk, Subject]) -> None:
    made = packed(hostile, "nl")
    slips = [json.loads(line) for line in made["identity.jsonl"].splitlines()]
    assert [(row["value"], row["detail"]) for row in slips if row["value"] is None] == [
        (None, "a third party's")
    ]
    assert "phone:+31612345678" in {row["value"] for row in slips}
    assert all(b"p_9f3c2a" not in raw for raw in made.values() if isinstance(raw, bytes))
    assert "Wat de verkoper losliet" in made["report.html"].decode("utf-8")


def test_each_message_that_a_row_names_has_a_place_on_the_page(packed_page: str) -> None:
    page = Page(packed_page)
    wanted = {value[1:] for value in page.leads_to if value.startswith("#")}
    there = set(re.findall(r'id="([MO]\d+)"', packed_page))
    assert wanted
    assert wanted <= there


@pytest.fixture
def packed_page(packed: Any) -> str:
    text: str = (packed.folder / "data/report.html").read_text("utf-8")
    return text


def test_an_act_about_somebody_else_is_not_in_the_extract(
    hostile: tuple[Desk, Subject], tmp_path: Path
) -> None:
    desk, subject = hostile
    ledger = Ledger(desk.workspace.ledger, "anna")
    ledger.add("show", inputs={"subject": "s_other"}, settings={"why": f"not {SELLER}"})
    ledger.add("show", inputs={"subject": LEAD})
    ledger.add("leads", outputs={"rows": {"leads": 1}, "files": {}})
    newest = ledger.add("leads", outputs={"rows": {"leads": 2}, "files": {}})
    ledger.add("seal", outputs={"files": [{"sha256": "0" * 64, "name": "another.json"}]})
    ledger.add("case-note", inputs={"case": "k", "seen": [{"seller": SELLER}]})
    found = ledger_extract(desk.workspace.ledger, subject, {SOURCE})
    told, part = (
        [json.loads(line) for line in lines.splitlines()] for lines in (found.entries, found.in_part)
    )
    assert [(entry["seq"], entry["act"]) for entry in told] == [(3, "show"), (5, "leads"), (7, "case-note")]
    assert [(entry["seq"], entry["act"]) for entry in part] == [(1, "seal")]
    assert found.made_at == newest.at
    assert len(found.chain.splitlines()) == 7
    assert found.chain.decode().splitlines()[-1] == f"7 {found.head}"


def test_the_report_as_pdf_has_its_photos_and_fetches_nothing_else(hostile: tuple[Desk, Subject]) -> None:
    pytest.importorskip(
        "weasyprint",
        reason="the extra pdf, or a library of the system that it needs, is missing",
        exc_type=OSError,
    )
    picture = b64encode(small_photo(hostile[0].workspace.sealed / photo_name()) or b"").decode("ascii")
    shown = f'<html lang="en"><title>x</title><img alt="" src="data:image/jpeg;base64,{picture}">'
    with_photo, without = (
        printed(shown, "print it"),
        printed('<html lang="en"><title>x</title><img alt="" src="file:///etc/passwd">', "print it"),
    )
    assert with_photo.startswith(b"%PDF-")
    assert b"/DCTDecode" in with_photo
    assert b"/DCTDecode" not in without


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("nl", ("Het rust op 1 bericht, 1 tekst, in 1 chat,", "1 keer geplaatst")),
        ("en", ("It rests on 1 message, 1 text, in 1 chat,", "posted once")),
    ],
)
def test_one_message_is_told_as_one(packed: Packed, language: str, wanted: tuple[str, ...]) -> None:
    def rows(table: str) -> list[dict[str, Any]]:
        raw = (packed.folder / "data" / f"{table}.jsonl").read_text("utf-8")
        return [json.loads(line) for line in raw.splitlines()]

    names = [path.stem for path in (packed.folder / "data").glob("*.jsonl")]
    tables = {name: rows(name) for name in names} | {"messages": rows("messages")[:1]}
    lead, about = (
        json.loads((packed.folder / "data" / f"{name}.json").read_text()) for name in ("lead", "about")
    )
    page = as_html(Told(lead, about, tables, {}), language)
    for one in wanted:
        assert one in page
    assert not re.search(r"\b1 (messages|berichten|texts|teksten|chats|times)\b", page.split("<h2>")[1])


@pytest.mark.parametrize(
    ("heading", "above", "below"),
    [
        ("if it is (?:not )?one seller", "if it is one seller", "if it is not one seller"),
        ("^ghost: ", "if no real supply stands behind it", "if real supply stands behind it"),
    ],
)
def test_a_strength_says_under_what_it_is_more_probable(
    packed: Packed, heading: str, above: str, below: str
) -> None:
    """A weight below zero beside "more probable" alone would be read as its opposite."""
    with ZipFile(packed.zip) as bag:
        page = next(bag.read(name) for name in bag.namelist() if name.endswith("report.html")).decode()
    parts = [part.split("</h3>") for part in page.split("<h3>")[1:]]
    rows = [row for title, told, *_ in parts if re.search(heading, title) for row in STRENGTH.findall(told)]
    assert {sign for _, _, sign in rows} == {"+", "\u2212"}
    for rule, words, sign in rows:
        if rule == "starting point":
            assert words == ""
        elif words != "about as probable":
            assert words.endswith(f"more probable {above if sign == '+' else below}"), rule
