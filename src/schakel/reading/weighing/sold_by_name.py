"""Goods called by a name that nothing lawful is sold under: "te koop: uzi", "vends speed 10g"; see `lexicons/sold_by_name.toml`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.late_reach import BRIEF
from schakel.reading.weighing.weights import load_families

_BETWEEN = 20  # characters between a word and the goods behind it
_WAYS = ("delivery", "payment", "contact")
_ENDS = re.compile(r"[^\w\n]*(?:$|[\n\d€$£₺₽])|\s?[.,;:!|/(\[-]")
_BEGINS = re.compile(r"(?:^|[\n.,;:!|/)\]-])[^\w\n]*$")


def stands_beside(plain: str, goods: TermHit, words: Sequence[TermHit]) -> bool:
    """Whether goods stand right behind one of these words, with an amount between at most, or right before one."""
    return _behind(plain, goods, words) or _before(plain, goods, words)


def _behind(plain: str, goods: TermHit, words: Sequence[TermHit]) -> bool:
    return any(
        0 <= goods.start - word.end <= _BETWEEN and _joined(plain[word.end : goods.start]) for word in words
    )


def _before(plain: str, goods: TermHit, words: Sequence[TermHit]) -> bool:
    return any(plain[goods.end : word.start].isspace() for word in words)


def plain_where_sold(plain: str, kinds: Mapping[str, Sequence[TermHit]]) -> Sequence[TermHit]:
    """The commodity words; those that a word of offer stands right beside as plain ones, if nothing else is sold so.

    Only in a short text that asks nothing and talks of nothing lawful, where no other word is tied to the goods:
    "nail gun for sale" and "vendo pistola de agua" stay what they are.
    """
    wares = kinds.get("commodity", ())
    if len(plain) > BRIEF or "?" in plain or not wares or "veto" in kinds or "act" not in kinds:
        return wares
    told = kinds["act"]
    if any(hit.term.concept != "offer" for hit in told):
        return wares
    return [plainly(hit) if _is_sold(plain, hit, told, kinds) else hit for hit in wares]


def plainly(hit: TermHit) -> TermHit:
    """The word as one that means nothing but goods."""
    return hit._replace(term=replace(hit.term, ambiguous=False))


def _is_sold(
    plain: str, hit: TermHit, offers: Sequence[TermHit], kinds: Mapping[str, Sequence[TermHit]]
) -> bool:
    if not hit.term.ambiguous or plain[hit.start : hit.end] not in _names()[0].get(hit.term.concept, ()):
        return False
    behind, before = _behind(plain, hit, offers), _before(plain, hit, offers)
    if not behind and not before:
        return False
    begins = behind or _BEGINS.search(plain, 0, hit.start) is not None or _joined(plain[: hit.start])
    ways = [way for kind in _WAYS for way in kinds.get(kind, ())]
    return begins and (before or _ENDS.match(plain, hit.end) is not None or _before(plain, hit, ways))


def _joined(between: str) -> bool:
    """Whether nothing but numbers, measures, signs and articles stands here."""
    return _names()[1].fullmatch(between) is not None


@cache
def _names() -> tuple[Mapping[str, frozenset[str]], re.Pattern[str]]:
    """The names by commodity, those of drugs for any drug, and what may stand before them."""
    data = loads((files("schakel.lexicons") / "sold_by_name.toml").read_text("utf-8"))
    words = {
        name: frozenset(plain_text(word).plain for word in listed) for name, listed in data["words"].items()
    }
    by_commodity = {name: listed for name, listed in words.items() if name != "drugs"}
    by_commodity |= dict.fromkeys(load_families().members["drugs"], words["drugs"])
    between = "|".join(plain_text(word).plain for word in data["between"])
    return by_commodity, re.compile(rf"(?:[\W\d_]|(?<![^\W\d_])(?:{between})(?![^\W\d_]))*")
