"""Which ambiguous words mean goods: boosted trees (Friedman 2001) over what stands around them, and a weight of each word."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from reading_messages import Message
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer

from schakel.reading.weighing.goods_signs import goods_signs, setting_of
from schakel.reading.weighing.trees import Tree, Trees

LN10 = math.log(10.0)
# More or larger trees gain less than .003 in F1 (cross-validated).
TREES, TREE_RATE = 110, 0.2
# How far the weight of a single word is drawn towards 0 (F1 .916 without, .922 to .925 with .1 to 1; cross-validated).
FEW_SEEN = 0.5
LEAST_OF_WORD = 0.05  # log10: less is left out


@dataclass(slots=True)
class Wares:
    """The ambiguous words of all messages: message number, word and commodity, signs, whether they mean goods (None:
    not known)."""

    message: list[int]
    words: list[tuple[str, str]]
    signs: list[dict[str, float]]
    goods: list[bool | None]


def ware_rows(messages: Sequence[Message], wording: Any) -> Wares:
    rows = Wares([], [], [], [])
    for number, message in enumerate(messages):
        setting = setting_of(message.found, list(wording[number]))
        wanted = {item["commodity"] for item in message.label["items"]}
        for hit in message.found.wares:
            if hit.term.ambiguous:
                rows.message.append(number)
                rows.words.append((hit.term.written, hit.term.concept))
                rows.signs.append(dict(goods_signs(hit, setting)))
                rows.goods.append(_means_goods(hit.term.concept, wanted, message.label["act"]))
    return rows


def _means_goods(concept: str, wanted: set[str], act: str) -> bool | None:
    if act in {"offer", "request"}:
        return concept in wanted if wanted else None
    return False if act == "none" else None


def fit_goods(
    rows: Wares, fold: np.ndarray[Any, Any], weight: np.ndarray[Any, Any]
) -> tuple[list[Trees], Trees]:
    """The trees that tell whether a word means goods: for each fold fitted without it, and fitted on all."""
    vectors = DictVectorizer()
    signs = vectors.fit_transform(rows.signs)
    names = [str(name) for name in vectors.get_feature_names_out()]
    known = np.array([one is not None for one in rows.goods])
    goods = np.array([bool(one) for one in rows.goods])
    of, weight = fold[np.array(rows.message)], weight[np.array(rows.message)]
    says = np.zeros(len(goods), bool)
    per_fold = []
    for one in sorted(set(fold.tolist())):
        rest = known & (of != one)
        trees = with_words(grow_trees(signs[rest], goods[rest], weight[rest], names), rows, rest, weight)
        says[of == one] = [
            trees.odds(rows.signs[at]) + trees.of_word(*rows.words[at]) > 0
            for at in np.flatnonzero(of == one)
        ]
        per_fold.append(trees)
    both = (says & goods)[known].sum()
    print(
        f"goods: {known.sum()} ambiguous words, precision {both / says[known].sum():.3f}, "
        f"recall {both / goods[known].sum():.3f}"
    )
    whole = grow_trees(signs[known], goods[known], weight[known], names)
    return per_fold, with_words(whole, rows, known, weight)


def grow_trees(signs: Any, yes: Any, weight: Any, names: Sequence[str]) -> Trees:
    """Trees of two questions, each fitted on what the ones before it leave unexplained."""
    model = GradientBoostingClassifier(
        n_estimators=TREES,
        learning_rate=TREE_RATE,
        max_depth=2,
        min_samples_leaf=12,
        init="zero",
        random_state=0,
    ).fit(signs, yes, sample_weight=weight)
    return Trees(0.0, [_as_tree(one[0].tree_, names) for one in model.estimators_])


def with_words(trees: Trees, rows: Wares, of: np.ndarray[Any, Any], weight: np.ndarray[Any, Any]) -> Trees:
    """The trees with the weight of each word: one step towards what they leave unexplained of it (Newton, shrunk)."""
    told: dict[tuple[str, str], list[float]] = {}
    at = np.flatnonzero(of)
    for row, odds in zip(at, trees.odds_of([rows.signs[one] for one in at]), strict=True):
        share = 1 / (1 + 10**-odds)
        sums = told.setdefault(rows.words[row], [0.0, FEW_SEEN])
        sums[0] += weight[row] * (bool(rows.goods[row]) - share)
        sums[1] += weight[row] * share * (1 - share)
    words: dict[str, dict[str, float]] = {}
    for (word, concept), (left, seen) in sorted(told.items()):
        if abs(more := left / seen / LN10) >= LEAST_OF_WORD:
            words.setdefault(concept, {})[word] = round(more, 2)
    return Trees(trees.prior, trees.trees, words)


def _as_tree(tree: Any, names: Sequence[str]) -> Tree:
    """The first question, the two that may follow, and the odds at the four ends."""

    def ends(node: int) -> tuple[str, float, float, float]:
        left, right = tree.children_left[node], tree.children_right[node]
        if left < 0:
            return names[0], 0.0, _log10(tree, node), _log10(tree, node)
        return (
            names[tree.feature[node]],
            round(float(tree.threshold[node]), 4),
            _log10(tree, left),
            _log10(tree, right),
        )

    first = names[tree.feature[0]], round(float(tree.threshold[0]), 4)
    below, low, one, two = ends(tree.children_left[0])
    above, high, three, four = ends(tree.children_right[0])
    return *first, below, low, above, high, one, two, three, four


def _log10(tree: Any, node: int) -> float:
    return round(TREE_RATE * float(tree.value[node].ravel()[0]) / LN10, 4)
