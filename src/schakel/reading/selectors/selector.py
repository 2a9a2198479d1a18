"""The selector as a fact, and the page on which the readers of selectors work."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from schakel.reading.folding.letters import as_shown, as_written
from schakel.reading.word_data import data_file


class Selector(NamedTuple):
    """Something that identifies: its type, its normalised value, and where it stands in the original text."""

    type: str
    value: str
    start: int
    end: int


class _PlainSigns(dict[int, str]):
    """For each sign the plain one it stands for: styled letters, any script's digits; hidden signs go."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        category = unicodedata.category(sign)
        if category in ("Cf", "Mn", "Me"):
            plain = ""
        elif category == "Cs" or code in (0, 9, 13):
            plain = " "
        elif code > 127 and category in ("Nd", "No") and (digit := unicodedata.digit(sign, None)) is not None:
            plain = str(digit)
        else:
            folded = unicodedata.normalize("NFKC", sign)
            plain = (
                folded if len(folded) == 1 and len(folded.lower()) == 1 else "I" if code == 0x130 else sign
            )
        self[code] = plain
        return plain


_PLAIN_SIGNS = _PlainSigns()


def plain_sign(code: int) -> str:
    """The plain sign that a sign stands for on a page; "" for a hidden one."""
    return _PLAIN_SIGNS[code]


class Page:
    """A text made plain sign by sign, its lower-case copy of equal length, and the stretches already read.

    `flat[i]` came from `original[origin(i)]`.
    """

    __slots__ = ("_origin", "_taken", "flat", "found", "low", "original")

    def __init__(self, original: str) -> None:
        self.original = original
        self.flat = original if original.isascii() else as_shown(original).translate(_PLAIN_SIGNS)
        self.low = self.flat.lower()
        self.found: list[Selector] = []
        self._taken: list[bool] = []
        self._origin: list[int] = []

    def origin(self, place: int) -> int:
        """Where the sign at this place of the plain copy stands in the original."""
        if len(self.flat) == len(self.original):
            return place
        if not self._origin:
            self._origin = [i for i, sign in enumerate(as_shown(self.original)) if _PLAIN_SIGNS[ord(sign)]]
        return self._origin[place]

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing in this stretch has been read yet."""
        return not self._taken or True not in self._taken[start:end]

    def take(self, start: int, end: int) -> None:
        """Mark a stretch as read, so that no other reader takes it."""
        if not self._taken:
            self._taken = [False] * len(self.flat)
        self._taken[start:end] = [True] * (end - start)

    def add(self, kind: str, value: str, start: int, end: int) -> None:
        """Note a selector that stands here; the stretch counts as read."""
        if start < end and self.is_free(start, end):
            self.take(start, end)
            self.add_beside(kind, value, start, end)

    def add_beside(self, kind: str, value: str, start: int, end: int) -> None:
        """Note a second selector for a stretch that was read: one name on two platforms."""
        place = as_written(self.original, self.origin(start), self.origin(end - 1) + 1)
        self.found.append(Selector(kind, value, *place))


@cache
def platform_lists() -> Mapping[str, Any]:
    """The list of platforms as shipped."""
    return data_file("platforms.toml")


def any_of(words: list[str]) -> str:
    """The words as alternatives of a regular expression, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
