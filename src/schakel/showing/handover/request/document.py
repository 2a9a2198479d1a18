"""A draft as a row of sections, before it becomes Markdown or a page.

What comes from messages is kept apart from our own sentences until the writer of a format has made it harmless there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from schakel.showing.defang import without_links
from schakel.showing.printable import one_line, printable

_CELL = 120


@dataclass(frozen=True, slots=True)
class Code:
    """Something to be taken over exactly: an id, a link, a number."""

    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of ours with marks such as {name}, and the facts that fill them, which may be anybody's text."""

    words: str
    facts: "Mapping[str, Cell]" = field(default_factory=dict)


Cell = str | Code | Said


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; cells of plain text may be anybody's."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    lines: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody wrote, with a line that tells where."""

    text: str
    caption: Said


Block = Said | Sheet | Points | Quote


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the draft under its heading."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole draft."""

    language: str
    title: str
    notice: Said
    sections: tuple[Section, ...]


def shown(text: str | None, limit: int = _CELL) -> str:
    """Somebody's text on one line, without anything that moves a cursor, hides or becomes a link."""
    return one_line(without_links(text or ""), limit)


def exact(text: str) -> str:
    """An id or value as it is, but for what no screen or page may be given."""
    return " ".join(printable(text, 400).split())


def plain(cell: Cell) -> str:
    """A sentence, an id or a text as letters only."""
    match cell:
        case Code(text):
            return text
        case Said(words, facts):
            return words.format(**{name: plain(fact) for name, fact in facts.items()})
        case str():
            return cell
