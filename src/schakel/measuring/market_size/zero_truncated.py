"""Zero-truncated models: one law for all accounts, of which those never seen are missing.

van der Heijden, Cruyff and van Houwelingen (2003), Statistical Modelling 3, 305-322.
"""

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.market_size.count_families import CountFamily
from schakel.measuring.market_size.delta import Model, population_of, too_many_parameters
from schakel.measuring.market_size.fit import Fit, refusal
from schakel.measuring.market_size.truncated_fit import Laws, TruncatedFit

Numbers = NDArray[np.float64]


def zero_truncated(family: CountFamily, laws: Laws) -> Fit:
    """All accounts, if one law holds for everyone, those seen once included."""
    method, table = f"zt{family.name}", laws.table
    why = too_many_parameters(family.parameters, table)
    fitted = why or laws.fit(family, 1)
    if not isinstance(fitted, TruncatedFit):
        return refusal(method, "all accounts", fitted)
    law, seen = fitted.family, table.seen

    def size(theta: Numbers) -> float:
        return seen / (1 - law.chances(theta)[0])

    def chance(theta: Numbers) -> float:
        never = law.chances(theta)[0]
        return seen * never / (1 - never) ** 2

    model = Model(
        method, "all accounts", family.words, fitted.theta, fitted.covariance, size, chance, fitted.loglik
    )
    return population_of(model, table)
