"""Goods laid out in the middle of a talk for whoever seeks them: "voor wie nog ket zoekt: ik heb 5 g liggen, 30".

A third person is said to seek, so that a listed word asks; who speaks has the goods, or names a price (forms: `lexicons/offered_in_talk.toml`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from schakel.reading.folding.needed_letters import NeededLetters
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.asking import priced_from
from schakel.reading.weighing.found import Found
from schakel.reading.word_data import data_file

LAID_OUT = "goods laid out for who seeks them"
_LIMITS = data_file("offered_in_talk.toml")["limits"]
LONGEST: int = _LIMITS["longest"]
_NEAR: int = _LIMITS["near"]
_TELLING: float = _LIMITS["telling"]
_OTHER = frozenset({"vouch", "warning"})
Forms = tuple[Sequence[re.Pattern[str]], NeededLetters]


def laid_out_signs(found: Found, goods: Sequence[TermHit]) -> Iterator[str]:
    """The sign of a short text that offers goods to a third person, or to the reader behind a question."""
    plain = found.text.plain
    if len(plain) > LONGEST or not goods:
        return
    if (_for_seekers(plain, goods) or _behind_question(plain, goods)) and says_no_more(found):
        yield LAID_OUT


def says_no_more(found: Found) -> bool:
    """Whether a text neither praises or warns, nor buys, nor tells of what happened."""
    return says_nothing_heavy(found) and next(matches("buys", found.text.plain), None) is None


def says_nothing_heavy(found: Found) -> bool:
    """Whether a text neither praises or warns in so many words, nor tells of what happened."""
    if any(hit.term.weight >= _TELLING and hit.term.concept in _OTHER for hit in found.kinds.get("act", ())):
        return False
    return next(matches("told", found.text.plain), None) is None


def _for_seekers(plain: str, goods: Sequence[TermHit]) -> bool:
    return any(
        (_has(plain, who.end()) or priced_from(plain, who.end()))
        for who in matches("seekers", plain)
        if any(hit.start - who.end() <= _NEAR and who.start() - hit.end <= _NEAR for hit in goods)
    )


def _behind_question(plain: str, goods: Sequence[TermHit]) -> bool:
    """Cases such as "need a shooter? got one here": who asks the reader, and has it."""
    end = plain.find("?")
    if end < 0 or not any(hit.start < end for hit in goods):
        return False
    return any(who.end() <= end for who in matches("asked_reader", plain)) and _has(plain, end)


def _has(plain: str, at: int) -> bool:
    return any(one.end() > at for one in matches("has", plain, at))


def matches(name: str, plain: str, at: int = 0) -> Iterator[re.Match[str]]:
    """Where one of the forms of a list stands from a place on."""
    forms, needed = _forms(name)
    for number in needed.of(plain):
        yield from forms[number].finditer(plain, at)


@cache
def _forms(name: str) -> Forms:
    data = data_file("offered_in_talk.toml")
    forms = [re.compile(form) for form in data[name]]
    return forms, NeededLetters(forms)
