"""Finds the channels of a TGDataset file and the stretches of bytes that hold their texts and media."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from schakel.intake.desktop_json.byte_window import ByteWindow
from schakel.intake.desktop_json.loose_scan import read_brackets
from schakel.intake.desktop_json.repair import repair
from schakel.intake.peers import Chat, numbered_chat, read_marked
from schakel.intake.pieces import PIECE_BYTES, Piece, Stretch
from schakel.intake.profiles import FLAGS
from schakel.intake.quarantine import Unread, glimpse

TEXTS, MEDIA = "text_messages", "generic_media"
_MOST_PIECES = 9000  # part files are numbered with four digits
_CUT_EVERY = 1 << 20
_LONGEST_HEADER = 1 << 16
_LAST_KEY = re.compile(rb'"([^"\\]{1,64})"\s*:\s*\Z')
_IN_CHANNEL, _IN_MAP = 2, 3  # brackets that are open inside them

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ChannelStretch(Stretch):
    """Some records of one channel: spans of its texts and of its media, and what is to be looked up but not read.

    A message with both a text and a medium has a record among either. In a channel that is read in one go both are
    here; else `other_texts` and `other_media` are where the other halves stand. `told` says what the channel is, as JSON.
    """

    texts: tuple[Span, ...] = ()
    media: tuple[Span, ...] = ()
    other_texts: tuple[Span, ...] = ()
    other_media: tuple[Span, ...] = ()
    told: bytes = b""


@dataclass(slots=True)
class Map:
    """One map of records; `cuts` are ends of records, about one a megabyte."""

    name: str
    start: int
    end: int = 0
    cuts: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Channel:
    """One channel of a file: its number as written, its fields (`spoilt` if some were not read), its maps, and if it ends properly."""

    number: str
    start: int
    end: int = 0
    closed: bool = False
    spoilt: bool = False
    fields: dict[str, Any] = field(default_factory=dict)
    maps: list[Map] = field(default_factory=list)


def plan_channels(like: Piece, unread: list[Unread], piece_bytes: int = PIECE_BYTES) -> Iterator[Piece]:
    """The pieces of a file; small channels share a piece, large ones are cut. What is wrong as a whole goes to `unread`."""
    held: list[Stretch] = []
    size, number = 0, like.number
    with ByteWindow(like.path) as window:
        piece_bytes = max(piece_bytes, window.size // _MOST_PIECES)
        for channel in find_channels(window, unread):
            for stretch in _stretches(channel, piece_bytes, unread):
                held.append(stretch)
                size += stretch.end - stretch.start
                if size >= piece_bytes:
                    yield replace(like, number=number, stretches=tuple(held))
                    held, size, number = [], 0, number + 1
    if held:
        yield replace(like, number=number, stretches=tuple(held))


def find_channels(window: ByteWindow, unread: list[Unread]) -> Iterator[Channel]:
    """The channels one after the other, told by their brackets; what is wrong around them goes to `unread`."""
    depth, ended, channel = 0, 0, Channel("", 0)
    for place, bracket in read_brackets(window, 0, window.size):
        if bracket in b"{[":
            depth += 1
            if depth == _IN_CHANNEL:
                channel = Channel(_key(window, ended, place), place)
            elif depth == _IN_MAP:
                _note_fields(window, channel, ended, place)
                channel.maps.append(Map(_key(window, ended, place), place + 1))
        else:
            depth -= 1
            _note_end(window, channel, depth, ended, place)
            if depth == _IN_CHANNEL - 1:
                yield channel
        if depth <= _IN_MAP:
            ended = place + 1
        if depth <= 0:
            break
    if depth >= _IN_CHANNEL:
        yield _cut_off(window, channel)
    _note_rest(window, depth, ended, unread)


def _note_end(window: ByteWindow, channel: Channel, depth: int, ended: int, place: int) -> None:
    """What a closing bracket ends, by how many are open after it: a record, a map or the channel."""
    if depth == _IN_MAP:
        one = channel.maps[-1]
        if place - (one.cuts[-1] if one.cuts else one.start) >= _CUT_EVERY:
            one.cuts.append(place + 1)
    elif depth == _IN_CHANNEL:
        channel.maps[-1].end = place
    elif depth == _IN_CHANNEL - 1:
        _note_fields(window, channel, ended, place)
        channel.end, channel.closed = place + 1, True


def _note_rest(window: ByteWindow, depth: int, ended: int, unread: list[Unread]) -> None:
    """A file that ends too early, between two records; or something behind its end. A torn record tells of itself."""
    if 0 < depth <= _IN_MAP:
        unread.append(
            Unread(window.size, "layout", "cut-off", glimpse(window.read(window.size - 100, window.size)))
        )
    elif depth <= 0 and (rest := window.read(ended, ended + 800).strip()):
        unread.append(Unread(ended, "layout", "not-json", glimpse(rest)))


def _cut_off(window: ByteWindow, channel: Channel) -> Channel:
    """A channel in which the file ends: its last map goes on to the end of the file."""
    channel.end = window.size
    if channel.maps and not channel.maps[-1].end:
        channel.maps[-1].end = window.size
    return channel


def _key(window: ByteWindow, start: int, end: int) -> str:
    found = _LAST_KEY.search(window.read(max(start, end - 256), end))
    return found[1].decode("utf-8", "replace") if found else ""


def _note_fields(window: ByteWindow, channel: Channel, start: int, end: int) -> None:
    """Adds the fields that stand between two brackets of a channel; the key of a map that follows is no field."""
    if end - start > _LONGEST_HEADER:
        channel.spoilt = True
        return
    between = _LAST_KEY.sub(b"", window.read(start, end)).strip(b" \t\r\n,")
    try:  # not by msgspec: there one number over 64 bits would cost all other fields
        channel.fields |= json.loads(repair(b"{%b}" % between))
    except (ValueError, RecursionError):
        channel.spoilt = True


def _stretches(channel: Channel, piece_bytes: int, unread: list[Unread]) -> Iterator[ChannelStretch]:
    """What is read of a channel: all of it at once, or if it is large one cut after the other."""
    peer = read_marked(channel.number)
    if peer is None:
        unread.append(Unread(channel.start, "layout", "no-channel-number", glimpse(channel.number)))
        return
    unread += _not_read(channel)
    chat, start, end = _chat(peer[1], channel.fields), channel.start, channel.end
    known = {name: value for name, value in channel.fields.items() if _is_told(name, value)}
    texts, media = (
        [(one.start, one.end) for one in channel.maps if one.name == name] for name in (TEXTS, MEDIA)
    )
    whole = ChannelStretch(
        chat,
        start,
        end,
        b"",
        True,
        channel.closed,
        tuple(texts),
        tuple(media),
        told=msgspec.json.encode(known),
    )
    yield from [whole] if end - start < 2 * piece_bytes else _in_parts(channel, whole, piece_bytes)


def _in_parts(channel: Channel, whole: ChannelStretch, piece_bytes: int) -> Iterator[ChannelStretch]:
    """What the channel is, and then part after part of its maps, each with where the other halves stand."""
    yield replace(whole, end=channel.start, texts=(), media=())
    for one in channel.maps:
        for span in _parts(one, piece_bytes):
            part = replace(whole, start=span[0], end=span[1], texts=(), media=(), told=b"")
            if one.name == TEXTS:
                yield replace(part, texts=(span,), other_media=whole.media)
            elif one.name == MEDIA:
                yield replace(part, media=(span,), other_texts=whole.texts)


def _not_read(channel: Channel) -> Iterator[Unread]:
    if channel.spoilt:
        yield Unread(channel.start, "layout", "unreadable-channel-fields", glimpse(channel.number))
    for one in channel.maps:
        if one.name not in (TEXTS, MEDIA) and one.end > one.start:
            yield Unread(one.start, "layout", "unknown-field", glimpse(one.name))


def _is_told(name: str, value: object) -> bool:
    return name in ("title", "username", *FLAGS) and isinstance(value, str | bool)


def _parts(one: Map, piece_bytes: int) -> Iterator[Span]:
    start = one.start
    for cut in one.cuts:
        if cut - start >= piece_bytes:
            yield start, cut
            start = cut
    yield start, one.end


def _chat(number: int, fields: dict[str, Any]) -> Chat:
    title = fields.get("title")
    kind = "public_channel" if fields.get("username") else "private_channel"
    return numbered_chat("channel", number, title if isinstance(title, str) else "", kind)
