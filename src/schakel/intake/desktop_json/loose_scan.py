"""Reads JSON of any layout bracket by bracket: slower than cutting at line breaks, but it needs no line breaks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from schakel.intake.desktop_json.byte_window import ByteWindow
from schakel.intake.desktop_json.repair import repair
from schakel.intake.pieces import LARGEST_RECORD

_BLOCK = 1 << 20
_DEEPEST = 100  # arrays of messages stand at depth 4 at most; deeper brackets are only counted
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:(")|\\?\Z)|[{}\[\],:]', re.DOTALL)
# Everything up to and with the next bracket, strings and all: one match a bracket, six times as fast as token by token.
_TO_BRACKET = re.compile(rb'(?:[^"{}\[\]]++|"(?:[^"\\]++|\\.)*+")*+([{}\[\]])', re.DOTALL)
_TO_OPEN_STRING = re.compile(rb'(?:[^"{}\[\]]++|"(?:[^"\\]++|\\.)*+")*+', re.DOTALL)
_CUT_EVERY = 1 << 20
_HEADER_KEYS = {b'"name"': "name", b'"type"': "type", b'"id"': "id"}

_BLANKS = b" \t\r\n,"
# What stands between two brackets: a string, also one that never ends, or whatever else there is up to the next comma.
_VALUE = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[^",\s][^",]*+', re.DOTALL)
WHOLE, TOO_LARGE, TORN = 0, 1, 2

Token = tuple[int, bytes]
Record = tuple[int, bytes | memoryview, int]  # byte offset, bytes, one of the three states above


@dataclass(slots=True)
class LooseRegion:
    """One array of messages found by its brackets; `cuts` are ends of records, about one a megabyte."""

    header: dict[str, Any]
    start: int
    end: int = 0
    closed: bool = False
    cuts: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Frame:
    kind: bytes
    header: dict[str, Any] = field(default_factory=dict)
    key: bytes = b""
    colon: int = -1  # offset just after the colon while a value is awaited


def scan_regions(path: str) -> list[LooseRegion]:
    """All arrays of messages in a JSON file: those under a key `messages`, or the file itself if it is an array."""
    regions: list[LooseRegion] = []
    stack: list[_Frame] = []
    with ByteWindow(path) as window:
        position = 0
        while position < window.size:
            found = _next_array(window, stack, position)
            if found is None:
                break
            header = stack[-1].header if stack else {}
            region = _skip_array(window, LooseRegion(header, found + 1, window.size))
            if stack:
                stack[-1].colon = -1
            regions.append(region)
            position = region.end + 1
    return regions


def scan_records(window: ByteWindow, start: int, end: int, *, keyed: bool = False) -> Iterator[Record]:
    """Each record of an array with its offset and state: whole, too large (over 16 MiB, cut), or torn by the end.

    Each value that is no record is given as one too, so that it is not passed over; of a map (`keyed`) all that stands
    between two records, which is the key of the second, together.
    """
    depth, opened, ended = 0, start, start
    for place, bracket in read_brackets(window, start, end):
        if bracket in b"{[":
            if depth == 0:
                opened = place
                yield from _between(window, ended, place, keyed=keyed)
            depth += 1
        else:
            depth = max(depth - 1, 0)
            if depth == 0:
                ended = place + 1
                yield _record(window, opened, ended)
    if depth > 0:
        yield opened, window.read(opened, min(end, opened + 800)), TORN
    else:
        yield from _between(window, ended, end, keyed=keyed)


def elements_in(raw: bytes, place: int) -> list[Record]:
    """What stands one after the other in bytes that were taken for one record; its last part is TORN if a bracket is open.

    Empty if that is one element only, or if brackets close that were never opened: then it is a broken record.
    """
    found: list[Record] = []
    depth, opened, ended, at = 0, 0, 0, 0
    while bracket := _TO_BRACKET.match(raw, at):
        at = bracket.end()
        if bracket[1] in b"{[":
            if depth == 0:
                opened = at - 1
                found += _values(raw[ended:opened], place + ended)
            depth += 1
        elif depth == 0:
            return []
        else:
            depth -= 1
            if depth == 0:
                ended = at
                found.append((place + opened, raw[opened:at], WHOLE))
    found += [(place + opened, raw[opened:], TORN)] if depth else _values(raw[ended:], place + ended)
    return found if len(found) > 1 else []


def read_brackets(window: ByteWindow, start: int, end: int) -> Iterator[Token]:
    """Offset and sign of every bracket between two offsets that does not stand in a string."""
    held, position = b"", start
    while position < end:
        data = window.read(position, min(position + _BLOCK, end))
        position += len(data)
        held += data
        base, at = position - len(held), 0
        while match := _TO_BRACKET.match(held, at):
            at = match.end()
            yield base + at - 1, match[1]
        held = held[at:]
        if len(held) > LARGEST_RECORD:
            tail = _TO_OPEN_STRING.match(held)
            held = _shorten(held[tail.end() if tail else 0 :])


def read_tokens(window: ByteWindow, start: int, end: int) -> Iterator[Token]:
    """Offset and bytes of every bracket, comma, colon and string between two offsets, in order."""
    held, position = b"", start
    while position < end:
        data = window.read(position, min(position + _BLOCK, end))
        position += len(data)
        held += data
        base = position - len(held)
        rest = len(held)
        for match in _TOKEN.finditer(held):
            token = match[0]
            if token[:1] == b'"' and match[1] is None:
                rest = match.start()
                break
            yield base + match.start(), token
        held = _shorten(held[rest:])


def _shorten(open_string: bytes) -> bytes:
    # A string without end must not fill the memory; only whether its last backslash escapes still matters.
    if len(open_string) <= LARGEST_RECORD or not open_string.startswith(b'"'):
        return open_string[:0] if len(open_string) > LARGEST_RECORD else open_string
    slashes = len(open_string) - len(open_string.rstrip(b"\\"))
    return b'"' + b"\\" * (slashes % 2)


def _holds_messages(stack: list[_Frame]) -> bool:
    if not stack:
        return True
    top = stack[-1]
    return top.kind == b"{" and top.key == b'"messages"' and top.colon >= 0


def _next_array(window: ByteWindow, stack: list[_Frame], position: int) -> int | None:
    """The offset of the bracket that opens the next array of messages."""
    for place, token in read_tokens(window, position, window.size):
        if token == b"[" and _holds_messages(stack):
            return place
        _follow(window, stack, place, token)
    return None


def _skip_array(window: ByteWindow, region: LooseRegion) -> LooseRegion:
    depth, next_cut = 1, region.start + _CUT_EVERY
    for place, bracket in read_brackets(window, region.start, window.size):
        if bracket in b"{[":
            depth += 1
            continue
        depth -= 1
        if depth == 0:
            region.end, region.closed = place, True
            break
        if depth == 1 and place >= next_cut:
            region.cuts.append(place + 1)
            next_cut = place + _CUT_EVERY
    return region


def _between(window: ByteWindow, start: int, end: int, *, keyed: bool) -> Iterator[Record]:
    if end - start <= 1:
        return
    if not keyed:
        yield from _values(window.read(start, min(end, start + LARGEST_RECORD)), start)
        return
    found = window.read(start, min(end, start + 800)).lstrip(_BLANKS)
    if rest := found.rstrip(_BLANKS):
        yield min(end, start + 800) - len(found), rest, WHOLE


def _values(between: bytes, place: int) -> list[Record]:
    """The values in what stands between two records, with their places in the file."""
    if not between.strip(_BLANKS):
        return []
    return [(place + one.start(), one[0].rstrip(), WHOLE) for one in _VALUE.finditer(between)]


def _follow(window: ByteWindow, stack: list[_Frame], place: int, token: bytes) -> None:
    top = stack[-1] if stack else None
    if token in b"{[":
        if len(stack) < _DEEPEST:
            stack.append(_Frame(token))
    elif token == b":" and top:
        top.colon = place + 1
    elif token in b"},]":
        if top and top.colon >= 0:
            _note_value(window, top, place)
        if token != b"," and stack:
            stack.pop()
            if stack:
                stack[-1].colon = -1
    elif top and top.kind == b"{" and top.colon < 0:
        top.key = token


def _note_value(window: ByteWindow, frame: _Frame, end: int) -> None:
    name = _HEADER_KEYS.get(frame.key)
    if name and end - frame.colon < 65536:
        try:
            frame.header[name] = msgspec.json.decode(repair(window.read(frame.colon, end)))
        except (msgspec.DecodeError, UnicodeDecodeError):
            frame.header.pop(name, None)
    frame.colon = -1


def _record(window: ByteWindow, start: int, end: int) -> Record:
    if end - start > LARGEST_RECORD:
        return start, window.read(start, start + 800), TOO_LARGE
    return start, window.read(start, end), WHOLE
