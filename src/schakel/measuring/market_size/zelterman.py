"""Zelterman's robust estimate."""

import math

from schakel.measuring.market_size.fit import Fit, log_normal_interval, refusal
from schakel.measuring.market_size.frequencies import Frequencies


def zelterman(table: Frequencies) -> Fit:
    """All accounts, the rate of being seen read from those seen once and twice only.

    Zelterman (1988), Journal of Statistical Planning and Inference 18, 225-237; variance of Böhning (2008).
    """
    once, twice, seen = table.f(1), table.f(2), table.seen
    if not once or not twice:
        return refusal("zelterman", "all accounts", "nobody was seen exactly once, or nobody twice")
    rate = 2 * twice / once
    shown = -math.expm1(-rate)
    estimate = seen / shown
    slope = seen * rate * math.exp(-rate) / shown**2
    se = math.sqrt(slope**2 * (1 / once + 1 / twice) + seen * (1 - shown) / shown**2)
    low, high = log_normal_interval(seen, estimate, se)
    assumes = "accounts seen once or twice are like those not seen; too high when many are thrown away after one use"
    return Fit("zelterman", "all accounts", assumes, estimate=estimate, low=low, high=high, se=se)
