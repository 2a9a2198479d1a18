"""Marks behind a single word of praise: "vouch!!" and "+rep!" say what "vouch" and "+rep" say."""

import re
from functools import cache

from schakel.reading.lexicon import load_lexicons
from schakel.reading.plain_text import PlainText

_LONGEST = 24  # characters of such a text
_CRY = re.compile(r"(\s*[^\n!‼]*[^\W_])\s*[!‼❗]+[\s!‼❗1]*$")
_TELLING = 1.0  # log10: the least weight of a word that praises by itself


def without_marks(text: PlainText) -> PlainText:
    """The text without the marks behind it if it is a word of praise and nothing else; else the same one."""
    if len(text.plain) > _LONGEST or not (found := _CRY.match(text.plain)):
        return text
    if found.group(1).strip() not in _praise():
        return text
    end = found.end(1)
    return PlainText(text.original, text.plain[:end], text.origin[: end + 1])


@cache
def _praise() -> frozenset[str]:
    lexicons = load_lexicons()
    return frozenset(
        pattern
        for pattern, terms in zip(lexicons.patterns, lexicons.by_pattern, strict=True)
        if any(term.kind == "act" and term.concept == "vouch" and term.weight >= _TELLING for term in terms)
    )
