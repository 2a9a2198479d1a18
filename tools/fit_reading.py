"""Fits the weights of reading on the labelled messages of `training/reading` and `tests/gate/reading/hard_*`.

    python tools/fit_reading.py            fits and writes lexicons/reading_weights.toml, goods_trees.toml and wording.npz
    python tools/fit_reading.py --compare  prints cross-validated accuracy only

Three models, each fitted on what the earlier ones say of texts that they were not fitted on (stacking, Wolpert
1992): the wording of the masked text and what the text does, both logistic and regularised (ridge), and between them
which ambiguous words mean goods, by boosted trees (Friedman 2001). The odds are written as log10. Needs scikit-learn (the `dev` extra).
"""

import argparse
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from reading_tables import LEXICONS, write_trees, write_weights
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from schakel.reading.language import detect_language
from schakel.reading.lexicon import load_lexicons
from schakel.reading.offers import items_of, search_text, wording_of
from schakel.reading.places.find import find_places
from schakel.reading.weighing.act_signs import act_signs
from schakel.reading.weighing.acts import lack_of_grounds
from schakel.reading.weighing.found import Found
from schakel.reading.weighing.goods import goods_in, goods_signs, setting_of
from schakel.reading.weighing.masking import masked_each
from schakel.reading.weighing.trees import Tree, Trees
from schakel.reading.weighing.weights import ACTS
from schakel.reading.weighing.wording import BITS, sequences

HOME = Path(__file__).resolve().parents[1]
CLASSES = ("none", *ACTS)
FOLDS = 6
LN10 = math.log(10.0)
WORDING_C, ACTS_C = (
    4.0,
    2.0,
)  # wording: .810 of another round right with 4, .805 with 2; acts by cross-validation
SCAN_BITS = 18  # of the table of the search for candidates, which reads every message: a smaller one stays in the cache
# More or larger trees gain less than .003 in F1 (cross-validated).
TREES, TREE_RATE = 110, 0.2
# How far the weight of a single word is drawn towards 0 (F1 .916 without, .922 to .925 with .1 to 1; cross-validated).
FEW_SEEN = 0.5
LEAST_OF_WORD = 0.05  # log10: less is left out
# How much a message counts by its kind. Ordinary messages outnumber all others in life; more weight than this costs
# more acts missed in trade chats than it saves false ones elsewhere (decision 24).
WEIGHTS = {"ordinary": 1.2, "simulated": 0.4, "word": 0.4, "plain": 0.4, "title": 0.06}
# Rounds of riddles, of rare goods and of acts without their usual words. With 35,000 messages and .4 instead of full weight 1,896 of another
# round were told .7785 right instead of .781, the fifth sealed set .869 instead of .862; with 46,000 no total fell at .4, at .5 one did.
HARDER_ROUNDS, THEIR_WEIGHT = ("_18", "_19", "_21", "_24", "_25", "_26", "_28"), 0.4

# The most that a sign may say for an act, by hand: of 4,253 labelled messages with two prices or more 3 praise, 4 warn and 7 ask,
# which the ridge does not see behind the wording; a menu that says "no credit, no samples" was read as a warning.
# Programs are seldom fitted on: some ten of 45,000 messages; other scripts than Latin, Greek and Cyrillic never, so the wording cannot
# tell there: of 1,346 messages of a Chinese channel one in six was taken for an offer.
AT_MOST = {
    "list of prices": {"request": -1.0, "vouch": -1.5, "warning": -1.5},
    "program code": {"offer": -1.5, "request": -0.7, "vouch": -0.7, "warning": -0.7, "recruit": -0.7},
    "letters of other scripts": dict.fromkeys(ACTS, -2.0),
}


