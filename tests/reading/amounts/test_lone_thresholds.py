"""One amount from which a price holds: that of a gram where it is nearer to what a gram costs, else that of all."""

import pytest

from schakel.reading.amounts.drafts import Draft
from schakel.reading.amounts.lone_thresholds import settle_lone_threshold
from schakel.reading.amounts.measure_words import GramPrice

_BOUNDS = GramPrice(low=4.0, high=25.0, block=100.0)  # the middle is 10


def _per(price: float, quantity: float, currency: str = "EUR") -> tuple[float, str] | None:
    draft = Draft(None, 0, quantity=quantity, unit="g", price=price, currency=currency, threshold=True)
    settle_lone_threshold([draft], _BOUNDS)
    return draft.per


@pytest.mark.parametrize("currency", ["", "EUR", "USD", "GBP", "CHF"])
def test_a_price_that_a_gram_may_cost_is_that_of_a_gram(currency: str) -> None:
    assert _per(10.0, 10.0, currency) == (1.0, "g")


@pytest.mark.parametrize(("price", "per_gram"), [(4.0, True), (25.0, True), (3.9, False), (25.1, False)])
def test_the_bounds_are_prices_of_a_gram_themselves(price: float, per_gram: bool) -> None:
    assert (_per(price, 1000.0) is not None) is per_gram


@pytest.mark.parametrize(
    ("price", "quantity", "per_gram"),
    [
        (10.0, 1.3, False),  # as the price of all it is as near to the middle, but for a little
        (10.0, 1.4, True),
        (20.0, 4.0, False),  # 20 and 5 lie at the same distance
        (20.0, 6.0, True),
    ],
)
def test_it_must_be_clearly_nearer_to_the_middle(price: float, quantity: float, per_gram: bool) -> None:
    assert (_per(price, quantity) is not None) is per_gram


def test_roubles_are_not_compared_with_euros() -> None:
    assert _per(10.0, 10.0, "RUB") is None
