"""What every estimator gives back: a figure with bounds and its assumption, or a refusal in words."""

import math
from dataclasses import dataclass
from typing import Literal

from scipy.special import ndtri

Population = Literal["all accounts", "persistent sellers", "all accounts, none thrown away"]


@dataclass(frozen=True, slots=True)
class Fit:
    """One estimate of a population, or why there is none. `why` says what it assumes, or why it is refused."""

    method: str
    population: Population
    why: str
    refused: bool = False
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    se: float | None = None
    loglik: float | None = None
    aic: float | None = None

    def __post_init__(self) -> None:
        figures = (self.estimate, self.low, self.high)
        if self.refused != any(figure is None for figure in figures):
            raise ValueError(f"{self.method}: an estimate has bounds, a refusal has none")
        if any(figure is not None and not math.isfinite(figure) for figure in (*figures, self.se)):
            raise ValueError(f"{self.method}: an estimate is a finite number")


def refusal(method: str, population: Population, why: str) -> Fit:
    """A refusal in words."""
    return Fit(method, population, why, refused=True)


def normal_quantile(level: float) -> float:
    """How many standard errors a two-sided interval of this level reaches: 1.96 for .95."""
    return float(ndtri(0.5 + level / 2))


def log_normal_interval(seen: float, estimate: float, se: float, level: float = 0.95) -> tuple[float, float]:
    """Bounds that treat the unseen part as log-normal, so that the low end never falls below what was seen.

    Chao (1987), Biometrics 43, 783-791.
    """
    unseen = estimate - seen
    if unseen <= 0 or se <= 0:
        return max(estimate, seen), max(estimate, seen)
    factor = math.exp(normal_quantile(level) * math.sqrt(math.log1p((se / unseen) ** 2)))
    return seen + unseen / factor, seen + unseen * factor
