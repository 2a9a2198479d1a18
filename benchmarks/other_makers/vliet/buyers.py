"""The buyers: what they like and how often."""

from __future__ import annotations

from .market import Market
from .model import Person
from .people import pick


def customer(market: Market) -> Person:
    """A buyer with tastes."""
    rng = market.rng
    person = market.maker.person("customer")
    table = dict(market.world.goods)
    for _ in range(rng.choice([1, 1, 2, 3])):
        commodity = pick(rng, table)
        person.goods[commodity] = None  # type: ignore[assignment]
    person.active = rng.lognormvariate(-0.2, 0.6)
    person.start = 0 if rng.random() < 0.7 else rng.randrange(market.world.days - 5)
    account = market.maker.account(person, 0)
    account.roles = ["customer"]
    return person
