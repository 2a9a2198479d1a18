"""Reasons as a page shows them: the rule, its weight, the sentence without names, and the messages it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from schakel.showing.hidden_names import without_names
from schakel.showing.printable import one_line

Row = Mapping[str, Any]
_LISTED = 5


@dataclass(frozen=True, slots=True)
class ShownReason:
    """One reason, safe to show: `quoted` is the stretch of text it points at, `more` counts messages not listed."""

    rule: str
    weight: float
    detail: str
    quoted: str
    messages: tuple[str, ...]
    more: int


def shown_reasons(
    reasons: Iterable[Row] | None, hidden_text: str = "", *, names: bool = False
) -> list[ShownReason]:
    """The reasons in their own order; `hidden_text` is the message they point into, contacts hidden already.

    With `names` the sentences are shown as they are; that is for who gave a reason.
    """
    return [_shown(reason, hidden_text, names) for reason in reasons or []]


def _shown(reason: Row, hidden_text: str, names: bool) -> ShownReason:
    messages = tuple(reason["messages"] or ())
    start, end = reason["start"], reason["end"]
    quoted = hidden_text[start:end] if start is not None and end is not None else ""
    return ShownReason(
        rule=reason["rule"] or "",
        weight=reason["weight"] or 0.0,
        detail=one_line(reason["detail"] or "", 300)
        if names
        else without_names(reason["rule"] or "", reason["detail"] or ""),
        quoted=one_line(quoted, 60),
        messages=messages[:_LISTED],
        more=max(len(messages) - _LISTED, 0),
    )
