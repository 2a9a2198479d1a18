"""The one price of an ad for a firearm with what comes with it."""

import pytest

from schakel.reading.amounts.guns_sold_whole import priced_as_a_gun
from schakel.reading.amounts.items import Item
from schakel.reading.offers import read_text


def _item(commodity: str, quantity: float | None, price: float | None, currency: str, at: int) -> Item:
    return Item(
        commodity,
        "",
        quantity,
        "piece" if quantity else None,
        price,
        currency if price else None,
        None,
        ((at, at + 1),),
    )


@pytest.mark.parametrize(
    ("text", "priced"),
    [
        ("glock 19 w 2 mags 3500", "firearms"),
        ("Glock 17, 2 houders, 50 kogels, 3500 cash", "firearms"),
        ("ak47 with 3 mags and 90 rounds 4k", "firearms"),
        ("Glock 17 te koop, 50 patronen 80", "ammunition"),  # rounds at their price
    ],
)
def test_whose_price_it_is(text: str, priced: str) -> None:
    items = read_text(text).items
    assert [item.commodity for item in items if item.price is not None] == [priced]
    assert len({item.commodity for item in items}) > 1


@pytest.mark.parametrize(("currency", "price"), [("RUB", 14000), ("TRY", 4900), ("EUR", 240)])
def test_less_than_a_gun_costs_stays_with_the_rounds(currency: str, price: float) -> None:
    items = [_item("firearms", None, None, "", 0), _item("ammunition", 50, price, currency, 5)]
    assert priced_as_a_gun(items) == items
    dearer = [items[0], items[1]._replace(price=price * 2)]
    gun, rounds = priced_as_a_gun(dearer)
    assert (gun.quantity, gun.price, gun.currency) == (1, price * 2, currency)
    assert (rounds.quantity, rounds.unit, rounds.price) == (50, "piece", None)


def test_fifty_rounds_are_no_fifty_guns() -> None:
    (gun,) = priced_as_a_gun([_item("firearms", 50, 3500, "EUR", 0)])
    assert (gun.quantity, gun.price) == (1, 3500)
    for number, price in ((5, 3500), (2, 400), (5, 900), (10, 900)):
        several = [_item("firearms", number, price, "EUR", 0)]
        assert priced_as_a_gun(several) == several


def test_several_prices_stay_where_they_stand() -> None:
    items = [_item("firearms", 1, 2800, "EUR", 0), _item("ammunition", 100, 1500, "EUR", 5)]
    assert priced_as_a_gun(items) == items
