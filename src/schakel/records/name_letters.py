"""The letters of a name, folded: one form for capitals, marks, and letters or digits that only look alike."""

import unicodedata
from functools import cache
from importlib.resources import files
from tomllib import loads


def letters(word: str) -> str:
    """A word in small letters without marks, each letter of another script as the Latin one that it passes for."""
    if word.isascii():
        return word.lower()
    marked = unicodedata.normalize("NFKD", word).lower()
    bare = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return bare.translate(_tables()[0])


def plain(key: str) -> str:
    """The same with each digit as the letter that it may stand for."""
    return key.translate(_tables()[1])


@cache
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    data = loads((files("schakel.lexicons") / "letters.toml").read_text("utf-8"))
    alike = data["lookalikes"]["cyrillic"] + data["lookalikes"]["greek"] + data["plain"]["pairs"]
    leet = _pairs(data["leet"]["pairs"])
    leet[ord("l")] = "i"  # a 1 stands for either, so they count as one letter
    return _pairs(alike), leet


def _pairs(text: str) -> dict[int, str]:
    return {ord(text[at]): text[at + 1] for at in range(0, len(text) - 1, 2)}
