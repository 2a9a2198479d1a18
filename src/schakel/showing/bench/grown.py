"""An export as it was earlier: the same bytes, without the last messages of each chat."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

_CHAT_START = re.compile(rb'\n( *)"messages": \[\n')
_DAY = re.compile(rb'"date": "(\d{4}-\d\d-\d\d)T')


def write_shorter(whole: Path, shorter: Path, share: float) -> None:
    """Writes the export with the first `share` of each chat's messages."""
    _write(whole, shorter, lambda _, start, end: start + int((end - start) * share))


def write_until(whole: Path, shorter: Path, day: date) -> None:
    """Writes the export as it was at the end of a day."""
    last = day.isoformat().encode()

    def last_kept(raw: bytes, start: int, end: int) -> int:
        kept = start  # a chat that begins later keeps its first message: an export has no empty ones
        for found in _DAY.finditer(raw, start, end):
            if found.group(1) > last:
                return kept
            kept = found.start()
        return end

    _write(whole, shorter, last_kept)


def _write(whole: Path, shorter: Path, where: Callable[[bytes, int, int], int]) -> None:
    """Cuts the messages of every chat at the first end of a message from a place on."""
    raw = whole.read_bytes()
    parts: list[bytes] = []
    position = 0
    for start in _CHAT_START.finditer(raw):
        indent = start.group(1)
        end = raw.index(b"\n" + indent + b"]", start.end())
        boundary = b"\n" + indent + b" },\n" + indent + b" {"
        cut = raw.find(boundary, max(where(raw, start.end(), end), start.end()), end)
        parts.append(raw[position : cut if cut > 0 else end])
        parts.append(b"\n" + indent + b" }" if cut > 0 else b"")
        position = end
    parts.append(raw[position:])
    shorter.parent.mkdir(parents=True, exist_ok=True)
    shorter.write_bytes(b"".join(parts))
