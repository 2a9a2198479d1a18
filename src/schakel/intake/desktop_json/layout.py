"""Finds the chats of a JSON export and the stretches of bytes that hold their records."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from schakel.intake.desktop_json.byte_window import ByteWindow
from schakel.intake.desktop_json.loose_scan import scan_regions
from schakel.intake.desktop_json.repair import repair
from schakel.intake.quarantine import Unread, glimpse

_HEADER_BYTES = 1 << 16
KEY = b'"messages": ['
_OPENING = re.compile(rb"(\r?\n[ \t]*)\{")
_ARRAY_FILE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[")
_EMPTY = re.compile(rb"\s*\]")
_HEADER_END = re.compile(rb"\r?\n[ \t]*\}")
_ID_FORM = re.compile(rb'"(?:from_id|actor_id)": ?(["\d])')


@dataclass(slots=True)
class Region:
    """One array of messages: the fields of its chat, the offsets of its records and the separator between them.

    `closed` is False if the file ends before the array does. Without a separator, `cuts` are the only places where
    the records may be cut.
    """

    header: dict[str, Any]
    start: int
    end: int
    separator: bytes
    closed: bool
    cuts: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """The chats of one file, whether its ids have the old form, and what is wrong with the file as a whole."""

    regions: list[Region]
    old_ids: bool = False
    unread: list[Unread] = field(default_factory=list)


def find_layout(path: str, keys: Sequence[int] | None = None) -> Layout:
    """The layout of a sealed JSON export, read once as a stream, or hardly where it is known where its `keys` stand.

    Telegram Desktop's own line breaks and indents are used where they are found (a raw line break cannot stand
    inside a JSON string, so the separator of records is unambiguous); any other layout is read bracket by bracket.
    """
    with ByteWindow(path) as window:
        regions = _even_regions(window, _Keys(window, keys))
        if regions is None:
            regions = [Region(r.header, r.start, r.end, b"", r.closed, r.cuts) for r in scan_regions(path)]
        filled = [region for region in regions if region.end > region.start]
        return Layout(filled, _has_old_ids(window, filled), _faults(window, regions))


class _Keys:
    """Where the arrays of messages are named."""

    def __init__(self, window: ByteWindow, places: Sequence[int] | None) -> None:
        self._window = window
        self._places = places

    def after(self, start: int) -> int:
        """The first key at or after an offset; -1 if there is none."""
        if self._places is None:
            return self._window.find(KEY, start)
        at = bisect_left(self._places, start)
        return self._places[at] if at < len(self._places) else -1


def _even_regions(window: ByteWindow, keys: _Keys) -> list[Region] | None:
    """The arrays of a file with one record bracket a line; None if any part of it is laid out otherwise."""
    array = _ARRAY_FILE.match(window.read(0, 256))
    if array:
        region = _even_region(window, keys, {}, array.end(), b"\n")
        return None if region is None else [region]
    regions: list[Region] = []
    position = 0
    while (found := keys.after(position)) >= 0:
        before = window.read(found - _HEADER_BYTES, found)
        indent = _line_start(before)
        if indent is None:
            return None
        region = _even_region(window, keys, _header_before(before), found + len(KEY), indent)
        if region is None:
            return None
        region.header |= _header_after(window, region.end + len(indent) + 1)
        regions.append(region)
        position = region.end
    return regions if regions or window.find(b'"messages"', 0) < 0 else None


def _even_region(
    window: ByteWindow, keys: _Keys, header: dict[str, Any], inside: int, indent: bytes
) -> Region | None:
    """The array that begins at `inside` and closes with `indent]`; None if its records do not begin on lines."""
    head = window.read(inside, inside + 256)
    if empty := _EMPTY.match(head):
        return Region(header, inside, inside, b"", closed=bool(empty))
    opening = _OPENING.match(head)
    if not opening:
        return None
    separator = opening[1]
    start = inside + opening.end() - 1
    end = _end_before_next(window, keys, start, indent)
    if end < 0:
        return Region(header, start, window.size, separator, closed=False)
    if window.read(end - len(separator) - 1, end) != separator + b"}":
        return None
    return Region(header, start, end, separator, closed=True)


def _end_before_next(window: ByteWindow, keys: _Keys, start: int, indent: bytes) -> int:
    """Where the array closes: at the first line `indent]` in the last stretch before the next array of messages.

    No record can hold such a line. The key of the next array is longer and rarer than the bracket, so that looking
    for it costs half the time; if no bracket stands shortly before it, the bracket is looked for from the front.
    """
    key = keys.after(start)
    edge = window.size if key < 0 else key
    behind = window.read(max(start, edge - _HEADER_BYTES), edge)
    at = behind.find(indent + b"]")
    if at >= 0:
        return edge - len(behind) + at
    return window.find(indent + b"]", start)


def _line_start(before: bytes) -> bytes | None:
    """Line end and indent, if nothing else stands between the last line end and here."""
    at = before.rfind(b"\n")
    if at < 0 or before[at:].strip():
        return None
    return before[at - 1 :] if before[at - 1 : at] == b"\r" else before[at:]


def _header_before(before: bytes) -> dict[str, Any]:
    at = max(before.rfind(b"{\n"), before.rfind(b"{\r\n"))
    return _fields(before[at + 1 :]) if at >= 0 else {}


def _header_after(window: ByteWindow, start: int) -> dict[str, Any]:
    after = window.read(start, start + _HEADER_BYTES)
    end = _HEADER_END.search(after)
    return _fields(after[1 : end.start()]) if end and after[:1] == b"," else {}


def _fields(raw: bytes) -> dict[str, Any]:
    try:
        fields: dict[str, Any] = msgspec.json.decode(b"{%b}" % repair(raw.strip().rstrip(b",")))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return {name: fields[name] for name in ("name", "type", "id") if name in fields}


def _has_old_ids(window: ByteWindow, regions: list[Region]) -> bool:
    """True if the first id of a sender in the file is a bare number."""
    for region in regions[:100]:
        seen = _ID_FORM.search(window.read(region.start, min(region.end, region.start + (1 << 18))))
        if seen:
            return seen[1] != b'"'
    return False


def _faults(window: ByteWindow, regions: list[Region]) -> list[Unread]:
    head, tail = window.read(0, 64), window.read(window.size - 256, window.size)
    if not regions:
        return [Unread(0, "layout", "no-messages", glimpse(head))]
    if all(region.closed for region in regions):
        close = b"]" if _ARRAY_FILE.match(head) else b"}"
        even = any(region.separator for region in regions)
        if not tail.rstrip().endswith(b"\n" + close if even else close):
            return [Unread(window.size, "layout", "cut-off", glimpse(tail[-100:]))]
    return []
