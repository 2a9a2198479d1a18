"""In which countries a text may have been written, by the towns, banks and turns of phrase in it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.remembered import Remembered

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Clues:
    """Countries by single words, and by phrases and flags, which are looked for letter by letter."""

    words: dict[str, frozenset[str]]
    phrases: tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]


@lru_cache(maxsize=4)
def countries_of(text: str) -> frozenset[str]:
    """The countries (ISO 3166) that a text hints at; usually none. Marks on letters may be left out."""
    clues, low = _clues(), text.lower()
    found = set().union(*map(_STRETCHES.__getitem__, low.split()))
    for phrase, whole, codes in clues.phrases:
        if phrase in low and whole.search(low):
            found |= codes
    return frozenset(found)


def _in_stretch(stretch: str) -> frozenset[str]:
    """The countries that the words in a stretch without spaces hint at; most hint at none."""
    clues = _clues().words
    return frozenset(code for word in _WORD.findall(stretch) for code in clues.get(word, ()))


_STRETCHES = Remembered(_in_stretch)


@cache
def _clues() -> _Clues:
    data = loads(files("schakel.lexicons").joinpath("country_clues.toml").read_text("utf-8"))["clues"]
    by_clue: dict[str, set[str]] = {}
    for code, clues in data.items():
        for clue in clues:
            for written in _spellings(clue):
                by_clue.setdefault(written, set()).add(code)
    words = {clue: frozenset(codes) for clue, codes in by_clue.items() if _WORD.fullmatch(clue)}
    phrases = tuple(
        (clue, re.compile(rf"(?<!\w){re.escape(clue)}(?!\w)"), frozenset(codes))
        for clue, codes in by_clue.items()
        if clue not in words
    )
    return _Clues(words, phrases)


def _spellings(clue: str) -> Iterator[str]:
    yield clue
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", clue) if not unicodedata.combining(sign))
    if bare != clue:
        yield bare
