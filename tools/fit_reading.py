"""Fits the weights of reading on the labelled messages of `training/reading` and `tests/gate/reading/hard_*`.

    python tools/fit_reading.py            fits and writes lexicons/reading_weights.toml, goods_trees.toml and wording.npz
    python tools/fit_reading.py --compare  prints cross-validated accuracy only
    python tools/fit_reading.py --compare --rounds --keep FILE    the same, each round of messages left out whole; keeps the odds

Three models, each fitted on what the earlier ones say of texts that they were not fitted on (stacking, Wolpert
1992): the wording of the masked text and what the text does, both logistic and regularised (ridge), and between them
which ambiguous words mean goods, by boosted trees (Friedman 2001). The odds are written as log10, those of an earlier fit beside
them (`earlier_fit`). Needs scikit-learn (the `dev` extra).
"""

import argparse
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import scipy.sparse as sp
from earlier_fit import EarlierFit, is_later, load_earlier
from goods_trees import fit_goods, ware_rows
from reading_messages import GOODS_WEIGHTS, Message, load, weights_of
from reading_tables import LEXICONS, write_trees, write_weights
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from schakel.reading.offers import items_of, wording_of
from schakel.reading.weighing.act_signs import act_signs
from schakel.reading.weighing.acts import lack_of_grounds
from schakel.reading.weighing.goods import goods_in
from schakel.reading.weighing.masking import masked_each
from schakel.reading.weighing.trees import Trees
from schakel.reading.weighing.weights import ACTS
from schakel.reading.weighing.wording import BITS, weighed_sequences

