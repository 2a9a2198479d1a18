"""What buyers say to a seller under an ad ("nog beschikbaar?", "zelfde adres, doe er 2", "lever je Breda"), in few words and without naming goods.

The same is said to shops and neighbours, so it asks for goods only where it makes up a text, and counts in full where that replies to
an ad (`context/evidence.py`; list: `lexicons/said_to_sellers.toml`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from tomllib import loads
from typing import Any

from ahocorasick_rs import AhoCorasick

from schakel.reading.terms.lexicon import each_of, spellings
from schakel.reading.weighing.found import Found
from schakel.reading.weighing.short_ads import price_in, towns

TO_A_SELLER = "few words as said to a seller"
LONGEST = 60  # characters
# Of all letters but those of names: with goods and towns, and by such words alone.
_SHARE, _OF_WORDS = 0.5, 0.35
_WORD = re.compile(r"[^\W\d_]+")
_NAME, _DIGIT = re.compile(r"@\w+"), re.compile(r"\d")
Hits = Sequence[tuple[int, int]]


def said_to_seller(found: Found) -> Iterator[str]:
    """The sign that such words, beside goods and amounts, make up a short text that gives no address."""
    plain = found.text.plain
    if len(plain) > LONGEST or "\n" in plain or found.selectors:
        return
    told = list(_hits(_bare(plain)))
    if (told and _makes_up_with_goods(found, told) and not _money().search(plain)) or _asks_where(plain):
        yield TO_A_SELLER


def _makes_up_with_goods(found: Found, told: Hits) -> bool:
    plain = found.text.plain
    if not _makes_up(plain, told):
        return False
    beside = [(hit.start, hit.end) for hit in found.wares]
    beside += [word.span() for word in _WORD.finditer(plain) if word.group() in towns()]
    return _makes_up(plain, (*told, *beside), _SHARE)


def may_be_said(texts: Sequence[str]) -> list[bool]:
    """Of each of many short texts whether such words make it up, as far as a quick look can tell."""
    lower = [_bare(text.lower().replace("\n", " ")) for text in texts]
    ends = list(accumulate(len(text) + 1 for text in lower))
    hits: dict[int, list[tuple[int, int]]] = {}
    for start, end in _hits("\n".join(lower)):
        row = bisect_right(ends, start)
        first = ends[row] - len(lower[row]) - 1
        hits.setdefault(row, []).append((start - first, end - first))
    return [
        (row in hits and _makes_up(text, hits[row])) or _asks_where(text) for row, text in enumerate(lower)
    ]


def _bare(plain: str) -> str:
    """The text with every amount written as the one that the list has, in as many signs."""
    if not _DIGIT.search(plain):
        return plain
    return _amount().sub(lambda found: "1".ljust(len(found.group())), plain)


def _hits(plain: str) -> Iterator[tuple[int, int]]:
    """Where the listed words stand as whole words."""
    last = len(plain)
    for _, start, end in _search().find_matches_as_indexes(plain, overlapping=True):
        if start and plain[start - 1].isalpha():
            continue
        if end == last or not plain[end].isalnum():
            yield start, end


def _makes_up(plain: str, spans: Hits, part: float = _OF_WORDS) -> bool:
    """Whether these stretches hold such a part of the letters."""
    words = _words(_NAME.sub(_blank, plain) if "@" in plain else plain)
    if sum(end - start for start, end in spans) < part * sum(end - start for start, end in words):
        return False  # too few, if every sign of them were a letter
    letters = [at for word in words for at in range(*word)]
    return _held(spans, letters) >= part * len(letters)


def _words(plain: str) -> list[tuple[int, int]]:
    return [one.span() for one in _WORD.finditer(plain)]


def _held(spans: Hits, letters: Sequence[int]) -> int:
    """How many of the letters stand in these spans."""
    held = {place for start, end in spans for place in range(start, end)}
    return sum(place in held for place in letters)


def _asks_where(plain: str) -> bool:
    """Whether a text asks for nothing but whether a town is served: "ook Almere?"."""
    if "?" not in plain:
        return False
    asked = _where().match(plain)
    return asked is not None and asked.group(1).strip() in towns()


def _blank(name: re.Match[str]) -> str:
    return " " * len(name.group())


@cache
def _where() -> re.Pattern[str]:
    words = "|".join(_data()["where"])
    return re.compile(rf"\W*(?:{words}) ((?:\w+[ -]?){{1,3}})\?\W*$")


@cache
def _amount() -> re.Pattern[str]:
    """A number with what it counts, if that stands beside it."""
    units = "|".join(_data()["units"])
    return re.compile(rf"(?<![\w.,])\d+(?:[.,]\d+)?\s?(?:{units})?(?![\w])")


@cache
def _money() -> re.Pattern[str]:
    return price_in(_data()["money"])


@cache
def _data() -> dict[str, Any]:
    return loads((files("schakel.lexicons") / "said_to_sellers.toml").read_text("utf-8"))


@cache
def _search() -> AhoCorasick:
    """The words of the list as they are written and folded."""
    written = [word for words in _data()["said"].values() for line in words for word in each_of(line)]
    return AhoCorasick(sorted({form for word in written for form in (word.lower(), *spellings(word))}))
