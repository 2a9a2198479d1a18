"""The written forms of words, and the words that a row of a word list names."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def spellings(word: str) -> tuple[str, ...]:
    """The word in lower case as written, and as it looks once its marks are taken off."""
    lower = word.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    folded = bare.replace("ı", "i").replace("ß", "ss")
    return tuple(dict.fromkeys((lower, bare, folded)))


def all_spelled(words: Iterable[str]) -> Iterator[str]:
    """The spellings of all the words, one after the other."""
    for word in words:
        yield from spellings(word)


def all_listed(row: Mapping[str, Any]) -> Iterator[str]:
    """All words of the language lists of one row."""
    for key in sorted(row):
        if key != "alone" and isinstance(row[key], list):
            yield from all_spelled(row[key])
