"""What a half or a quarter is a part of, by what a gram, an ounce or a kilo of the same list costs."""

from collections.abc import Sequence

from schakel.reading.amounts.drafts import Draft
from schakel.reading.amounts.measure_words import GramPrice
from schakel.reading.word_data import data_file

_OUNCE = 28.0
_QUARTER = 7.0  # grams in a quarter of an ounce, as it is sold
_OF_ONE = 0.25
_LIMITS = data_file("amount_limits.toml")["shares"]
_STABLE = frozenset[str](_LIMITS["stable"])


def settle_shares(group: Sequence[Draft], bounds: GramPrice | None) -> None:
    """Settles the halves and quarters of one product, each beside the prices of the others; `bounds` of a gram, if known."""
    if not _settle_quarter(group, bounds) and len(group) > 1:
        _settle_half(group)


def _settle_quarter(group: Sequence[Draft], bounds: GramPrice | None) -> bool:
    """Cases such as "cuarto 20, medio 35, gramo 60", "kilo 3400, cuarto 950": a word for a quarter that is none of an ounce; "coke
    quarter 20", where no ounce costs so little.

    Says whether it was one of a gram; a half beside it then is of a gram too.
    """
    gram = _price_of(group, 1.0, "g")
    kilo = _price_of(group, 1.0, "kg")
    of_gram = False
    for draft in group:
        if not (draft.share and draft.price and (draft.quantity, draft.unit) == (_QUARTER, "g")):
            continue
        quarter = Draft(None, 0, _OF_ONE, price=draft.price)
        if gram is not None and draft.price < gram:
            draft.quantity, of_gram = _OF_ONE, True
        elif kilo is not None and _is_part_of(quarter, kilo):
            draft.quantity, draft.unit = _OF_ONE, "kg"
        elif gram is None and _is_too_cheap(draft, bounds):
            draft.quantity, of_gram = _OF_ONE, True
    return of_gram


def _is_too_cheap(draft: Draft, bounds: GramPrice | None) -> bool:
    """Whether a quarter of an ounce costs less than any, and one of a gram what it may."""
    if bounds is None or draft.price is None or draft.currency not in _STABLE:
        return False
    return draft.price < bounds.low * _QUARTER and draft.price <= bounds.high * _OF_ONE


def _price_of(group: Sequence[Draft], quantity: float, unit: str) -> float | None:
    return next((d.price for d in group if (d.quantity, d.unit) == (quantity, unit) and d.price), None)


def _settle_half(group: Sequence[Draft]) -> None:
    """Cases such as "q 70, half 130, oz 250": a half that costs more than a quarter is half an ounce; beside a kilo, half of it."""
    kilo = next((d.price for d in group if (d.quantity, d.unit) == (1.0, "kg") and d.price), None)
    quarter = next((d.price for d in group if (d.quantity, d.unit) == (_QUARTER, "g") and d.price), None)
    ounce = next((d.price for d in group if (d.quantity, d.unit) == (_OUNCE, "g") and d.price), None)
    for draft in group:
        part = draft.quantity in (0.25, 0.5) and draft.unit == "g" and draft.price is not None
        if part and ounce is not None and draft.quantity and _is_part_of(draft, ounce):
            draft.quantity *= _OUNCE  # "onza 900, cuarto 280"
            continue
        half = (draft.quantity, draft.unit) == (0.5, "g")
        if half and quarter is not None and draft.price is not None and draft.price > quarter:
            draft.quantity = 2 * _QUARTER
        elif half and kilo is not None and draft.price is not None and kilo / 3 < draft.price < kilo:
            draft.unit = "kg"  # "kilo 3400, halve 1800"


def _is_part_of(draft: Draft, whole: float) -> bool:
    """Whether a half or a quarter costs about its share of the whole, or somewhat more."""
    return (draft.quantity or 0.0) * 0.9 <= (draft.price or 0.0) / whole <= (draft.quantity or 0.0) * 1.6
