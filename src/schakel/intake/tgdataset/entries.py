"""The records of a map: each with its key, the number of the message."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from schakel.intake.desktop_json.byte_window import ByteWindow
from schakel.intake.desktop_json.decode import UNREADABLE
from schakel.intake.desktop_json.loose_scan import TORN, WHOLE, scan_records
from schakel.intake.desktop_json.repair import repair
from schakel.intake.desktop_json.rows import reason_of
from schakel.intake.quarantine import Unread, glimpse

_KEY = re.compile(rb'(?:\A|,)\s*"(-?\d{1,18})"\s*:\s*\Z')
_decode = msgspec.json.Decoder().decode


@dataclass(slots=True)
class Entry:
    """One record of a map with its number and the byte offset at which its brackets open."""

    number: int
    place: int
    fields: dict[str, Any]


def entries_in(window: ByteWindow, start: int, end: int, unread: list[Unread]) -> Iterator[Entry]:
    """The records of a span of a map; what is none goes to `unread`."""
    key: int | None = None
    for place, found, state in scan_records(window, start, end, keyed=True):
        raw = bytes(found)
        if state == WHOLE and raw[:1] not in b"{[":
            key = _read_key(place, raw, unread)
            continue
        if state != WHOLE:
            unread.append(Unread(place, "records", "cut-off" if state == TORN else "too-large", glimpse(raw)))
        elif key is None:
            unread.append(Unread(place, "records", "wrong-value: a message without a number", glimpse(raw)))
        else:
            yield from _entry(key, place, raw, unread)
        key = None


def numbers_in(window: ByteWindow, start: int, end: int) -> Iterator[int]:
    """The numbers in a span of a map, of whose records none is read."""
    key: int | None = None
    for place, found, state in scan_records(window, start, end, keyed=True):
        raw = bytes(found)
        if state == WHOLE and raw[:1] not in b"{[":
            key = _read_key(place, raw, [])
        elif key is not None:
            yield key
            key = None


def _entry(number: int, place: int, raw: bytes, unread: list[Unread]) -> Iterator[Entry]:
    try:
        try:
            fields = _decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError):
            fields = _decode(repair(raw))
        if not isinstance(fields, dict):
            raise ValueError("not an object")
    except UNREADABLE as error:
        unread.append(Unread(place, "records", reason_of(error), glimpse(raw)))
    else:
        yield Entry(number, place, fields)


def _read_key(place: int, raw: bytes, unread: list[Unread]) -> int | None:
    """The number before a record; what stands before that is no record, and is set apart."""
    found = _KEY.search(raw)
    before = raw[: found.start()].strip(b" \t\r\n,") if found else raw
    if before:
        unread.append(Unread(place, "records", "wrong-value: no message", glimpse(before)))
    return int(found[1]) if found else None
