"""What is usual here among sellers for whom customers speak.

Some signs are custom: whether sellers answer where all can read it, or in private, differs from group to group. The published
weight holds for where answering in public is usual; where a third of those who deliver never do, silence tells less. Who delivers is
seen by those who say that they received goods, as far as these are trusted. How common the sign is among such sellers, with as many
as `custom_sellers` more at which it is as common as published, takes the place of the published share of real sellers that
show it. Only upwards: bought praise may make a sign look usual among the praised, and then it tells less, which is the safe side;
it is never made to tell more.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from schakel.judging.ghosts.label_model import Marks, Published
from schakel.judging.weights import GhostModel

Floats = NDArray[np.float64]

_MOST = 0.99  # shares beyond are not told apart
_APART = 1.1  # the least odds ratio: a sign that tells nothing keeps a trace of its direction


def by_custom(marks: Marks, published: Published, model: GhostModel) -> Published:
    """The published weights, with those of customs as usual here; a share is counted by how strongly the sign speaks."""
    trusted, (real, ghost) = _trusted(marks, published), published.shown()
    weights, more = published.weights.copy(), model.learning["custom_sellers"]
    for sign in np.flatnonzero(published.custom & published.both).tolist():
        here = marks.sign == sign
        counts = trusted[marks.seller[here]] * marks.times[here]
        seen = float(counts @ marks.present[here])
        share = min((seen + more * real[sign]) / (float(counts.sum()) + more), _MOST)
        if share > real[sign]:
            odds = _APART * share / (1.0 - share)
            weights[sign] = _weights(share, max(float(ghost[sign]), odds / (1.0 + odds)))
    return replace(published, weights=np.round(weights, 9))


def _weights(real: float, ghost: float) -> tuple[float, float]:
    return float(np.log10((1.0 - ghost) / (1.0 - real))), float(np.log10(ghost / real))


def _trusted(marks: Marks, published: Published) -> Floats:
    """For each seller how far customers speak for it, at most one: the strength of the words that make it real."""
    praise = published.words & (published.weights[:, 1] < 0.0)
    spoken = praise[marks.sign] * (marks.present == 1) * marks.times
    return np.minimum(np.bincount(marks.seller, weights=spoken, minlength=marks.sellers), 1.0)
