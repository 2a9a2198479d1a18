"""Zero-one-truncated models: the law is read from accounts seen twice or more, so throwaways do not bend it.

Böhning and Friedl (2021), Statistical Methods and Applications 30, 1197-1217. In `zot...` the accounts seen once
are added as they are; `persistent-...` leaves them out and counts only accounts that go by the law.
"""

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.market_size.count_families import CountFamily
from schakel.measuring.market_size.delta import Model, population_of, too_many_parameters
from schakel.measuring.market_size.fit import Fit, refusal
from schakel.measuring.market_size.truncated_fit import Laws, TruncatedFit

Numbers = NDArray[np.float64]


def one_truncated(family: CountFamily, laws: Laws) -> Fit:
    """All accounts: the law from those seen twice or more, and those seen once as they are."""
    method, table = f"zot{family.name}", laws.table
    fitted = too_many_parameters(family.parameters, table) or laws.fit(family, 2)
    if not isinstance(fitted, TruncatedFit):
        return refusal(method, "all accounts", fitted)
    law, repeated = fitted.family, table.seen - table.f(1)

    def size(theta: Numbers) -> float:
        never, once = law.chances(theta)
        return table.f(1) + repeated * (1 - once) / (1 - never - once)

    def chance(theta: Numbers) -> float:
        never, once = law.chances(theta)
        return repeated * ((1 - once) / (1 - never - once)) ** 2 * (never + once)

    assumes = f"{family.words}; accounts seen once say nothing about the law"
    model = Model(
        method, "all accounts", assumes, fitted.theta, fitted.covariance, size, chance, fitted.loglik
    )
    return population_of(model, table)


def persistent(family: CountFamily, laws: Laws) -> Fit:
    """Persistent sellers only: accounts that go by the law, whether seen or not, without the throwaways."""
    method, table = f"persistent-{family.name}", laws.table
    fitted = too_many_parameters(family.parameters, table) or laws.fit(family, 2)
    if not isinstance(fitted, TruncatedFit):
        return refusal(method, "persistent sellers", fitted)
    law, repeated = fitted.family, table.seen - table.f(1)

    def size(theta: Numbers) -> float:
        never, once = law.chances(theta)
        return repeated / (1 - never - once)

    def chance(theta: Numbers) -> float:
        never, once = law.chances(theta)
        return repeated * (never + once) / (1 - never - once) ** 2

    assumes = f"{family.words}; accounts beyond the law that were seen once are throwaways and not counted"
    model = Model(
        method,
        "persistent sellers",
        assumes,
        fitted.theta,
        fitted.covariance,
        size,
        chance,
        fitted.loglik,
        float(repeated),
    )
    return population_of(model, table)
