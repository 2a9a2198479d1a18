"""A population from two or more lists that overlap: log-linear models.

Fienberg (1972), Biometrika 59; Rivest and Baillargeon (2007), Biometrics 63; for two lists Chapman (1951).
"""

import math
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.market_size.fit import Fit, log_normal_interval, refusal
from schakel.measuring.market_size.histories import Histories
from schakel.measuring.market_size.poisson_glm import LogLinear, fit_log_linear
from schakel.records.errors import SettingsError

Numbers = NDArray[np.float64]

_GAMMA = 3.5
_PAIRS_BEYOND = 8  # with more lists than this, dependent pairs are not searched for


def from_lists(seen: Histories) -> list[Fit]:
    """The population by every model that so many lists allow."""
    if len(seen.names) == 2:
        return [_chapman(seen)]
    times = seen.patterns.sum(axis=1)
    ones, each = np.ones((len(times), 1)), seen.patterns
    fits = [
        _fit("M0", "lists are alike, accounts are alike", seen, np.column_stack([ones, times])),
        _fit(
            "Mt",
            "lists differ, accounts are alike, lists do not depend on each other",
            seen,
            np.hstack([ones, each]),
        ),
    ]
    bends = np.column_stack([np.maximum(times - j, 0.0) for j in range(2, len(seen.names))])
    shapes = {
        "chao": ("a lower bound, however much accounts differ", bends),
        "poisson2": ("accounts differ little", np.exp2(times)[:, None] - 1),
        "darroch": ("accounts differ evenly around the middle", times[:, None] ** 2 / 2),
        "gamma3.5": ("many accounts are hardly ever seen", np.log(_GAMMA / (_GAMMA + times))[:, None]),
    }
    for prefix, words, base in (
        ("Mh", "lists are alike", np.column_stack([ones, times])),
        ("Mth", "lists differ", np.hstack([ones, each])),
    ):
        for name, (assumes, columns) in shapes.items():
            rising = columns.shape[1] if name == "chao" else 0
            fits.append(
                _fit(f"{prefix}-{name}", f"{words}; {assumes}", seen, np.hstack([base, columns]), rising)
            )
    if len(seen.names) <= _PAIRS_BEYOND:
        fits.append(_dependent_pairs(seen))
    return fits


def _chapman(seen: Histories) -> Fit:
    """Two lists: Lincoln-Petersen in Chapman's form, variance of Seber (1970)."""
    first, second = seen.per_list
    both = float(seen.counts[2])
    if not both:
        return refusal(
            "chapman", "all accounts", "nobody is on both lists, so nothing tells how many are on neither"
        )
    estimate = (first + 1) * (second + 1) / (both + 1) - 1
    variance = (first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) ** 2 * (both + 2))
    return _bounded(
        "chapman", "the two lists do not depend on each other", seen, float(estimate), float(variance)
    )


def _fit(method: str, assumes: str, seen: Histories, design: Numbers, rising: int = 0) -> Fit:
    if np.linalg.matrix_rank(design) < design.shape[1] or design.shape[1] > len(seen.counts):
        return refusal(method, "all accounts", "there are too few lists for this model")
    try:
        found = _rising_only(design, seen.counts, rising)
    except (SettingsError, np.linalg.LinAlgError):
        return refusal(method, "all accounts", "the model does not settle on these lists")
    return _from(method, assumes, seen, found)


def _from(method: str, assumes: str, seen: Histories, found: LogLinear) -> Fit:
    unseen = math.exp(min(float(found.coefficients[0]), 60.0))
    if unseen > 1e5 * seen.seen:
        return refusal(method, "all accounts", "the estimate runs off: these lists hardly overlap")
    variance = unseen + unseen**2 * float(found.covariance[0, 0])
    aic = 2 * len(found.coefficients) - 2 * found.loglik
    return _bounded(method, assumes, seen, seen.seen + unseen, variance, aic)


def _rising_only(design: Numbers, counts: Numbers, rising: int) -> LogLinear:
    """The model in which the last `rising` columns have no weight below zero; falling ones are left out in turn."""
    free = design.shape[1] - rising
    while True:
        found = fit_log_linear(design, counts)
        falling = [i for i in range(free, design.shape[1]) if found.coefficients[i] < 0]
        if not falling:
            return found
        design = np.delete(design, falling[0], axis=1)


def _dependent_pairs(seen: Histories) -> Fit:
    """Mt with those pairs of lists depending on each other that the data ask for, added one by one (AIC)."""
    design = np.hstack([np.ones((len(seen.counts), 1)), seen.patterns])
    pairs = list(combinations(range(len(seen.names)), 2))
    chosen: list[tuple[int, int]] = []
    best = fit_log_linear(design, seen.counts)
    while pairs and design.shape[1] < len(seen.counts):
        tried = []
        for pair in pairs:
            wider = np.column_stack([design, seen.patterns[:, pair[0]] * seen.patterns[:, pair[1]]])
            try:
                tried.append((fit_log_linear(wider, seen.counts), pair, wider))
            except (SettingsError, np.linalg.LinAlgError):
                continue
        if not tried:
            break
        found, pair, wider = max(tried, key=lambda one: one[0].loglik)
        if found.loglik - best.loglik < 1:  # one more parameter is to gain more than one
            break
        best, design = found, wider
        chosen.append(pair)
        pairs.remove(pair)
    named = ", ".join(f"{seen.names[a]}+{seen.names[b]}" for a, b in chosen) or "none"
    return _from(
        "Mt-pairs", f"lists differ; pairs that depend on each other (chosen by AIC): {named}", seen, best
    )


def _bounded(
    method: str, assumes: str, seen: Histories, estimate: float, variance: float, aic: float | None = None
) -> Fit:
    se = math.sqrt(max(variance, 0.0))
    if se >= estimate:
        why = f"the standard error ({se:,.0f}) is larger than the estimate ({estimate:,.0f})"
        return refusal(method, "all accounts", why)
    low, high = log_normal_interval(seen.seen, estimate, se)
    return Fit(method, "all accounts", assumes, estimate=estimate, low=low, high=high, se=se, aic=aic)
