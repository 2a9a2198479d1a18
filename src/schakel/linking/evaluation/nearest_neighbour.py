"""The simple method beside it: TF-IDF vectors and their nearest neighbours, by scikit-learn."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from schakel.linking.copies.shingles import Ints

_MOST = 50  # neighbours named


def by_words(texts: Sequence[Sequence[str]], wanted: Ints) -> list[Ints] | None:
    """The nearest accounts by TF-IDF of words, default settings; None where scikit-learn is not installed."""
    return _neighbours(texts, wanted)


def by_letters(texts: Sequence[Sequence[str]], wanted: Ints) -> list[Ints] | None:
    """The nearest accounts by TF-IDF of runs of one to four letters, capitals kept, counts damped.

    The strongest of the settings tried on the development half of the listings.
    """
    return _neighbours(texts, wanted, analyzer="char", ngram_range=(1, 4), lowercase=False, sublinear_tf=True)


def _neighbours(texts: Sequence[Sequence[str]], wanted: Ints, **settings: Any) -> list[Ints] | None:
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 (an extra)
        from sklearn.neighbors import NearestNeighbors  # noqa: PLC0415
    except ImportError:
        return None
    try:
        vectors = TfidfVectorizer(**settings).fit_transform("\n".join(own) for own in texts)
    except ValueError:  # no words at all
        return [np.zeros(0, np.int64) for _ in wanted]
    many = min(_MOST + 1, len(texts))
    found = NearestNeighbors(n_neighbors=many, metric="cosine").fit(vectors)
    order = found.kneighbors(vectors[wanted], return_distance=False)
    return [row[row != half] for half, row in zip(wanted.tolist(), order, strict=True)]
