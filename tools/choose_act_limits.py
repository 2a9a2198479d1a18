"""Chooses the limits of acts, after a fit, and writes them into lexicons/act_limits.toml.

    python tools/fit_reading.py --compare --rounds --keep /tmp/fitted.jsonl
    python tools/choose_act_limits.py /tmp/fitted.jsonl [FOLDER OF DEVELOPMENT DATA] [--steps 20000] [--seed 1]

Simulated annealing (Kirkpatrick et al. 1983) over the limits: acts told right of the messages that are fitted on, by
weights that were not fitted on their round, less what offers and acts among ordinary messages cost, and much less where a
total of the gate falls below its floor. The totals of `UNSEEN` choose nothing. Chosen on the sets of the gate alone, limits
told .864 of `sealed7` right where those of an earlier fit told .876.
"""

import argparse
import json
import math
import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from measure_reading import CHECKOUT, ordinary
from reading_messages import HARDER_ROUNDS, THEIR_WEIGHT, WEIGHTS
from reading_tables import LEXICONS

from schakel.reading.evaluation.labels import read_labelled
from schakel.reading.offers import read_texts
from schakel.reading.weighing import acts as weighing
from schakel.reading.weighing.act_signs import ActSign
from schakel.reading.weighing.weights import ACTS, Limits, Lone, load_limits

GATE = CHECKOUT / "tests" / "gate" / "reading"
UNSEEN = ("sealed6", "sealed7", "hard")  # the first two measure, the last is fitted on
# What one false offer in 10,000 ordinary messages costs, and one message taken for any act, in shares of acts told right.
OFFER_COSTS, ACT_COSTS = 0.0005, 0.00001
BELOW_FLOOR = 8.0  # how much a total below its floor costs, times the distance
# Sizes of a step and how warm the annealing begins and ends (in shares of acts told right).
STEP, WARM, COLD = 0.15, 0.004, 0.00005
LEAST_ODDS = -1.5  # no act is said of a text with less; ordinary texts below it need not be looked at
MOST_NL, MOST_KIND = 1.0, 8.0  # offers in 10,000 of Dutch ordinary text and of any other kind


@dataclass(frozen=True, slots=True)
class Texts:
    """What the reading says of texts before any limit: odds by act, and which limit bears on each act (0: none)."""

    odds: np.ndarray[Any, Any]
    lacks: np.ndarray[Any, Any]
    least: np.ndarray[Any, Any]
    truth: np.ndarray[Any, Any]
    sets: np.ndarray[Any, Any]


def numbers_of(limits: Limits) -> dict[str, float]:
    """The limits as a flat table of names and numbers, in a fixed order."""
    table = {name: getattr(limits, name) for name in ("least_share", *_SINGLE, "asks_nothing", "one_word")}
    for group in ("least_odds", "no_grounds"):
        table |= {f"{group}.{act}": getattr(limits, group)[act] for act in ACTS}
    for act, lone in limits.lone.items():
        table |= {f"lone.{act}.{name}": getattr(lone, name) for name in _LONE}
    return table | {"ahead_of_others.offer": limits.ahead_of_others["offer"]}


_SINGLE = ("offer_with_means", "offer_with_plain_price", "plain_price_beside_talk", "offer_with_price")
_LONE = ("one_kind", "no_kind", "in_passing")


def searched(texts: Sequence[str], truth: Sequence[str], sets: Sequence[str]) -> Texts:
    """What the reading says of these texts."""
    signs, odds = [], []
    for at in range(0, len(texts), 1000):
        for reading in read_texts(texts[at : at + 1000]):
            judgement = reading.judgement
            lacks = weighing.grounds_of(judgement.signs)
            signs.append(judgement.signs)
            odds.append([one - lack for one, lack in zip(judgement.all_odds, lacks, strict=True)])
    return _bearing(signs, odds, truth, sets)


