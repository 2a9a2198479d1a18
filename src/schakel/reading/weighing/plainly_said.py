"""Texts that do little but praise or warn: heavy words of it make up two fifths of their letters, or three quarters of a sentence ("@x is je man", "finger weg").

Customers recommend and warn in a few words that nobody says of anything else; the same words in a longer text are one of many things
(lists: `lexicons/acts_few_words_of_praise.toml`, `acts_few_words_of_warning.toml`).
"""

import re
from collections.abc import Iterator, Sequence

from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.found import Found

PRAISES, WARNS = "little but words of vouch", "little but words of warning"
_SIGNS = {"vouch": PRAISES, "warning": WARNS}
_LONGEST = 160  # characters
_HEAVY = 1.3  # log10: the least weight of a word that is nearly only said of who sells
_TELLING = 1.0  # log10: the least weight of a word that says the text does something else
_PART = 0.4  # of all letters but those of names and links
_MOST_OF_ONE = 0.75  # of the letters of a sentence
_SENTENCE = re.compile(r"[^\n.!]+")
_LETTERS = re.compile(r"[^\W\d_]")
_AT = re.compile(r"@\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?!\d|/\d)")  # of marks ("10/10") only what they are out of
_NUMBERS_OF_A_LIST = (
    4  # "g 50 / 2g 90, quality is top" says what is asked, who praises says at most what was paid
)


def plainly_said(found: Found) -> Iterator[str]:
    """The sign that a short text without a question does little but praise, or little but warn."""
    plain = found.text.plain
    if "act" not in found.kinds or len(plain) > _LONGEST or "?" in plain:
        return
    if len(_NUMBER.findall(plain)) >= _NUMBERS_OF_A_LIST:
        return
    heavy = [hit for hit in found.kinds["act"] if hit.term.weight >= _HEAVY and hit.term.concept in _SIGNS]
    acts = {hit.term.concept for hit in heavy}
    if len(acts) != 1 or _says_otherwise(found, acts):
        return
    if _makes_up(plain, heavy):
        yield _SIGNS[acts.pop()]


def _makes_up(plain: str, heavy: Sequence[TermHit]) -> bool:
    """Whether the words make up much of the text, or most of one of its sentences."""
    if _share(plain, 0, heavy) >= _PART:
        return True
    sentences = [(one.start(), one.group()) for one in _SENTENCE.finditer(plain)]
    return len(sentences) > 1 and any(_share(said, at, heavy) >= _MOST_OF_ONE for at, said in sentences)


def _says_otherwise(found: Found, acts: set[str]) -> bool:
    return any(hit.term.weight >= _TELLING and hit.term.concept not in acts for hit in found.kinds["act"])


def _share(said: str, at: int, hits: Sequence[TermHit]) -> float:
    """The part of the letters of what stands at a place, without names, that the words hold, each letter counted once."""
    held = {place for hit in hits for place in range(hit.start - at, hit.end - at)}
    letters = [one.start() for one in _LETTERS.finditer(_AT.sub(_blank, said))]
    return sum(place in held for place in letters) / max(1, len(letters))


def _blank(name: re.Match[str]) -> str:
    return " " * len(name.group())
