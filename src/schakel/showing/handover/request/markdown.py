"""A draft as Markdown, in which nobody's text can become markup, a link or a picture."""

import re
from collections.abc import Iterator

from schakel.showing.handover.request.document import Block, Cell, Code, Document, Points, Quote, Said, Sheet

# What has a meaning inside a line (CommonMark, and tables and strike-through of GFM); each may be escaped by a backslash.
_MEANING = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")


def as_markdown(document: Document) -> str:
    """The draft; the same draft gives the same text."""
    parts = [f"# {document.title}", f"**{_said(document.notice)}**"]
    for section in document.sections:
        parts += [f"## {section.title}", *(block for one in section.blocks for block in _block(one))]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Said():
            yield _said(block)
        case Points(lines):
            yield "\n".join(f"- {_said(line)}" for line in lines)
        case Quote(text, caption):
            yield f"{_said(caption)}\n\n> “{_escaped(text)}”"
        case Sheet(heads, rows):
            written = [heads, tuple("---" for _ in heads), *(tuple(map(_cell, row)) for row in rows)]
            yield "\n".join(f"| {' | '.join(cells)} |" for cells in written)


def _cell(cell: Cell) -> str:
    match cell:
        case Code(text):
            return f"`{_plain(text)}`" if text else ""
        case Said():
            return _said(cell)
        case str():
            return _escaped(cell)


def _said(said: Said) -> str:
    return said.words.format(**{name: _cell(fact) for name, fact in said.facts.items()})


def _escaped(text: str) -> str:
    return _MEANING.sub(r"\\\1", text)


def _plain(text: str) -> str:
    return text.replace("`", "'").replace("|", "\\|")