CLASSES = ("none", *ACTS)
FOLDS = 6
LN10 = math.log(10.0)
WORDING_C, ACTS_C = (
    4.0,
    2.0,
)  # wording: .810 of another round right with 4, .805 with 2; acts by cross-validation
SCAN_BITS = 18  # of the table of the search for candidates, which reads every message: a smaller one stays in the cache
# The most that a sign may say for an act, by hand: of 4,253 labelled messages with two prices or more 3 praise, 4 warn and 7 ask,
# which the ridge does not see behind the wording; a menu that says "no credit, no samples" was read as a warning.
# Programs are seldom fitted on: some ten of 45,000 messages; other scripts than Latin, Greek and Cyrillic never, so the wording cannot
# tell there: of 1,346 messages of a Chinese channel one in six was taken for an offer.
AT_MOST = {
    "list of prices": {"request": -2.0, "vouch": -1.5, "warning": -1.5},
    "program code": {"offer": -1.5, "request": -0.7, "vouch": -0.7, "warning": -0.7, "recruit": -0.7},
    "letters of other scripts": dict.fromkeys(ACTS, -2.0),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--rounds", action="store_true", help="leave out rounds, for which limits are chosen")
    parser.add_argument(
        "--keep", metavar="FILE", help="keeps the odds out of fold for tools/choose_act_limits.py"
    )
    options = parser.parse_args()
    messages = load()
    fold = np.array([(of_round if options.rounds else of_number)(m.label["id"]) for m in messages])
    texts = [wording_of(m.found) for m in messages]
    acts = np.array([CLASSES.index(m.label["act"]) for m in messages])
    counts, weight = matrix(texts), weights_of(messages)
    of_goods = weights_of(messages, GOODS_WEIGHTS)
    wording = out_of_fold(counts, acts, fold, weight)
    per_fold, goods = fit_goods(ware_rows(messages, wording), fold, of_goods)
    rows = act_rows(messages, wording, [per_fold[one] for one in fold])
    odds = acts_out_of_fold(rows, acts, fold, weight)
    report_acts(rows, acts, odds, messages)
    earlier = load_earlier()
    if options.keep:
        both = (1 - earlier.shares) * odds + earlier.shares * earlier.odds(rows, texts)
        keep(options.keep, rows, both, messages)
    if not options.compare:
        write_wording("wording", counts, acts, weight, earlier)
        write_wording("wording_scan", fewer_places(matrix(scanned(messages)), BITS - SCAN_BITS), acts, weight)
        write_trees(goods)
        write_weights(earlier.beside(fit_act_weights(rows, acts, weight)))


def of_number(name: str) -> int:
    """The fold of a message by its number, not at random: the next message is often a variation of the last."""
    return int(name.rpartition("-")[2]) // 10 % FOLDS


def of_round(name: str) -> int:
    """The fold of a message by its round, so that most writers are left out whole, as new ones are; else by number."""
    in_round = name.partition("-")[0].partition("_")[2]
    return crc32(in_round.encode()) % FOLDS if in_round else of_number(name)


# ---- wording


def matrix(texts: Sequence[str]) -> sp.csr_matrix:
    """How much each sequence counts in each text, all its places there together."""
    row, place, counting = weighed_sequences(texts)
    counts = sp.csr_matrix((counting, (row, place)), shape=(len(texts), 1 << BITS))
    counts.sum_duplicates()
    return counts


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
    model = LogisticRegression(C=WORDING_C, max_iter=150).fit(
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
    name: str,
    counts: sp.csr_matrix,
    acts: np.ndarray[Any, Any],
    weight: np.ndarray[Any, Any],
    earlier: EarlierFit | None = None,
) -> None:
    """Fits and writes the table of weights, that of the earlier fit beside it if given."""
    weights, prior = fit_wording(counts, acts, weight)
    step = np.abs(weights).max(axis=1) / 127
    table = np.rint(weights / step[:, None]).astype(np.int8).T
    columns = [(table, step, prior)]
    if earlier:
        columns.append((earlier.weights, earlier.step, earlier.prior))
    tables, steps, priors = zip(*columns, strict=True)
    np.savez_compressed(
        LEXICONS / f"{name}.npz",
        weights=np.ascontiguousarray(np.hstack(tables)),
        step=np.concatenate(steps).astype(np.float32),
        prior=np.concatenate(priors).astype(np.float32),
        whole=np.int64(len(ACTS) if earlier else 0),
    )


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
    model = LogisticRegression(C=ACTS_C, max_iter=1500, fit_intercept=False)
    return model.fit(signs, acts, sample_weight=weight)


def acts_out_of_fold(
    rows: list[dict[str, float]],
    acts: np.ndarray[Any, Any],
    fold: np.ndarray[Any, Any],
    weight: np.ndarray[Any, Any],
) -> np.ndarray[Any, Any]:
    """Log10 odds of each act against `none`, by weights that were not fitted on the message."""
    signs, odds = DictVectorizer().fit_transform(rows), np.zeros((len(acts), len(ACTS)))
    for one in range(FOLDS):
        rest = fold != one
        told = fit_acts(signs[rest], acts[rest], weight[rest]).decision_function(signs[fold == one])
        odds[fold == one] = (told[:, 1:] - told[:, :1]) / LN10
    return odds


def report_acts(
    rows: list[dict[str, float]],
    acts: np.ndarray[Any, Any],
    odds: np.ndarray[Any, Any],
    messages: Sequence[Message],
) -> None:
    grounds = np.array([[lack_of_grounds(act, row.keys()) for act in ACTS] for row in rows])
    says = np.hstack([np.zeros((len(acts), 1)), odds + grounds]).argmax(axis=1)
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


def keep(
    path: str, rows: list[dict[str, float]], odds: np.ndarray[Any, Any], messages: Sequence[Message]
) -> None:
    """Writes one JSON line a message that the earlier fit had not seen: id, act, odds by weights not fitted on it, names of its signs."""
    with Path(path).open("w", encoding="utf-8") as out:
        for row, some, message in zip(rows, odds.tolist(), messages, strict=True):
            if not is_later(message.label["id"]):
                continue
            line = {"id": message.label["id"], "act": message.label["act"], "odds": some, "signs": [*row]}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


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
