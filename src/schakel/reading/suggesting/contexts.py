"""A word in its surroundings, for a person to judge by: short, without names, numbers or addresses."""

import re
from collections.abc import Callable

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.selectors.find import places_of_contacts

_AROUND = 50  # characters on each side
_COVER = "▒"
_LONG_NUMBER = re.compile(r"\d(?:[ .\-/]?\d){5,}")
_NAME = re.compile(r"@\w+|https?://\S+|\b(?:t\.me|www\.)\S+", re.IGNORECASE)


def context_of(text: str, word: str, hide: Callable[[str], str] = str) -> str:
    """The stretch of a post around a word; "" if it does not stand there.

    `hide` covers names letter for letter, in the whole of the post: of a name that is cut through only a half would be left
    to know it by.
    """
    folded = plain_text(text)
    at = _place(folded.plain, word)
    if at < 0:
        return ""
    span = folded.span(at, at + len(word))
    covered = zip(without_contacts(text), hide(text), strict=True)
    masked = "".join(sign if sign == _COVER else letter for sign, letter in covered)
    start, end = max(0, span.start - _AROUND), min(len(masked), span.end + _AROUND)
    return _tidy(masked[start:end], cut_before=start > 0, cut_after=end < len(masked))


def without_contacts(text: str) -> str:
    """The text with every contact and long number replaced by signs, letter for letter, so that places stay."""
    spans = places_of_contacts([text])[0]
    for pattern in (_NAME, _LONG_NUMBER):
        spans += [match.span() for match in pattern.finditer(text)]
    signs = list(text)
    for start, end in spans:
        signs[start:end] = _COVER * (end - start)
    return "".join(signs)


def _place(plain: str, word: str) -> int:
    at = plain.find(word)
    while at >= 0:
        before, after = plain[at - 1 : at] if at else "", plain[at + len(word) : at + len(word) + 1]
        if not word[0].isalpha() or not (before.isalpha() or after.isalpha()):
            return at
        at = plain.find(word, at + 1)
    return -1


def _tidy(text: str, *, cut_before: bool, cut_after: bool) -> str:
    lines = re.sub(r"▒{2,}", "▒▒", " / ".join(part.strip() for part in text.split("\n") if part.strip()))
    return f"{'…' if cut_before else ''}{lines}{'…' if cut_after else ''}"
