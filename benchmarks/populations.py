"""Made-up populations of known size, and how often each of their accounts is seen.

A world says how rates differ between accounts; sightings then come by chance. On top there may be throwaways: accounts
that are seen exactly once. `DEVELOPED` were looked at while the brackets were made, `HELD_OUT` were not.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.market_size.frequencies import Frequencies, frequencies

Counts = NDArray[np.int64]
Chance = np.random.Generator
World = Callable[[Chance, int, float], Counts]  # chance, accounts, mean rate: times each is seen

_DAYS = 60


@dataclass(frozen=True, slots=True)
class Population:
    """How often each account of a population was seen (many not at all), without and with its throwaways."""

    world: str
    size: int
    throwaways: int
    table: Frequencies


def population(world: str, size: int, mean: float, throwaways: int, seed: int) -> Population:
    """One population of a world."""
    chance = np.random.default_rng([seed, size, throwaways, *world.encode()])
    times = (DEVELOPED | HELD_OUT)[world](chance, size, mean)
    counted = np.bincount(np.concatenate([times, np.ones(throwaways, dtype=np.int64)]))
    table = frequencies({k: int(many) for k, many in enumerate(counted) if k})
    return Population(world, size, throwaways, table)


def some(worlds: Mapping[str, World], many: int, seed: int) -> list[Population]:
    """Populations of random worlds, sizes (200 to 5,000), mean rates (.5 to 4) and throwaways (none to as many)."""
    chance, names = np.random.default_rng(seed), sorted(worlds)
    found = []
    for number in range(many):
        size = int(math.exp(chance.uniform(math.log(200), math.log(5000))))
        mean = math.exp(chance.uniform(math.log(0.5), math.log(4)))
        throwaways = int(size * chance.uniform(0, 1)) if chance.random() < 0.7 else 0
        world = names[number % len(names)]
        found.append(population(world, size, mean, throwaways, seed + number))
    return found


def _mixed(rates: Callable[[Chance, int], NDArray[np.float64]]) -> World:
    """Sightings at rates that have a mean of one, times the mean rate of the population."""
    return lambda chance, size, mean: chance.poisson(mean * rates(chance, size))


def _log_normal(width: float) -> World:
    return _mixed(lambda chance, size: chance.lognormal(-(width**2) / 2, width, size))


def _gamma(shape: float) -> World:
    return _mixed(lambda chance, size: chance.gamma(shape, 1 / shape, size))


def _kinds(shares: tuple[float, ...], rates: tuple[float, ...]) -> World:
    middle = float(np.dot(shares, rates))
    return _mixed(lambda chance, size: np.array(rates)[chance.choice(len(rates), size, p=shares)] / middle)


def _beta_days(chance: Chance, size: int, mean: float) -> Counts:
    """Days seen out of sixty, where the chance of a day differs as a beta law: heavy posters fill the calendar."""
    often = mean / _DAYS
    return chance.binomial(_DAYS, chance.beta(0.8, 0.8 * (1 - often) / often, size))


def _seasonal(chance: Chance, size: int, mean: float) -> Counts:
    """Days seen out of sixty: accounts come and go, weekends are busier, and the last weeks twice as busy."""
    rate = chance.lognormal(-0.32, 0.8, size) * mean / _DAYS
    first, stay = chance.integers(-30, _DAYS, size), chance.exponential(60, size)
    day = np.arange(_DAYS)
    busy = np.where(day % 7 >= 5, 1.6, 0.8) * np.where(day > 40, 2.0, 0.7)
    there = (day >= first[:, None]) & (day < (first + stay)[:, None])
    # Who was gone before the first day, or has not one day here, does not belong to the population.
    there[~there.any(axis=1), chance.integers(_DAYS)] = True
    seen = chance.random((size, _DAYS)) < -np.expm1(-2 * rate[:, None] * busy) * there
    return np.asarray(seen.sum(axis=1), dtype=np.int64)


def _bursts(chance: Chance, size: int, mean: float) -> Counts:
    """Sightings in bursts: who is seen is often seen again soon after, so counts spread more than chance alone."""
    bursts = chance.poisson(chance.gamma(2.0, mean / 3, size))
    return np.asarray(bursts + chance.poisson(0.5 * bursts), dtype=np.int64)


DEVELOPED: dict[str, World] = {
    "all alike": _mixed(lambda chance, size: np.ones(size)),
    "gamma 2": _gamma(2.0),
    "gamma 1 (geometric)": _gamma(1.0),
    "gamma .5": _gamma(0.5),
    "log-normal .6": _log_normal(0.6),
    "log-normal 1": _log_normal(1.0),
    "log-normal 1.5": _log_normal(1.5),
    "two kinds, 1 to 4": _kinds((0.4, 0.6), (0.5, 2.0)),
    "gone part of the time": _mixed(
        lambda chance, size: 2 * chance.random(size) * chance.gamma(2.0, 0.5, size)
    ),
}
HELD_OUT: dict[str, World] = {
    "uniform": _mixed(lambda chance, size: 2 * chance.random(size)),
    "Weibull .8": _mixed(lambda chance, size: chance.weibull(0.8, size) / math.gamma(1 + 1 / 0.8)),
    "inverse Gaussian 1": _mixed(lambda chance, size: chance.wald(1.0, 1.0, size)),
    "inverse Gaussian .5": _mixed(lambda chance, size: chance.wald(1.0, 0.5, size)),
    "three kinds": _kinds((0.5, 0.35, 0.15), (0.6, 1.5, 6.0)),
    "gamma .7": _gamma(0.7),
    "log-normal 1.2": _log_normal(1.2),
    "beta, by day": _beta_days,
    "seasonal, by day": _seasonal,
    "bursts": _bursts,
}
