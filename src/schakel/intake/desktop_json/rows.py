"""Turns the records of a JSON export into rows of `messages`."""

from collections.abc import Sequence
from operator import itemgetter

import msgspec
import pyarrow as pa

from schakel.intake.desktop_json.cutting import as_written
from schakel.intake.desktop_json.decode import UNREADABLE, Decoded, decode_plain, decode_record
from schakel.intake.desktop_json.loose_scan import TOO_LARGE, TORN, WHOLE, Record, elements_in
from schakel.intake.desktop_json.record_columns import RecordColumns
from schakel.intake.extra import canonical_extra
from schakel.intake.quarantine import Unread, glimpse

# Records that are put into columns and forgotten at once: so they stay in a core's cache, and a process needs 30 MB less.
_AT_ONCE = 2000
_bytes_of = itemgetter(1)


class JsonRows:
    """The records of one stretch on their way into columns, and what could not be read of it."""

    def __init__(self, columns: RecordColumns) -> None:
        self.unread: list[Unread] = []
        self._columns = columns
        self._decoded = Decoded()

    def read(self, found: Sequence[Record], separator: bytes) -> None:
        """Reads some records; one that cannot be read is set apart, the others stay."""
        records, before = self._decoded.records, len(self._decoded.records)
        waiting, unread = map(_bytes_of, found), set[int]()
        while True:
            try:
                records.extend(map(decode_plain, waiting))  # what was decoded before an error stays
                break
            except UNREADABLE:
                at = len(records) - before + len(unread)
                place, raw, state = found[at]
                written = as_written(raw, separator)
                reason = self._read_unusual(written, state)
                # A value that is no record hides the separator, so it comes with its neighbours.
                if reason and state != TOO_LARGE and (parts := elements_in(written, place)):
                    found = [*found[:at], *parts, *found[at + 1 :]]
                    waiting = map(_bytes_of, found[at:])
                elif reason:
                    self.unread.append(Unread(place, "records", reason, glimpse(written)))
                    unread.add(at)
        self._decoded.places += [one[0] for at, one in enumerate(found) if at not in unread]
        if len(records) >= _AT_ONCE:
            self._put()

    def table(self, source_id: str) -> pa.Table:
        """The records as rows of `messages`."""
        self._put()
        return self._columns.table(source_id)

    def _put(self) -> None:
        if self._decoded.records:
            self._columns.add(self._decoded)
        self._decoded = Decoded()

    def _read_unusual(self, raw: bytes, state: int) -> str:
        """Takes up a record that is not of the plainest kind; why it cannot, or nothing."""
        if state != WHOLE:  # what is torn or cut is never valid JSON, so it always comes by here
            return "cut-off" if state == TORN else "too-large"
        try:
            record, others = decode_record(raw)
            canonical_extra(others)
        except UNREADABLE as error:
            return reason_of(error)
        self._decoded.others[len(self._decoded.records)] = others
        self._decoded.records.append(record)
        return ""


def reason_of(error: BaseException) -> str:
    """One word or two for why a record could not be read."""
    if isinstance(error, UnicodeDecodeError):
        return "not-utf-8"
    if isinstance(error, RecursionError):
        return "nested-too-deep"
    if isinstance(error, msgspec.ValidationError):
        return f"wrong-field: {str(error)[:120]}"
    if isinstance(error, msgspec.DecodeError):
        return "not-json"
    return f"wrong-value: {str(error)[:120]}"
