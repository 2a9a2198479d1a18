"""Means of payment that are also sold as goods: "gift cards accepted" beside coke offers coke only; see `means_of_payment.toml`."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.found import Found
from schakel.reading.weighing.weights import load_families

_PAID = frozenset({"payment-fraud", "accounts", "personal-data"})
_REACH = 80  # characters
_SOME_WORDS = r"(?:[\s,/&+:|-]{1,3}[^\W\d]{1,16}){0,5}"
_NUMBERED = re.compile(r"[\s:=x*–>-]{0,4}[€$£]?\d")
_NUMBER_BEFORE = re.compile(r"\d\s?x?\s?$")


def without_means_of_payment(found: Found, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without those that beside goods of another trade only say what is paid with."""
    asked = [hit for hit in goods if hit.term.ambiguous and hit.term.concept in _PAID]
    if not asked or all(hit.term.concept in load_families().members["fraud"] for hit in goods):
        return list(goods)
    paid = {hit for hit in asked if _is_paid_with(found, hit)}
    return [hit for hit in goods if hit not in paid]


def without_words_of_payment(found: Found) -> str:
    """The folded text with the words for such goods left out where they only say what is paid with."""
    plain = found.text.plain
    for hit in found.wares:
        if hit.term.ambiguous and hit.term.concept in _PAID and _is_paid_with(found, hit):
            plain = plain[: hit.start] + " " * (hit.end - hit.start) + plain[hit.end :]
    return plain


def _is_paid_with(found: Found, hit: TermHit) -> bool:
    """Whether a word of taking or paying is near and no number stands right beside the word, which might be sold then."""
    plain = found.text.plain
    if _NUMBERED.match(plain, hit.end) or _NUMBER_BEFORE.search(plain, max(0, hit.start - 6), hit.start):
        return False
    before, after = _cues()
    if after.match(plain, hit.end, hit.end + _REACH):
        return True
    return before.search(plain, max(0, hit.start - _REACH), hit.start) is not None


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = loads((files("schakel.lexicons") / "means_of_payment.toml").read_text("utf-8"))
    before, after = ("|".join(map(_folded, data[name])) for name in ("before", "after"))
    return (
        re.compile(rf"(?<!\w)(?:{before}){_SOME_WORDS}[\s,/&+:|-]{{1,3}}$"),
        re.compile(rf"{_SOME_WORDS}[\s,/&+:|-]{{1,3}}(?:{after})(?!\w)"),
    )


def _folded(word: str) -> str:
    return re.escape(plain_text(word).plain)
