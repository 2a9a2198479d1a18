"""Numbers that name one of a series or tell how strong it is, where the whole list shows that they are no amounts or prices."""

import re
from collections.abc import Collection, Sequence

from schakel.reading.amounts.drafts import Draft
from schakel.reading.amounts.measure_words import MeasureWords

_MODEL = re.compile(r"(?<!\d)\d\d ?([^\W\d_]+)")


def settle_models(plain: str, drafts: Sequence[Draft], lists: MeasureWords) -> None:
    """Cases such as "iphones: 12 — 7к, 13 — 11к", "iphone 13 pro 120, 14 a 150": one of that model, not so many.

    Only where two models that follow each other have prices, or where a word for a model stands behind another
    number: "iphones 10 for 900" may be ten.
    """
    single = [d for d in drafts if d.unit == "count" and d.price and _concept(d) in lists.single]
    if not single:
        return
    series = frozenset[float]().union(*(numbers for name, numbers in lists.series.items() if name in plain))
    named = [draft for draft in single if draft.quantity in series]
    if not named:
        return
    numbers = {draft.quantity or 0.0 for draft in named}
    in_row = any(number + 1.0 in numbers for number in numbers) or _names_one(plain, numbers, lists)
    if in_row or any(word in lists.model_words for word in _MODEL.findall(plain)):
        for draft in named:
            draft.quantity, draft.unit = 1.0, "piece"


def _names_one(plain: str, numbers: Collection[float], lists: MeasureWords) -> bool:
    """Whether a number stands right behind the name of one: "iphone 13 voor 300", not "iphones 13"."""
    names = "|".join(re.escape(name) for name in lists.series if not name.endswith("s"))
    return any(float(found) in numbers for found in re.findall(rf"(?<!\w)(?:{names}) ?(\d\d)(?!\d)", plain))


def without_strengths(plain: str, drafts: list[Draft], lists: MeasureWords) -> list[Draft]:
    """Cases such as "Oxi 80 y parches 100. Oxi: 9€": milligrams in a list whose prices all have a sign."""
    signed = {_concept(draft) for draft in drafts if draft.currency}
    return [
        draft for draft in drafts if _concept(draft) not in signed or not _is_strength(plain, draft, lists)
    ]


def _is_strength(plain: str, draft: Draft, lists: MeasureWords) -> bool:
    bare = draft.price is not None and draft.quantity is None and not draft.currency and draft.per is None
    return bare and draft.price in _strengths(plain, draft, lists)


def _strengths(plain: str, draft: Draft, lists: MeasureWords) -> frozenset[float]:
    """The milligrams that the medicine of this name comes in."""
    if draft.hit is None:
        return frozenset()
    written = plain[draft.hit.start : draft.hit.end]
    listed = (numbers for begin, numbers in lists.strengths.items() if written.startswith(begin))
    return frozenset[float]().union(*listed)


def _concept(draft: Draft) -> str:
    return draft.hit.term.concept if draft.hit is not None else ""
