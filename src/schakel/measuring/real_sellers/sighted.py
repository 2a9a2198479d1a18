"""How many sellers were seen on one day, two days, three days...: in each drawn world, for every stratum at once."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.measuring.market_size.rate_laws import MOST_TIMES
from schakel.measuring.real_sellers.doubt import Numbers, Places, Settled, as_resolved, worlds
from schakel.measuring.settings import Draws


@dataclass(frozen=True, slots=True)
class Sightings:
    """Days on which accounts were seen, by stratum: rows of stratum, account and day, all as numbers."""

    strata: tuple[tuple[str, str], ...]  # kind and name
    stratum: Places
    account: Places
    day: Places


@dataclass(frozen=True, slots=True)
class Seen:
    """`real[d, s, k]` and `everyone[d, s, k]`: sellers of world d and stratum s seen on k + 1 days; the last: on more.

    World 0 is the one that linking and judging think most probable, with ghosts counted by their probability.
    """

    strata: tuple[tuple[str, str], ...]
    real: Numbers
    everyone: Numbers


def sightings(rows: pa.Table) -> Sightings:
    """From the step `sightings`: columns kind, name, account_no, day."""
    joined = (
        pc.binary_join_element_wise(rows["kind"], rows["name"], "\x1f").combine_chunks().dictionary_encode()
    )
    names = joined.dictionary.to_pylist()
    ranked = sorted(range(len(names)), key=names.__getitem__)
    place = np.empty(len(names), dtype=np.int64)
    place[ranked] = np.arange(len(names))
    kinds = [names[number].split("\x1f", 1) for number in ranked]
    return Sightings(
        tuple((kind, name) for kind, name in kinds),
        place[joined.indices.to_numpy().astype(np.int64)],
        rows["account_no"].to_numpy().astype(np.int64),
        rows["day"].to_numpy().astype(np.int64),
    )


def seen_in_worlds(seen: Sightings, settled: Settled, draws: Draws) -> Seen:
    """The tables of all worlds and strata."""
    counter = _Counter(seen, settled)
    group, chance = as_resolved(settled)
    both = [counter.count(group, chance)]
    for world in worlds(settled, draws):
        both.append(counter.count(world.group, world.real.astype(np.float64)))
    real, everyone = (np.stack(tables) for tables in zip(*both, strict=True))
    return Seen(seen.strata, real, everyone)


class _Counter:
    """Counts days by stratum and group.

    A group of one unit has the days of that unit, counted once; only groups of more are counted anew, and each such
    group once, however many worlds it stands in.
    """

    def __init__(self, seen: Sightings, settled: Settled) -> None:
        self._shape = (len(seen.strata), MOST_TIMES + 1)
        units = len(settled.seller)
        first, last = int(seen.day.min(initial=0)), int(seen.day.max(initial=0))
        self._days = last - first + 1
        one_unit = len(seen.strata) * self._days
        keys = _different(
            settled.unit[seen.account] * one_unit + seen.stratum * self._days + seen.day - first
        )
        unit = keys // one_unit
        self._rows = keys % one_unit  # stratum and day
        self._starts = np.searchsorted(unit, np.arange(units + 1))
        pairs, self._times = _counted(keys // self._days)
        self._unit, self._stratum = pairs // len(seen.strata), pairs % len(seen.strata)
        self._known: dict[tuple[int, ...], tuple[Places, Places]] = {}

    def count(self, group: Places, real: Numbers) -> tuple[Numbers, Numbers]:
        """[stratum, days] of real sellers and of all."""
        order = np.argsort(group, kind="stable")
        starts = np.flatnonzero(np.diff(group[order], prepend=-1))
        sizes = np.diff(starts, append=len(order))
        alone = np.zeros(len(group), dtype=bool)
        alone[order[starts[sizes == 1]]] = True
        chosen = alone[self._unit]
        strata, times = [self._stratum[chosen]], [self._times[chosen]]
        chances = [real[self._unit[chosen]]]
        for start, size in zip(starts[sizes > 1], sizes[sizes > 1], strict=True):
            units = tuple(order[start : start + size].tolist())
            stratum, days = self._together(units)
            strata.append(stratum)
            times.append(days)
            chances.append(np.full(len(stratum), real[units[0]]))
        days = np.minimum(np.concatenate(times), self._shape[1]) - 1
        place = np.concatenate(strata) * self._shape[1] + days
        size = self._shape[0] * self._shape[1]
        weights = np.concatenate(chances)
        both = [
            np.asarray(np.bincount(place, each, size), dtype=np.float64)
            for each in (weights, np.ones_like(weights))
        ]
        return both[0].reshape(self._shape), both[1].reshape(self._shape)

    def _together(self, units: tuple[int, ...]) -> tuple[Places, Places]:
        """Strata and different days of several units as one."""
        if units not in self._known:
            rows = [self._rows[self._starts[unit] : self._starts[unit + 1]] for unit in units]
            self._known[units] = _counted(_different(np.concatenate(rows)) // self._days)
        return self._known[units]


def _different(keys: Places) -> Places:
    """Each key once, rising. By sorting: on a million keys ten times as fast as by hashing."""
    ranked = np.sort(keys)
    return ranked[np.flatnonzero(np.diff(ranked, prepend=-1))]


def _counted(ranked: Places) -> tuple[Places, Places]:
    """Each of the rising keys once, and how often it stands there."""
    starts = np.flatnonzero(np.diff(ranked, prepend=-1))
    return ranked[starts], np.diff(starts, append=len(ranked))
