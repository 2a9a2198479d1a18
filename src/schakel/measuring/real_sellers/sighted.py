"""How many sellers were seen on one day, two days, three days...: in each drawn world, for every stratum at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.measuring.market_size.rate_laws import MOST_TIMES
from schakel.measuring.real_sellers.doubt import Numbers, Places, Settled, as_resolved, worlds
from schakel.measuring.settings import Draws

_DAY = 86_400_000_000  # microseconds


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


def sightings(ads: pa.Table, goods: pa.Table, places: pa.Table) -> Sightings:
    """On which days each selling account made an offer: over all, and by commodity, area, month and scale.

    `ads` has account_no, text_id and sent_at; `goods` (commodity, scale) and `places` (province) tell of texts. A day is
    a UTC day, as in the table coverage.
    """
    days = ads["sent_at"].cast(pa.timestamp("us", tz="UTC")).cast(pa.int64()).to_numpy() // _DAY
    account = ads["account_no"].to_numpy().astype(np.int64)
    texts = ads["text_id"].combine_chunks().dictionary_encode()
    posted = _different_rows(account, texts.indices.to_numpy().astype(np.int64), days)
    columns = (("commodity", goods), ("scale", goods), ("province", places))
    spoken = [_of_texts(kind, rows, texts.dictionary, posted) for kind, rows in columns]
    months = days.astype("datetime64[D]").astype("datetime64[M]")
    all_months, month = np.unique(months, return_inverse=True)
    parts = [
        _Part("all", ["all"], np.zeros(len(days), np.int64), account, days),
        _Part("month", all_months.astype(str).tolist(), month.astype(np.int64), account, days),
        *spoken,
    ]
    return _numbered([part for part in parts if part.names])


class _Part(NamedTuple):
    """Sightings of one kind of stratum, with the number of the name of each; rows may stand there twice."""

    kind: str
    names: list[str]
    name: Places
    account: Places
    day: Places


def _different_rows(account: Places, text: Places, day: Places) -> tuple[Places, Places, Places]:
    """Account, text and day of all ads, each combination once, by text."""
    accounts, first = int(account.max(initial=0)) + 1, int(day.min(initial=0))
    days = int(day.max(initial=0)) - first + 1
    keys = _different((text * accounts + account) * days + day - first)
    rest, day = keys // days, keys % days + first
    return rest % accounts, rest // accounts, day


def _of_texts(kind: str, rows: pa.Table, texts: pa.Array, posted: tuple[Places, Places, Places]) -> _Part:
    """The sightings by what the texts name: an ad that names two of a kind counts in both."""
    known = rows.filter(pc.and_(pc.is_valid(rows[kind]), pc.is_in(rows["text_id"], texts)))
    encoded = known[kind].combine_chunks().dictionary_encode()
    text = pc.index_in(known["text_id"].combine_chunks(), texts).to_numpy().astype(np.int64)
    kinds = max(len(encoded.dictionary), 1)
    named = _different(text * kinds + encoded.indices.to_numpy().astype(np.int64))
    account, own, day = posted
    begins, ends = (np.searchsorted(named // kinds, own, side=side) for side in ("left", "right"))
    many = ends - begins
    place = np.repeat(begins, many) + np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
    kind = {"province": "area"}.get(kind, kind)
    names: list[str] = encoded.dictionary.to_pylist()
    return _Part(kind, names, named[place] % kinds, np.repeat(account, many), np.repeat(day, many))


def _numbered(parts: Sequence[_Part]) -> Sightings:
    """All parts in one, with strata numbered by kind and name."""
    strata = sorted((part.kind, name) for part in parts for name in part.names)
    place = {stratum: number for number, stratum in enumerate(strata)}
    numbers = [np.array([place[part.kind, name] for name in part.names], np.int64) for part in parts]
    return Sightings(
        tuple(strata),
        np.concatenate([number[part.name] for number, part in zip(numbers, parts, strict=True)]),
        np.concatenate([part.account for part in parts]),
        np.concatenate([part.day for part in parts]),
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
        several = starts[sizes > 1]
        for start, size in zip(several.tolist(), sizes[sizes > 1].tolist(), strict=True):
            stratum, days = self._together(tuple(order[start : start + size].tolist()))
            strata.append(stratum)
            times.append(days)
        lengths = np.array([len(stratum) for stratum in strata[1:]], np.int64)
        of_several = np.repeat(real[order[several]], lengths)
        chances = [real[self._unit[chosen]], of_several]
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
    return ranked[_firsts(ranked)]


def _counted(ranked: Places) -> tuple[Places, Places]:
    """Each of the rising keys once, and how often it stands there."""
    starts = _firsts(ranked)
    return ranked[starts], np.append(starts[1:], len(ranked))[: len(starts)] - starts


def _firsts(ranked: Places) -> Places:
    """Where each of the rising keys stands first. `np.diff` with a number before takes four times as long."""
    new = np.empty(len(ranked), dtype=bool)
    new[:1] = True
    np.not_equal(ranked[1:], ranked[:-1], out=new[1:])
    return np.flatnonzero(new)
