"""From a fitted law to a population with a standard error, and the grounds on which one is refused."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.market_size.fit import Fit, Population, log_normal_interval, refusal
from schakel.measuring.market_size.frequencies import Frequencies
from schakel.measuring.market_size.likelihood import gradient

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """What a likelihood-based estimator found: its parameters, and what population each value of them would give."""

    method: str
    population: Population
    assumes: str
    theta: Numbers
    covariance: Numbers
    size: Callable[[Numbers], float]
    chance: Callable[[Numbers], float]  # variance from who happened to be seen
    loglik: float | None = None
    least: float | None = None  # what the population cannot be below; the number seen, if not told


def population_of(model: Model, table: Frequencies) -> Fit:
    """The population with standard error and log-normal bounds, or a refusal.

    The variance is that of the parameters carried through (delta method) plus that of who happened to be seen
    (van der Heijden and others, 2003, Statistical Modelling 3, 305-322).
    """
    estimate = model.size(model.theta)
    if not math.isfinite(estimate) or estimate > 1e5 * table.seen:
        return refusal(model.method, model.population, _endless(table))
    slope = gradient(model.size, model.theta)
    variance = float(slope @ model.covariance @ slope) + model.chance(model.theta)
    if not math.isfinite(variance) or variance < 0:
        return refusal(model.method, model.population, "the standard error does not exist")
    se = math.sqrt(variance)
    if se >= estimate:
        why = f"the standard error ({se:,.0f}) is larger than the estimate ({estimate:,.0f}): the table does not say"
        return refusal(model.method, model.population, why)
    low, high = log_normal_interval(table.seen if model.least is None else model.least, estimate, se)
    aic = None if model.loglik is None else 2 * len(model.theta) - 2 * model.loglik
    return Fit(
        model.method,
        model.population,
        model.assumes,
        estimate=estimate,
        low=low,
        high=high,
        se=se,
        loglik=model.loglik,
        aic=aic,
    )


def too_many_parameters(parameters: int, table: Frequencies) -> str:
    """Why this table cannot carry so many parameters, or nothing."""
    classes = len(table.times)
    if parameters <= classes - 1:
        return ""
    return f"the table has {classes} different frequencies, too few for a model with {parameters} parameters"


def _endless(table: Frequencies) -> str:
    return f"the estimate runs off (over 100,000 times the {table.seen:,} seen): the fit lies on the edge of what is possible"
