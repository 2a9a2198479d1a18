"""Words beside the goods of a text that name none: their shape, bank notes as a measure, and what is said to be lacking.

"3-MMC grof kristal" is no crystal meth, "Pepp 10er 60, 50er 200" no false money, and "alarmpistool? nee" offers no pistol.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.weights import load_families

_MONEY = "counterfeit-money"
_APART = r"\w\n,;.+/&:|•·→–-"  # signs that part the goods of a list
_BESIDE = re.compile(
    rf"[^{_APART}]{{1,4}}(?:(?!(?:en|and|und|et|y|e|ve|и|met|plus|with|con|avec|mit)\b)[^\W\d_]{{2,12}}[^{_APART}]{{1,4}}){{0,2}}"
)
_TIED = re.compile(r" ")


def without_lacking(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without those that are asked after and denied at once."""
    if "?" not in plain:
        return list(goods)
    denied = _lists()[0]
    return [hit for hit in goods if not denied.match(plain, hit.end)] or list(goods)


def without_notes(goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without bank notes beside drugs, where nothing else speaks of false money."""
    money = [hit for hit in goods if hit.term.concept == _MONEY]
    notes = _lists()[1]
    if not money or any(hit.term.written not in notes for hit in money):
        return list(goods)
    drugs = load_families().members["drugs"]
    if not any(hit.term.concept in drugs for hit in goods):
        return list(goods)
    return [hit for hit in goods if hit not in money]


def without_forms(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without those that say in which form the drug named right beside them comes."""
    formed = _lists()[2]
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
        if hit not in forms and hit.term.written in formed and any(_follows(plain, one, hit) for one in forms):
            forms.add(hit)
    return [hit for hit in goods if hit not in forms]


def _is_form_of(plain: str, form: TermHit, name: TermHit) -> bool:
    if form.term.concept == name.term.concept:
        return False
    return _follows(plain, name, form) or _TIED.fullmatch(plain, form.end, name.start) is not None


def _follows(plain: str, first: TermHit, second: TermHit) -> bool:
    return first.end <= second.start and _BESIDE.fullmatch(plain, first.end, second.start) is not None


@cache
def _lists() -> tuple[re.Pattern[str], frozenset[str], Mapping[str, frozenset[str]]]:
    """What denies goods, the bank notes, and the forms with the drugs that come in them."""
    data: dict[str, Any] = loads((files("schakel.lexicons") / "quality_words.toml").read_text("utf-8"))
    denials = "|".join(re.escape(plain_text(word).plain) for word in data["denials"])
    forms = {
        written: frozenset(data["formed"][kind])
        for kind, words in data["forms"].items()
        for word in words
        for written in (word, plain_text(word).plain)
    }
    notes = frozenset(data["notes"]).union(plain_text(word).plain for word in data["notes"])
    return re.compile(rf"\s?\?[\s,-]{{0,2}}(?:{denials})(?!\w)"), notes, forms
