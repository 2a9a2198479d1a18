"""Firearms named beside parts: in "switch for Glock" the Glock is not for sale, in "Glock, 2 mags" the mags come with it.

Of 188 offers and requests in the fitted messages where the lists found both, the annotators named the parts alone in 106
and the firearm alone in 17.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from schakel.reading.terms.term_search import TermHit
from schakel.reading.word_data import data_file

GUN, PART = "firearms", "weapon-parts"
_LISTED = data_file("guns_and_parts.toml")
_WORDS = {name: "|".join(words) for name, words in _LISTED.items() if isinstance(words, list)}
_FOR = re.compile(rf"(?:\b(?:{_WORDS['for']})|\bp/)\s*(?:(?:{_WORDS['articles']})\s+)?(?:[^\W\d]{{3,}}\s+)?$")
_FITS = re.compile(rf"['’]?\w{{0,3}}\s*(?:{_WORDS['fits']})\b")
_BESIDE = re.compile(r"[^\S\n]*-?[^\S\n]*")
_A_WORD_ON = re.compile(rf"[^\S\n]*-?[^\S\n]*(?:(?!(?:{_WORDS['joins_wares']})\b)[^\W\d_]{{3,}}[^\S\n]+)?")
_AND = re.compile(rf"[\s,/&+]*(?:(?:{_WORDS['and']})\s+)?")
_WITH_IT = re.compile(
    rf"[\s,.(–-]*(?:(?:{_WORDS['with']})[\s.]+)*"
    rf"(?:(?:\d{{1,2}}x?|{_WORDS['numbers']})\s+)(?:[^\W\d][\w-]*\s+)?"
)
_TIED = re.compile(
    rf"(?:[^.;:\d\n]{{0,12}}?\+\s*|[^.;:\n]{{0,12}}?\b(?:{_WORDS['tied']})\s+)(?:\w+\s+){{0,2}}"
)
_BUILD = re.compile(rf"(?:{_WORDS['build']})\b")
_ITS_PRICE = re.compile(r"[\s:=–>-]{0,4}[€$£]?\d")


def for_sale(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without firearms that only say what a part fits, and parts that only come with a firearm."""
    named = {hit.term.concept for hit in goods}
    if GUN not in named or PART not in named:
        return list(goods)
    fitted = _fitted(plain, goods)
    guns = [hit for hit in goods if hit.term.concept == GUN and hit not in fitted]
    if not guns:
        return _parts_alone(plain, goods, fitted)
    # Who sells firearms too may mean any of them.
    return [hit for hit in goods if hit.term.concept != PART or not _comes_with(plain, hit, goods)]


def _parts_alone(plain: str, goods: Sequence[TermHit], fitted: Sequence[TermHit]) -> list[TermHit]:
    """The goods of a text in which each firearm only says what a part fits."""
    digits = [hit for hit in fitted if any(map(str.isdigit, plain[hit.start : hit.end]))]
    product = next(hit.term.product for hit in goods if hit.term.concept == PART)
    return [
        _as_part(hit, product) if hit in digits else hit
        for hit in goods
        if hit in digits or hit not in fitted
    ]


def _as_part(gun: TermHit, product: str) -> TermHit:
    """The name of a firearm as a word for the part: left out, the digits of "Glock 17" would count something."""
    return TermHit(replace(gun.term, concept=PART, product=product), gun.start, gun.end)


def _fitted(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The firearms that a part is for, those enumerated with one among them ("for G17, G19 and G26")."""
    fitted: list[TermHit] = []
    for hit in goods:
        if hit.term.concept == GUN:
            along = bool(fitted) and _AND.fullmatch(plain, fitted[-1].end, hit.start)
            if along or _only_fitted(plain, hit, goods):
                fitted.append(hit)
    return fitted


def _only_fitted(plain: str, gun: TermHit, goods: Sequence[TermHit]) -> bool:
    """Whether a part stands right beside the firearm, or a word that says that something is for it."""
    parts = [hit for hit in goods if hit.term.concept == PART]
    if any(_are_beside(plain, gun, part) for part in parts):
        return True
    start, end = plain.rfind("\n", 0, gun.start) + 1, plain.find("\n", gun.end)
    end = end if end >= 0 else len(plain)
    heads_a_list = plain[start:end].rstrip().endswith(":")
    if not heads_a_list and not any(start <= part.start < end for part in parts):
        return False
    return bool(_FOR.search(plain[max(start, gun.start - 30) : gun.start]) or _FITS.match(plain, gun.end))


def _are_beside(plain: str, gun: TermHit, part: TermHit) -> bool:
    if gun.start <= part.start:
        if _BUILD.match(plain, part.start) and not _ITS_PRICE.match(plain, part.end):
            return False  # "AK crosse pliante 3500": how it is built
        return _BESIDE.fullmatch(plain, gun.end, part.start) is not None
    return _A_WORD_ON.fullmatch(plain, part.end, gun.start) is not None


def _comes_with(plain: str, part: TermHit, goods: Sequence[TermHit]) -> bool:
    """Whether the part follows a firearm, or another part of it, on its line and has no price of its own."""
    before = max((hit for hit in goods if hit.end <= part.start), key=lambda hit: hit.end, default=None)
    if before is None or before.term.concept not in {GUN, PART}:
        return False
    if "\n" in plain[before.end : part.start]:
        return False
    if _TIED.fullmatch(plain, before.end, part.start):
        return True  # "Glock with two mags 1500": the price of both together
    if _ITS_PRICE.match(plain, part.end):
        return False
    return _WITH_IT.fullmatch(plain, before.end, part.start) is not None
