"""Words and pictures that stand where goods could stand and are none: what leads to a contact, and the points of a list.

"Threema id: X6SHA3YS" offers no identity card, "sig baron.65" no pistol of that make, "🟢 1 g = 10" below speed no cannabis.
In one made-up market by another writer 2,500 different ads were read with 234 goods that they do not sell; with this, with 73.
"""

import re
from collections.abc import Sequence
from functools import cache

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.selectors.selector import platform_lists
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.bare_lists import beside_goods
from schakel.reading.weighing.found import Found
from schakel.reading.word_data import data_file

_RIGHT_BEFORE = re.compile(r"[\s:=.\-–>@(]{0,4}")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_LINE_END = re.compile(r"[^\w\n]*(?:\n|$)")
_VARIANT = "\ufe0f"  # asks for the coloured form of the sign before it
_VAPES = "tobacco-vapes"
_PIECE_ENDS, _PIECE = ",;:/|•·\n", 60  # signs that part a list, and letters of a piece
_LEAST_LINES = 2  # that a point begins


def without_contact_words(found: Found, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without those that name the platform of the contact right behind them."""
    names = [hit for hit in goods if hit.term.written in _contact_words()] if found.selectors else []
    if not names:
        return list(goods)
    text, starts = found.text, [one.start for one in found.selectors if one.type != "url"]
    ends = {hit: text.place(hit.start, hit.end)[1] for hit in names}
    leads = {hit for hit in names if any(_leads(text.original, ends[hit], start) for start in starts)}
    return [hit for hit in goods if hit not in leads]


def _leads(text: str, end: int, start: int) -> bool:
    return end <= start and _RIGHT_BEFORE.fullmatch(text, end, start) is not None


def without_calls_to_write(found: Found, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without "md" where it asks to write (Spanish "mensaje directo") beside other goods.

    That is before the name to write to and at the end of a line behind a word that is no goods: "60€ pago en mano md".
    """
    asking = [hit for hit in goods if hit.term.written in _calls()]
    ends = frozenset(hit.end for hit in goods) if asking else frozenset()
    calls = {hit for hit in asking if _asks_to_write(found, hit, ends)}
    if not calls or {hit.term.concept for hit in goods} == {hit.term.concept for hit in calls}:
        return list(goods)
    return [hit for hit in goods if hit not in calls]


def _asks_to_write(found: Found, hit: TermHit, ends: frozenset[int]) -> bool:
    text, plain = found.text, found.text.plain
    end = text.place(hit.start, hit.end)[1]
    if any(_leads(text.original, end, one.start) for one in found.selectors if one.type != "url"):
        return True
    before = _WORD_BEFORE.search(plain, max(plain.rfind("\n", 0, hit.start) + 1, hit.start - 24), hit.start)
    if before is None or _LINE_END.match(plain, hit.end) is None:
        return False
    return before[1] not in beside_goods() and before.end(1) not in ends


def without_points(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without plain shapes that begin several lines, where words name other goods and none names these."""
    shapes = [hit for hit in goods if plain[hit.start : hit.end].strip(_VARIANT) in _points()]
    if len(shapes) < _LEAST_LINES:
        return list(goods)
    named = {hit.term.concept for hit in goods if hit.term.language != "emoji"}
    if not named or sum(_begins(plain, one) for one in shapes) < _LEAST_LINES:
        return list(goods)
    return [hit for hit in goods if hit not in shapes or hit.term.concept in named]


def without_flavours(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without what vapes named in the text taste of: flavours that mean other goods elsewhere, and no amount or price beside."""
    if not any(hit.term.concept == _VAPES for hit in goods):
        return list(goods)
    return [hit for hit in goods if hit.term.concept == _VAPES or not _is_flavour(plain, hit)]


def _is_flavour(plain: str, hit: TermHit) -> bool:
    if plain[hit.start : hit.end] not in _flavours():
        return False
    start = max(plain.rfind(sign, 0, hit.start) for sign in _PIECE_ENDS) + 1
    ends = [end for sign in _PIECE_ENDS if (end := plain.find(sign, hit.end, hit.end + _PIECE)) >= 0]
    piece = plain[max(start, hit.start - _PIECE) : min([*ends, hit.end + _PIECE])]
    return not any(map(str.isdigit, piece))


def _begins(plain: str, hit: TermHit) -> bool:
    return not plain[plain.rfind("\n", 0, hit.start) + 1 : hit.start].strip()


@cache
def _contact_words() -> frozenset[str]:
    lists = platform_lists()
    words = {word for platform in lists["platform"].values() for word in platform["words"]}
    return frozenset(words | set(lists["threema"]["words"]) | set(lists["between"]["words"]))


@cache
def _calls() -> frozenset[str]:
    return frozenset(data_file("quality_words.toml")["calls"])


@cache
def _flavours() -> frozenset[str]:
    rows = data_file("quality_words.toml")["flavours"]
    return frozenset(plain_text(row).plain.strip() for row in rows)


@cache
def _points() -> frozenset[str]:
    return frozenset(data_file("quality_words.toml")["points"])
