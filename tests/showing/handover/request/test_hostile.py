"""Names, titles and texts that try to be markup, links, pictures or commands are only text in a draft."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from schakel.records.grounds import Ground, Scope
from schakel.showing.handover.request.book import kinds
from schakel.showing.handover.request.document import Document, Points, Quote, Said, Section, Sheet, shown
from schakel.showing.handover.request.draft import document_of, record_of
from schakel.showing.handover.request.drafting import Drafting
from schakel.showing.handover.request.facts import facts_of
from schakel.showing.handover.request.markdown import as_markdown
from schakel.showing.handover.request.page import as_html
from schakel.store.duckdb_engine import DuckDBEngine
from tests.showing.desk.hostile_case import FORMULA, LEAD, SCRIPT, build
from tests.showing.handover.request.conftest import KEYED

TRICKS = (
    SCRIPT,
    FORMULA,
    "[click](javascript:alert(1))",
    "![x](http://evil.example/p.png)",
    "<http://evil.example>",
    "](x) | **bold** | `code` ~~gone~~ &lt;b&gt; # head",
    "| a | b |\n|---|---|\n# big\n> quote\n- list\n1. one",
    "```\nfence",
    "\u202egnp.exe \u0007\x1b[31m",
    "$x$ {braces} {0} %s \\",
)
OURS = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "section", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "code", "blockquote"}  # fmt: skip


@dataclass(frozen=True)
class _Drawn:
    document: Document
    markdown: str
    page: str


def drawn(document: Document) -> _Drawn:
    return _Drawn(document, as_markdown(document), as_html(document))


@pytest.fixture
def hostile(engine: DuckDBEngine) -> Drafting:
    build(engine)
    today = datetime.now(UTC).date()
    ground = Ground(SCRIPT, "wpg-9", TRICKS[2], TRICKS[5], Scope(("identify",), (TRICKS[4],)), today, today)
    return Drafting(
        facts_of(engine, LEAD, kinds().timers, KEYED),
        "preservation",
        "epoc-pr",
        ("subscriber", "content"),
        ground,
        "nl",
    )


def harmless(found: _Drawn) -> None:
    tokens = [
        one
        for block in MarkdownIt("gfm-like", {"linkify": False}).parse(found.markdown)
        for one in (block, *(block.children or ()))
    ]
    assert not {one.type for one in tokens} & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "fence",
        "s_open",
        "em_open",
    }
    assert sum(one.type == "heading_open" for one in tokens) == 1 + len(found.document.sections)
    for text in (found.markdown, found.page):
        assert [bad for bad in ("\u202e", "\x1b", "\x07", "\x00", "http://evil") if bad in text] == []
    tree = LexborHTMLParser(found.page)
    assert {node.tag for node in tree.root.traverse()} <= OURS
    assert {name for node in tree.root.traverse() for name in node.attributes} <= {
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "class",
        "scope",
    }


def test_a_draft_on_a_hostile_case_is_text_only(hostile: Drafting) -> None:
    found = drawn(document_of(hostile))
    harmless(found)
    sheets = [b for part in found.document.sections for b in part.blocks if isinstance(b, Sheet)]
    page = LexborHTMLParser(found.page)
    assert len(page.css("table")) == len(sheets)
    assert [len(one.css("tbody tr")) for one in page.css("table")] == [len(one.rows) for one in sheets]
    assert record_of(hostile)["draft"] is True


@pytest.mark.parametrize("trick", TRICKS)
def test_each_trick_stays_in_its_cell_line_and_quote(trick: str) -> None:
    text = shown(trick, 400)
    blocks = (
        Said("{x} of it", {"x": text}),
        Points((Said("{x}", {"x": text}), Said("second"))),
        Sheet(("a", "b"), ((text, "1"), ("2", Said("{x}", {"x": text})))),
        Quote(text, Said("{x}:", {"x": text})),
    )
    found = drawn(Document("en", "Title", Said("notice {x}", {"x": text}), (Section("Part", blocks),)))
    harmless(found)
    rows = [line for line in found.markdown.splitlines() if line.startswith("| ")]
    assert len(rows) == 4
    parsed = MarkdownIt("gfm-like", {"linkify": False}).parse(found.markdown)
    assert sum(one.type == "td_open" for one in parsed) == 4
    assert sum(one.type == "bullet_list_open" for one in parsed) == 1
