"""Lines that stand above and below any ad: house rules ("geen minderjarigen!", "cash only"), how to write, and greetings.

Whatever stands between them is the ad: a seller's frame of few words is one with such lines around it too
(list: `lexicons/house_rules.toml`).
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.terms.lexicon import each_of

_MOST = 400  # characters: in longer texts such lines are few among many
_LINE = re.compile(r"[^\n.!|;]+")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_LONGEST = 60  # characters of a line or sentence
_PARTED = re.compile(r"[\n.!|;]")


def without_house_rules(plain: str) -> str:
    """The folded text, as long as it was, with blanks where whole lines or sentences say what stands beside any ad."""
    for start, end in _lines(plain):
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain


def _lines(plain: str) -> Iterator[tuple[int, int]]:
    """Where such lines stand."""
    if len(plain) > _MOST or not _PARTED.search(plain):
        return
    for line in _LINE.finditer(plain):
        start, end = line.span()
        if end - start <= _LONGEST and _said(line.group()) in _known():
            yield start, end


def _said(line: str) -> str:
    """The words of a line, every number the same."""
    return " ".join("1" if word.isdecimal() else word for word in _WORD.findall(line))


@cache
def _known() -> frozenset[str]:
    data = loads((files("schakel.lexicons") / "house_rules.toml").read_text("utf-8"))
    lines = (
        line for kind in ("rules", "greetings") for of_language in data[kind].values() for line in of_language
    )
    return frozenset(_said(plain_text(phrase).plain) for line in lines for phrase in each_of(line))
