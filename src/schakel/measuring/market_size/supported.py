"""Which laws a table does not contradict, and how many accounts there are under each.

A law fits with or without throwaways: accounts beyond the law that were seen exactly once (Godwin and Böhning, 2017).
What a law leaves unseen follows from it, so the populations under all laws that a table supports have a lowest and a
highest: a confidence set by likelihood ratio (for one law: Cormack, 1992, Biometrics 48, 567-576).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schakel.measuring.market_size.frequencies import Frequencies
from schakel.measuring.market_size.rate_laws import MOST_TIMES

Numbers = NDArray[np.float64]

# How far below the best law the log-likelihood of a supported law may lie. 1.92 is that of a 95 % interval within one
# law. On 450 populations of the worlds that were used for making this (benchmarks/coverage.py --developed) 1.92
# covered 88 to 99 in a hundred, by world; 2.7 covered 94 to 100, with brackets a sixth wider.
ROOM = 2.7
_POOLED = 5.0  # cells with fewer accounts are put together before the fit is judged
_PARAMETERS = 2  # mean and spread
_LEAST_FREEDOM = 2  # with fewer, chance alone makes the ratio large too often


@dataclass(frozen=True, slots=True)
class Tables:
    """Frequency tables as rows: `counts[d, k - 1]` accounts seen k times; `beyond` those seen over MOST_TIMES times."""

    counts: Numbers
    beyond: Numbers

    @property
    def seen(self) -> Numbers:
        """How many different accounts each table holds."""
        return np.asarray(self.counts.sum(axis=1) + self.beyond)


@dataclass(frozen=True, slots=True)
class Laws:
    """Laws as rows of chances of 0..MOST_TIMES sightings, with what each is and its price in log-likelihood."""

    chances: Numbers
    group: NDArray[np.int64]
    words: tuple[str, ...]
    prices: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What tables say under each law, [law, table].

    `height` is the log-likelihood; `whole` accounts go by the law, seen or not, of which the share `used` were seen
    often enough to be used; `once` is the chance to be seen exactly once.
    """

    height: Numbers
    whole: Numbers
    used: Numbers
    once: Numbers

    def of(self, laws: NDArray[np.int64]) -> "Held":
        """The same of some laws only."""
        return Held(self.height[laws], self.whole[laws], self.used[laws], self.once[laws])


@dataclass(frozen=True, slots=True)
class Ends:
    """The lowest and highest population of each table, and the number of the law that gives each."""

    low: Numbers
    high: Numbers
    low_law: NDArray[np.int64]
    high_law: NDArray[np.int64]

    def of(self, tables: NDArray[np.int64]) -> "Ends":
        """The same of some tables, in their order."""
        return Ends(self.low[tables], self.high[tables], self.low_law[tables], self.high_law[tables])


def as_tables(tables: Sequence[Frequencies]) -> Tables:
    """The tables as rows of counts."""
    counts = np.array([[table.f(k) for k in range(1, MOST_TIMES + 1)] for table in tables], dtype=np.float64)
    return Tables(counts, np.array([float(table.seen) for table in tables]) - counts.sum(axis=1))


def together(groups: Sequence[tuple[Numbers, str, float]]) -> Laws:
    """Laws from groups of (chances, words, price)."""
    return Laws(
        np.concatenate([chances for chances, _, _ in groups]),
        np.repeat(np.arange(len(groups)), [len(chances) for chances, _, _ in groups]),
        tuple(words for _, words, _ in groups),
        tuple(price for _, _, price in groups),
    )


def held(chances: Numbers, tables: Tables, *, throwaways: bool) -> Held:
    """What each table says under each law; with throwaways, too many seen once are no evidence against a law."""
    logs = np.log(np.maximum(chances, 1e-300))
    singles, rest = tables.counts[:, 0], tables.counts[:, 1:].sum(axis=1)
    seen = singles + rest
    once = chances[:, 1:2]
    twice_on = chances[:, 2:].sum(axis=1, keepdims=True)
    repeated = logs[:, 2:] @ tables.counts[:, 1:].T
    height = repeated + logs[:, 1:2] * singles - seen * np.log(once + twice_on)
    whole, used = seen / (once + twice_on), np.broadcast_to(once + twice_on, height.shape)
    if throwaways:
        free = repeated - rest * np.log(twice_on) + _free(singles, seen) + _free(rest, seen)
        too_many = rest / twice_on * once < singles
        height = np.where(too_many, free, height)
        whole, used = np.where(too_many, rest / twice_on, whole), np.where(too_many, twice_on, used)
    return Held(height, whole, used, np.broadcast_to(once, height.shape))


