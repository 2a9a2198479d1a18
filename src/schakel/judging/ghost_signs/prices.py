"""Whether the prices are too good to be true."""

from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign
from schakel.records.counted import counted


class Prices(NamedTuple):
    """One seller's prices against the market's: number of comparisons, prices of others in them, level as a robust z and a ratio."""

    compared: int
    others: int
    z: float | None
    ratio: float | None


def price_far_below_market(row: Prices, limits: Limits) -> Seen | None:
    """The seller asks less than others ask for the same kind and amount of goods; its absence: as much as usual or more."""
    if row.z is None or row.ratio is None:
        return None
    detail = (
        f"Asks {row.ratio:.2f} times the usual price (robust z {row.z:+.1f}) "
        f"in {counted(row.compared, 'comparison')} with {counted(row.others, 'price')} of others."
    )
    # One price may be a bargain or a slip; several that lie alike are the seller's level.
    sure = row.compared / (row.compared + limits["price_comparisons"])
    if row.z <= limits["price_below"]:
        return Seen(True, detail, "priced", sure * min(row.z / limits["price_far"], limits["price_most"]))
    if row.z >= limits["price_usual"]:
        return Seen(False, detail, "priced", sure)
    return None


SIGNS = (Sign("price_levels", Prices, price_far_below_market),)
