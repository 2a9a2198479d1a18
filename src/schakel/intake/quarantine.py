"""What could not be read: where, why, and a glimpse of it."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa

from schakel.records.tables import QUARANTINE

_GLIMPSE = 200


@dataclass(frozen=True, slots=True)
class Unread:
    """One record that was not read: its byte offset, the stage that gave up, why, and how it begins."""

    place: int | None
    stage: str
    reason: str
    detail: str = ""


def glimpse(raw: bytes | str) -> str:
    """The first 200 characters of something, made printable: what does not print becomes U+FFFD."""
    text = raw if isinstance(raw, str) else raw[: 4 * _GLIMPSE].decode("utf-8", "replace")
    words = " ".join(text[: 4 * _GLIMPSE].split())[:_GLIMPSE]
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in words)


def quarantine_table(source_id: str | None, source_name: str, unread: Iterable[Unread]) -> pa.Table:
    """The rows of `quarantine` for one source, in the order given."""
    rows = [
        {
            "source_id": source_id,
            "source_name": source_name,
            "place_in_source": one.place,
            "stage": one.stage,
            "reason": one.reason,
            "detail": one.detail,
        }
        for one in unread
    ]
    return pa.Table.from_pylist(rows, schema=QUARANTINE)