def fitted(path: str) -> Texts:
    """What weights say of the messages of trade chats that they are fitted on, each left out in turn."""
    rows = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    rows = [row for row in rows if _kind(row) not in WEIGHTS]
    signs = [[ActSign(name, 0.0, None) for name in row["signs"]] for row in rows]
    sets = ["harder" if _kind(row).endswith(HARDER_ROUNDS) else "others" for row in rows]
    return _bearing(signs, [row["odds"] for row in rows], [row["act"] for row in rows], sets)


def _kind(row: Mapping[str, Any]) -> str:
    return str(row["id"]).partition("-")[0]


def _bearing(
    signs: Sequence[Sequence[ActSign]],
    odds: Sequence[Sequence[float]],
    truth: Sequence[str],
    sets: Sequence[str],
) -> Texts:
    """Which limits bear on these texts is asked by giving each limit its number as its value."""
    with _Numbered():
        lacks = [[_code(one) for one in weighing.grounds_of(those)] for those in signs]
        least = [[_code(weighing._least_odds(act, those)) for act in ACTS] for those in signs]
    names = np.array([("none", *ACTS).index(one) for one in truth])
    return Texts(np.array(odds), np.array(lacks), np.array(least), names, np.array(sets))


def _code(value: float) -> int:
    """The number of the limit that was given back; the last for what is never an act."""
    return -1 if value < 0 else int(value)


class _Numbered:
    """While this lasts every limit has its own number as its value, so that what comes back names the limit."""

    def __enter__(self) -> None:
        self.kept = weighing._LIMITS, weighing.NO_GROUNDS, weighing.LEAST_ODDS, weighing.OFFER_WITH_MEANS
        self._set(load_limits(), {name: float(at) for at, name in enumerate(numbers_of(load_limits()), 1)})

    def _set(self, limits: Limits, number: Mapping[str, float]) -> None:
        numbered = with_numbers(limits, number)
        weighing._LIMITS, weighing.NO_GROUNDS = numbered, numbered.no_grounds
        weighing.LEAST_ODDS, weighing.OFFER_WITH_MEANS = numbered.least_odds, numbered.offer_with_means

    def __exit__(self, *_: object) -> None:
        weighing._LIMITS, weighing.NO_GROUNDS, weighing.LEAST_ODDS, weighing.OFFER_WITH_MEANS = self.kept


def with_numbers(limits: Limits, number: Mapping[str, float]) -> Limits:
    """The limits with the numbers of such a table."""
    lone = {act: Lone(*(number[f"lone.{act}.{name}"] for name in _LONE)) for act in limits.lone}
    by_act = {
        group: {act: number[f"{group}.{act}"] for act in ACTS} for group in ("least_odds", "no_grounds")
    }
    ahead = {**limits.ahead_of_others, "offer": number["ahead_of_others.offer"]}
    single = {name: number[name] for name in ("least_share", *_SINGLE, "asks_nothing", "one_word")}
    return replace(limits, **single, **by_act, lone=lone, ahead_of_others=ahead)


def told(texts: Texts, values: np.ndarray[Any, Any], names: Sequence[str]) -> np.ndarray[Any, Any]:
    """The act of each text with these limits, as the number of its class; as `weighing.judge_act`."""
    table = np.concatenate([[0.0], values, [weighing._NO_CLAIM]])
    odds = texts.odds + table[texts.lacks]
    ahead = odds.copy()
    ahead[:, 0] -= values[names.index("ahead_of_others.offer")]
    best, row = ahead.argmax(axis=1), np.arange(len(odds))
    shares = 10 ** np.minimum(15.0, odds)
    enough = odds[row, best] > table[texts.least[row, best]]
    enough &= shares[row, best] > values[names.index("least_share")] * (1 + shares.sum(axis=1))
    return np.where(enough, best + 1, 0)


