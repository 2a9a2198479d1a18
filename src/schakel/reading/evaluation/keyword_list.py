"""The simplest method: a message that holds a plain commodity word as a whole word offers that commodity.

It is what a search list in an office programme does. Words that mean goods only in company are left out, as
they are in such lists; with them it would find more and be wrong far more often. A word with an accent is searched
without it too: our lists hold `cocaïne` alone, since reading takes both for the same, and whoever makes a list writes both.
"""

import unicodedata
from functools import cache

from ahocorasick_rs import AhoCorasick

from schakel.reading.evaluation.found import Found
from schakel.reading.evaluation.labels import LabelledItem
from schakel.reading.terms.lexicon import load_lexicons


def by_keywords(text: str) -> Found:
    """What the list says: offer with the goods whose words stand in the text, or nothing."""
    search, goods = _list()
    lower = text.lower()
    named = {
        goods[word]
        for word, start, end in search.find_matches_as_indexes(lower, overlapping=True)
        if _is_whole(lower, start, end)
    }
    items = tuple(LabelledItem(commodity) for commodity in sorted(named))
    return Found("offer" if items else "none", items=items)


def plain_words() -> dict[str, str]:
    """The words of the list in lower case, each with its goods."""
    goods: dict[str, str] = {}
    for term in load_lexicons().terms:
        if term.kind == "commodity" and not term.ambiguous:
            goods.setdefault(term.written.rstrip("*").lower(), term.concept)
    for word in list(goods):
        goods.setdefault(_without_accents(word), goods[word])
    return goods


def _without_accents(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))


@cache
def _list() -> tuple[AhoCorasick, tuple[str, ...]]:
    goods = plain_words()
    return AhoCorasick(list(goods)), tuple(goods.values())


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether neither a letter nor a digit runs on; an emoji needs nothing around it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (text[start].isalnum() and before.isalnum()) and not (
        text[end - 1].isalnum() and after.isalnum()
    )
