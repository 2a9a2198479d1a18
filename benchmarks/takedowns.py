"""Made-up takedowns with a known effect: how often the interval holds it, and how often nothing is found where nothing was.

    python -m benchmarks.takedowns --many 100 --seed 1

Chats post by chance at rates that differ by weekday, follow the market and a course of their own that hangs together
from day to day; on one day the targets lose a share, of which some comes back. `--many` runs with an effect and as
many without.
"""

import argparse
import sys
from dataclasses import dataclass

import numpy as np

from schakel.measuring.interventions.activity import Activity
from schakel.measuring.interventions.aim import Aim
from schakel.measuring.interventions.change import Change, Series, change
from schakel.measuring.interventions.displacement import Share, came_back

_BEFORE = 42


@dataclass(frozen=True, slots=True)
class Takedown:
    """A series with a takedown, and the true change over the days 1 to `days` after it."""

    series: Series
    truth: float
    days: int


def takedown(number: int, seed: int, *, effect: bool) -> Takedown:
    """One market; sizes, courses and effect are drawn."""
    chance = np.random.default_rng([seed, number, int(effect)])
    chats, days = int(chance.integers(3, 16)), int(chance.integers(14, 57))
    before = int(chance.integers(28, 64))
    length = before + 1 + days
    market = _course(chance, length, chance.uniform(0.0, 0.15), 0.9)
    weekday = 1 + chance.uniform(0, 0.4) * np.sin(2 * np.pi * np.arange(length) / 7)
    own, hangs = chance.uniform(0.05, 0.35), chance.uniform(0.3, 0.9)
    rates = []
    for _ in range(chats + 1):
        level = np.exp(chance.uniform(np.log(3), np.log(80)))
        rates.append(level * weekday * np.exp(market + _course(chance, length, own, hangs)))
    left = np.ones(length)
    if effect:
        lost, back, pace = chance.uniform(0.2, 0.95), chance.uniform(0, 0.9), chance.uniform(4, 30)
        after = np.arange(days + 1)
        left[before:] = 1 - lost * (1 - back * (1 - np.exp(-after / pace)))
    size = chance.uniform(2, 30)
    counts = [_drawn(chance, rate, size) for rate in [rates[0] * left, *rates[1:]]]
    truth = float((rates[0] * left)[before + 1 :].sum() / rates[0][before + 1 :].sum()) - 1
    return Takedown(Series(counts[0], np.array(counts[1:]), before, before), truth, days)


def found(one: Takedown) -> Change:
    """What measuring says of the days after."""
    return change(one.series, 1, one.days, _BEFORE)


def _course(chance: np.random.Generator, length: int, spread: float, hangs: float) -> np.ndarray:
    steps = chance.normal(0, spread * np.sqrt(1 - hangs**2), length)
    course = np.zeros(length)
    course[0] = chance.normal(0, spread)
    for day in range(1, length):
        course[day] = hangs * course[day - 1] + steps[day]
    return course


def _drawn(chance: np.random.Generator, rate: np.ndarray, size: float) -> np.ndarray:
    return chance.poisson(rate * chance.gamma(size, 1 / size, len(rate))).astype(np.float64)


@dataclass(frozen=True, slots=True)
class Returns:
    """Sellers that were struck, of whom some come back under another account; and what linking knows of it."""

    aim: Aim
    struck: frozenset[int]
    possible: dict[int, float]  # accounts that were not linked, with the probability that they are a target's
    truth: float


def returns(number: int, seed: int) -> Returns:
    """One market: targets and others, new accounts of targets that come back, and new accounts of nobody known."""
    chance = np.random.default_rng([seed, number, 2])
    targets, others, days, began = int(chance.integers(5, 60)), 100, 80, 45
    back = chance.random(targets) < chance.uniform(0, 1)
    strangers, strength = int(chance.integers(1, 20)), chance.uniform(2.0, 5.0)
    prior = np.log(max(back.sum(), 1) / strangers)
    rows: list[tuple[int, int, int]] = []  # account, seller, day
    for seller in range(targets + others):
        last = began if seller < targets else days
        rows += [(seller, seller, day) for day in np.flatnonzero(chance.random(last) < 0.3).tolist()]
    account = targets + others
    possible = {}
    for seller in [*np.flatnonzero(back).tolist(), *[-1] * strangers]:
        weight = chance.normal(strength if seller >= 0 else -strength, np.sqrt(2 * strength))
        possible[account] = float(1 / (1 + np.exp(-weight - prior)))  # honest odds
        claimed = seller if seller >= 0 else int(chance.integers(targets))
        owner = claimed if possible[account] > 0.5 else account  # who is not linked is a seller of its own
        first = began + 1 + int(chance.integers(0, 20))
        rows += [(account, owner, day) for day in range(first, days, 3)]
        account += 1
    return Returns(_aim(rows, targets, days, began), frozenset(range(targets)), possible, float(back.mean()))


def _aim(rows: list[tuple[int, int, int]], targets: int, days: int, began: int) -> Aim:
    account, seller, day = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    names = tuple(f"a{n:05}" for n in range(int(account.max()) + 1))
    sellers = tuple(f"s{n:05}" for n in range(int(seller.max()) + 1))
    did = dict.fromkeys(("messages", "joins", "ads", "texts"), np.ones(len(day)))
    seen = Activity(0, days, ("c",), names, sellers, np.zeros(len(day), np.int64), account, seller, day, did)
    return Aim(seen, "sellers", began, began, seller < targets, (), 0, sellers[:targets])


def share_back(one: Returns) -> Share:
    """What measuring says of the share that came back."""
    return came_back(one.aim, one.struck, 28, one.possible)[0]


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.takedowns", description=__doc__)
    parser.add_argument("--many", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for effect in (True, False):
        made = [takedown(number, options.seed, effect=effect) for number in range(options.many)]
        told = [(one.truth, found(one)) for one in made]
        held = sum(c.low <= truth <= c.high for truth, c in told if c.low is not None and c.high is not None)
        nothing = sum(c.low <= 0 <= c.high for _, c in told if c.low is not None and c.high is not None)
        wide = np.median([c.high - c.low for _, c in told if c.low is not None and c.high is not None])
        name = "with an effect" if effect else "placebo dates"
        sys.stdout.write(
            f"{name:16} {len(told)} runs  holds the truth {held}  no change found {nothing}  median width {wide:.2f}\n"
        )
    made_back = [returns(number, options.seed) for number in range(options.many)]
    shares = [(one.truth, share_back(one)) for one in made_back]
    held = sum(one.low <= truth <= one.high for truth, one in shares)
    wide = np.median([one.high - one.low for _, one in shares])
    sys.stdout.write(
        f"came back        {len(shares)} runs  holds the truth {held}  median width {wide:.2f}\n"
    )


if __name__ == "__main__":
    main()
