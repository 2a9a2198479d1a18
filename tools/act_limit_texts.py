"""What the reading says of texts before any limit of acts is set, and what it comes to under given limits."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from reading_messages import HARDER_ROUNDS, WEIGHTS

from schakel.reading import offers
from schakel.reading.evaluation.comparing import counts, goods, triples
from schakel.reading.evaluation.found import by_reading
from schakel.reading.evaluation.labels import Label
from schakel.reading.weighing import acts as weighing
from schakel.reading.weighing.act_signs import ActSign
from schakel.reading.weighing.weights import ACTS, Limits, Lone, load_limits

LEAST_ODDS = -1.5  # no act is said of a text with less; ordinary texts below it need not be looked at


@dataclass(frozen=True, slots=True)
class Texts:
    """What the reading says of texts before any limit: odds by act, and which limit bears on each act (0: none)."""

    odds: np.ndarray[Any, Any]
    lacks: np.ndarray[Any, Any]
    least: np.ndarray[Any, Any]
    truth: np.ndarray[Any, Any]
    sets: np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Items:
    """What is named of the goods and amounts of labelled offers where an act is said of them, and where none is.

    One row a text: found and labelled, found only, labelled only.
    """

    goods: tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]
    triples: tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]


def numbers_of(limits: Limits) -> dict[str, float]:
    """The limits as a flat table of names and numbers, in a fixed order."""
    table = {name: getattr(limits, name) for name in ("least_share", *_SINGLE, "asks_nothing", "one_word")}
    for group in ("least_odds", "no_grounds"):
        table |= {f"{group}.{act}": getattr(limits, group)[act] for act in ACTS}
    for act, lone in limits.lone.items():
        table |= {f"lone.{act}.{name}": getattr(lone, name) for name in _LONE}
    return table


_SINGLE = (
    "offer_with_means",
    "offer_with_plain_price",
    "plain_price_beside_talk",
    "offer_with_price",
    "price_beside_talk",
    "offer_ahead",
    "sure_offer",
)
_LONE = ("one_kind", "no_kind", "in_passing")


def searched(texts: Sequence[str], truth: Sequence[str], sets: Sequence[str]) -> Texts:
    """What the reading says of these texts."""
    signs, odds = [], []
    for at in range(0, len(texts), 1000):
        for reading in offers.read_texts(texts[at : at + 1000]):
            judgement = reading.judgement
            lacks = weighing.grounds_of(judgement.signs)
            signs.append(judgement.signs)
            odds.append([one - lack for one, lack in zip(judgement.all_odds, lacks, strict=True)])
    return _bearing(signs, odds, truth, sets)


def items_named(labels: Sequence[Label]) -> Items:
    """The goods and amounts that are found in these messages if none, and if any of them, is taken for an offer."""
    (no_goods, no_triples), (some_goods, some_triples) = (_named_as(labels, act) for act in ("none", "offer"))
    return Items((no_goods, some_goods), (no_triples, some_triples))


def _named_as(labels: Sequence[Label], act: str) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    judge: Callable[..., weighing.Judgement] = offers.judge_act
    offers.judge_act = lambda *known: judge(*known)._replace(act=act)
    try:
        found = [by_reading(label.text) for label in labels]
    finally:
        offers.judge_act = judge
    return counts(goods, labels, found), counts(triples, labels, found)


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
    single = {name: number[name] for name in ("least_share", *_SINGLE, "asks_nothing", "one_word")}
    return replace(limits, **single, **by_act, lone=lone)


def told(texts: Texts, values: np.ndarray[Any, Any], names: Sequence[str]) -> np.ndarray[Any, Any]:
    """The act of each text with these limits, as the number of its class; as `weighing.judge_act`."""
    table = np.concatenate([[0.0], values, [weighing._NO_CLAIM]])
    odds = texts.odds + table[texts.lacks]
    best, row = odds.argmax(axis=1), np.arange(len(odds))
    rivals = odds.copy()
    rivals[:, 0] = -np.inf
    for act in weighing.TELLING:
        rivals[odds[:, 0] > values[names.index("sure_offer")], act] = -np.inf
    other = rivals.argmax(axis=1)
    hardly = rivals[row, other] > odds[:, 0] - values[names.index("offer_ahead")]
    best = np.where((best == 0) & hardly, other, best)
    shares = 10 ** np.minimum(15.0, odds)
    enough = odds[row, best] > table[texts.least[row, best]]
    enough &= shares[row, best] > values[names.index("least_share")] * (1 + shares.sum(axis=1))
    return np.where(enough, best + 1, 0)


def near(texts: Texts) -> Texts:
    """Those texts of which some act could be said under any limits that may be chosen."""
    some = texts.odds.max(axis=1) > LEAST_ODDS
    return Texts(*(getattr(texts, field)[some] for field in ("odds", "lacks", "least", "truth", "sets")))


def figures(says: np.ndarray[Any, Any], truth: np.ndarray[Any, Any]) -> dict[str, float]:
    """How many acts are right, and precision and recall of offers."""
    both = ((says == 1) & (truth == 1)).sum()
    return {
        "act accuracy": float((says == truth).mean()),
        "offer precision": float(both / max(1, (says == 1).sum())),
        "offer recall": float(both / max(1, (truth == 1).sum())),
    }


def figures_of_items(says: np.ndarray[Any, Any], items: Items, of: np.ndarray[Any, Any]) -> dict[str, float]:
    """The figures of goods and amounts over the texts `of`."""
    some = (says > 0)[:, None]
    right, extra, missed = np.where(some, items.goods[1], items.goods[0])[of].sum(axis=0).tolist()
    exact, wrong, lost = np.where(some, items.triples[1], items.triples[0])[of].sum(axis=0).tolist()
    return {
        "commodity F1": 2 * right / max(1, 2 * right + extra + missed),
        "quantity-unit-price recall": exact / max(1, exact + lost),
        "quantity-unit-price precision": exact / max(1, exact + wrong),
    }
