"""What is really so in a made-up market, and what work on a lead would find and cost.

Nobody published how long such cases take or how often they end in a name, so every world draws its own: how long each
kind of work really takes, and how often each kind of lead really leads to somebody, from the bounds that the data files
call defensible. The plan starts from the middle of those bounds and has to learn the rest from its closed cases.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from schakel.deciding.plan_data import Factor
from schakel.deciding.rules import Rules

_TENTH = 1.2815515655446004  # standard deviations from the middle to the 10th and 90th percentile
_EACH = 0.4  # how much one case differs from the next, as a standard deviation of log hours
_UNMASKED = (
    0.8  # of the ghosts that are worked on, so many are found to be ghosts; the others give no evidence
)
_HEAVY = ("harm", "user-quantity-only", "danger")  # the parts of the worth that say how grave it is


@dataclass(frozen=True, slots=True)
class Ending:
    """What working on a lead brought, and what it brings on average.

    `verdicts` in their order, the last one closing, and `spent` hours by kind are what the casebook learns. `real`, `hours`
    and `grave` (days of sentence) are expected values, so that the luck of a single draw does not blur the comparison.
    """

    verdicts: tuple[str, ...]
    spent: Mapping[str, float]
    real: float
    hours: float
    grave: float


class World:
    """One market's truth, with the hours and chances that hold in it."""

    def __init__(self, truth: Path, seed: int) -> None:
        with (truth / "sellers.csv").open(encoding="utf-8") as rows:
            self._real = {row["seller"]: row["truth"] == "real" for row in csv.DictReader(rows)}
        with (truth / "accounts.csv").open(encoding="utf-8") as rows:
            self._owner = {
                int(row["account_tg_id"]): row["seller"] for row in csv.DictReader(rows) if row["alias"]
            }
        self._seed, chance, rules = seed, np.random.default_rng(seed), Rules.default()
        self._takes = {kind: _drawn(factor, chance) for kind, factor in sorted(rules.hours.work.items())}
        self._takes["identification"] = _drawn(rules.hours.identification["username"], chance)
        chances = sorted(rules.worth.identifiable.chance.items())
        self._found = {way: min(f.value * _drawn(f, chance), 0.95) for way, f in chances}

    def work_on(self, lead: Mapping[str, Any], way: str, accounts: Iterable[int]) -> Ending:
        """What comes of a lead, the same whoever works on it and whenever."""
        whose = self._whose(accounts)
        chance = np.random.default_rng([self._seed, crc32((whose or lead["seller_id"]).encode())])
        found, unmasked = chance.random(2)
        each = {task["kind"]: exp(_EACH * chance.standard_normal()) for task in lead["work"]}
        hours = {
            task["kind"]: task["hours"] * self._takes[task["kind"]] * each[task["kind"]]
            for task in lead["work"]
        }
        grave = 1.0
        for part in lead["parts"]:
            grave *= part["value"] if part["part"] in _HEAVY else 1.0
        looked = {"identification": hours["identification"]}
        if not whose or not self._real[whose]:
            ghost = bool(whose) and unmasked < _UNMASKED
            return Ending(
                ("ghost",) if ghost else ("no-evidence",), looked, 0.0, looked["identification"], 0.0
            )
        chance_found = self._found[way]
        further = sum(hours.values()) - hours["identification"]
        expected = (chance_found, hours["identification"] + chance_found * further, chance_found * grave)
        if found < chance_found:
            return Ending(("real", "identified"), hours, *expected)
        return Ending(("no-evidence",), looked, *expected)

    def _whose(self, accounts: Iterable[int]) -> str:
        owners = Counter(self._owner[one] for one in accounts if self._owner.get(one) in self._real)
        return min(owners, key=lambda seller: (-owners[seller], seller), default="")


def _drawn(factor: Factor, chance: np.random.Generator) -> float:
    """How many times the middle of an entry really holds in a world, by its own bounds."""
    move = chance.standard_normal() / _TENTH
    side = factor.high / factor.value if move > 0 else factor.value / factor.low
    return exp(move * log(side))
