"""Cuts a text into the tokens of a price list, once, with one pattern that runs in linear time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from schakel.reading.measure_words import MeasureWord, load_measure_words


class ListedTerm(Protocol):
    """What the grammar needs to know of a listed word."""

    @property
    def kind(self) -> str:
        """The sort of word: commodity, scale, act."""

    @property
    def concept(self) -> str:
        """What it means: cocaine, bulk."""

    @property
    def product(self) -> str:
        """The usual word for the product."""


class ListedHit(Protocol):
    """A listed word found in the plain text."""

    @property
    def term(self) -> ListedTerm:
        """The listed word."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends, not included."""


@dataclass(slots=True)
class Token:
    """One token: its kind, place and text; a word that the lists know carries what it may mean."""

    kind: str
    start: int
    end: int
    text: str
    word: MeasureWord | None = None
    hit: ListedHit | None = None


# Kinds: number, fraction, word, money (a currency sign), flat (",-"), equals, dash, slash, comma, plus,
# times, at, stop, line, open, close, noise (a phone, time, date, link, name, percentage), product.
_NOISE_AT_DIGIT = (
    # telephone numbers: international, Dutch style, Russian, American
    # (with the number of digits that the country has, so that "0612345678 1g" keeps its amount)
    r"(?:\+|(?<!\d)00)(?:3[1-4](?:\s?\(0\))?(?:[ .-]{0,2}\d){9}|(?:44|90)(?:[ .-]{0,2}\d){10}|[17](?:[ ().-]{0,2}\d){10}"
    r"|\d(?:[ ().-]{0,2}\d){7,14})(?!\d)"
    r"|(?<![\d.,])0\d(?:(?:[ .-]?\d){8}|\d{1,3}[ /-]?\d{6,8})(?!\d)"
    r"|(?<!\d)8[ -]?\(?9\d\d\)?[ -]?\d{3}[ -]?\d\d[ -]?\d\d(?!\d)|(?<!\d)\d{3}[-.]\d{3}[-.]\d{4}(?!\d)|\d{8,}"
    # round the clock, marks out of ten
    r"|(?<![\d.,])(?:24/7|24/24|7/7|7j/7|10/10|24u/7|24h/24)(?!\d)"
    # dates and times of day
    r"|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d(?!\d)|(?<!\d)(?:0\d|[12]\d|3[01])\.(?:0\d|1[0-2])\.\d\d(?!\d)"
    r"|(?<![\d/])(?:[0-2]?\d|3[01])/(?:0?\d|1[0-2])/(?:1[5-9]|2[1-9])(?![\d/])"
    r"|(?<![\d.,])(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)?\s?(?:uur|uhr|u|h|am|pm)(?!\w)"
    r"|(?<![\d.,])\d{1,2}h[0-5]\d(?!\w)|(?<![\d.,:])(?:[01]\d|2[0-4]):(?:00|15|30|45|59)(?!\d)"
    # grades ("3#"), percentages: purity, discount
    r"|\d{2}['’]s(?!\w)|\d\#|\d{1,3}(?:[.,]\d{1,2})?(?:\s?[-–]\s?\d{1,3}(?:[.,]\d{1,2})?)?\s?\+?\s?%"
)
# Links, e-mail, names, hashtags, ends of account names, "%90".
_NOISE = (
    rf"(?=[\d+])(?:{_NOISE_AT_DIGIT})"
    r"|\(\d{3}\)\s?\d{3}[-\s]\d{4}(?!\d)|https?://\S+|www\.\S+|t\.me/\S+|@[a-z_]\w{2,}|\#\s?\w+|(?<=[^\W_])_\d+|%\s?\d{1,3}"
)


@cache
def _pattern() -> re.Pattern[str]:
    """The one pattern; the written forms with signs in them come from the word lists."""
    with_signs = _by_first_letter(load_measure_words().with_signs)
    return re.compile(
        rf"(?P<noise>{_NOISE})"
        rf"|(?P<word>(?<!\w)(?:{with_signs})(?!\w)|[^\W\d_]+(?:['’][^\W\d_]+)*)"
        r"|(?P<fraction>\d{0,3}\d⁄\d{1,2}|\d{0,3}[½¼¾⅛⅓⅔]|(?<![\d/.,])[13]/[248](?![\d/.,]))"
        r"|(?P<number>\d+(?:[.,'’]\d+)*|(?<![\w.,])[.,]\d+)"
        r"|(?P<flat>[.,]\s?[-–—=](?![\d-]))"
        r"|(?P<money>[€$£₽₺₴₸])"
        r"|(?P<line>\n)"
        r"|(?P<equals>=+>?|:+|-+>|[→➡➜►⇒~])"
        r"|(?P<dash>[-–—‒−]+)"
        r"|(?P<slash>/)|(?P<comma>[,;|&•]+)|(?P<plus>\+)|(?P<times>[×✖✕](?=\s?\d)|(?<=\d)\*(?=\d))|(?P<at>@)"
        r"|(?P<stop>[.!?…]+)|(?P<open>[(\[{])|(?P<close>[)\]}])"
    )


def _by_first_letter(written: Sequence[str]) -> str:
    """An alternation in which each first letter is tried once; the longest forms come first."""
    rests: dict[str, list[str]] = {}
    for word in written:
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests[first])})" for first in sorted(rests))


def market_tokens(plain: str, products: Sequence[ListedHit]) -> list[Token]:
    """The tokens of `plain` in order; where a product stands there is one product token and nothing else.

    `products` are the commodity words found, sorted by place and not overlapping.
    """
    words = load_measure_words().words
    out: list[Token] = []
    waiting = iter(products)
    hit = next(waiting, None)
    for match in _pattern().finditer(plain):
        start, end = match.span()
        while hit is not None and hit.end <= start:
            _product(out, plain, hit)
            hit = next(waiting, None)
        if hit is None or hit.start >= end:
            text = match.group()
            kind = match.lastgroup or ""
            out.append(Token(kind, start, end, text, words.get(text)))
    while hit is not None:
        _product(out, plain, hit)
        hit = next(waiting, None)
    return out


def _product(out: list[Token], plain: str, hit: ListedHit) -> None:
    text = plain[hit.start : hit.end]
    out.append(Token("product", hit.start, hit.end, text, load_measure_words().words.get(text), hit))
