"""Chooses the limits of acts, after a fit, and writes them into lexicons/act_limits.toml.

    python tools/fit_reading.py --rounds --keep /tmp/fitted.jsonl
    python tools/choose_act_limits.py /tmp/fitted.jsonl [FOLDER OF DEVELOPMENT DATA] [--steps 20000] [--seed 1]

Simulated annealing (Kirkpatrick et al. 1983) over the limits: acts told right of the messages that are fitted on, by
weights that were not fitted on their round, less what offers and acts among ordinary messages cost, and much less where a
figure of the gate falls below its floor; the sets of the gate choose nothing beyond that, and `sealed8` and `sealed9` not even that. Chosen on those sets alone,
limits told .864 of `sealed7` right where those of an earlier fit told .876.
"""

import argparse
import json
import math
import os
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from act_limit_texts import (
    LEAST_ODDS,
    Items,
    Texts,
    figures,
    figures_of_items,
    fitted,
    items_named,
    near,
    numbers_of,
    searched,
    told,
)
from measure_reading import CHECKOUT, ordinary
from reading_messages import WEIGHTS
from reading_tables import LEXICONS
from tests.gate.reading.scoring import TOGETHER

from schakel.reading.evaluation.labels import read_labelled
from schakel.reading.weighing.weights import ACTS, load_limits

GATE = CHECKOUT / "tests" / "gate" / "reading"
APART = {"hard", "sealed8", "sealed9"}  # fitted on; kept to measure with
# What one false offer in 10,000 ordinary messages costs, and one message taken for any act, in shares of acts told right.
OFFER_COSTS, ACT_COSTS = 0.0003, 0.000007
BELOW_FLOOR = 8.0  # how much a figure below its floor costs, times the distance
ANY_BELOW = 0.001  # what each such figure costs whatever its distance
# Sizes of a step and how warm the annealing begins and ends (in shares of acts told right).
STEP, WARM, COLD = 0.15, 0.004, 0.00005
MOST_NL, MOST_KIND = 1.9, 9.0  # offers in 10,000 of Dutch ordinary text and of any other kind
OVER_MOST = 0.03  # what each offer in 10,000 beyond these costs
# What praise, warnings and offers without grounds lack at least: short texts of ordinary life are taken for them otherwise.
AT_MOST = {
    "no_grounds.offer": -1.0,
    "no_grounds.vouch": -0.7,
    "no_grounds.warning": -0.9,
    "one_word": -1.2,
    "lone.vouch.no_kind": -0.6,
    "lone.warning.no_kind": -0.6,
    "lone.vouch.in_passing": -1.3,
    "lone.warning.in_passing": -1.25,
}
AT_LEAST = {f"least_odds.{act}": -0.5 for act in ACTS}  # lower ones leave more texts to be read in full
AT_LEAST[
    "no_grounds.request"
] = -0.15  # lower ones leave no question to a seller that its chat could make a request


@dataclass(frozen=True, slots=True)
class Totals:
    """What limits are chosen by: messages that were fitted on, each left out in turn; the sets of the gate with their
    floors; ordinary messages."""

    learned: Texts
    labelled: Texts
    items: Items
    members: Mapping[str, np.ndarray[Any, Any]]
    common: Texts
    number: Mapping[str, int]
    floors: Mapping[str, Mapping[str, float]]

    def worth(self, values: np.ndarray[Any, Any], names: list[str]) -> float:
        """Acts told right of those learned from, less what false acts cost and what lies below a floor."""
        right = told(self.learned, values, names) == self.learned.truth
        weight = np.where(self.learned.sets == "harder", WEIGHTS["harder"], 1.0)
        worth = float((right * weight).sum() / weight.sum()) - self._costs(told(self.common, values, names))
        below = [floor - one for _, _, floor, one in self.below(told(self.labelled, values, names))]
        return worth - BELOW_FLOOR * sum(below) / len(self.members) - ANY_BELOW * len(below)

    def below(self, says: np.ndarray[Any, Any]) -> list[tuple[str, str, float, float]]:
        """The figures below their floors: set, figure, floor, what it is."""
        found = []
        for name, of in self.members.items():
            have = figures(says[of], self.labelled.truth[of]) | figures_of_items(says, self.items, of)
            found += [
                (name, key, self.floors[name][key], one)
                for key, one in have.items()
                if one < self.floors[name][key]
            ]
        return found

    def _costs(self, says: np.ndarray[Any, Any]) -> float:
        whole = 10_000 / sum(self.number.values())
        costs = OFFER_COSTS * (says == 1).sum() * whole + ACT_COSTS * (says > 0).sum() * whole
        for kind, number in self.number.items():
            share = ((says == 1) & (self.common.sets == kind)).sum() * 10_000 / number
            most = MOST_NL if kind.startswith("nl") else MOST_KIND
            costs += OVER_MOST * max(0.0, share - most)
        return float(costs)


