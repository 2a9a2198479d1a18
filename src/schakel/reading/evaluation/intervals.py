"""How sure a measured share is: Wilson's interval, and resampling of messages where counts hang together."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
import numpy.typing as npt

from schakel.reading.evaluation.comparing import Counts, tally

_Z = 1.959964  # 95 %
_SAMPLES = 1000
_SEED = 20261124


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Quality:
    """Precision, recall and F1 over some messages, and how many things were labelled and found."""

    labelled: int
    found: int
    precision: Share
    recall: Share
    f1: Share


def wilson(hits: int, trials: int) -> Share:
    """The share of `hits` with the score interval of Wilson (1927); everything is possible without trials."""
    if trials == 0:
        return Share(0.0, 0.0, 1.0)
    share, square = hits / trials, _Z * _Z
    middle = (share + square / (2 * trials)) / (1 + square / trials)
    half = _Z / (1 + square / trials) * sqrt(share * (1 - share) / trials + square / (4 * trials * trials))
    return Share(share, max(0.0, middle - half), min(1.0, middle + half))


def quality(rows: Counts) -> Quality:
    """Precision, recall and F1 with intervals from resampled messages (percentile bootstrap, Efron 1979).

    Items of one message are right or wrong together, so messages are resampled, not items. Where every
    resample gives the same figure, Wilson's interval over the messages that count stands in its place.
    """
    whole = tally(rows)
    used = rows[rows.any(axis=1)]
    draws = _resampled(used)
    found = draws[:, 0] + draws[:, 1]
    labelled = draws[:, 0] + draws[:, 2]
    return Quality(
        labelled=whole.both + whole.labelled_only,
        found=whole.both + whole.found_only,
        precision=_share(whole.precision, draws[:, 0], found, used),
        recall=_share(whole.recall, draws[:, 0], labelled, used),
        f1=_share(whole.f1, 2 * draws[:, 0], found + labelled, used),
    )


def _resampled(rows: Counts) -> npt.NDArray[np.float64]:
    """The sums of `_SAMPLES` draws of as many messages, with replacement.

    Messages with equal counts are drawn as one kind: the same distribution, faster, and the order of the
    messages does not matter.
    """
    if len(rows) == 0:
        return np.zeros((_SAMPLES, 3))
    kinds, times = np.unique(rows, axis=0, return_counts=True)
    generator = np.random.default_rng(_SEED)
    drawn = generator.multinomial(len(rows), times / len(rows), size=_SAMPLES)
    sums: npt.NDArray[np.float64] = (drawn @ kinds).astype(np.float64)
    return sums


def _share(
    value: float, hits: npt.NDArray[np.float64], trials: npt.NDArray[np.float64], rows: Counts
) -> Share:
    shares = hits[trials > 0] / trials[trials > 0]
    low, high = (float(end) for end in np.quantile(shares, (0.025, 0.975))) if len(shares) else (0.0, 1.0)
    if low < high:
        return Share(value, min(low, value), max(high, value))
    bounds = wilson(round(value * len(rows)), len(rows))
    return Share(value, min(bounds.low, value), max(bounds.high, value))


def mean_share(values: npt.NDArray[np.float64], weights: npt.NDArray[np.float64]) -> Share:
    """The weighted sum of values, with the interval from resampling them within each weight.

    For means over two groups of messages, each with a weight of its own.
    """
    generator = np.random.default_rng(_SEED)
    drawn = np.zeros(_SAMPLES)
    for weight in np.unique(weights):
        group = np.sort(values[weights == weight])
        picks = generator.integers(0, len(group), size=(_SAMPLES, len(group)))
        drawn += weight * group[picks].sum(axis=1)
    low, high = (float(end) for end in np.quantile(drawn, (0.025, 0.975)))
    return Share(float((values * weights).sum()), low, high)
