"""Words for a dozen before which another number may stand: "2 dozen", "deux douzaines", "half a dozen"."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.amounts.measure_words import load_measure_words
from schakel.reading.amounts.spellings import spellings

_TWELVE = 12.0


@cache
def _dozens() -> frozenset[str]:
    listed = loads((files("schakel.lexicons") / "number_words.toml").read_text("utf-8"))["dozens"]
    return frozenset(written for word in listed for written in spellings(word))


def says_dozen(text: str, language: str) -> bool:
    """Whether this word says twelve; Dutch "dozen" are boxes."""
    if text not in _dozens():
        return False
    lists = load_measure_words()
    word = lists.words.get(text)
    return word is None or not word.unit or text in lists.no_unit.get(language, ())


def in_dozens(
    words: Sequence[str], value: float, taken: int, articles: frozenset[str], language: str
) -> tuple[float, int]:
    """The value of a number in words and how many words it takes, with the dozen behind it: "half a dozen" is six."""
    at = taken + (taken < len(words) and words[taken] in articles)
    if taken > 0 and at < len(words) and value < _TWELVE and says_dozen(words[at], language):
        return value * _TWELVE, at + 1
    return value, taken
