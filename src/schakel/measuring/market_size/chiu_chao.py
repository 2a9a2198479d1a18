"""Persistent sellers, without believing the number of accounts seen once: Chiu and Chao (2016), PeerJ 4, e1634.

Their subject is sequencing errors that look like rare species; throwaway accounts do the same to a count of sellers.
"""

import math

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.market_size.fit import Fit, log_normal_interval, refusal
from schakel.measuring.market_size.frequencies import Frequencies
from schakel.measuring.market_size.likelihood import gradient

Numbers = NDArray[np.float64]


def chiu_chao(table: Frequencies) -> Fit:
    """Persistent sellers at least: singles estimated from those seen two to four times, then Chao's lower bound."""
    method = "chiu-chao-2016"
    if not table.f(2) or not table.f(3):
        why = "nobody was seen exactly twice, or nobody three times"
        return refusal(method, "persistent sellers", why)
    repeated = float(table.seen - table.f(1))
    counts = np.array([table.f(2), table.f(3), table.f(4)], dtype=np.float64)

    def unseen_or_once(f: Numbers) -> float:
        singles = expected_singles(*f)
        return float(singles + singles**2 / (2 * f[0]))

    total = unseen_or_once(counts) + repeated
    # The counts are a multinomial draw from the population: what is left of it was seen another number of times.
    slopes = 1 + gradient(unseen_or_once, counts, step=1e-3)
    rest = repeated - counts.sum()
    variance = slopes**2 @ counts + rest - (slopes @ counts + rest) ** 2 / total
    se = math.sqrt(max(variance, 0.0))
    if se >= total:
        why = f"the standard error ({se:,.0f}) is larger than the estimate ({total:,.0f})"
        return refusal(method, "persistent sellers", why)
    low, high = log_normal_interval(repeated, total, se)
    assumes = "a lower bound; accounts seen twice or more are real, those seen once may be throwaways and are not used"
    return Fit(method, "persistent sellers", assumes, estimate=total, low=low, high=high, se=se)


def expected_singles(twice: float, thrice: float, four: float) -> float:
    """How many accounts would be seen once if there were no throwaways."""
    if thrice * four > 0:
        return max(4 * twice**2 / (3 * thrice) - twice * thrice / (2 * four), 0.0)
    return max(4 * twice**2 / (3 * (thrice + 1)) - twice * thrice / (2 * (four + 1)), 0.0)
