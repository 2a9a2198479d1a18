"""Message texts cut into pieces that a page may show: contacts hidden, what was read marked, tricks made visible."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from schakel.showing.known_names import NOBODY, KnownNames
from schakel.showing.printable import printable
from schakel.showing.veil import veiled

Row = Mapping[str, Any]
_SNIPPET = 150
_BEFORE = 40  # characters before the first hit, so that it is seen in its sentence
_LONGEST_WORD = 200
_READ = 1200  # characters of a text that a snippet looks at
_AHEAD = 500  # characters looked at beyond a cut, so that a contact that it parts is known as one


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `kind` is `item`, `selector`, or empty for text in which nothing was read."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The pieces in order, and how many characters of the text are not among them."""

    pieces: tuple[Piece, ...]
    left_out: int


def marked_text(
    text: str,
    selectors: Iterable[Row],
    items: Iterable[Row],
    limit: int,
    *,
    names: bool = False,
    known: KnownNames = NOBODY,
) -> MarkedText:
    """The first `limit` characters of a text. Rows of `selectors` and `items` tell where things were read.

    With `names` contacts are shown as they stand there; that is for who gave a reason.
    """
    contacts = _spans(selectors)
    hidden = text[:limit] if names else hide(text, contacts, limit, known)
    return MarkedText(_pieces(hidden, contacts, _item_spans(items)), len(text) - len(hidden))


def snippet(
    text: str, selectors: Iterable[Row], items: Iterable[Row], known: KnownNames = NOBODY
) -> MarkedText:
    """Some 150 characters of a text around the first item that was read in it, on one line."""
    contacts, goods = _spans(selectors), _item_spans(items)
    first = min((start for start, _ in goods), default=0)
    hidden = hide(text, contacts, _READ, known)
    begin = max(first - _BEFORE, 0) if first < len(hidden) else 0
    while 0 < begin < len(hidden) and not hidden[begin - 1].isspace() and first - begin < 2 * _BEFORE:
        begin -= 1
    end = min(begin + _SNIPPET, len(hidden))
    shift = [[(start - begin, stop - begin) for start, stop in spans] for spans in (contacts, goods)]
    pieces = [
        Piece(" ".join(f"|{piece.text}|".split())[1:-1], piece.kind)
        for piece in _pieces(hidden[begin:end], shift[0], shift[1])
    ]
    return MarkedText(tuple(pieces), len(text) - (end - begin))


def window(text: str, start: int, end: int, around: int) -> tuple[int, int]:
    """Where a stretch of text around a place begins and ends: between words, where there are any near."""
    first, last = max(start - around, 0), min(end + around, len(text))
    if first > 0 and (space := text.find(" ", first, start)) >= 0:
        first = space + 1
    if last < len(text) and (space := text.rfind(" ", end, last)) >= 0:
        last = space
    return first, last


def hide(text: str, contacts: Iterable[tuple[int, int]], limit: int, known: KnownNames = NOBODY) -> str:
    """At most `limit` characters, cut between words; contacts, what looks like one and names hidden, place for place."""
    cut = veiled(text[: limit + _AHEAD], known, contacts)[:limit]
    if len(cut) < len(text):
        # Half a number or name at the cut would no longer look like one.
        space = max(cut.rfind(" "), cut.rfind("\n"))
        cut = cut[:space] if space > limit - _LONGEST_WORD else cut
    return cut


_SLOT = re.compile(r"(<(?:contact|price|place|\.\.\.)>)")


def template_pieces(template: str) -> list[tuple[str, bool]]:
    """A template in pieces, safe to show: the words, and the slots where its copies differ (true)."""
    return [(printable(piece), bool(_SLOT.fullmatch(piece))) for piece in _SLOT.split(template) if piece]


def _pieces(
    text: str, contacts: Iterable[tuple[int, int]], goods: Iterable[tuple[int, int]]
) -> tuple[Piece, ...]:
    kinds = [""] * len(text)
    for kind, spans in (("item", goods), ("selector", contacts)):
        for start, end in spans:
            for place in range(max(start, 0), min(end, len(text))):
                kinds[place] = kind
    out, place = [], 0
    for kind, run in groupby(kinds):
        length = sum(1 for _ in run)
        out.append(Piece(printable(text[place : place + length], length), kind))
        place += length
    return tuple(out)


def _spans(rows: Iterable[Row]) -> list[tuple[int, int]]:
    return [(row["start"], row["end"]) for row in rows if row["start"] is not None and row["end"] is not None]


def _item_spans(items: Iterable[Row]) -> list[tuple[int, int]]:
    return sorted(span for item in items for span in _spans(item["spans"] or []))
