"""Reasons as a page shows them: the rule, its weight, the sentence without names, and the messages it rests on."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from schakel.showing.printable import masked, one_line, veiled

Row = Mapping[str, Any]
_DETAIL = 300
_LISTED = 5
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class ShownReason:
    """One reason, safe to show: `quoted` is the stretch of text it points at, `more` counts messages not listed."""

    rule: str
    weight: float
    detail: str
    quoted: str
    messages: tuple[str, ...]
    more: int


def shown_reasons(reasons: Iterable[Row] | None, hidden_text: str = "") -> list[ShownReason]:
    """The reasons in their own order; `hidden_text` is the message they point into, contacts hidden already."""
    return [_shown(reason, hidden_text) for reason in reasons or []]


def shown_words(kind: str, words: str | None) -> str:
    """The sentence of a finding, without names."""
    text = (words or "")[:_DETAIL]
    return one_line(text if kind in _data()["open_findings"] else veiled(text), _DETAIL)


def without_names(rule: str, detail: str) -> str:
    """The sentence of a reason with what names somebody hidden."""
    data = _data()
    text = detail[:_DETAIL]
    if rule in data["open"]:
        return one_line(text, _DETAIL)
    pattern = data["rules"].get(rule)
    if pattern:
        found = re.fullmatch(pattern, text, re.DOTALL)
        if found and found.start(1) < 0:
            return one_line(text, _DETAIL)
        text = masked(text, [found.span(1) if found else (0, len(text))])
    elif set(_WORD.findall(rule)) & set(data["name_words"]):
        text = masked(text, [(0, len(text))])
    return one_line(veiled(text), _DETAIL)


def _shown(reason: Row, hidden_text: str) -> ShownReason:
    messages = tuple(reason["messages"] or ())
    start, end = reason["start"], reason["end"]
    quoted = hidden_text[start:end] if start is not None and end is not None else ""
    return ShownReason(
        rule=reason["rule"] or "",
        weight=reason["weight"] or 0.0,
        detail=without_names(reason["rule"] or "", reason["detail"] or ""),
        quoted=one_line(quoted, 60),
        messages=messages[:_LISTED],
        more=max(len(messages) - _LISTED, 0),
    )


@cache
def _data() -> dict[str, Any]:
    text = (files("schakel.showing.desk") / "details_hidden.toml").read_text(encoding="utf-8")
    return loads(text)
