"""How many sellers were seen on one day, two days, three days...: in each drawn world, for every stratum at once."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

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
    pairs = list(zip(rows["kind"].to_pylist(), rows["name"].to_pylist(), strict=True))
    strata = tuple(sorted(set(pairs)))
    number = {pair: place for place, pair in enumerate(strata)}
    return Sightings(
        strata,
        np.array([number[pair] for pair in pairs], dtype=np.int64),
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
    """Counts days by stratum and group; units whose group never changes are counted once."""

    def __init__(self, seen: Sightings, settled: Settled) -> None:
        self._shape = (len(seen.strata), MOST_TIMES + 1)
        unit, first = settled.unit[seen.account], int(seen.day.min(initial=0))
        self._days = int(seen.day.max(initial=0)) - first + 1
        day = seen.day - first
        loose = settled.loose[unit]
        self._fixed = self._by_group(seen.stratum[~loose], unit[~loose], day[~loose], len(settled.seller))
        self._open = seen.stratum[loose], unit[loose], day[loose]
        self._units = len(settled.seller)

    def count(self, group: Places, real: Numbers) -> tuple[Numbers, Numbers]:
        """[stratum, days] of real sellers and of all."""
        stratum, unit, day = self._open
        groups, place, where = np.unique(group, return_index=True, return_inverse=True)
        loose = self._by_group(stratum, where[unit], day, len(groups))
        chance = real[place]
        found = []
        for weigh in (True, False):
            table = np.zeros(self._shape[0] * self._shape[1])
            for (kind, who, times), chances in ((self._fixed, real), (loose, chance)):
                place_in = kind * self._shape[1] + np.minimum(times, self._shape[1]) - 1
                table += np.bincount(place_in, chances[who] if weigh else None, minlength=len(table))
            found.append(table.reshape(self._shape))
        return found[0], found[1]

    def _by_group(
        self, stratum: Places, group: Places, day: Places, groups: int
    ) -> tuple[Places, Places, Places]:
        """Stratum, group and number of different days."""
        keys = np.unique((stratum * groups + group) * self._days + day) // self._days
        pairs, times = np.unique(keys, return_counts=True)
        return pairs // max(groups, 1), pairs % max(groups, 1), times