def misfit(laws: Laws, tables: Tables) -> float:
    """How many times more than chance the first table differs from the law that fits it best; at least 1.

    The variance inflation of capture-recapture (Burnham and Anderson, 2002, section 2.5): Pearson's statistic over
    its degrees of freedom, cells with few accounts put together.
    """
    first = Tables(tables.counts[:1], tables.beyond[:1])
    told = held(laws.chances, first, throwaways=True)
    best = int(np.argmax(told.height[:, 0] - np.array(laws.prices)[laws.group]))
    expected = told.whole[best, 0] * laws.chances[best, 1:]
    thrown_away = expected[0] < first.counts[0, 0]
    begin = 1 if thrown_away else 0  # throwaways make up whatever is missing among those seen once
    cells = _pooled(first.counts[0, begin:], expected[begin:])
    freedom = len(cells) - 1 - _PARAMETERS
    if freedom < _LEAST_FREEDOM:
        return 1.0
    return max(1.0, sum((seen - wanted) ** 2 / wanted for seen, wanted in cells) / freedom)


def persistent(laws: Laws, tables: Tables, stretch: float) -> Ends:
    """Accounts that go by the law, seen or not; throwaways are not counted."""
    return persistent_and_all(laws, tables, stretch)[0]


def all_accounts(laws: Laws, tables: Tables, stretch: float) -> Ends:
    """Accounts that go by the law, and throwaways as many as were seen."""
    return persistent_and_all(laws, tables, stretch)[1]


def persistent_and_all(laws: Laws, tables: Tables, stretch: float) -> tuple[Ends, Ends]:
    """Accounts that go by the law, seen or not: without throwaways, and with as many as were seen."""
    tables, place = _each_once(tables)
    found = held(laws.chances, tables, throwaways=True)
    near, rows = _supported(laws, found, stretch)
    low, high = _reach(near, found.of(rows))
    seen = tables.counts.sum(axis=1)
    extra = (np.maximum(tables.counts[:, 0] - whole * found.once[rows], 0.0) for whole in (low, high))
    more, most = (np.maximum(whole + thrown, seen) for whole, thrown in zip((low, high), extra, strict=True))
    return (
        _ends(low + tables.beyond, high + tables.beyond, rows).of(place),
        _ends(more + tables.beyond, most + tables.beyond, rows).of(place),
    )


def without_throwaways(laws: Laws, tables: Tables, stretch: float) -> Ends:
    """All accounts, if none is thrown away after one use."""
    found = held(laws.chances, tables, throwaways=False)
    near, rows = _supported(laws, found, stretch)
    low, high = _reach(near, found.of(rows))
    return _ends(low + tables.beyond, high + tables.beyond, rows)


def _each_once(tables: Tables) -> tuple[Tables, NDArray[np.int64]]:
    """The tables that differ, and the place of each among them: of the worlds of a small stratum half are alike."""
    rows = np.column_stack([tables.counts, tables.beyond])
    once, place = np.unique(rows, axis=0, return_inverse=True)
    return Tables(once[:, :-1], once[:, -1]), place.reshape(-1)


def _supported(laws: Laws, found: Held, stretch: float) -> tuple[Numbers, NDArray[np.int64]]:
    """How far each table goes along with the laws that any of them supports (below 0: not at all), and those laws."""
    height = found.height - np.array(laws.prices)[laws.group][:, None]
    near = ROOM * stretch - (height.max(axis=0) - height)
    rows = np.flatnonzero((near >= 0).any(axis=1))
    return near[rows], rows


def _reach(near: Numbers, found: Held) -> tuple[Numbers, Numbers]:
    """The population under each law from low to high; where the law is not supported, nothing (nan)."""
    inside = near >= 0
    whole, used = found.whole[inside], found.used[inside]
    known = whole * used
    unseen = np.maximum(whole - known, 1e-9)
    # Who was seen is a draw from those there are: the part not seen is uncertain by that much (Chao, 1987).
    spread = np.sqrt(np.log1p(unseen / (used * unseen**2)))
    factor = np.exp(np.sqrt(2 * near[inside]) * spread)
    low, high = np.full(near.shape, np.nan), np.full(near.shape, np.nan)
    low[inside], high[inside] = known + unseen / factor, known + unseen * factor
    return low, high


def _ends(low: Numbers, high: Numbers, laws: NDArray[np.int64]) -> Ends:
    """The lowest and highest of each table, and by which of the laws; a table that supports none has 0 and the first."""
    outside = np.isnan(low)
    lowest = np.where(outside, np.inf, low).argmin(axis=0)
    highest = np.where(outside, -np.inf, high).argmax(axis=0)
    table, none = np.arange(low.shape[1]), outside.all(axis=0)
    least, most = (np.where(none, 0.0, end) for end in (low[lowest, table], high[highest, table]))
    return Ends(least, most, laws[lowest], laws[highest])


def _free(part: Numbers, whole: Numbers) -> Numbers:
    """The log-likelihood of a part whose chance is free to be its share."""
    share = np.divide(part, whole, out=np.ones_like(part), where=(part > 0) & (whole > 0))
    return np.asarray(part * np.log(share))


def _pooled(seen: Numbers, expected: Numbers) -> list[tuple[float, float]]:
    cells: list[tuple[float, float]] = []
    one, two = 0.0, 0.0
    for here, wanted in zip(seen, expected, strict=True):
        one, two = one + float(here), two + float(wanted)
        if two >= _POOLED:
            cells.append((one, two))
            one, two = 0.0, 0.0
    if cells and two > 0:
        cells[-1] = (cells[-1][0] + one, cells[-1][1] + two)
    return cells
