"""The signs of what a text does: its words, goods, prices, ways to reach somebody, form and wording."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from schakel.reading.amounts.items import Item
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.found import Found
from schakel.reading.weighing.late_reach import BRIEF, HARDLY_MORE, PRICED
from schakel.reading.weighing.reports import REPORTED
from schakel.reading.weighing.said_to_sellers import TO_A_SELLER
from schakel.reading.weighing.set_signs import near, says_nothing_else, set_signs
from schakel.reading.weighing.told_of_names import PRAISING, WARNING
from schakel.reading.weighing.weights import ACTS
from schakel.reading.weighing.wording import MOST_OF_WORDING

_MOST = MOST_OF_WORDING  # log10: what one sign may count at most
NO_WORD = "no listed word"
_AS_GOOD = REPORTED | {TO_A_SELLER, *PRAISING, *WARNING}  # forms that carry an act as listed words do
PRICES_OF_UNNAMED = "amounts at their prices, goods unnamed"
_STREET = 1.2  # log10: the least weight of the heaviest word of a seller who names no goods
_LENGTHS = (40, 90, 200, 600)
_HARDLY_MORE = 40  # characters: goods, amount, price and a town
_RUNNING = 260  # characters: a line this long is running text, not an advertisement
_MONEY_SIGN = re.compile("[€$£₽₺]")
_DIGIT = re.compile(r"\d")
# Letters of which no message was fitted on: Hebrew to Thai, Georgian, Chinese, Japanese, Korean.
_OTHER_SCRIPT = re.compile(
    "[\u0530-\u10ff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0002fa1f]"
)
_SPEAKS_OTHERWISE = 0.3  # of all characters: such writing needs few
# Calls, fields, tags and protocols of programs, whose names and numbers look like accounts and prices.
_CODE = re.compile(r"[{}]|\w\(\)|</\w|\bhttp/\d|\w\.\w+\(\w|\w::\w")
# One of these stands in each, but for the call of a method, which has "." and "(": sought at a tenth of the cost.
_OF_CODE = ("{", "}", "()", "</", "http/", "::")
# Arrows, signs and pictures: all from here on but the letters of Chinese, Japanese and Korean.
_PICTURE = re.compile("[\u2190-\u2e7f\ua000-\uabff\ud7b0-\uf8ff\ufb00-\U0001ffff\U00030000-\U0010ffff]")


class ActSign(NamedTuple):
    """One sign: its name, its size, and the word it rests on, if it rests on one."""

    name: str
    value: float
    hit: TermHit | None = None


_new = tuple.__new__  # of a sign: half the time of the constructor, for those that every text has
_PRIOR = ActSign("prior", 1.0)
_WORDING = tuple(f"{wording} like {act}" for wording in ("wording", "wording as a whole") for act in ACTS)
_OF_TRADE = frozenset({"contact", "trade", "scale", "delivery", "payment", "advance", "veto"})
_LONGER = tuple((length, ActSign(f"longer than {length} letters", 1.0)) for length in _LENGTHS)
_SEVERAL_LINES = ActSign("several lines", 1.0)


@cache
def _plainly(name: str) -> ActSign:
    """A sign that is there or not, made once: there are some thirty names."""
    return ActSign(name, 1.0)


def act_signs(
    found: Found, goods: Sequence[TermHit], items: Sequence[Item], places: int, wording: Sequence[float]
) -> list[ActSign]:
    """Everything in a text that may say what it does."""
    return [*early_signs(found, goods, wording), *late_signs(found, goods, items, places)]


def early_signs(found: Found, goods: Sequence[TermHit], wording: Sequence[float]) -> list[ActSign]:
    """What is known before amounts, prices and places are read."""
    signs = [_PRIOR]
    formed = list(set_signs(found, goods))
    if not found.hits and _AS_GOOD.isdisjoint(formed):
        signs.append(_plainly(NO_WORD))
    if wording and not -_MOST <= min(wording) <= max(wording) <= _MOST:
        wording = [max(-_MOST, min(_MOST, odds)) for odds in wording]
    signs += map(_new, repeat(ActSign), zip(_WORDING, wording, repeat(None), strict=False))
    signs += _signs_of_goods(found, goods)
    kinds = found.kinds
    if "act" in kinds or "clue" in kinds:
        told = {hit.term.concept for kind in ("act", "clue") for hit in kinds.get(kind, ())}
        for act in ACTS:
            if act in told:
                signs += _signs_of_words(found, act, goods)
    if not _OF_TRADE.isdisjoint(kinds):
        signs += _signs_of_trade(found)
    if found.reachable:
        signs += _signs_of_reach(found)
    signs += _signs_of_form(found.text.plain)
    signs += map(_plainly, formed)
    return signs


def late_signs(found: Found, goods: Sequence[TermHit], items: Sequence[Item], places: int) -> list[ActSign]:
    """What amounts, prices and places say."""
    signs = [*_signs_of_items(items), *_signs_of_prices(goods, items)] if items else []
    if items and len(found.text.plain) <= BRIEF and any(item.commodity and item.quantity for item in items):
        signs.append(_plainly("amount of goods in few words"))  # as titles on market sites
        if any(not hit.term.ambiguous for hit in goods):
            signs.append(_plainly("amount of plain goods in few words"))
        if any(item.price is not None for item in items) and _offered(found, goods):
            signs.append(_plainly("offered in plain words"))
    if goods and any(item.price is not None for item in items) and says_nothing_else(found):
        signs.append(_plainly(PRICED))
        if len(found.text.plain) <= _HARDLY_MORE and any(item.quantity for item in items):
            signs.append(_plainly(HARDLY_MORE))
    if places:
        signs.append(_plainly("place named"))
    if places > 1:
        signs.append(_plainly("several places"))
    return signs


def _signs_of_goods(found: Found, goods: Sequence[TermHit]) -> Iterator[ActSign]:
    if not goods:
        yield _plainly("no goods named")
        if wares := found.wares:
            best = max(wares, key=lambda hit: hit.term.weight)
            yield ActSign("words that may be goods", best.term.weight, best)
        return
    best = max(goods, key=lambda hit: hit.term.weight)
    yield ActSign("goods", best.term.weight, best)
    if any(not hit.term.ambiguous for hit in goods):
        yield _plainly("goods by a plain word")
    further = len({hit.term.concept for hit in goods}) - 1
    if further:
        yield ActSign("further goods", float(min(3, further)))
    if found.reachable or "contact" in found.kinds:
        yield _plainly("goods and a way to reach somebody")
        if len(found.text.plain) <= BRIEF:
            yield _plainly("goods and a way to reach somebody in few words")
    if "?" in found.text.plain:
        yield _plainly("goods and a question")


def _signs_of_words(found: Found, act: str, goods: Sequence[TermHit]) -> Iterator[ActSign]:
    words = found.words("act", act)
    if words:
        first = words[0]
        yield ActSign(f"words of {act}", first.term.weight, first)
        further = sum(hit.term.weight for hit in words[1:])
        if further:
            yield ActSign(f"further words of {act}", min(_MOST, further), words[1])
        if near(words, goods):
            yield _plainly(f"words of {act} near goods")
    clues = found.words("clue", act)
    if clues:
        yield ActSign(f"clues of {act}", min(_MOST, sum(hit.term.weight for hit in clues)), clues[0])


def _offered(found: Found, goods: Sequence[TermHit]) -> bool:
    """Cases such as "te koop: 10g wiet 80 euro": worded as lawful ads are, so that only what is sold tells."""
    return "?" not in found.text.plain and near(found.words("act", "offer"), goods)


def _signs_of_trade(found: Found) -> Iterator[ActSign]:
    for kind in ("contact", "trade", "scale"):
        if words := found.words(kind):
            yield ActSign(f"{kind} words", min(_MOST, sum(hit.term.weight for hit in words)), words[0])
    street = found.words("trade")
    if len(street) >= 2 and street[0].term.weight >= _STREET:
        yield ActSign("several street words", 1.0, street[0])
    for kind in ("delivery", "payment", "advance"):
        concepts: dict[str, TermHit] = {}
        for hit in found.kinds.get(kind, ()):
            concepts.setdefault(hit.term.concept, hit)
        for concept, hit in sorted(concepts.items()):
            yield ActSign(concept if kind == "advance" else f"{kind}: {concept}", 1.0, hit)
    talks: dict[str, list[TermHit]] = {}
    for hit in found.words("veto"):
        talks.setdefault(hit.term.concept, []).append(hit)
    for concept, hits in sorted(talks.items()):
        weight = sum(abs(hit.term.weight) for hit in hits)
        yield ActSign(f"talk of {concept}", min(_MOST, weight), hits[0])


def _signs_of_items(items: Sequence[Item]) -> Iterator[ActSign]:
    priced = sum(item.price is not None for item in items)
    measured = sum(item.quantity is not None for item in items)
    if priced:
        yield _plainly("price")
    if measured:
        yield _plainly("amount")
    if measured and not priced:
        yield _plainly("amount without price")
    if priced >= 2:
        yield _plainly("list of prices")
    if priced >= 4:
        yield _plainly("long list of prices")
    if any(item.scale == "bulk" for item in items):
        yield _plainly("trade amounts")


def _signs_of_prices(goods: Sequence[TermHit], items: Sequence[Item]) -> Iterator[ActSign]:
    """News names goods and amounts, but not their price."""
    plain = {hit.term.concept for hit in goods if not hit.term.ambiguous}
    priced = {item.commodity for item in items if item.price is not None and item.commodity}
    if plain & priced:
        yield _plainly("price of goods named by a plain word")
    elif priced:
        yield _plainly("price of goods named by an ambiguous word")


def _signs_of_reach(found: Found) -> Iterator[ActSign]:
    yield _plainly("selector given")
    if found.reachable > 1:
        yield _plainly("several selectors")


def _signs_of_form(plain: str) -> list[ActSign]:
    size = len(plain)
    signs = [sign for length, sign in _LONGER if size > length] if size > _LENGTHS[0] else []
    if size > _RUNNING and max(map(len, plain.split("\n"))) > _RUNNING:
        signs.append(_plainly("running text"))
    lines = plain.count("\n")
    if lines:
        signs.append(_SEVERAL_LINES)
    if lines >= 4:
        signs.append(_plainly("many lines"))
    return signs + _signs_of_letters(plain)


def _may_be_code(plain: str) -> bool:
    return ("(" in plain and "." in plain) or any(map(plain.__contains__, _OF_CODE))


def _signs_of_letters(plain: str) -> list[ActSign]:
    signs = []
    if "?" in plain:
        signs.append(_plainly("question mark"))
        if plain.rstrip().endswith("?"):
            signs.append(_plainly("ends in a question"))
    if "!" in plain:
        signs.append(_plainly("exclamation mark"))
    plainly = plain.isascii()
    if "$" in plain or (not plainly and _MONEY_SIGN.search(plain)):
        signs.append(_plainly("money sign"))
    if not _DIGIT.search(plain):
        signs.append(_plainly("no number"))
    if _may_be_code(plain) and _CODE.search(plain):
        signs.append(_plainly("program code"))
    if not plainly and len(_OTHER_SCRIPT.findall(plain)) >= _SPEAKS_OTHERWISE * len(plain):
        signs.append(_plainly("letters of other scripts"))
    pictures = 0 if plainly else len(_PICTURE.findall(plain))
    if pictures:
        signs.append(ActSign("pictures", min(1.0, pictures / 5)))
    return signs
