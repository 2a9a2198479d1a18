"""The name that a seller goes by is no goods: "De Witte Service", "De Witte 020 - discreet & vlot".

Only the first line of a text that names goods further down, only words that may mean something else, and only where
words stand beside them that names are made of (`lexicons/seller_names.toml`) or a dialling code: "Amnesia Haze" heads a list too.
"""

import re
from collections.abc import Sequence
from functools import cache

from schakel.reading.folding.plain_text import PlainText
from schakel.reading.terms.term_search import TermHit
from schakel.reading.word_data import data_file

_NAME = re.compile(r"[^\W\d_][\w'’&.]*(?:[^\S\n_][^\W\d_][\w'’&.]*|_[^\W\d_]\w*)*(?:[^\S\n_]*0\d{1,3}\b)?")
_PRICE = re.compile(r"[€$£₽₺:=,|]|(?<!\d)[1-9]\d*")  # any number but a dialling code
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"0\d{1,3}$")


def without_own_name(text: PlainText, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without those in the name at the head of a text that names goods further down."""
    plain = text.plain
    start = len(plain) - len(plain.lstrip())
    end = plain.find("\n", start)
    if end < 0 or not goods or goods[0].start >= end:
        return list(goods)
    head = [hit for hit in goods if hit.start < end]
    if (
        len(head) == len(goods)
        or not all(hit.term.ambiguous for hit in head)
        or _PRICE.search(plain, start, end)
    ):
        return list(goods)
    return [hit for hit in goods if hit.start >= end or not _in_a_name(text, hit, start, end)]


def _in_a_name(text: PlainText, hit: TermHit, start: int, end: int) -> bool:
    for found in _NAME.finditer(text.plain, start, end):
        if found.start() <= hit.start and hit.end <= found.end():
            return _is_name(text, hit, found)
    return False


def _is_name(text: PlainText, hit: TermHit, found: re.Match[str]) -> bool:
    """Whether every word around the goods is capitalised, and one is such as names are made of."""
    words = list(_WORD.finditer(found.group()))
    at = found.start()
    if not all(text.original[text.origin[at + word.start()]].isupper() for word in words):
        return False
    beside = [word for word in words if at + word.end() <= hit.start or at + word.start() >= hit.end]
    first, any_ = _names()
    led = bool(beside) and beside[0].group() in first and at + beside[0].end() <= hit.start
    return led or any(word.group() in any_ for word in beside) or bool(_CODE.search(found.group()))


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    data = data_file("seller_names.toml")
    return frozenset(data["first"].split()), frozenset(data["any"].split())
