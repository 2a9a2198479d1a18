"""A draft as one HTML page that needs nothing from outside, and as PDF."""

from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup, escape

from schakel.showing.handover.request.document import Cell, Code, Document, Points, Quote, Said
from schakel.showing.report.page import printed

_TEMPLATE = files("schakel.showing.handover.request") / "templates" / "request.html"

_SHORT = 40  # signs that stay on one line: numbers, ids, moments and addresses, which a break would falsify


def as_html(document: Document) -> str:
    """The page; the same draft gives the same bytes."""
    room = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    room.filters["cell"] = _cell
    room.filters["shape"] = _shape
    return room.from_string(_TEMPLATE.read_text("utf-8")).render(draft=document)


def as_pdf(document: Document) -> bytes:
    """The page as PDF; SettingsError if the extra or the libraries of the system that it needs are not there."""
    return printed(as_html(document), "write OUT.html and print that")


def _cell(cell: Cell) -> Markup:
    match cell:
        case Code(text):
            shape = ' class="long"' if len(text) > _SHORT else ""
            return Markup(f"<code{shape}>{{}}</code>").format(text) if text else Markup()  # noqa: S704 - ours alone
        case Said(words, facts):
            return escape(words).format(**{name: _cell(fact) for name, fact in facts.items()})
        case str():
            return escape(cell)


def _shape(part: object) -> str:
    """By which the template knows what it draws."""
    return {Said: "said", Points: "points", Quote: "quote"}.get(type(part), "sheet")
