"""Chao's lower bound, and its form that does not look at accounts seen once."""

import math

from schakel.measuring.market_size.fit import Fit, log_normal_interval, refusal
from schakel.measuring.market_size.frequencies import Frequencies


def chao(table: Frequencies) -> Fit:
    """At least this many accounts: the unseen part from those seen once and twice. Chao (1987), Biometrics 43."""
    once, twice = table.f(1), table.f(2)
    if not twice:
        return refusal("chao", "all accounts", "nobody was seen exactly twice")
    ratio = once / twice
    variance = twice * (ratio**4 / 4 + ratio**3 + ratio**2 / 2)
    return _bound(
        "chao",
        table,
        once**2 / (2 * twice),
        variance,
        "a lower bound, however unequal the accounts are; too high when many accounts are thrown away after one use",
    )


def one_inflated_chao(table: Frequencies) -> Fit:
    """At least this many accounts, with the unseen part from those seen twice and three times.

    Chao's argument one step up (Böhning, Kaskasamkul and van der Heijden, 2019, Metrika 82, 361-384).
    """
    twice, thrice = table.f(2), table.f(3)
    if not twice or not thrice:
        return refusal("oichao", "all accounts", "nobody was seen exactly twice, or nobody three times")
    rate = 3 * thrice / twice
    both = math.exp(-rate) * (rate**2 / 2 + rate**3 / 6)
    unseen = (twice + thrice) / (rate**2 / 2 + rate**3 / 6)
    slope = unseen * (rate**2 + rate**3 / 2) / (rate**2 / 2 + rate**3 / 6)
    variance = slope**2 * (1 / twice + 1 / thrice)
    variance += (twice + thrice) * (1 - both) * (1 + math.exp(-rate) / both) ** 2
    return _bound(
        "oichao",
        table,
        unseen,
        variance,
        "a lower bound that accounts seen once do not move; those that were seen once are counted as they are",
    )


def _bound(method: str, table: Frequencies, unseen: float, variance: float, assumes: str) -> Fit:
    se = math.sqrt(variance)
    estimate = table.seen + unseen
    low, high = log_normal_interval(table.seen, estimate, se)
    return Fit(method, "all accounts", assumes, estimate=estimate, low=low, high=high, se=se)
