"""Decodes one page of an HTML export and finds its rows with their byte offsets."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser

# Text is escaped in a page, so a bracket always begins a tag.
_ROW = re.compile(rb'<div\b(?=[^<>]*?\sclass="message[ "])[^<>]*+>')
_CLASSES = re.compile(rb'\sclass="message([^"<>]{0,80})')
_ID = re.compile(rb'\sid="([^"<>]*)"')
_NUMBERED = re.compile(r"message(-?\d{1,18})", re.ASCII)
_DIV = re.compile(rb"<div\b|</div>")
_STRAY = (
    b"\x80\xa8",
    b"\x80\xa9",
)  # what is left of U+2028 and U+2029 after the writer replaced their first byte
# Telegram Desktop gives a group's messages from before it became a supergroup their number - 10^9;
# day separators count -1, -2, -3 ...
_MIGRATED = -500_000_000


@dataclass(slots=True)
class Row:
    """One row of a page: its message number (None if it has none), its classes, its node, and the bytes it spans in the sealed file."""

    tg_id: int | None
    classes: frozenset[str]
    node: Any
    start: int
    end: int

    @property
    def is_day_mark(self) -> bool:
        """True for the line with the date between two days, which is no message."""
        return "service" in self.classes and self.tg_id is not None and _MIGRATED < self.tg_id <= 0


@dataclass(slots=True)
class Page:
    """One parsed page: the chat's title, its rows, the rows that hold bytes which are not UTF-8, whether it is cut off.

    `lost` are places where the bytes say a row begins but the parsed page has none.
    """

    title: str
    rows: list[Row]
    spoilt: set[int]
    lost: list[int]
    cut_off: bool
    whole_to: int


def read_page(raw: bytes) -> Page:
    """The page in these bytes. A row that the end of the file cuts through is left out; `whole_to` says where it began."""
    text, bad = _decode(raw)
    tree = LexborHTMLParser(text)
    found = list(_ROW.finditer(raw))
    nodes: dict[str, list[Any]] = {}
    for node in tree.css("div.message"):
        nodes.setdefault(node.attributes.get("id") or "", []).append(node)
    rows, lost = [], []
    ends = [match.start() for match in found[1:]] + [len(raw)]
    for match, end in zip(found, ends, strict=False):  # a page without rows still has one end
        classes, written = _CLASSES.search(match[0]), _ID.search(match[0])
        name = unescape(written[1].decode("utf-8", "replace")) if written else ""
        same = nodes.get(name)
        if same and classes:
            marks = frozenset(classes[1].decode("ascii", "replace").split())
            number = _NUMBERED.fullmatch(name)
            rows.append(Row(int(number[1]) if number else None, marks, same.pop(0), match.start(), end))
        else:
            lost.append(match.start())
    cut_off = b"</html>" not in raw[-512:]
    whole_to = len(raw)
    if cut_off and rows and not _is_whole(raw[rows[-1].start :]):
        whole_to = rows.pop().start
    spoilt = (
        {row.start for row in rows if any(row.start <= place < row.end for place in bad)} if bad else set()
    )
    header = tree.css_first("div.page_header .text.bold")
    return Page(inner_words(header) if header else "", rows, spoilt, lost, cut_off, whole_to)


def row_places(raw: bytes) -> list[int]:
    """Where rows begin."""
    return [match.start() for match in _ROW.finditer(raw)]


def inner_words(node: Any) -> str:
    """The text of a node without the line breaks and indents that the writer puts around it."""
    text: str = node.text()
    return text.strip()


def _decode(raw: bytes) -> tuple[str, list[int]]:
    """The text of a page and the offsets of bytes that are not UTF-8, besides the two known stray ones."""
    bad: list[int] = []
    parts: list[str] = []
    start = 0
    while True:
        try:
            parts.append(raw[start:].decode("utf-8"))
            return "".join(parts), bad
        except UnicodeDecodeError as error:
            at = start + error.start
            parts.append(raw[start:at].decode("utf-8"))
            if raw[at : at + 2] in _STRAY:
                start = at + 2
            else:
                bad.append(at)
                parts.append("\N{REPLACEMENT CHARACTER}")
                start = start + error.end


def _is_whole(row: bytes) -> bool:
    """True if the row that begins here also ends here. Text is escaped in a page, so these bytes are always tags."""
    depth = 0
    for tag in _DIV.finditer(row):
        depth += -1 if tag[0] == b"</div>" else 1
        if depth == 0:
            return True
    return False
