"""Ladders in which more costs less: their prices are for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from schakel.reading.amounts.drafts import Draft
from schakel.reading.word_data import data_file

_LIMITS = data_file("amount_limits.toml")["falling_prices"]
_LONGEST_STEP: int = _LIMITS["longest_step"]
_LARGE: float = _LIMITS["large"]
_STEEP: float = _LIMITS["steep"]
_STEEPEST: float = _LIMITS["steepest"]
_DEAR: float = _LIMITS["dear"]
_STEEP_IF_DEAR: float = _LIMITS["steep_if_dear"]
_FAR_BELOW: float = _LIMITS["far_below"]


def is_near(price: float, usual: float) -> bool:
    """Whether a price for one is what one may cost in a larger amount."""
    return 0.3 * usual <= price <= 1.05 * usual


def settle_falling(group: Sequence[Draft], asked: Sequence[float | None], most: float = float("inf")) -> None:
    """Cases such as "1=5 10=3 50=2", "£6 each, 20+ at 5": where more costs less, the prices are for one.

    `asked` are the prices as written, before prices for one were multiplied; none above `most` is for one.
    """
    by_unit: dict[str, list[_Rung]] = {}
    for draft, price in zip(group, asked, strict=True):
        if price is not None and draft.quantity and price <= most:
            rung = _Rung(draft, draft.quantity, price, draft.each or draft.per is not None)
            by_unit.setdefault(draft.unit, []).append(rung)
    for run in by_unit.values():
        falls = _falls_throughout(run) and not any(before.total_of(rung) for before, rung in pairwise(run))
        for before, rung in pairwise([run[0], *run]):
            single = before.rated or before.quantity == 1
            other = rung.draft.line != before.draft.line and rung.draft.hit is not before.draft.hit
            comparable = rung.draft.threshold or (single and not rung.draft.named and not other)
            if not rung.rated and (falls or (comparable and before.dearer_than(rung))):
                rung.draft.price, rung.rated = rung.asked * rung.quantity, True
        for before, rung in reversed(list(pairwise(run))):
            both = before.draft.threshold and rung.draft.threshold and rung.rated and not before.rated
            if both and before.dearer_than(rung) and before.asked < _FAR_BELOW * rung.asked * before.quantity:
                before.draft.price, before.rated = (
                    before.asked * before.quantity,
                    True,
                )  # "50 up 38, 200 up 33"


@dataclass(slots=True)
class _Rung:
    """One rung of a ladder: how much, the price as written, and whether that was said to be for one."""

    draft: Draft
    quantity: float
    asked: float
    rated: bool

    def total_of(self, rung: "_Rung") -> bool:
        """Cases such as "1000 stuks 38.000, vanaf 5000 34", "10 voor 25, vanaf 50 1,80": that of all beside that of one."""
        steep = self.quantity > _LARGE or self.asked > _STEEP * rung.asked
        return steep and is_near(rung.asked, self.asked / self.quantity)

    def dearer_than(self, rung: "_Rung") -> bool:
        """Whether the other asks less for more, as only prices for one can."""
        more = self.quantity < rung.quantity <= self.quantity * _LONGEST_STEP
        steepest = _STEEP_IF_DEAR if self.asked >= _DEAR else _STEEPEST
        near = rung.draft.threshold or self.asked <= rung.asked * steepest
        return more and near and rung.asked < self.asked


def _falls_throughout(run: Sequence[_Rung]) -> bool:
    close = len({rung.draft.line for rung in run}) == 1 or len(run) > 2 or run[-1].draft.threshold
    unrated = not any(rung.rated for rung in run)
    if any(rung.draft.named for rung in run[1:]):
        return False  # "mushrooms 5g 30, truffles 15g 18": another thing, not another rung
    return (
        len(run) > 1 and unrated and close and all(before.dearer_than(rung) for before, rung in pairwise(run))
    )
