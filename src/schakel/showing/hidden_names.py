"""The sentences of reasons and findings with what names somebody hidden: for the screen and the desk alike."""

import re
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from schakel.showing.printable import masked, one_line
from schakel.showing.veil import telling_hidden

_DETAIL = 300
_WORD = re.compile(r"[a-z]+")


def shown_words(kind: str, words: str | None) -> str:
    """The sentence of a finding, without names."""
    text = (words or "")[:_DETAIL]
    return one_line(text if kind in _data()["open_findings"] else telling_hidden(text), _DETAIL)


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
    return one_line(telling_hidden(text), _DETAIL)


@cache
def _data() -> dict[str, Any]:
    text = (files("schakel.showing") / "details_hidden.toml").read_text(encoding="utf-8")
    return loads(text)
