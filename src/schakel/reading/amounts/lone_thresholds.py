"""One amount from which a price holds, and no other rung: "Haze ab 10g 11€" is 11 a gram, "ab 10g 45€" the price of all.

Which of both is told by what a gram costs between wholesale and retail (`lexicons/money.toml`): the price as one of a gram must
lie clearly nearer to the middle of that than as the price of all.
"""

from collections.abc import Sequence
from math import log

from schakel.reading.amounts.drafts import Draft
from schakel.reading.amounts.measure_words import GramPrice
from schakel.reading.word_data import data_file

_LIMITS = data_file("amount_limits.toml")["lone_thresholds"]
_CURRENCIES = frozenset[str](_LIMITS["currencies"])
_CLEARLY: float = _LIMITS["clearly"]


def settle_lone_threshold(group: Sequence[Draft], bounds: GramPrice | None) -> None:
    """Gives the price of a gram to the one draft of goods that are weighed, where it is told from so much on."""
    if len(group) != 1 or bounds is None:
        return
    draft = group[0]
    told = draft.each or draft.per is not None or draft.at
    if told or not draft.threshold or draft.unit != "g" or draft.currency not in _CURRENCIES:
        return
    if draft.price and draft.quantity and draft.quantity > 1 and _of_a_gram(draft, bounds):
        draft.per = (1.0, "g")


def _of_a_gram(draft: Draft, bounds: GramPrice) -> bool:
    price, amount = draft.price or 0.0, draft.quantity or 1.0
    if not bounds.low <= price <= bounds.high:
        return False
    middle = (log(bounds.low) + log(bounds.high)) / 2
    return abs(log(price) - middle) + _CLEARLY < abs(log(price / amount) - middle)
