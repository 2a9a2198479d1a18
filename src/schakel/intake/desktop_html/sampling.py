"""What tells one chat of pages from another: the numbers, clocks and texts of its messages, and the first of them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from schakel.intake.desktop_html.fields import read_fields
from schakel.intake.desktop_html.page import Page, read_page, row_places
from schakel.records.ids import paged_chat_id

_HEAD = 1 << 16
# All zones differ by whole quarters of an hour, and by 26 hours at most.
_QUARTER, _FARTHEST = 900, 26 * 3600
_BEGAN = datetime(1970, 1, 1)  # noqa: DTZ001 - of a clock whose zone does not count


class Said(NamedTuple):
    """A message as a page shows it: its number, what the clock of the exporter's zone showed, and its text."""

    number: int
    clock: int
    text: str


@dataclass(frozen=True, slots=True)
class Sample:
    """The title of a page, and messages of it in the order of the page."""

    title: str
    said: tuple[Said, ...]


def same_moment(one: int, other: int) -> bool:
    """Whether two clocks may show one moment, whatever zones they were set to."""
    return (one - other) % _QUARTER == 0 and abs(one - other) <= _FARTHEST


def title_of(path: Path) -> str:
    """The title of the chat in a page."""
    with path.open("rb") as opened:
        return read_page(opened.read(_HEAD)).title


def sample_page(path: Path, most: int | None = None) -> Sample:
    """The messages of a page, or of its first `most` rows."""
    raw = path.read_bytes()
    places = row_places(raw)
    page = read_page(raw if most is None or len(places) <= most else raw[: places[most]])
    return Sample(page.title, tuple(_said(page)))


def first_message(path: Path) -> Said | None:
    """The first message of a page that tells when it was sent; None if none does."""
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    places = row_places(head)
    # (what the end of these bytes cuts through is no row)
    found = _said(read_page(head[: places[-1]])) if len(places) > 1 else []
    found = found or list(sample_page(path).said)
    return found[0] if found else None


def id_of(title: str, first: Said | None) -> str:
    """The id of a chat in pages: it rests on its title and its first message, wherever the export came from.

    Of the clock only what all zones share counts, so the same chat exported in another zone has the same id.
    """
    if first is None:
        return paged_chat_id(title, None, None, "")
    return paged_chat_id(title, first.number, first.clock % _QUARTER, first.text)


def _said(page: Page) -> list[Said]:
    found = []
    for row in page.rows:
        if row.tg_id is None or "service" in row.classes or row.start in page.spoilt:
            continue
        fields = read_fields(row.node)
        clock = _clock_of(fields.written)
        if clock is not None:
            found.append(Said(row.tg_id, clock, fields.text))
    return found


def _clock_of(written: str | None) -> int | None:
    """Seconds on the clock that a page shows (02.01.2026 05:04:05 UTC+01:00), whatever its zone."""
    try:
        shown = datetime.strptime((written or "").strip()[:19], "%d.%m.%Y %H:%M:%S")  # noqa: DTZ007
    except ValueError:
        return None
    return int((shown - _BEGAN).total_seconds())
