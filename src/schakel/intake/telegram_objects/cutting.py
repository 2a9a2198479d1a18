"""Cuts a file of Telegram objects into pieces, and a piece into records: one a line, or an array of them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from schakel.intake.desktop_json.byte_window import ByteWindow
from schakel.intake.desktop_json.cutting import plan_pieces, records_in
from schakel.intake.desktop_json.layout import find_layout
from schakel.intake.desktop_json.loose_scan import TOO_LARGE, WHOLE, Record, scan_records
from schakel.intake.peers import Chat, chat_of
from schakel.intake.pieces import LARGEST_RECORD, PIECE_BYTES, Piece, Stretch
from schakel.intake.quarantine import Unread
from schakel.intake.telegram_objects.peers import chat_of_message, describe
from schakel.intake.telegram_objects.values import fields_of, kind_of

_MOST_PIECES = 9000  # part files are numbered with four digits
_BLOCK = 1 << 18
_BLANKS = b" \t\r\n,"
_HEAD = 1 << 12


@dataclass(frozen=True, slots=True)
class Lines(Stretch):
    """Whole lines of a file, each an object; without `even` the objects stand on lines as they like."""

    even: bool = True


def plan_objects(like: Piece, unread: list[Unread], piece_bytes: int = PIECE_BYTES) -> Iterator[Piece]:
    """The pieces of a file of objects; what is wrong with the file as a whole goes to `unread`.

    The chat of a stretch is that of its first message: it says with which sources to compare, no more.
    """
    with ByteWindow(like.path) as window:
        head = window.read(0, _HEAD)
        size = window.size
    if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"[":
        layout = find_layout(like.path)
        unread += layout.unread
        pieces = plan_pieces(like.path, layout, like, piece_bytes)
    else:
        pieces = _line_pieces(like, size, max(piece_bytes, size // _MOST_PIECES), even=not _is_spread(head))
    for piece in pieces:
        stretches = tuple(replace(one, chat=_first_chat(like.path, one)) for one in piece.stretches)
        yield replace(piece, stretches=stretches, old_ids=False)


def objects_in(path: str, stretch: Stretch) -> Iterator[list[Record]]:
    """The records of a stretch with their byte offsets; a line that is no object is a record too, so it is not passed over."""
    if not isinstance(stretch, Lines):
        yield from records_in(path, stretch)
    elif stretch.even:
        yield from _lines(path, stretch)
    else:
        with ByteWindow(path) as window:
            for record in scan_records(window, stretch.start, stretch.end):
                yield [record]


def _is_spread(head: bytes) -> bool:
    """True if the first object goes on over many lines, as with an indent."""
    first, _, rest = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    return first.strip() == b"{" and bool(rest.strip())


def _line_pieces(like: Piece, size: int, piece_bytes: int, *, even: bool) -> Iterator[Piece]:
    chat = chat_of(None, like.source_name, "", old=False)
    start, number = 0, like.number
    with ByteWindow(like.path) as window:
        while start < size:
            cut = window.find(b"\n", start + piece_bytes) if even else -1
            end = cut + 1 if cut >= 0 else size
            lines = Lines(chat, start, end, b"", last=end == size, closed=True, even=even)
            yield replace(like, number=number, stretches=(lines,))
            start, number = end, number + 1


def _lines(path: str, stretch: Stretch) -> Iterator[list[Record]]:
    """Line by line; of a line over 16 MiB only the beginning is kept in memory."""
    place, held, dropped = stretch.start, b"", 0
    for data in _blocks(path, stretch.start, stretch.end):
        held += data
        *whole, held = held.split(b"\n")
        found: list[Record] = []
        for line in whole:
            found += _record(place, line, dropped)
            place, dropped = place + len(line) + dropped + 1, 0
        if len(held) > LARGEST_RECORD:
            dropped, held = dropped + len(held) - 800, held[:800]
        yield found
    yield list(_record(place, held, dropped))


def _record(place: int, line: bytes, dropped: int) -> Iterator[Record]:
    bare = line.strip(_BLANKS)
    if place == 0:
        bare = bare.removeprefix(b"\xef\xbb\xbf").strip(_BLANKS)
    if bare:
        large = dropped or len(bare) > LARGEST_RECORD
        yield place + line.find(bare), bare[:800] if large else bare, TOO_LARGE if large else WHOLE


def _first_chat(path: str, stretch: Stretch) -> Chat:
    """The chat of the first message of a stretch, looked for in its first records; else the stretch's own."""
    for _, raw, state in next(objects_in(path, stretch), []):
        try:
            fields = fields_of(msgspec.json.decode(raw)) if state == WHOLE else {}
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError):
            continue
        if kind_of(fields).startswith("Message") and (
            found := chat_of_message(fields, describe(fields.get("_chat")))
        ):
            return found
    return stretch.chat


def _blocks(path: str, start: int, end: int) -> Iterator[bytes]:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        while start < end and (data := os.pread(descriptor, min(_BLOCK, end - start), start)):
            start += len(data)
            yield data
    finally:
        os.close(descriptor)
