"""Ads of a few words: goods in a frame that sellers use, and nothing else ("hier voor je haze", "nu onderweg met keta Breda").

Annotators write such ads seldom and sellers often. What is left of a short text without its goods, amounts, prices, addresses and
words of contact, payment and delivery must be such a frame as a whole (`lexicons/short_ads.toml`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from schakel.reading.folding.plain_text import PlainText, plain_text
from schakel.reading.places.gazetteer import ATTRIBUTE, CONTEXT, OWN, load_gazetteer
from schakel.reading.terms.term_search import TermHit

Kinds = Mapping[str, Sequence[TermHit]]

SHORT_AD = "goods in a seller's frame of few words"
SHORT_QUESTION = "a seller's question of few words"
SHORT_REQUEST = "goods in a buyer's question of few words"
BARE, AT_A_PRICE = "goods, a place and nothing else", "goods, a price, a place and nothing else"
_LONGEST = 90  # characters
_WAYS = ("contact", "delivery", "payment", "advance", "trade")
_WARE, _NUMBER = "\x02", "\x04"
_DIGIT = re.compile(r"\d")
_TOKEN = re.compile(r"\x02+|\x04+|[^\W\d_]+(?:['’][^\W\d_]+)?")
_SOLD_LAWFULLY = frozenset({"stolen-goods", "counterfeit-goods", "accounts"})
_MARKS = {_WARE: "G", _NUMBER: "A"}
_IN_ORDER = _SURE, _FOR_SALE, _SELDOM, _DELIVERED, _ASKED, _PLAINLY, WANTED, _REACHED, ALONE = (
    "sure",
    "for_sale",
    "seldom",
    "delivered",
    "asked",
    "asked_plainly",
    "wanted",
    "reached",
    "alone",
)
_PAPERS = "documents"  # a lawful office makes none to order
_SELDOM_ELSE = 1.3  # log10: the least weight of an ambiguous word that few use of anything else that is delivered or made to order


def short_ad(text: PlainText, kinds: Kinds, taken: Sequence[tuple[int, int]]) -> str:
    """How such an ad is said (`sure`, `asked`, or `reached`: goods alone and a word of contact); empty where the text is none.

    `wanted` is who asks a seller for goods, `alone` are goods without anything but places and amounts: sellers write so, and buyers too.

    A question mark stands only where a seller asks who needs goods. `taken` are the places of names, numbers and links
    in the original.
    """
    plain = text.plain
    if len(plain) > _LONGEST or "commodity" not in kinds or "veto" in kinds:
        return ""
    left = _left(text, kinds, taken, len(plain))
    may = {_ASKED} if "?" in plain else {_SURE, _ASKED}
    if "?" in plain and _asks_before(text, kinds, taken, left):
        return ""
    company = _told_by_company(kinds["commodity"])
    if company:
        may |= {_PLAINLY, WANTED}
    if "contact" in kinds and "?" not in plain:
        may.add(_REACHED)
    if "?" not in plain:
        may.add(ALONE)
        if not any(hit.term.ambiguous for hit in kinds["commodity"]):
            may.add(_FOR_SALE)
        if company:
            may.add(_SELDOM)
        if "delivery" in kinds and all(map(_seldom_else, kinds["commodity"])):
            may.add(_DELIVERED)
    said = next((kind for kind in _IN_ORDER if kind in may and _frames(kind).fullmatch(left)), "")
    if said == _PLAINLY:
        return _ASKED
    return _SURE if said in (_FOR_SALE, _SELDOM, _DELIVERED) else said


def bare_sign(text: PlainText) -> str:
    """What sign goods and places alone are, with a price or without."""
    return AT_A_PRICE if _money().search(text.plain) else BARE


def _asks_before(text: PlainText, kinds: Kinds, taken: Sequence[tuple[int, int]], left: str) -> bool:
    """Whether a question about goods is over before its frame is: "wie heeft coke? 2 nodig" asks, "wie heeft coke nodig?" sells."""
    end = text.plain.find("?")
    if all(hit.start >= end for hit in kinds["commodity"]):
        return False
    question = _left(text, kinds, taken, end)
    said_on = not left.startswith(question) or not set(left[len(question) :].split()) <= {"A", "T"}
    return said_on and _frames(_ASKED).fullmatch(question) is None


def _left(text: PlainText, kinds: Kinds, taken: Sequence[tuple[int, int]], end: int) -> str:
    """The text up to a place, goods as G, amounts and prices as A, and without what says how to deal, addresses and fillers."""
    letters, origin = list(text.plain), text.origin
    for kind in _WAYS:
        for hit in kinds.get(kind, ()):
            letters[hit.start : hit.end] = " " * (hit.end - hit.start)
    for at in range(len(letters) if taken else 0):
        if any(start <= origin[at] < end for start, end in taken):
            letters[at] = " "
    for hit in filter(_is_sold_here, kinds["commodity"]):
        letters[hit.start : hit.end] = _WARE * (hit.end - hit.start)
    marked = "".join(letters[:end])
    if _DIGIT.search(marked):
        marked = _amount().sub(_NUMBER, marked)
    words = [_MARKS.get(word[0], word) for word in _TOKEN.findall(marked)]
    return _without_repeats([word for word in _with_towns(words) if word not in _fillers()])


def _is_sold_here(hit: TermHit) -> bool:
    """What lawful chats sell too, as bicycles and telephones, makes no ad of the trade by its frame."""
    return not (hit.term.ambiguous and hit.term.concept in _SOLD_LAWFULLY)


def _seldom_else(hit: TermHit) -> bool:
    return not hit.term.ambiguous or (hit.term.weight >= _SELDOM_ELSE and _is_sold_here(hit))


def _told_by_company(goods: Sequence[TermHit]) -> bool:
    """Whether nothing else is meant: by each word, or by one that has no other meaning beside the others ("farlopa y pastis")."""
    if any(hit.term.concept in _SOLD_LAWFULLY for hit in goods if hit.term.ambiguous):
        return False
    plain = any(not hit.term.ambiguous for hit in goods)
    return plain or all(_seldom_else(hit) or hit.term.concept == _PAPERS for hit in goods)


def _with_towns(words: Sequence[str]) -> Iterator[str]:
    """The words with T for every town, of one word or two, and every other area."""
    at, last = 0, len(words) - 1
    names, areas = towns(), _areas()
    while at <= last:
        word = words[at]
        two = at < last and f"{word} {words[at + 1]}" in names
        yield "T" if two or word in names or word in areas else word
        at += 2 if two else 1


@cache
def towns() -> frozenset[str]:
    """The names of towns, folded, but for those that are words of other things."""
    gazetteer = load_gazetteer()
    rows = zip(gazetteer.names, gazetteer.entries, strict=True)
    return frozenset(name for name, entry in rows if entry.needs not in (CONTEXT, OWN, ATTRIBUTE))


def _without_repeats(words: list[str]) -> str:
    """Goods with their amounts around them are one thing: "A G A G" is G."""
    said: list[str] = []
    for word in words:
        if word == "A" and said and said[-1] == "G":
            continue
        if word == "G" and said and said[-1] in ("A", "G"):
            said.pop()
            if said and said[-1] == "G":
                continue
        said.append(word)
    return " ".join(said)


@cache
def _data() -> dict[str, Any]:
    return loads((files("schakel.lexicons") / "short_ads.toml").read_text("utf-8"))


def price_in(money: Mapping[str, Any]) -> re.Pattern[str]:
    """A price as these signs and words of money tell of one: € or a number before a word, "20 eur"."""
    return re.compile(rf"[{money['signs']}]|\d\s?(?:{'|'.join(money['words'])})(?!\w)")


@cache
def _money() -> re.Pattern[str]:
    return price_in(_data()["money"])


@cache
def _amount() -> re.Pattern[str]:
    """A number with what it counts or is paid in, if that stands beside it."""
    units = "|".join(_data()["units"])
    return re.compile(rf"[{_data()['money']['signs']}]?\s?\d[\d.,]*\s?(?:{units})?")


@cache
def _areas() -> frozenset[str]:
    return frozenset(plain_text(word).plain.strip() for word in _data()["areas"])


@cache
def _fillers() -> frozenset[str]:
    return frozenset(plain_text(word).plain.strip() for word in _data()["fillers"])


@cache
def _frames(kind: str) -> re.Pattern[str]:
    """Every frame of one kind, a price or amount at either end of it."""
    towns_named = f"(?: (?:{'|'.join(_data()['before_towns'])}))?(?: T)*"
    frames = "|".join(_data()[kind]).replace("{t}", towns_named)
    return re.compile(rf"(?:A )?(?:{frames})(?: A)*")