@dataclass(frozen=True, slots=True)
class Message:
    """One labelled message with what the searches found in it."""

    label: dict[str, Any]
    found: Found
    language: str
    places: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compare", action="store_true")
    options = parser.parse_args()
    messages = load()
    # By number, not at random: the next message is often a variation of the last.
    fold = np.array([int(m.label["id"].rpartition("-")[2]) // 10 % FOLDS for m in messages])
    texts = [wording_of(m.found) for m in messages]
    acts = np.array([CLASSES.index(m.label["act"]) for m in messages])
    counts, weight = matrix(texts), weights_of(messages)
    wording = out_of_fold(counts, acts, fold, weight)
    per_fold, goods = fit_goods(ware_rows(messages, wording), fold, weight)
    rows = act_rows(messages, wording, [per_fold[one] for one in fold])
    report_acts(rows, acts, fold, messages)
    if not options.compare:
        write_wording("wording", counts, acts, weight)
        write_wording("wording_scan", fewer_places(matrix(scanned(messages)), BITS - SCAN_BITS), acts, weight)
        write_trees(goods)
        write_weights(fit_act_weights(rows, acts, weight))


def load() -> list[Message]:
    files = [*sorted((HOME / "training" / "reading").glob("*.jsonl"))]
    files += sorted((HOME / "tests" / "gate" / "reading").glob("hard_*.jsonl"))
    labels = [
        json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()
    ]
    labels += [_single(number, word) for number, word in enumerate(ambiguous_words())]
    out = []
    for label in labels:
        found = search_text(label["text"])
        language, _ = detect_language(label["text"])
        out.append(Message(label, found, language, len(find_places(found.text, found.selectors))))
    return out


def ambiguous_words() -> list[str]:
    """Every fourth commodity word that also has an ordinary meaning."""
    words = {term.written for term in load_lexicons().terms if term.kind == "commodity" and term.ambiguous}
    return sorted(word for word in words if "*" not in word)[::4]


def _single(number: int, word: str) -> dict[str, Any]:
    return {"id": f"word-{number}", "text": word, "act": "none", "items": []}


def weights_of(messages: Sequence[Message]) -> np.ndarray[Any, Any]:
    """How much each message counts in fitting."""
    return np.array([_weight_of(m.label["id"].partition("-")[0]) for m in messages])


def _weight_of(kind: str) -> float:
    return WEIGHTS.get(kind, THEIR_WEIGHT if kind.endswith(HARDER_ROUNDS) else 1.0)


# ---- wording


def matrix(texts: Sequence[str]) -> sp.csr_matrix:
    """How often each sequence stands in each text, over the square root of their number."""
    row, place = sequences(texts)
    counts = sp.csr_matrix((np.ones(len(row)), (row, place)), shape=(len(texts), 1 << BITS))
    counts.sum_duplicates()
    total = np.maximum(np.asarray(counts.sum(axis=1)).ravel(), 1)
    return sp.csr_matrix(sp.diags(1 / np.sqrt(total)) @ counts)


def fewer_places(counts: sp.csr_matrix, bits: int) -> sp.csr_matrix:
    """The same counts with places of so many bits fewer: neighbours fall together, as their hashes begin alike."""
    at = counts.tocoo()
    return sp.csr_matrix(
        (at.data, (at.row, at.col >> bits)), shape=(counts.shape[0], counts.shape[1] >> bits)
    )


def rarity(counts: sp.csr_matrix) -> np.ndarray[Any, Any]:
    """Rare sequences count more (Spärck Jones 1972); those of a single text count nothing."""
    seen = np.asarray((counts > 0).sum(axis=0)).ravel()
    idf = np.log((1 + counts.shape[0]) / (1 + seen)) + 1
    idf[seen < 2] = 0
    return np.asarray(idf)


def fit_wording(
    counts: sp.csr_matrix, acts: np.ndarray[Any, Any], weight: np.ndarray[Any, Any]
) -> tuple[Any, Any]:
    idf = rarity(counts)
    (seen,) = idf.nonzero()  # a third of all places: the rest can weigh nothing
    model = LogisticRegression(C=WORDING_C, max_iter=400).fit(
        sp.csr_matrix(counts[:, seen] @ sp.diags(idf[seen])), acts, sample_weight=weight
    )
    weights = np.zeros((len(ACTS), len(idf)))
    weights[:, seen] = (model.coef_ * idf[seen])[1:] - (model.coef_ * idf[seen])[0]
    return weights / LN10, (model.intercept_[1:] - model.intercept_[0]) / LN10


def out_of_fold(
    counts: sp.csr_matrix,
    acts: np.ndarray[Any, Any],
    fold: np.ndarray[Any, Any],
    weight: np.ndarray[Any, Any],
) -> Any:
    odds = np.zeros((counts.shape[0], len(ACTS)))
    for one in range(FOLDS):
        rest = fold != one
        weights, prior = fit_wording(counts[rest], acts[rest], weight[rest])
        odds[fold == one] = counts[fold == one] @ weights.T + prior
    return odds


def scanned(messages: Sequence[Message]) -> list[str]:
    """The messages as the search for candidates sees them: lower case, numbers and names masked."""
    return masked_each([message.label["text"].lower() for message in messages])


def write_wording(
    name: str, counts: sp.csr_matrix, acts: np.ndarray[Any, Any], weight: np.ndarray[Any, Any]
) -> None:
    weights, prior = fit_wording(counts, acts, weight)
    step = np.abs(weights).max(axis=1) / 127
    table = np.rint(weights / step[:, None]).astype(np.int8).T
    np.savez_compressed(
        LEXICONS / f"{name}.npz",
        weights=np.ascontiguousarray(table),
        step=step.astype(np.float32),
        prior=prior.astype(np.float32),
    )


# ---- goods


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
    for one in range(FOLDS):
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


# ---- acts


def act_rows(messages: Sequence[Message], wording: Any, trees: Sequence[Trees]) -> list[dict[str, float]]:
    """The signs of each message, its goods found by trees that were not fitted on it."""
    rows = []
    for message, odds, grown in zip(messages, wording.tolist(), trees, strict=True):
        goods = goods_in(message.found, odds, grown)
        items = items_of(message.found, goods, message.language)
        rows.append({s.name: s.value for s in act_signs(message.found, goods, items, message.places, odds)})
    return rows


def fit_acts(signs: Any, acts: np.ndarray[Any, Any], weight: np.ndarray[Any, Any]) -> LogisticRegression:
    model = LogisticRegression(C=ACTS_C, max_iter=4000, fit_intercept=False)
    return model.fit(signs, acts, sample_weight=weight)


def report_acts(
    rows: list[dict[str, float]],
    acts: np.ndarray[Any, Any],
    fold: np.ndarray[Any, Any],
    messages: Sequence[Message],
) -> None:
    signs = DictVectorizer().fit_transform(rows)
    says, weight = np.zeros(len(acts), int), weights_of(messages)
    grounds = np.array([[0.0, *(LN10 * lack_of_grounds(act, row.keys()) for act in ACTS)] for row in rows])
    for one in range(FOLDS):
        rest = fold != one
        odds = fit_acts(signs[rest], acts[rest], weight[rest]).decision_function(signs[fold == one])
        says[fold == one] = (odds + grounds[fold == one]).argmax(axis=1)
    groups = {
        name: np.array([m.label["id"].startswith(name) for m in messages])
        for name in ("hard", "t", "simulated", "title", "plain")
    }
    for name in ("word", "ordinary"):
        some = np.array([m.label["id"].startswith(name) for m in messages])
        print(
            f"{name:7s} n {some.sum()} taken for an act: {(says[some] > 0).sum()}, an offer: {(says[some] == 1).sum()}"
        )
    for name, some in groups.items():
        a, s = acts[some], says[some]
        both = ((a == 1) & (s == 1)).sum()
        recalls = {CLASSES[c]: round(float((s[a == c] == c).mean()), 2) for c in range(len(CLASSES))}
        print(
            f"{name:5s} n {len(a)} act accuracy {(a == s).mean():.3f} offer precision {both / (s == 1).sum():.3f} "
            f"recall {both / (a == 1).sum():.3f} {recalls}"
        )


def fit_act_weights(
    rows: list[dict[str, float]], acts: np.ndarray[Any, Any], weight: np.ndarray[Any, Any]
) -> dict[str, list[float]]:
    """The weights of each sign against `none`, as log10."""
    vectors = DictVectorizer()
    model = fit_acts(vectors.fit_transform(rows), acts, weight)
    weights = (model.coef_[1:] - model.coef_[0]) / LN10
    fitted = {str(name): weights[:, at].tolist() for at, name in enumerate(vectors.get_feature_names_out())}
    for name, most in AT_MOST.items():
        found = fitted.get(name, [0.0] * len(ACTS))
        fitted[name] = [min(one, most.get(act, one)) for one, act in zip(found, ACTS, strict=True)]
    return fitted


if __name__ == "__main__":
    main()
