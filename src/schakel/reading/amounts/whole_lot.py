"""All that is left at one price: "20 pg of alles voor 70", "25 a box or 120 the lot"."""

from schakel.reading.amounts.drafts import Draft
from schakel.reading.amounts.offer_parts import AMOUNT, EACH, FOR, MONEY, NUMBER, PER, STOP, Part
from schakel.reading.amounts.waiting import Waiting

_RATES = (PER, EACH)


def lot_of(held: Waiting) -> Part | None:
    """The amount that "all" means: what is left, of which only one has a price so far; None for none.

    The line that took that amount with the price of one becomes a line for one.
    """
    last = next((draft for draft in reversed(held.drafts) if (draft.quantity or 0.0) > 1.0), None)
    if last is not None and last.quantity is not None and _is_open(last):
        lot = Part(AMOUNT, 0, 0, last.quantity, last.unit)
        if last.price is not None:
            last.quantity, last.unit = last.per or (1.0, last.unit)
            last.per, last.each = None, False
        return lot
    if held.loose is not None:
        return Part(AMOUNT, 0, 0, held.loose.value, "count")
    return None


def _is_open(draft: Draft) -> bool:
    """Whether an amount has no price of its own."""
    return draft.price is None or draft.each or draft.per is not None


def price_of_all(held: Waiting, i: int) -> bool:
    """Whether the price of all follows "all" at part i: "alles voor 70"."""
    after = held.parts[i + 1 : i + 4]
    if after and after[0].kind in (FOR, STOP):  # "wil je alles? 380"
        after = after[1:]
    priced = bool(after) and after[0].kind in (NUMBER, MONEY)
    return priced and not (len(after) > 1 and after[1].kind in _RATES)
