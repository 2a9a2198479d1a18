"""How much cheaper a larger amount is, from price lists that name several amounts of the same goods.

Price goes as amount to a power below one (Caulkins and Padman, 1993, Social Science & Medicine 36, 1149-1158). The
power is fitted within lists, so that dear and cheap sellers do not blur it; its bounds treat all lists of one seller
as one piece of evidence (Liang and Zeger, 1986).
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Discount:
    """The power, with 95 % bounds, from how many sellers and lists."""

    commodity: str
    power: float
    low: float
    high: float
    sellers: int
    texts: int

    def tenfold(self) -> tuple[float, float, float]:
        """How much the price of a unit changes if ten times as much is taken: -0.3 is 30 % less; with bounds."""
        value, low, high = (10.0 ** (power - 1) - 1 for power in (self.power, self.low, self.high))
        return value, low, high


def discounts(ladders: pa.Table, least: int) -> list[Discount]:
    """One a commodity with lists enough; `ladders` is the answer of the step `price_ladders`."""
    found = []
    names = ladders["commodity"].to_numpy(zero_copy_only=False)
    for name in sorted(set(names.tolist())):
        own = ladders.filter(pa.array(names == name))
        texts = int(np.sum(own["texts"].to_numpy()))
        if texts < least or own.num_rows < 2:
            continue
        xx, xy = (own[column].to_numpy() for column in ("xx", "xy"))
        power = float(xy.sum() / xx.sum())
        left = xy - power * xx
        sellers = own.num_rows
        error = float(np.sqrt((left**2).sum() * sellers / (sellers - 1)) / xx.sum())
        found.append(Discount(name, power, power - 1.96 * error, power + 1.96 * error, sellers, texts))
    return found