def anneal(totals: Totals, start: Mapping[str, float], steps: int, seed: int) -> dict[str, float]:
    """The limits with the best worth that were met on the way, rounded to a hundredth."""
    names, random = list(start), np.random.default_rng(seed)
    at = np.array([start[name] for name in names])
    here = best_worth = totals.worth(at, names)
    best = at.copy()
    for step in range(steps):
        heat = WARM * (COLD / WARM) ** (step / steps)
        tried = at.copy()
        chosen = random.integers(len(names))
        tried[chosen] = round(tried[chosen] + STEP * random.standard_normal(), 2)
        low, high = _bounds(names[chosen])
        tried[chosen] = min(high, max(low, tried[chosen]))
        worth = totals.worth(tried, names)
        if worth > here or random.random() < math.exp((worth - here) / heat):
            at, here = tried, worth
            if here > best_worth:
                best, best_worth = at.copy(), here
    print(f"worth {totals.worth(np.array(list(start.values())), names):.4f} -> {best_worth:.4f}")
    return dict(zip(names, best.tolist(), strict=True))


def _bounds(name: str) -> tuple[float, float]:
    """Between which numbers a limit has a meaning: a share, and what a lack costs, which is never a gain."""
    if name == "least_share":
        return 0.1, 0.6
    if name.startswith(("no_grounds", "lone", "asks", "one_word")):
        return AT_LEAST.get(name, -4.0), AT_MOST.get(name, 0.0)
    return (0.0 if name == "offer_ahead" else AT_LEAST.get(name, LEAST_ODDS)), 2.0


def write(number: Mapping[str, float]) -> None:
    """Puts the numbers into the file and leaves its words as they are."""
    path, section, out = LEXICONS / "act_limits.toml", "", []
    for line in path.read_text("utf-8").splitlines():
        if heading := re.fullmatch(r"\[(.+)\]", line):
            section = "" if heading[1] == "lacking" else f"{heading[1]}."
        name, equals, _ = line.partition(" = ")
        key = f"{section}{name}"
        out.append(f"{name} = {number[key]:g}" if equals and key in number else line)
    path.write_text("\n".join(out) + "\n", "utf-8")


def report(title: str, texts: Texts, limits: Mapping[str, float]) -> None:
    """Prints the figures of each set or kind."""
    says = told(texts, np.array(list(limits.values())), list(limits))
    for name in sorted(set(texts.sets)):
        of = texts.sets == name
        if (texts.truth[of] > 0).any():
            have = figures(says[of], texts.truth[of])
            print(title, name, {key: round(one, 4) for key, one in have.items()})
        else:
            print(
                f"{title} {name}: {of.sum()} messages, {(says[of] == 1).sum()} offers, {(says[of] > 0).sum()} acts"
            )


def totals(data: str, kept: str) -> Totals:
    """Everything that limits are chosen by, read once."""
    floors = json.loads((GATE / "floors.json").read_text("utf-8"))
    names = sorted({path.name.rpartition("_")[0] for path in GATE.glob("*_??.jsonl")} - APART)
    rows = [
        (name, one.label) for name in names for one in read_labelled(sorted(GATE.glob(f"{name}_??.jsonl")))
    ]
    of, labels = np.array([name for name, _ in rows]), [label for _, label in rows]
    labelled = searched([one.text for one in labels], [one.act for one in labels], of.tolist())
    members = {name: np.isin(of, TOGETHER.get(name, (name,))) for name in floors if name not in APART}
    plain = ordinary(Path(data) / "data")
    common = searched([one.text for one in plain], ["none"] * len(plain), [one.language for one in plain])
    kinds = Counter(common.sets)
    return Totals(fitted(kept), labelled, items_named(labels), members, near(common), kinds, floors)


def main() -> None:
    """Searches once, chooses, writes and reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fitted", help="what tools/fit_reading.py --keep wrote")
    parser.add_argument("data", nargs="?", default=os.environ.get("SCHAKEL_SHARED", ""))
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    start = numbers_of(load_limits())
    known = totals(options.data, options.fitted)
    chosen = anneal(known, start, options.steps, options.seed)
    for title, limits in (("before", start), ("now", chosen)):
        for texts in (known.learned, known.labelled, known.common):
            report(title, texts, limits)
        values, names = np.array(list(limits.values())), list(limits)
        for row in known.below(told(known.labelled, values, names)):
            print(title, "below its floor:", *row)
    write(chosen)


if __name__ == "__main__":
    main()
