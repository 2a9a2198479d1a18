"""Cuts a JSON export into pieces for several processes, and a piece into records."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from schakel.intake.desktop_json.byte_window import ByteWindow, places_of
from schakel.intake.desktop_json.layout import Layout, Region
from schakel.intake.desktop_json.loose_scan import TOO_LARGE, TORN, WHOLE, Record, scan_records
from schakel.intake.peers import Chat, chat_of
from schakel.intake.pieces import LARGEST_RECORD, PIECE_BYTES, Piece, Stretch

_BLOCK = 1 << 18  # fits in a core's cache: cutting took 0.7 microseconds a message, with 4 MiB blocks 1.9
_MOST_PIECES = 9000  # part files are numbered with four digits


def plan_pieces(path: str, layout: Layout, like: Piece, piece_bytes: int = PIECE_BYTES) -> Iterator[Piece]:
    """The pieces of a file, cut between records every `piece_bytes` or so; small chats share a piece.

    The cuts depend on the file alone, so the part files are the same whoever reads them.
    """
    held: list[Stretch] = []
    size, number = 0, like.number
    with ByteWindow(path) as window:
        piece_bytes = max(piece_bytes, window.size // _MOST_PIECES)
        for stretch in _stretches(window, layout, like.source_name, piece_bytes):
            held.append(stretch)
            size += stretch.end - stretch.start
            if size >= piece_bytes:
                yield replace(like, number=number, stretches=tuple(held), old_ids=layout.old_ids)
                held, size, number = [], 0, number + 1
    if held:
        yield replace(like, number=number, stretches=tuple(held), old_ids=layout.old_ids)


def records_in(path: str, stretch: Stretch) -> Iterator[list[Record]]:
    """The records of a stretch with their byte offsets, some thousands at a time.

    A file that ends too early gives one last TORN record.
    """
    return _even_records(path, stretch) if stretch.separator else _loose_records(path, stretch)


def _stretches(window: ByteWindow, layout: Layout, source_name: str, piece_bytes: int) -> Iterator[Stretch]:
    for region in layout.regions:
        chat = _chat(region, layout.old_ids, source_name)
        start = region.start
        for end, following in _cuts(window, region, piece_bytes):
            yield Stretch(chat, start, end, region.separator, last=False, closed=True)
            start = following
        yield Stretch(chat, start, region.end, region.separator, last=True, closed=region.closed)


def _cuts(window: ByteWindow, region: Region, piece_bytes: int) -> Iterator[tuple[int, int]]:
    """Where one record ends and the next begins, every `piece_bytes` or so."""
    start = region.start
    if not region.separator:
        for cut in region.cuts:
            if cut - start >= piece_bytes:
                yield cut, cut
                start = cut
        return
    boundary = boundary_of(region.separator)
    while (cut := window.find(boundary, start + piece_bytes, region.end)) >= 0:
        start = cut + len(boundary) - 1
        yield cut + len(region.separator) + 1, start


def _chat(region: Region, old_ids: bool, source_name: str) -> Chat:
    header = region.header
    title = header.get("name") if header else source_name
    return chat_of(header.get("id"), title, header.get("type"), old=old_ids)


def boundary_of(separator: bytes) -> bytes:
    """What stands between two records, with the brackets of both."""
    return separator + b"}," + separator + b"{"


def _even_records(path: str, stretch: Stretch) -> Iterator[list[Record]]:
    boundary = boundary_of(stretch.separator)
    place, dropped, carry = stretch.start, 0, b""
    for data in blocks_of(path, stretch.start + 1, stretch.end):
        held = carry + data
        cuts = places_of(boundary, held)
        if cuts:
            offset = place + dropped + 1  # `held` lacks the bracket that opens its first record
            yield [_record(place, held[: cuts[0]], dropped), *_views(held, cuts, stretch.separator, offset)]
            start = cuts[-1] + len(boundary)
            place, dropped, carry = offset + start - 1, 0, held[start:]
        else:
            carry = held
        if len(carry) > LARGEST_RECORD:
            dropped += len(carry) - len(boundary)
            carry = carry[-len(boundary) :]
    yield list(_last_record(stretch, place, carry, dropped))


def _views(held: bytes, cuts: Sequence[int], separator: bytes, offset: int) -> list[Record]:
    """The records between the cuts, as views: copying them cost a fifth of cutting and decoding."""
    view, closing, step = memoryview(held), len(separator) + 1, len(boundary_of(separator)) - 1
    return [
        (offset + cut + step, view[cut + step : following + closing], WHOLE)
        for cut, following in pairwise(cuts)
    ]


def as_written(raw: bytes | memoryview, separator: bytes) -> bytes:
    """The bytes of a record, without the line end and indent before its closing bracket."""
    return raw if isinstance(raw, bytes) else bytes(raw[: -len(separator) - 1]) + b"}"


def _record(place: int, part: bytes, dropped: int) -> Record:
    # Only the first record of a block can be larger than a block, so only that one is measured.
    if dropped or len(part) > LARGEST_RECORD:
        return place, b"{" + part[:800], TOO_LARGE
    return place, b"{%b}" % part, WHOLE


def _last_record(stretch: Stretch, place: int, rest: bytes, dropped: int) -> Iterator[Record]:
    closing = stretch.separator + b"}"
    torn = stretch.last and not stretch.closed
    body = rest.rstrip(b" \t\r\n,") if torn else rest
    if dropped:
        yield place, b"{" + body[:800], TOO_LARGE
    elif body.endswith(closing) or not torn:
        yield place, b"{" + body, WHOLE
    if torn:
        ended = dropped or body.endswith(closing)
        yield (stretch.end, b"", TORN) if ended else (place, b"{" + rest, TORN)


def _loose_records(path: str, stretch: Stretch) -> Iterator[list[Record]]:
    torn = stretch.last and not stretch.closed
    with ByteWindow(path) as window:
        for record in scan_records(window, stretch.start, stretch.end):
            torn = torn and record[2] != TORN
            yield [record]
    if torn:
        yield [(stretch.end, b"", TORN)]


def blocks_of(path: str, start: int, end: int) -> Iterator[bytes]:
    """The bytes of a file between two offsets, block by block."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        while start < end and (data := os.pread(descriptor, min(_BLOCK, end - start), start)):
            start += len(data)
            yield data
    finally:
        os.close(descriptor)
