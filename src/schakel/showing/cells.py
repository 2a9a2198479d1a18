"""Cells of tables that a spreadsheet may open without harm."""

from datetime import date, datetime
from typing import Any

from schakel.showing.printable import one_line

# A spreadsheet takes a cell that begins with one of these for a formula; some take the wide forms too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_LONGEST = 300


def harmless(value: Any, longest: int = _LONGEST) -> str | float | int:
    """A cell that no spreadsheet takes for a formula; control and invisible signs are written out."""
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    told = one_line(str(value), longest)
    return guarded(told)


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula, also behind blanks."""
    return f"'{text}" if text.lstrip(" \n").startswith(FORMULA) else text
