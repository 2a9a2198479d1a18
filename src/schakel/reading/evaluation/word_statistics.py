"""TF-IDF with logistic regression, the method that the broadcaster NOS used on Dutch Telegram in 2024.

Their model card (nosdigitalmedia/telegram-drugs-classification) gives 97 % accuracy on their own messages;
neither their weights nor their data are public, so the method is trained here, on the labelled messages, and
tested only on messages that it was not trained on: all messages are dealt into folds by their text, and messages
that are kept apart for measuring are learnt from only where there is nothing else.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from warnings import catch_warnings, simplefilter

import numpy as np

from schakel.reading.evaluation.found import Found
from schakel.reading.evaluation.labels import Label, LabelledItem

FOLDS = 3
ABSENT = (
    "TF-IDF with logistic regression is left out, since scikit-learn is not installed. "
    'To have it: pip install "schakel[evaluate]"'
)
_MOST_ORDINARY = 3000  # ordinary messages to learn from; more of them only takes longer
_CERTAIN = 1e-6
# Inverse of the penalty: the best of 1, 3, 10 and 30 on the messages of tests/gate/reading, in its favour.
_STRENGTH_ACTS, _STRENGTH_GOODS = 30.0, 1.0


def is_installed() -> bool:
    """Whether scikit-learn is here."""
    try:
        import sklearn  # noqa: F401, PLC0415 - an optional library
    except ImportError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Answers:
    """What the method says about each labelled and each ordinary message."""

    labelled: list[Found]
    ordinary: list[str]  # acts


def by_word_statistics(
    labels: Sequence[Label], ordinary: Sequence[str], learn: Sequence[Label] | None = None
) -> Answers:
    """The answers of the method, each from a model that was trained on the other folds only.

    It learns from the messages in `learn`, or else from the labelled ones themselves.
    """
    texts = [label.text for label in labels]
    lessons = labels if learn is None else learn
    dealt = np.array([fold_of(label.text) for label in lessons])
    folds = np.array([fold_of(text) for text in texts])
    beside = np.array([fold_of(text) for text in ordinary], np.int64)
    learnt = _learnt(ordinary)
    found: dict[int, Found] = {}
    acts: dict[int, str] = {}
    for fold in range(FOLDS):
        train, test = np.flatnonzero(dealt != fold).tolist(), np.flatnonzero(folds == fold).tolist()
        plain = [ordinary[n] for n in np.flatnonzero(learnt & (beside != fold)).tolist()]
        if not len(train):
            continue
        model = trained([lessons[n] for n in train], plain)
        found |= dict(zip(test, model([texts[n] for n in test]), strict=True))
        others = np.flatnonzero(beside == fold).tolist()
        acts |= dict(zip(others, (one.act for one in model([ordinary[n] for n in others])), strict=True))
    return Answers(
        [found.get(number, Found("none")) for number in range(len(labels))],
        [acts.get(number, "none") for number in range(len(ordinary))],
    )


def fold_of(text: str) -> int:
    """The fold of a text: by what is in it, so that copies fall into one fold and order does not matter."""
    return (
        int.from_bytes(sha256(" ".join(text.casefold().split()).encode("utf-8", "replace")).digest()[:4])
        % FOLDS
    )


def _learnt(ordinary: Sequence[str]) -> Any:
    """Which ordinary messages the models learn from: some of them, picked by what is in them."""
    marks = np.array(
        [int.from_bytes(sha256(text.encode("utf-8", "replace")).digest()[4:8]) for text in ordinary]
    )
    if len(marks) <= _MOST_ORDINARY:
        return np.ones(len(marks), np.bool_)
    return marks <= np.partition(marks, _MOST_ORDINARY - 1)[_MOST_ORDINARY - 1]


def trained(labels: Sequence[Label], ordinary: Sequence[str]) -> Callable[[Sequence[str]], list[Found]]:
    """A model trained on these messages, to be asked about others; ValueError where there is nothing to tell apart."""
    from sklearn.exceptions import ConvergenceWarning  # noqa: PLC0415 - an optional library
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - an optional library
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - an optional library

    # Runs of letters find disguised words and emoji too; whole words and pairs reached F1 .81 for offers, these .86.
    words = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), min_df=2, sublinear_tf=True)
    features = words.fit_transform([*(label.text for label in labels), *ordinary])
    acts = LogisticRegression(C=_STRENGTH_ACTS, class_weight="balanced", max_iter=100)
    with catch_warnings():  # with many lessons it ends after 100 rounds, which is no concern of who measures
        simplefilter("ignore", ConvergenceWarning)
        acts.fit(features, [*(label.act for label in labels), *("none" for _ in ordinary)])
    offered = [_offered(label) for label in labels]
    goods = {}
    for commodity in sorted(set().union(*offered)):
        one = LogisticRegression(
            C=_STRENGTH_GOODS, class_weight="balanced", solver="liblinear", random_state=0
        )
        goods[commodity] = one.fit(features[: len(labels)], [commodity in named for named in offered])

    def answer(texts: Sequence[str]) -> list[Found]:
        if not texts:
            return []
        given = words.transform(texts)
        chances = acts.predict_proba(given)
        named = {commodity: one.predict(given) for commodity, one in goods.items()}
        return [
            _found(
                acts.classes_[chance.argmax()],
                (1.0 - sum(chance[acts.classes_ == "none"]), chance.max()),
                [commodity for commodity, said in named.items() if said[number]],
            )
            for number, chance in enumerate(chances)
        ]

    return answer


def _offered(label: Label) -> set[str]:
    return {item.commodity for item in label.items if item.commodity} if label.act == "offer" else set()


def _found(act: str, chances: tuple[float, float], commodities: Sequence[str]) -> Found:
    items = tuple(LabelledItem(commodity) for commodity in commodities) if act != "none" else ()
    probability, score = (min(1 - _CERTAIN, max(_CERTAIN, float(chance))) for chance in chances)
    return Found(str(act), probability=probability, score=score, items=items)
