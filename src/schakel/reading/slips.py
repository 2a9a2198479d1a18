"""Slips of the finger in words that tell something: "geozcht", "beschikbar", "amfetaimne", "waarrrr".

Two letters changed about, one typed twice or left out, or a letter held down, in a word of five letters or more that no list knows; only where
one word alone is meant. What could be an ending or a long vowel of another word stays as it is.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from tomllib import loads

from schakel.reading.folding.plain_text import PlainText
from schakel.reading.places.gazetteer import load_gazetteer
from schakel.reading.remembered import Remembered
from schakel.reading.terms.lexicon import load_lexicons, made_from_lists
from schakel.reading.weighing.senses import everyday_words, sense_of

LONGEST = 90  # characters: typed in haste
_SHORTEST, _LEAST = 5, 4  # letters of what is meant; of a word looked at
_LACKING = 7  # letters of a word that may lack one: shorter ones are other words ("kapper" is no "klapper")
_WORD = re.compile(r"(?<![\w@/#.'’-])[^\W\d_]{4,}(?![\w@/]|[.'’-]\w)")
_LETTERS = re.compile(r"[^\W\d_]+")
_HELD = re.compile(r"(.)\1{2,}")
_VOWELS = frozenset("aeiou")
_TELLING = frozenset({"act", "clue", "contact", "delivery", "payment", "advance", "trade"})


def without_slips(text: PlainText) -> PlainText:
    """The text with such words as they are meant; the same one if there are none."""
    plain = text.plain
    if len(plain) > LONGEST or not holds_a_slip(plain):
        return text
    origin = list(text.origin)
    for found in reversed(list(_WORD.finditer(plain))):
        meant = _MEANT[found.group()]
        if meant:
            start, end = found.span()
            places = _places(found.group(), meant, origin[start:end])
            plain, origin = plain[:start] + meant + plain[end:], [*origin[:start], *places, *origin[end:]]
    return text if plain == text.plain else PlainText(text.original, plain, origin)


def holds_a_slip(plain: str) -> bool:
    """Whether a word of a folded text, as far as spaces and marks part it, is no word but meant for one."""
    return len(plain) <= LONGEST and any(map(_HELD_BY.__getitem__, plain.split()))


def _holds(word: str) -> bool:
    """Whether a word with the marks around it is a slip."""
    return bool(_MEANT[word.strip('.,!?:;()"…')])


def _places(written: str, meant: str, places: list[int]) -> list[int]:
    """Where each letter of what is meant stands in the original: one by one, the last of them at the last."""
    last = len(places) - 1
    return [places[min(at, last)] if at < len(meant) - 1 else places[last] for at in range(len(meant))]


def _meant(written: str) -> str:
    """The one word that is meant, or ""."""
    if len(written) < _LEAST or not written.isalpha() or written in _known() or sense_of(written):
        return ""
    if _HELD.search(written):
        return next((word for word in _released(written) if word in _known()), "")
    meant = {word for word in _one_slip(written) if word in _sought()}
    if written in _lacking():
        meant.add(_lacking()[written])
    return meant.pop() if len(meant) == 1 else ""


def _released(written: str) -> Iterator[str]:
    """The word with keys held down let go: each such letter twice, and once."""
    for again in (r"\1\1", r"\1"):
        word = _HELD.sub(again, written)
        if len(word) >= _LEAST - 1:
            yield word


def _one_slip(written: str) -> Iterator[str]:
    """The word with two letters that stand beside each other changed about, or one of two equal ones left out."""
    for at, (first, second) in enumerate(pairwise(written)):
        rest = written[at + 2 :]
        if first == second and first not in _VOWELS:
            yield written[:at] + first + rest
        elif first != second and len(rest) > 1:
            yield written[:at] + second + first + rest


@made_from_lists
def _lacking() -> dict[str, str]:
    """What is left of each word sought without one of its inner letters, where that is left of no other."""
    left: dict[str, str] = {}
    unclear: set[str] = set()
    for word in _sought():
        for at in range(1, len(word) - 1 if len(word) > _LACKING else 0):
            if word[at] in _VOWELS and word[at] in (word[at - 1], word[at + 1]):
                continue
            short = word[:at] + word[at + 1 :]
            if left.setdefault(short, word) != word:
                unclear.add(short)
    for short in unclear:
        del left[short]
    return left


@made_from_lists
def _sought() -> frozenset[str]:
    """The words for goods, and those of which the words of acts and deals are made."""
    lexicons = load_lexicons()
    sought: set[str] = set()
    for pattern, terms in zip(lexicons.patterns, lexicons.by_pattern, strict=True):
        if any(term.kind in _TELLING for term in terms):
            sought.update(_LETTERS.findall(pattern))
        elif pattern.isalpha() and any(term.kind == "commodity" for term in terms):
            sought.add(pattern)
    return frozenset(word for word in sought if len(word) >= _SHORTEST)


@made_from_lists
def _known() -> frozenset[str]:
    """All that is a word: of the lists, of everyday life, in names of towns, and what looks like a slip but is none."""
    words = _LETTERS.findall("\n".join(load_lexicons().patterns))
    return frozenset({*words, *everyday_words(), *_of_towns(), *_no_slips()})


@cache
def _no_slips() -> list[str]:
    words: str = loads((files("schakel.lexicons") / "slips.toml").read_text("utf-8"))["words"]
    return words.split()


@cache
def _of_towns() -> frozenset[str]:
    return frozenset(_LETTERS.findall("\n".join(load_gazetteer().names)))


_MEANT = Remembered(_meant)
_HELD_BY = Remembered(_holds)
