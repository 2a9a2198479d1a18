"""One line of an offer as it was written, before its units and totals are settled."""

from dataclasses import dataclass, field

from schakel.reading.amounts.market_tokens import ListedHit


@dataclass(slots=True)
class Draft:
    """One line of an offer as written: not yet in the units and totals of an item."""

    hit: ListedHit | None
    line: int
    quantity: float | None = None
    unit: str = ""
    price: float | None = None
    currency: str = ""
    per: tuple[float, str] | None = None  # the price is for so much of this unit
    each: bool = False  # the price is for one of the amount
    aside: bool = False  # a comma or the like stands between the amount and the price
    at: bool = False  # "10 à 3,50": probably each
    threshold: bool = False
    unit_of_name: str = ""  # the unit that the words for the product say: "bolletje"
    thing: bool = False  # of a thing sold whole, as the words for it say: "thc cart"
    named: bool = False  # words of its own stand before it on its line
    share: bool = False  # a word for a part says the amount: "Viertel 60"
    implied: bool = False  # only a price was said: that of one
    by_itself: bool = False  # the price stands by itself, so that it is no part of a name
    from_per: bool = False  # the amount itself was read from "per gram"
    spans: list[tuple[int, int]] = field(default_factory=list)
