"""JSON with hostile text in it: the same bytes for the same value, and no sign in it that hides or turns text round."""

import json
import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from schakel.records.times import written_utc

# Control, zero-width and bidi signs stand in strings only, so they may be written as escapes: a page or terminal that shows
# the file is not turned round by them, and a reader gets the text back letter for letter.
_HIDING = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


def compact(value: Any) -> str:
    """A value on one line."""
    return _escaped(
        json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_told)
    )


def indented(value: Any) -> bytes:
    """A value for people to read too."""
    return (
        _escaped(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2, default=_told)) + "\n"
    ).encode("utf-8")


def write_array(out: IO[str], values: Iterable[Any]) -> None:
    """Writes a JSON array one value a line, without ever holding all of it."""
    out.write("[")
    for number, value in enumerate(values):
        out.write((",\n" if number else "\n") + compact(value))
    out.write("\n]")


def to_write(place: Path) -> IO[str]:
    """A file for text, with the same line ends everywhere."""
    return place.open("w", encoding="utf-8", newline="\n")


def _escaped(written: str) -> str:
    return _HIDING.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _told(value: Any) -> str:
    if isinstance(value, datetime):
        return written_utc(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not written as JSON")
