"""Seeded chance. Everything rests on `random.random()`, whose sequence Python keeps from version to version."""

from bisect import bisect
from collections.abc import Sequence
from math import cos, exp, log, pi, sqrt
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """One stream of chance. Streams with different names do not touch each other."""

    def __init__(self, seed: int, name: str) -> None:
        self.unit = Random(f"{seed}/{name}").random  # a text seed goes through SHA-512, the same everywhere

    def below(self, n: int) -> int:
        """A whole number from 0 to n-1."""
        return int(self.unit() * n)

    def yes(self, p: float) -> bool:
        """True with chance p."""
        return self.unit() < p

    def pick(self, of: Sequence[T]) -> T:
        """One of them, each as likely."""
        return of[int(self.unit() * len(of))]

    def by_weight(self, of: Sequence[T], cumulative: Sequence[float]) -> T:
        """One of them by running sums of weights."""
        return of[min(bisect(cumulative, self.unit() * cumulative[-1]), len(of) - 1)]

    def some(self, of: Sequence[T], k: int) -> list[T]:
        """K different ones, in chance order; all of them if there are fewer."""
        pool = list(of)
        for i in range(min(k, len(pool))):
            j = i + self.below(len(pool) - i)
            pool[i], pool[j] = pool[j], pool[i]
        return pool[:k]

    def between(self, low: float, high: float) -> float:
        """A number between low and high."""
        return low + (high - low) * self.unit()

    def exponential(self, mean: float) -> float:
        """A waiting time with this mean."""
        return -mean * log(1.0 - self.unit())

    def normal(self, mean: float, spread: float) -> float:
        """A normally distributed number (Box and Muller)."""
        return mean + spread * sqrt(-2.0 * log(1.0 - self.unit())) * cos(2.0 * pi * self.unit())

    def lognormal(self, sigma: float) -> float:
        """A log-normal number with median 1."""
        return exp(self.normal(0.0, sigma))

    def poisson(self, mean: float) -> int:
        """A Poisson number: by multiplication up to 30, beyond that the rounded normal."""
        if mean > 30.0:
            return max(0, round(self.normal(mean, sqrt(mean))))
        limit, product, count = exp(-mean), self.unit(), 0
        while product > limit:
            product *= self.unit()
            count += 1
        return count


def running(weights: Sequence[float]) -> list[float]:
    """Running sums, for `by_weight`."""
    sums: list[float] = []
    total = 0.0
    for weight in weights:
        total += weight
        sums.append(total)
    return sums
