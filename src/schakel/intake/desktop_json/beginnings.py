"""Chats of a grown export that begin, byte for byte, with all that an earlier export has of them.

Telegram writes the messages of a chat in their order, so an export made later mostly begins as the earlier one did. What stands
in both was read before: it need not be cut, decoded and looked up a second time, only compared.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec

from schakel.intake.desktop_json.byte_window import Watched
from schakel.intake.desktop_json.cutting import blocks_of, boundary_of, records_in
from schakel.intake.pieces import Piece, PieceDone, Stretch


class Beginning(NamedTuple):
    """The records of a chat that an earlier export has too: from `start` to `end`, the next one at `following`."""

    chat_id: str
    start: int
    end: int
    following: int
    records: int

    def as_known(self, source_id: str, numbers: tuple[int, int], clock: str) -> PieceDone:
        """What reading it beside what is known would come back with; `numbers` are the lowest and highest of a message."""
        ranges = {self.chat_id: numbers}
        return PieceDone(source_id, -1, self.records, 0, b"", ranges, {clock}, known=self.records)


class _Array(NamedTuple):
    """All records of one array of messages, and whether it is closed and laid out evenly."""

    path: str
    first: Stretch
    start: int
    end: int
    even: bool


class _Timed(msgspec.Struct):
    date_unixtime: Any = None


def beginnings(pieces: Sequence[Piece], earlier: Sequence[Piece]) -> list[Beginning]:
    """The arrays of these pieces that begin with the whole array of their chat in `earlier`, which has one; by place.

    Only those of which the first record tells its time in Unix seconds.
    """
    before: dict[str, list[_Array]] = {}
    for array in _arrays(earlier):
        before.setdefault(array.first.chat.chat_id, []).append(array)
    pairs = ((array, before.get(array.first.chat.chat_id, ())) for array in _arrays(pieces))
    found = (_beginning(array, alike[0]) for array, alike in pairs if len(alike) == 1 and alike[0].even)
    return sorted((one for one in found if one), key=attrgetter("start"))


def without(pieces: Sequence[Piece], begun: Sequence[Beginning]) -> Iterator[Piece]:
    """The pieces with what stands behind these beginnings; a piece of which nothing is left is left out.

    A piece keeps its number, so what is read of it stands in the same file.
    """
    starts = [one.start for one in begun]
    for piece in pieces:
        left = [rest for stretch in piece.stretches if (rest := _behind(stretch, starts, begun)) is not None]
        if left:
            yield replace(piece, stretches=tuple(left))


def _behind(stretch: Stretch, starts: Sequence[int], begun: Sequence[Beginning]) -> Stretch | None:
    at = bisect_right(starts, stretch.start) - 1
    if at < 0 or begun[at].end <= stretch.start:
        return stretch
    return None if stretch.end <= begun[at].end else replace(stretch, start=begun[at].following)


def _arrays(pieces: Sequence[Piece]) -> Iterator[_Array]:
    first: Stretch | None = None
    for piece in pieces:
        for stretch in piece.stretches:
            first = first or stretch
            if stretch.last:
                even = stretch.closed and bool(stretch.separator)
                yield _Array(piece.path, first, first.start, stretch.end, even)
                first = None


def _beginning(array: _Array, before: _Array) -> Beginning | None:
    """What both have, if that is all that the earlier one has."""
    joint = b"," + before.first.separator + b"{"
    end = array.start + before.end - before.start
    if end > array.end or array.first.separator != before.first.separator or not _tells_time(array):
        return None
    if end < array.end and next(blocks_of(array.path, end, end + len(joint)), b"") != joint:
        return None
    records = _records_in_both(array, before)
    if not records:
        return None
    return Beginning(array.first.chat.chat_id, array.start, end, end + len(joint) - 1, records)


def _tells_time(array: _Array) -> bool:
    """Whether the first record tells its time in Unix seconds."""
    _, raw, _ = next(records_in(array.path, array.first))[0]
    try:
        return msgspec.json.decode(raw, type=_Timed).date_unixtime is not None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def _records_in_both(array: _Array, before: _Array) -> int:
    """How many records the earlier array has, if the other begins with the same bytes; else 0."""
    size, seen = before.end - before.start, Watched(boundary_of(before.first.separator))
    earlier = blocks_of(before.path, before.start, before.end)
    now = blocks_of(array.path, array.start, array.start + size)
    for block, same in zip(earlier, now, strict=False):
        if block != same:
            return 0
        seen(block)
    return len(seen.places) + 1 if seen.passed == size else 0