@dataclass(frozen=True, slots=True)
class Totals:
    """What limits are chosen by: messages that were fitted on, each left out in turn; the sets of the gate with their
    floors; ordinary messages."""

    learned: Texts
    labelled: Texts
    common: Texts
    number: Mapping[str, int]
    floors: Mapping[str, Mapping[str, float]]

    def worth(self, values: np.ndarray[Any, Any], names: Sequence[str]) -> float:
        """Acts told right of those learned from, less what false acts cost and what lies below a floor."""
        right = told(self.learned, values, names) == self.learned.truth
        counts = np.where(self.learned.sets == "harder", THEIR_WEIGHT, 1.0)
        worth = float((right * counts).sum() / counts.sum()) - self._costs(told(self.common, values, names))
        says = told(self.labelled, values, names)
        for name, floors in self.floors.items():
            if (of := self.labelled.sets == name).any():
                figures = _figures(says[of], self.labelled.truth[of])
                below = [max(0.0, floors.get(key, 0.0) - one) for key, one in figures.items()]
                worth -= BELOW_FLOOR * sum(below) / len(self.floors)
        return worth

    def _costs(self, says: np.ndarray[Any, Any]) -> float:
        whole = 10_000 / sum(self.number.values())
        costs = OFFER_COSTS * (says == 1).sum() * whole + ACT_COSTS * (says > 0).sum() * whole
        for kind, number in self.number.items():
            share = ((says == 1) & (self.common.sets == kind)).sum() * 10_000 / number
            most = MOST_NL if kind.startswith("nl") else MOST_KIND
            costs += 0.01 * max(0.0, share - most)
        return float(costs)


def near(texts: Texts) -> Texts:
    """Those texts of which some act could be said under any limits that may be chosen."""
    some = texts.odds.max(axis=1) > LEAST_ODDS
    return Texts(*(getattr(texts, field)[some] for field in ("odds", "lacks", "least", "truth", "sets")))


def _figures(says: np.ndarray[Any, Any], truth: np.ndarray[Any, Any]) -> dict[str, float]:
    both = ((says == 1) & (truth == 1)).sum()
    return {
        "act accuracy": float((says == truth).mean()),
        "offer precision": float(both / max(1, (says == 1).sum())),
        "offer recall": float(both / max(1, (truth == 1).sum())),
    }


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
    lacks = name.startswith(("no_grounds", "lone", "asks", "one_word"))
    return (-4.0, 0.0) if lacks else (LEAST_ODDS, 2.0)


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
    """Prints the totals of each set or kind."""
    says = told(texts, np.array(list(limits.values())), list(limits))
    for name in sorted(set(texts.sets)):
        of = texts.sets == name
        if (texts.truth[of] > 0).any():
            print(
                title, name, {key: round(one, 4) for key, one in _figures(says[of], texts.truth[of]).items()}
            )
        else:
            print(
                f"{title} {name}: {of.sum()} messages, {(says[of] == 1).sum()} offers, {(says[of] > 0).sum()} acts"
            )


def main() -> None:
    """Searches once, chooses, writes and reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fitted", help="what tools/fit_reading.py --keep wrote")
    parser.add_argument("data", nargs="?", default=os.environ.get("SCHAKEL_SHARED", ""))
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    floors = json.loads((GATE / "floors.json").read_text("utf-8"))
    names = sorted({path.name.rpartition("_")[0] for path in GATE.glob("*_??.jsonl")} - set(UNSEEN))
    rows = [
        (name, one.label) for name in names for one in read_labelled(sorted(GATE.glob(f"{name}_??.jsonl")))
    ]
    labelled = searched(
        [one.text for _, one in rows], [one.act for _, one in rows], [name for name, _ in rows]
    )
    plain = ordinary(Path(options.data) / "data")
    common = searched([one.text for one in plain], ["none"] * len(plain), [one.language for one in plain])
    start = numbers_of(load_limits())
    learned = fitted(options.fitted)
    chosen = anneal(
        Totals(learned, labelled, near(common), Counter(common.sets), floors),
        start,
        options.steps,
        options.seed,
    )
    for title, limits in (("before", start), ("now", chosen)):
        report(title, learned, limits)
        report(title, labelled, limits)
        report(title, common, limits)
    write(chosen)


if __name__ == "__main__":
    main()
