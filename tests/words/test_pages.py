"""Pages lead where they say, and a reader finds the way: links, headings, the index, and paragraphs of bearable length."""

import re
from collections import Counter
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
NOT_OURS = {".venv", "workspace", "node_modules", ".git"}  # made on the machine of whoever runs this
PAGES = sorted(
    page
    for top in CHECKOUT.iterdir()
    if top.name not in NOT_OURS
    for page in ([top] if top.suffix == ".md" else top.rglob("*.md") if top.is_dir() else [])
)
DOCS = sorted((CHECKOUT / "docs").glob("*.md"))
# Pages whose paragraphs were long when the bound below came; each may be mended and taken out, none put in.
STILL_LONG = {"export.md", "formats.md", "packages.md", "requests.md"}
LETTERS_OF_A_PARAGRAPH = 600  # some six lines: what a reader takes in before wanting a break
LINES_WITHOUT_CONTENTS = 150
FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)


class Link(NamedTuple):
    """Where a link of a page leads: a file beside it ("" for the page itself) and a heading in that ("" for none)."""

    file: str
    heading: str


def relative(page: Path) -> str:
    return str(page.relative_to(CHECKOUT))


@cache
def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> list[Link]:
    """All links and pictures of a page that lead to files here."""
    text = re.sub(r"`[^`\n]*`", "", prose(page))
    targets = re.findall(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)", text)
    targets += re.findall(r"^ {0,3}\[[^\]]+\]:\s*(\S+)", text, re.MULTILINE)
    targets += re.findall(r"(?:src|href)=\"([^\"]+)\"", text)
    inside = [target for target in targets if not re.match(r"[a-z][a-z+.-]*:", target)]
    return [Link(*(target.split("#", 1) if "#" in target else (target, ""))) for target in inside]


@cache
def headings(page: Path) -> set[str]:
    """The anchors that a page's headings get: small letters, without signs, blanks as hyphens, numbered if they recur."""
    seen: Counter[str] = Counter()
    anchors = set()
    for title in re.findall(r"^#{1,6} +(.+?) *#*$", prose(page), re.MULTILINE):
        bare = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title).replace("`", "")
        anchor = re.sub(r"[^\w\- ]", "", bare.lower()).replace(" ", "-")
        anchors.add(f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor)
        seen[anchor] += 1
    return anchors


def is_text(line: str) -> bool:
    """Whether a line goes on with a paragraph: no blank, table, heading or comment."""
    return bool(line.strip()) and not line.lstrip().startswith(("|", "#", "<!--"))


def paragraphs(page: Path) -> list[str]:
    """Paragraphs and items of lists, each as one line."""
    parts = re.sub(r"^(\s*(?:[-*]|\d+\.) )", r"\n\1", prose(page), flags=re.MULTILINE).splitlines()
    runs = [" ".join(part.strip() for part in run) for text, run in groupby(parts, is_text) if text]
    return [re.sub(r"\]\([^)]*\)", "]", run) for run in runs]


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        target = (page.parent / link.file).resolve() if link.file else page
        assert target.exists(), f"{relative(page)} links to {link.file}"
        assert target.is_relative_to(CHECKOUT), f"{relative(page)} leads out of the repository: {link.file}"
        if link.heading:
            assert link.heading in headings(target), f"{relative(page)} links to {link.file}#{link.heading}"


def test_the_index_leads_to_every_page() -> None:
    index = CHECKOUT / "docs" / "README.md"
    told = {(index.parent / link.file).resolve() for link in links(index)}
    assert {page.name for page in DOCS if page != index and page not in told} == set()


@pytest.mark.parametrize("page", DOCS, ids=relative)
def test_long_pages_begin_with_their_contents(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    sections = re.findall(r"^## (.+)$", prose(page), re.MULTILINE)
    if text.count("\n") > LINES_WITHOUT_CONTENTS:
        assert "**Contents**" in text, f"{page.name} is long and has no contents"
        listed = text.split("**Contents**", 1)[1].split("\n## ", 1)[0]
        for section in sections:
            assert f"- [{section}](#" in listed, f"{page.name} does not list {section}"


@pytest.mark.parametrize("page", DOCS, ids=relative)
def test_a_page_says_at_its_top_what_it_answers(page: Path) -> None:
    first = paragraphs(page)[0]
    assert len(re.findall(r"[.:!?](?:\s|$)", first)) >= 2, f"{page.name} begins with {first!r}"


@pytest.mark.parametrize("page", [CHECKOUT / "README.md", *DOCS], ids=relative)
def test_no_paragraph_is_a_wall(page: Path) -> None:
    walls = [text for text in paragraphs(page) if len(text) > LETTERS_OF_A_PARAGRAPH]
    assert not walls or page.name in STILL_LONG, f"{page.name}: {[wall[:60] for wall in walls]}"
