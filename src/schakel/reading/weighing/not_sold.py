"""Words beside the goods of a text that name none: their shape, bank notes as a measure, and what is said to be lacking.

"3-MMC grof kristal" is no crystal meth, "Pepp 10er 60, 50er 200" no false money, and "alarmpistool? nee" offers no pistol.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.found import Found
from schakel.reading.weighing.weights import load_families
from schakel.reading.word_data import data_file

_MONEY = "counterfeit-money"
_APART = r"\w\n,;.+/&:|•·→–-"  # signs that part the goods of a list
_JOINED = "|".join(data_file("quality_words.toml")["joined"]["words"])
_BESIDE = re.compile(rf"[^{_APART}]{{1,4}}(?:(?!(?:{_JOINED})\b)[^\W\d_]{{2,12}}[^{_APART}]{{1,4}}){{0,2}}")
_TIED = re.compile(r" ")
_HALVES = re.compile(r"(\w+|[^\w\s])\ufe0f?(?:\W{1,3}(?:\w+\W{1,3})?)??(\w+|[^\w\s])\ufe0f?")
_WRITTEN = {name: "|".join(words) for name, words in data_file("measures_written.toml")["note"].items()}
_PRICE_BEHIND = re.compile(
    rf"[^\w\n]{{0,3}}(?:(?:{_WRITTEN['from']})\s)?\d[\d.,]*(?![\d.,])(?!\s?(?:{_WRITTEN['pieces']})(?!\w))"
)
_PRODUCTS: Mapping[str, str] = data_file("quality_words.toml")["both_named"]
_BOTH = {"brown_white": ("heroin", "crack"), "white_brown": ("crack", "heroin")}


def without_idle_words(found: Found, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without those inside a phrase of paying beforehand, and strengths beside no word for the goods.

    "Primero pago, luego envío" speaks of no hash, "100 ug" of no LSD where nothing else does.
    """
    beforehand, strengths = found.kinds.get("advance", ()), _lists().strengths
    return [
        hit
        for hit in goods
        if not hit.term.ambiguous
        or (
            not any(_is_within(hit, phrase) for phrase in beforehand)
            and (hit.term.written not in strengths or _has_company(found, hit, strengths))
        )
    ]


def _is_within(hit: TermHit, phrase: TermHit) -> bool:
    shorter = hit.end - hit.start < phrase.end - phrase.start
    return shorter and phrase.start <= hit.start and hit.end <= phrase.end


def _has_company(found: Found, hit: TermHit, strengths: frozenset[str]) -> bool:
    others = (one.term for one in found.wares if one.term.concept == hit.term.concept)
    return any(term.written not in strengths for term in others)


def with_both(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods; of a phrase for heroin and crack ("brown and white") the first and the last word, one for each."""
    both = _lists().both
    if not any(hit.term.written in both for hit in goods):
        return list(goods)
    return [one for hit in goods for one in _halves(plain, hit, both.get(hit.term.written))]


def _halves(plain: str, hit: TermHit, meant: Sequence[str] | None) -> list[TermHit]:
    halves = _HALVES.fullmatch(plain, hit.start, hit.end) if meant else None
    if meant is None or halves is None:
        return [hit]
    spans = halves.span(1), halves.span(2)
    return [
        TermHit(replace(hit.term, concept=concept, product=_PRODUCTS[concept]), *span)
        for concept, span in zip(meant, spans, strict=True)
    ]


def without_lacking(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without those that are asked after and denied at once."""
    if "?" not in plain:
        return list(goods)
    denied = _lists().denied
    return [hit for hit in goods if not denied.match(plain, hit.end)] or list(goods)


def without_missing(goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without those that say what comes without papers, where a weapon is what comes so."""
    missing = [hit for hit in goods if hit.term.written in _lists().missing]
    weapons = load_families().members["weapons"]
    if not missing or not any(hit.term.concept in weapons for hit in goods):
        return list(goods)
    return [hit for hit in goods if hit not in missing]


def without_notes(goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without bank notes beside drugs, where nothing else speaks of false money."""
    money = [hit for hit in goods if hit.term.concept == _MONEY]
    notes = _lists().notes
    if not money or any(hit.term.written not in notes for hit in money):
        return list(goods)
    drugs = load_families().members["drugs"]
    if not any(hit.term.concept in drugs for hit in goods):
        return list(goods)
    return [hit for hit in goods if hit not in money]


def without_signs_of_money(found: Found, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without pictures of bank notes, which only say money, unless a word names false money too.

    Beside other goods a name of notes ("50er") is no such word. Where nothing else is named only those before a price say money.
    """
    lists = _lists()
    pictures = [hit for hit in goods if hit.term.concept == _MONEY and hit.term.written in lists.money]
    if not pictures:
        return list(goods)
    others = any(hit.term.concept != _MONEY for hit in goods)
    silent = lists.money | lists.notes if others else lists.money
    if any(hit.term.concept == _MONEY and hit.term.written not in silent for hit in found.wares):
        return list(goods)
    return [hit for hit in goods if hit not in pictures or not (others or _is_before_price(found, hit))]


def _is_before_price(found: Found, hit: TermHit) -> bool:
    """Cases such as "fiets 💶 50", "💶 vanaf 50", not "💶 10 stuks 150"."""
    return _PRICE_BEHIND.match(found.text.plain, hit.end) is not None


def without_forms(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without those that say in which form the drug named right beside them comes."""
    formed = _lists().forms
    names = [hit for hit in goods if hit.term.written not in formed]
    forms = {
        hit
        for hit in goods
        if hit.term.ambiguous
        and (drugs := formed.get(hit.term.written))
        and any(_is_form_of(plain, hit, name) for name in names if name.term.concept in drugs)
    }
    # "Ketta naald of steentjes 🪨": what stands beside a form is one too.
    for hit in goods:
        if (
            hit not in forms
            and hit.term.written in formed
            and any(_follows(plain, one, hit) for one in forms)
        ):
            forms.add(hit)
    return [hit for hit in goods if hit not in forms]


def _is_form_of(plain: str, form: TermHit, name: TermHit) -> bool:
    if form.term.concept == name.term.concept:
        return False
    return _follows(plain, name, form) or _TIED.fullmatch(plain, form.end, name.start) is not None


def _follows(plain: str, first: TermHit, second: TermHit) -> bool:
    return first.end <= second.start and _BESIDE.fullmatch(plain, first.end, second.start) is not None


class _Lists(NamedTuple):
    """What denies goods, the bank notes and their pictures, the forms with the drugs that come in them, strengths, and names of two goods."""

    denied: re.Pattern[str]
    notes: frozenset[str]
    money: frozenset[str]
    forms: Mapping[str, frozenset[str]]
    strengths: frozenset[str]
    both: Mapping[str, Sequence[str]]
    missing: frozenset[str]


@cache
def _lists() -> _Lists:
    data = data_file("quality_words.toml")
    denials = "|".join(re.escape(plain_text(word).plain) for word in data["denials"])
    forms = {
        written: frozenset(data["formed"][kind])
        for kind, words in data["forms"].items()
        for word in words
        for written in (word, plain_text(word).plain)
    }
    return _Lists(
        re.compile(rf"\s?\?[\s,-]{{0,2}}(?:{denials})(?!\w)"),
        frozenset(data["notes"]),
        frozenset(data["money"]),
        forms,
        frozenset(data["strengths"]),
        {word: meant for name, meant in _BOTH.items() for word in data["both"][name]},
        frozenset(data["missing"]),
    )
