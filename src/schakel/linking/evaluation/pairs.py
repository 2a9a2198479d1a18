"""How many pairs of accounts were rightly brought together, missed, or wrongly joined."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np
import numpy.typing as npt

_SAMPLES, _SEED = 1000, 20261124


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Pairwise:
    """Pairs of accounts of one holder (`true`), pairs brought together (`found`), and both (`right`).

    Intervals come from resampling holders, since the pairs of one holder are right or wrong together
    (percentile bootstrap, Efron 1979). A false cluster is a seller with accounts of several holders;
    `largest_false` counts the accounts of the largest.
    """

    true: int
    found: int
    right: int
    precision: Share
    recall: Share
    f1: Share
    false_clusters: int
    largest_false: int


def pairwise(groups: Iterable[Sequence[str]], holder: Mapping[str, str]) -> Pairwise:
    """The quality of a grouping of accounts, pair by pair, against who holds them.

    Accounts that are in no group count as alone; accounts without a holder are left out.
    """
    kept = [[account for account in group if account in holder] for group in groups]
    rows, mixed = _per_holder(kept, holder)
    counts = np.array([rows[name] for name in sorted(rows)], np.float64).reshape(-1, 3)
    right, true, wrong = counts.sum(axis=0)
    drawn = _resampled(counts)
    return Pairwise(
        true=int(true),
        found=int(right + wrong),
        right=int(right),
        precision=_share(right, right + wrong, drawn[:, 0], drawn[:, 0] + drawn[:, 2]),
        recall=_share(right, true, drawn[:, 0], drawn[:, 1]),
        f1=_share(2 * right, right + wrong + true, 2 * drawn[:, 0], drawn[:, 0] + drawn[:, 2] + drawn[:, 1]),
        false_clusters=len(mixed),
        largest_false=max(mixed, default=0),
    )


def recall_by_kind(
    groups: Iterable[Sequence[str]], holder: Mapping[str, str], kind: Mapping[str, str]
) -> dict[str, tuple[int, int]]:
    """For each two kinds of account that one holder has: how many such pairs were found, of how many."""
    group_of = {account: number for number, group in enumerate(groups) for account in group}
    held: dict[str, list[str]] = defaultdict(list)
    for account in sorted(group_of):
        if account in holder:
            held[holder[account]].append(account)
    found: Counter[str] = Counter()
    all_pairs: Counter[str] = Counter()
    for accounts in held.values():
        for one, other in combinations(accounts, 2):
            name = " + ".join(sorted((kind.get(one, "none"), kind.get(other, "none"))))
            all_pairs[name] += 1
            found[name] += group_of[one] == group_of[other]
    return {name: (found[name], all_pairs[name]) for name in sorted(all_pairs)}


def _per_holder(
    groups: Sequence[Sequence[str]], holder: Mapping[str, str]
) -> tuple[dict[str, list[float]], list[int]]:
    """Per holder: right pairs, true pairs, and half of each wrong pair it is in; and the sizes of mixed groups."""
    rows: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    mixed = []
    for name, many in Counter(holder[account] for group in groups for account in group).items():
        rows[name][1] = comb(many, 2)
    for group in groups:
        parts = Counter(holder[account] for account in group)
        if len(parts) > 1:
            mixed.append(len(group))
        for name, many in parts.items():
            rows[name][0] += comb(many, 2)
            rows[name][2] += many * (len(group) - many) / 2
    return rows, mixed


def _resampled(rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    if not len(rows):
        return np.zeros((_SAMPLES, 3))
    kinds, times = np.unique(rows, axis=0, return_counts=True)
    drawn = np.random.default_rng(_SEED).multinomial(len(rows), times / len(rows), size=_SAMPLES)
    sums: npt.NDArray[np.float64] = drawn @ kinds
    return sums


def _share(hits: float, trials: float, drawn: npt.NDArray[np.float64], of: npt.NDArray[np.float64]) -> Share:
    if trials == 0:
        return Share(0.0, 0.0, 1.0)
    value, shares = float(hits / trials), drawn[of > 0] / of[of > 0]
    low, high = (float(end) for end in np.quantile(shares, (0.025, 0.975)))
    return Share(value, min(low, value), max(high, value))
