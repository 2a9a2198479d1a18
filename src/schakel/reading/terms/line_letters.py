"""Single letters at the head of a line that stand for goods: "K 1g 25", "M: 1=30 5=130"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from tomllib import loads

from schakel.reading.terms.lexicon import Term, load_lexicons
from schakel.reading.word_data import data_file

# A letter at the head of a line or of a piece of it, and behind it an amount, a price or a line of them.
_SIGNS, _GAP = r"[\n,;|/+•·▪▫►>*~]", r"[^\w\n]{0,4}"
_HEAD, _BEHIND = rf"(?:^|{_SIGNS}){_GAP}", rf"{_SIGNS}{_GAP}"
_WRITTEN = {name: "|".join(words) for name, words in data_file("measures_written.toml")["letters"].items()}
_AMOUNT = rf"[^\w\n]{{0,4}}(?:\n[^\w\n]{{0,3}})?(?:\d|(?:{_WRITTEN['amounts']})\b)"
_LETTER = rf"(?<![^\W_])(?<!\dt/)(?<! t/)(?P<letter>[a-z])(?![\w'’.]|-\d)(?={_AMOUNT})"
_HEADING = re.compile(_HEAD + _LETTER)
# The same behind a line end: without the beginning of a text among what it begins with, the search goes from sign to sign.
_HEADING_BEHIND = re.compile(_BEHIND + _LETTER)
_UNIT_AHEAD = re.compile(
    rf"[^\w\n]{{0,4}}\d[\d.,]{{0,5}} ?(?:(?:{_WRITTEN['money']}) ?(?:{_WRITTEN['by']}) ?)?([^\W\d_]+)"
)


@dataclass(frozen=True, slots=True)
class _Letters:
    """What each letter may stand for, and the units that must follow those which are units themselves."""

    terms: dict[str, tuple[Term, ...]]
    units: dict[str, frozenset[str]]


@cache
def _letters() -> _Letters:
    data = loads(files("schakel.lexicons").joinpath("line_letters.toml").read_text("utf-8"))
    usual = {term.concept: term.product for term in load_lexicons().terms if term.kind == "commodity"}
    named = data["products"]
    return _Letters(
        {
            letter: tuple(
                Term(
                    letter,
                    "commodity",
                    one,
                    named.get(letter, usual[one]),
                    "any",
                    data["weight"],
                    ambiguous=True,
                )
                for one in concepts
            )
            for letter, concepts in data["letters"].items()
        },
        {letter: frozenset(words) for letter, words in data["units"].items()},
    )


def letter_terms() -> tuple[Term, ...]:
    """Every letter with each of its meanings."""
    return tuple(term for terms in _letters().terms.values() for term in terms)


@cache
def column_pattern() -> str:
    """The same for RE2, which searches a whole column at once and cannot look around: it finds a little more."""
    return rf"(?im){_HEAD}[{''.join(sorted(_letters().terms))}]{_AMOUNT}"


def heading_letters(plain: Sequence[str]) -> set[int]:
    """The numbers of the folded texts in which `line_letters` may find one: seen in all of them at once."""
    starts = list(accumulate((len(one) + 1 for one in plain), initial=0))
    lines = "\n" + "\n".join(plain)
    return {bisect_right(starts, found.end() - 2) - 1 for found in _HEADING_BEHIND.finditer(lines)}


def line_letters(plain: str) -> Iterator[tuple[int, int, tuple[Term, ...]]]:
    """Start, end and meanings of every letter in a folded text that may name goods where it stands."""
    letters = _letters()
    for found in _HEADING.finditer(plain):
        letter, end = found["letter"], found.end()
        if letter not in letters.terms:
            continue
        needed = letters.units.get(letter)
        if needed is not None:
            unit = _UNIT_AHEAD.match(plain, end)
            if unit is None or unit.group(1) not in needed:
                continue
        yield end - 1, end, letters.terms[letter]
