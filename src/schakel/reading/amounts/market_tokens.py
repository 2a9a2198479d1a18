"""Cuts a text into the tokens of a price list, once, with one pattern that runs in linear time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from schakel.reading.amounts.measure_words import MeasureWord, load_measure_words
from schakel.reading.remembered import Remembered


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
# Numbers of five digits and more: telephone numbers, dates, wallets.
_LONG_NOISE = (
    # telephone numbers: international, Dutch style, Russian, American
    # (with the number of digits that the country has, so that "0612345678 1g" keeps its amount)
    r"(?:\+|(?<!\d)00)(?:3[1-4](?:\s?\(0\))?(?:[ .-]{0,2}\d){9}|(?:44|90)(?:[ .-]{0,2}\d){10}|[17](?:[ ().-]{0,2}\d){10}"
    r"|\d(?:[ ().-]{0,2}\d){7,14})(?!\d)"
    r"|(?<![\d.,])0\d(?:(?:[ .-]?\d){8}|\d{1,3}[ /-]?\d{6,8})(?!\d)"
    r"|(?<!\d)8[ -]?\(?9\d\d\)?[ -]?\d{3}[ -]?\d\d[ -]?\d\d(?!\d)|(?<!\d)\d{3}[-.]\d{3}[-.]\d{4}(?!\d)|\d{8,}"
    # and written in groups: "623 98 14 07", "079 555 01 43", "11 5823 4470", "06|44|33|22|11", one by one
    r"|(?<![\d.,])(?:0\d{1,3}[ ./|-]\d{2,4}(?:[ ./|-]\d{2,4}){1,4}|[6-9]\d\d[ .|-]\d\d[ .|-]\d\d[ .|-]\d\d"
    r"|\d\d \d\d \d\d \d\d|\d\d \d{4} \d{4}|\d(?: \d){5,})(?!\d)"
    # dates, and wallets and other long rows of letters and digits
    r"|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d(?!\d)|(?<!\d)(?:0\d|[12]\d|3[01])\.(?:0\d|1[0-2])\.\d\d(?!\d)"
    r"|(?<![\d/])(?:[0-2]?\d|3[01])/(?:0?\d|1[0-2])/(?:1[5-9]|2[1-9])(?![\d/])|(?<!\d)20[12]\d[-/](?:20)?[12]\d(?!\d)"
)
_SHORT_NOISE = (
    # round the clock, marks out of ten, one to one
    r"(?<![\d.,])(?:24/7|7/24|24/24|7/7|7j/7|10/10|24u/7|24h/24|1:1)(?!\d)"
    # times of day
    r"|(?<![\d.,])(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)?\s?(?:uur|uhr|u(?!\s(?:\d{3,5}(?!\d)|\d{1,4}\s?(?:[€/,|\n]|$)))|h|am|pm)(?!\w)|(?<![\d.,])\d\d/\d\d\s?h(?!\w)"
    r"|(?:(?<=saat )|(?<=om )|(?<=um )|(?<=las ))(?:[01]?\d|2[0-4])[:.][0-5]\d(?![\d.,])"
    r"|(?<![\d.,])(?:[01]?\d|2[0-4])['’]?(?:d[ea]n|t[ea]n)\s(?:sonra|önce)(?!\s*\d)"
    r"|(?<![\d.,])\d{1,2}h[0-5]\d(?!\w)|(?<![\d.,:])(?:[01]\d|2[0-4]):(?:00|15|30|45|59)(?!\d)"
    # opening hours: "16.00 - 04.00"
    r"|(?<![\d.,])(?:[01]?\d|2[0-4])\.(?:00|15|30|45)\s?[-–]\s?(?:[01]?\d|2[0-4])\.(?:00|15|30|45)(?![\d.,]|\s?[€£$₽])"
    # the number of a line of a list, calibres, inches
    r"|(?<=\n)\d{1,2}\)|(?<!\d)(?:9|7[.,]62|5[.,]45|5[.,]56)\s?[xх]\s?\d\d(?!\d)|(?<!\d)\d{1,2}(?:[.,]\d)?\s?[\"”″](?![\w\d])"
    # years, grades ("3#"), percentages: purity, discount
    r"|(?<!\d)20(?:0[5-9]|1\d|2\d)\s?г(?:ода?|\.в\.?)?(?!\w)"
    r"|\d{2}['’]s(?!\w)|\d\s?[★⭐#]|\d{1,3}(?:[.,]\d{1,2})?(?:\s?[-–]\s?\d{1,3}(?:[.,]\d{1,2})?)?\s?\+?\s?%"
)
# Each sort is tried only where the number is long enough, or where the sign that it needs comes next.
_NOISE_AT_DIGIT = (
    r"(?<!\w)(?=\d++[^\W\d_])\w{20,}"
    rf"|(?=\+?\d(?:[ ().|/-]{{0,3}}\d){{4}})(?:{_LONG_NOISE})"
    rf"|(?=\d++(?:[.,:/h–-]|\s?[-–%uhapdt\"”″#)'’xхг+★⭐]))(?:{_SHORT_NOISE})"
)
# Only words with a digit or a sign in them are looked at for these.
_NOISE_AT_LETTER = (
    # links, bank accounts, wallets and keys, names with a number behind the point
    r"(?<!\w)(?=[^\W\d_]++(?:[\d_-]|\.\w|:/))(?:https?://\S+|www\.\S+|t\.me/\S+"
    r"|[a-z]{2}\d\d\s?[\da-z]{4}(?:\s?\d{4}){2,6}(?:\s?\d{1,2}(?!\w))?|(?=[a-z_-]{0,12}\d)[\w-]{24,}|[a-z_]{4,}\.\d\d(?![\w.,])"
    # names with an underscore, letters hidden behind digits: "r3cog3r"
    r"|[^\W\d_]{2,}\d*_\w+|[^\W\d_x]{1,7}\d[^\W\d_]\w*)"
)
# E-mail, names, hashtags, ends of account names, "%90".
_NOISE_AT_SIGN = r"\(\d{3}\)\s?\d{3}[-\s]\d{4}(?!\d)|@[a-z_]\w{2,}|\#\s?\w+|(?<=[^\W_])_\d+|%\s?\d{1,3}"
_LETTERS_A_ROW = 8
COMPANION = "companion"  # kind of a word for what only comes with other goods
_COUNTABLE = re.compile(r"[\d€$£₽₺₴₸½¼¾⅛⅓⅔]")
_WORDS = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"[^\W\d_]{2,}")
_PICTURE_NEXT = re.compile("[^\\S\n]*[\U0001f300-\U0001faff]")


@cache
def _pattern() -> re.Pattern[str]:
    """The one pattern; the written forms with signs in them come from the word lists."""
    with_signs = _by_first_letter(load_measure_words().with_signs)
    return re.compile(
        rf"[ \t]*(?:(?=[^\W\d_])(?:(?P<named>{_NOISE_AT_LETTER})"
        rf"|(?P<word>(?<!\w)(?:{with_signs})(?:(?!\w)|(?<=\$)(?=\d))|[^\W\d_]++(?:['’][^\W\d_]++)*))"
        rf"|(?P<noise>(?=[\d+])(?:{_NOISE_AT_DIGIT})|{_NOISE_AT_SIGN})"
        rf"|(?P<symbol>(?<!\w)(?:{_signs_only(load_measure_words().with_signs)})(?!\w))"
        r"|(?P<fraction>\d{0,3}\d⁄\d{1,2}|\d{0,3}[½¼¾⅛⅓⅔]|(?<![\d/.,])[13]/[248](?![\d/.,]))"
        r"|(?P<number>\d++(?:[.,'’]\d++)*(?:[oо]{1,3}(?!\w))?|(?<![\w.,])[.,]\d+)"
        r"|(?P<flat>[.,]\s?[-–—=](?![\d-]))"
        rf"|(?P<money>[€$£₽₺₴₸]|{_note_behind_sum()})"
        r"|(?P<equals>=+>?|:+|-+>|[→➡➜➝☞►⇒~]|[👉🟰➤⟶➔➞](?<=..))"
        r"|(?P<dash>[-–—‒−]+)"
        r"|(?P<slash>/)|(?P<comma>[,;|&•·]+)|(?P<plus>\+)|(?P<times>[×✖✕](?=\s?\d)|(?<=\d)\*(?=\d))|(?P<at>@)"
        r"|(?P<stop>[.!?…]+)|(?P<open>[(\[{])|(?P<close>[)\]}]))"
    )


_BACK = 5  # letters before a token that the pattern looks back at, at most: "saat "
_NOTES = "counterfeit-money"
_SIGN_OF = {"💶": "€"}  # no word of its own: alone it is goods, or says cash
_KINDS = {"named": "noise", "symbol": "word"}


def _note_behind_sum() -> str:
    """The picture of a note where it says of which money a sum is: "50💶".

    Before a number it may mark the line ("💶 10g 50"), and before a word for notes it shows them ("50💶 biljetten").
    """
    words = load_measure_words().words
    notes = "|".join(re.escape(written) for written, word in words.items() if "face_value" in word.roles)
    return rf"[{''.join(_SIGN_OF)}](?:(?<=\d.)|(?<=\d .))(?!\s?(?:\d|(?:{notes})(?!\w)))"


def _signs_only(written: Sequence[str]) -> str:
    """The forms that begin with a digit or a sign: "8-ball", "/u"."""
    return "|".join(re.escape(word) for word in written if not word[0].isalpha())


def _by_first_letter(written: Sequence[str]) -> str:
    """An alternation in which each first letter is tried once; the longest forms come first."""
    rests: dict[str, list[str]] = {}
    for word in written:
        if word[0].isalpha():
            rests.setdefault(word[0], []).append(re.escape(word[1:]))
    letters = sorted(rests)
    rows = [letters[at : at + _LETTERS_A_ROW] for at in range(0, len(letters), _LETTERS_A_ROW)]
    return "|".join(
        f"(?=[{''.join(row)}])(?:{'|'.join(f'{one}(?:{chr(124).join(rests[one])})' for one in row)})"
        for row in rows
    )


def counts_something(plain: str, start: int, end: int, counting: frozenset[str]) -> bool:
    """Whether a number, a sign of money or a word that counts stands between two places."""
    if _COUNTABLE.search(plain, start, end):
        return True
    return not counting.isdisjoint(_WORDS.findall(plain, start, end))


def market_tokens(plain: str, products: Sequence[ListedHit], counting: frozenset[str]) -> list[Token]:
    """The tokens of `plain` in order; where a product stands there is one product token and nothing else.

    `products` are the commodity words found, sorted by place and not overlapping; `counting` the words that
    count without digits. Of lines in which nothing is counted there are only the products.
    """
    out: list[Token] = []
    start, at = 0, 0  # of the line; in `products`
    while True:
        end = plain.find("\n", start)
        end = len(plain) if end < 0 else end
        counted = counts_something(plain, start, end, counting)
        while at < len(products) and products[at].start < end:
            hit = products[at]
            if counted:
                _add_tokens(out, plain, start, hit.start)
            if hit.term.concept == _NOTES and out and out[-1].text in _SIGN_OF:
                out.pop()  # "50💶 biljetten": it shows them
            out.append(_product(plain, hit))
            start, at = hit.end, at + 1
        if counted and start < end:
            _add_tokens(out, plain, start, end)
        if end == len(plain):
            return out
        out.append(Token("line", end, end + 1, "\n"))
        start = max(start, end + 1)


def _add_tokens(out: list[Token], plain: str, start: int, end: int) -> None:
    """Adds the tokens between two places of a line."""
    begin = start - _BACK if start > _BACK else 0
    key = f"{start - begin}{plain[begin:end]}"
    for kind, first, last, text, word in _STRETCHES[key]:
        out.append(Token(kind, begin + first, begin + last, text, word))


def _in_stretch(key: str) -> list[tuple[str, int, int, str, MeasureWord | None]]:
    """The tokens of a stretch by their places in it; before it stands how many of its letters only lead to it."""
    words, stretch, found = load_measure_words().words, key[1:], []
    for match in _pattern().finditer(stretch, int(key[0])):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        text = stretch[start:end]
        found.append((_KINDS.get(kind, kind), start, end, text, words.get(_SIGN_OF.get(text, text))))
    return found


# What stands between goods comes back from list to list: " 1g 50", " per stuk".
_STRETCHES = Remembered(_in_stretch)


def _product(plain: str, hit: ListedHit) -> Token:
    text = plain[hit.start : hit.end]
    if hit.term.kind == COMPANION:
        return Token("noise", hit.start, hit.end, text)
    counts = len(text) > 1 and not _is_shown(plain, hit)  # "G 50ml": no gram
    word = load_measure_words().words.get(text) if counts else None
    return Token("product", hit.start, hit.end, text, word, hit)


def _is_shown(plain: str, hit: ListedHit) -> bool:
    """Cases such as "5x pillen 💊": with a picture of its own and no word before it, it does not count other goods."""
    if not _PICTURE_NEXT.match(plain, hit.end):
        return False
    start = max(plain.rfind("\n", 0, hit.start), plain.rfind(",", 0, hit.start)) + 1
    return _WORD_BEFORE.search(plain, start, hit.start) is None
