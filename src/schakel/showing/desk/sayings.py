"""Sentences that the rooms write, said in the language of the page.

The rooms write what a reason rests on as an English sentence with figures and coded words in it. The phrase book of a
language (`sayings_nl.toml`) has for each kind of sentence its pattern and how it is said there. A pattern names what
changes: `{days}` a figure (`{prices:figures}` several), `{amount:measure}` a figure with its unit, `{goods:commodities}` codes of a table of words, `{area:text}`
text from elsewhere that stays as it is (`{unit:word}` where it is one word), `{source:phrase}` words that the book says too, `{one:sentence}` further
sentences. `[s]` may stand or not. On the other side `{days}` is what was found and `{days|dag|dagen}` a word that goes
with one or with more.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from schakel.records.unit_words import unit_word, units_by_word
from schakel.showing.desk.language import words

_NUMBER = r"[-+]?(?:[0-9]+(?:[.,][0-9]+)*|\.[0-9]+)"
_LOOKS = {
    "number": _NUMBER,
    "figures": "-?[0-9].*",
    "text": ".+",
    "word": r"\S+",
    "phrase": ".+",
    "sentence": ".+",
}
_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_ENDING = re.compile(r"\\\[(.+?)\\\]")
_SAID = re.compile(r"\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}")
# Where one sentence, or part of one, may end and another begin.
_JOINT = re.compile(r"(?<=[.;!?)%]) | (?=\()|(?=; )")
_SWAP = str.maketrans(",.", ".,")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the page shows it, and the language that it is in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One kind of sentence: what it looks like, a stretch that it always holds, its slots by kind, and how it is said."""

    look: re.Pattern[str]
    holds: str
    kinds: Mapping[str, str]
    said: str


def in_language(text: str, language: str, rule: str = "") -> Sentence:
    """A sentence in the language of the page; as it is where the book has no saying for it."""
    if not text or language == "en":
        return Sentence(text, "en" if text else language)
    said = _said(text, language, rule)
    return Sentence(text if said is None else said, "en" if said is None else language)


def ready(language: str) -> None:
    """Reads the phrase book of a language, so that the first page need not wait for it."""
    if language != "en":
        _book(language)


@lru_cache(maxsize=8192)
def _said(text: str, language: str, rule: str) -> str | None:
    book = _book(language)
    if rule in book.data:
        own, mark, rest = text.partition("; ")
        further = _whole(mark + rest, book) if mark else ""
        return None if further is None else _figures(own) + further
    return _whole(text, book)


def _whole(text: str, book: "_Book") -> str | None:
    """The text cut where sentences meet into ones of the book, as short as can be; or as one sentence of it."""
    for joint in _JOINT.finditer(text):
        first = _one(text[: joint.start()], book)
        rest = _whole(text[joint.end() :], book) if first is not None else None
        if first is not None and rest is not None:
            return first + joint[0] + rest
    return _one(text, book)


def _one(text: str, book: "_Book") -> str | None:
    for pattern in book.patterns:
        if pattern.holds in text and (found := pattern.look.fullmatch(text)):
            return book.fill(pattern, found.groupdict())
    return None


class _Book:
    """The phrase book of one language."""

    def __init__(self, language: str) -> None:
        read = loads((files("schakel.showing.desk") / f"sayings_{language}.toml").read_text(encoding="utf-8"))
        self.language = language
        self.words: Mapping[str, Any] = words(language)
        self.data = frozenset(read["data"])
        self.patterns = [self._pattern(english, said) for english, said in read["say"].items()]

    def fill(self, pattern: _Pattern, found: Mapping[str, str | None]) -> str:
        """The sentence with what was found in its places."""
        values = {name: value or "" for name, value in found.items()}

        def put(slot: re.Match[str]) -> str:
            name, one, more = slot.groups()
            if one is not None:
                return str(one if values[name].replace(",", "") == "1" else more)
            return self._value(values[name], pattern.kinds[name])

        return _SAID.sub(put, pattern.said)

    def _value(self, value: str, kind: str) -> str:
        if kind in ("text", "word"):
            return value
        if kind in ("number", "figures"):
            return _figures(value)
        if kind == "measure":
            return self._measure(value)
        if kind in ("phrase", "sentence"):
            said = _whole(value, self)
            return value if said is None else said
        table = self.words[kind]
        return ", ".join(str(table.get(code, code)) for code in value.split(", "))

    def _measure(self, value: str) -> str:
        """An amount with its unit, both as the language writes them."""
        number, _, word = value.partition(" ")
        unit = unit_word(units_by_word()[word], float(number.replace(",", "")), self.language)
        return f"{_figures(number)} {unit}"

    def _pattern(self, english: str, said: str) -> _Pattern:
        kinds: dict[str, str] = {}
        out, place = "", 0
        for slot in _SLOT.finditer(english):
            name, kind = slot[1], slot[2] or "number"
            kinds[name] = kind
            out += f"{re.escape(english[place : slot.start()])}(?P<{name}>{_LOOKS.get(kind) or self._codes(kind)})"
            place = slot.end()
        out += re.escape(english[place:])
        plain = re.split(r"\{[^}]*\}|\[[^\]]*\]", english)
        return _Pattern(re.compile(_ENDING.sub(r"(?:\1)?", out), re.DOTALL), max(plain, key=len), kinds, said)

    def _codes(self, kind: str) -> str:
        """One or more codes of a table of words, and nothing else."""
        if kind == "measure":
            return f"{_NUMBER} {_any_of(units_by_word())}"
        one = _any_of(self.words[kind])
        return f"{one}(?:, {one})*"


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"


@lru_cache(maxsize=4)
def _book(language: str) -> _Book:
    return _Book(language)


def _figures(text: str) -> str:
    """The figures of a text as the language writes them: 1,645 and .5 the other way round."""
    return re.sub(_NUMBER, lambda found: found[0].translate(_SWAP), text)
