"""A draft put where somebody asked for it: Markdown, a page to print, or PDF, by the ending of its name."""

import os
from pathlib import Path

from schakel.records.errors import SettingsError, UsageError
from schakel.showing.handover.request.document import Document
from schakel.showing.handover.request.markdown import as_markdown

_PRIVATE = 0o600  # names and numbers stand in it: only who drafted it may open it
_MARKDOWN, _PAGE, _PDF = (".md", ".markdown", ".txt"), (".html", ".htm"), (".pdf",)


def must_fit(out: Path) -> None:
    """Nothing, if a draft can be put at `out`; else UsageError for its ending, or SettingsError where a file stands already."""
    ending = out.suffix.lower()
    if ending not in _MARKDOWN + _PAGE + _PDF:
        raise UsageError(
            f"A draft ends in .md, .html or .pdf, not in {ending[:20] or 'nothing'}.",
            means="Nothing was drafted.",
            todo="For example: -o request.md",
        )
    if out.exists():
        raise _taken(out)


def content_for(document: Document, out: Path) -> bytes:
    """The bytes of the draft in the format that the name of `out` ends in: Markdown, a page to print, or PDF."""
    ending = out.suffix.lower()
    if ending in _MARKDOWN:
        return as_markdown(document).encode("utf-8")
    from schakel.showing.handover.request.page import as_html, as_pdf  # noqa: PLC0415 - its template room loads slowly

    return as_pdf(document) if ending in _PDF else as_html(document).encode("utf-8")


def put(content: bytes, out: Path) -> None:
    """Writes the draft; a file that stands there already is left alone, as somebody may have filled it in."""
    try:
        handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
    except FileExistsError as error:
        raise _taken(out) from error
    except OSError as error:
        raise SettingsError(
            f"{out} could not be written: {error.strerror}.", todo="Name another place."
        ) from error


def _taken(out: Path) -> SettingsError:
    return SettingsError(
        f"{out} is there already.",
        means="It was left as it is: somebody may have filled it in.",
        todo="Name another place, or move that file away.",
    )
