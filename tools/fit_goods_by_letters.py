"""Fits the weights that tell which commodity a short text is about by its letters (`lexicons/goods_by_letters.npz`).

    python tools/fit_goods_by_letters.py

From the labelled titles of `training/reading`, its messages of one commodity, ordinary ones as a contrast, and the words
of the lists. A logistic model with a column a commodity, regularised (ridge); rare sequences count more. Needs
scikit-learn (the `dev` extra). Runs for about a minute.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse as sp
from fit_reading import LN10, fewer_places, matrix, rarity
from reading_tables import LEXICONS
from sklearn.linear_model import LogisticRegression

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.terms.lexicon import load_lexicons
from schakel.reading.weighing.goods_by_letters import LONGEST, lettered

TRAINING = Path(__file__).resolve().parents[1] / "training" / "reading"
NO_GOODS = ""
RIDGE = 8.0  # C; with 30 and 15 commodities of the sets of the gate were told .001 worse, titles of other vendors no better
# 65,536 places: with 262,144 .4 more in 100 titles are told right, by a file four times as large.
FEWER_BITS = 4
SHORTEST_WORD = 4
# How much an example counts: a title, a message of one commodity, one of no goods, a listed word, an ambiguous one.
TITLE, MESSAGE, ORDINARY, WORD, AMBIGUOUS = 1.0, 0.5, 0.2, 0.3, 0.15


class Example(NamedTuple):
    """A text as the model sees it, its commodity ("" for none) and how much it counts."""

    text: str
    commodity: str
    weight: float


def main() -> None:
    examples = [*labelled(), *listed()]
    goods = np.array([one.commodity for one in examples])
    counts = fewer_places(matrix([one.text for one in examples]), FEWER_BITS)
    idf = rarity(counts)
    model = LogisticRegression(C=RIDGE, max_iter=300).fit(
        sp.csr_matrix(counts @ sp.diags(idf)), goods, sample_weight=[one.weight for one in examples]
    )
    write(model, idf)


def labelled() -> Iterator[Example]:
    """The titles, and the messages that name one commodity or, doing nothing, none."""
    for file in sorted(TRAINING.glob("*.jsonl")):
        titles = file.name.startswith("titles")
        for line in file.read_text("utf-8").splitlines():
            label = json.loads(line)
            goods = {item["commodity"] for item in label["items"] if item["commodity"]}
            if len(goods) == 1 or (not goods and label["act"] == "none"):
                text, none = plain_text(label["text"]).plain, ORDINARY
                if len(text) <= LONGEST:
                    weight = TITLE if titles else MESSAGE if goods else none
                    yield Example(lettered(text), goods.pop() if goods else NO_GOODS, weight)


def listed() -> Iterator[Example]:
    """The words of the lists of goods."""
    for term in load_lexicons().terms:
        if term.kind == "commodity" and len(term.written) >= SHORTEST_WORD:
            text = lettered(plain_text(term.written).plain)
            yield Example(text, term.concept, AMBIGUOUS if term.ambiguous else WORD)


def write(model: Any, idf: Any) -> None:
    """The weights of each commodity against no goods, as log10 odds in steps of one byte."""
    none = list(model.classes_).index(NO_GOODS)
    weights = np.delete((model.coef_ - model.coef_[none]) * idf / LN10, none, axis=0)
    prior = np.delete((model.intercept_ - model.intercept_[none]) / LN10, none)
    step = np.abs(weights).max(axis=1) / 127
    np.savez_compressed(
        LEXICONS / "goods_by_letters.npz",
        weights=np.ascontiguousarray(np.rint(weights / step[:, None]).astype(np.int8).T),
        step=step.astype(np.float32),
        prior=prior.astype(np.float32),
        commodities=np.array([one for one in model.classes_ if one != NO_GOODS]),
    )


if __name__ == "__main__":
    main()
