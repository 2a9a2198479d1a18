"""Whether the prices are too good to be true."""

from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign, counted


class Prices(NamedTuple):
    """One seller's prices against the market: number of comparisons, median robust z, median ratio."""

    compared: int
    others: int
    z: float | None
    ratio: float | None


def price_far_below_market(row: Prices, limits: Limits) -> Seen | None:
    """The seller asks far less than others ask for the same kind and amount of goods; its absence: as much as usual or more."""
    if row.z is None or row.ratio is None:
        return None
    detail = (
        f"Asks {row.ratio:.2f} times the usual price (robust z {row.z:+.1f}) "
        f"in {counted(row.compared, 'comparison')} with up to {counted(row.others, 'other seller')}."
    )
    if row.z <= limits["price_far"]:
        return Seen(True, detail, "priced", min(row.z / limits["price_far"], 2.0))
    if row.z >= limits["price_usual"]:
        return Seen(False, detail, "priced")
    return None


SIGNS = (Sign("prices", Prices, price_far_below_market),)
