"""The one price of an ad for a firearm with what comes with it: "Glock 19 with 2 mags 3500" asks it for the Glock.

The price stands behind the magazines or rounds, so that it is read as theirs; nobody asks that much for them.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.amounts.items import Item
from schakel.reading.word_data import data_file

_GUN = "firearms"
_LIMITS = data_file("amount_limits.toml")["guns_sold_whole"]
_ROUNDS: float = _LIMITS["rounds"]
_ALONG = frozenset[str](_LIMITS["along"])


def priced_as_a_gun(items: Sequence[Item]) -> list[Item]:
    """The items with such a price at the firearm, which is then one piece; what comes with it has none."""
    priced = [item for item in items if item.price is not None]
    if len(priced) != 1 or not any(item.commodity == _GUN for item in items):
        return list(items)
    price, least = priced[0].price or 0.0, _least().get(priced[0].currency or "", _least()["other"])
    if priced[0].commodity == _GUN:
        several = (priced[0].quantity or 1.0) >= _ROUNDS
        return [
            _one(item)
            if item is priced[0] and several and price / (item.quantity or 1.0) < least <= price
            else item
            for item in items
        ]
    guns = [item for item in items if item.commodity == _GUN]
    bare = len(guns) == 1 and guns[0].quantity is None and guns[0].spans < priced[0].spans
    if priced[0].commodity not in _ALONG or not bare or price < least:
        return list(items)
    return [_with_price(item, priced[0]) if item is guns[0] else _without_price(item) for item in items]


def _one(gun: Item) -> Item:
    return gun._replace(quantity=1.0, unit="piece", scale="retail")


def _with_price(gun: Item, priced: Item) -> Item:
    return _one(gun)._replace(
        price=priced.price, currency=priced.currency, spans=(*gun.spans, priced.spans[-1])
    )


def _without_price(item: Item) -> Item:
    if item.price is None:
        return item
    counted = (item.quantity or 1.0) > 1.0
    return item._replace(
        price=None,
        currency=None,
        quantity=item.quantity if counted else None,
        unit=item.unit if counted else None,
        scale=item.scale if counted else None,
        spans=item.spans[:-1] or item.spans,
    )


@cache
def _least() -> Mapping[str, float]:
    """The least that is asked for a firearm, by currency."""
    told: Mapping[str, float] = loads((files("schakel.lexicons") / "money.toml").read_text("utf-8"))[
        "gun_price"
    ]
    return told
