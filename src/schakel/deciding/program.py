"""The choice of leads as a linear program in zeros and ones: who may take what, what is short, what must be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

SLACK = 1e-6  # hours: what float sums may miss


@dataclass(frozen=True, slots=True)
class Candidate:
    """One lead as the plan needs it: worth in days, hours by kind of work, and the units that may take it."""

    worth: float
    hours: float
    work: Mapping[str, float]
    units: tuple[int, ...]
    network: str | None = None
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Hours that must go to leads with one of these tags, in one of these units (none named: in any)."""

    name: str
    hours: float
    tags: frozenset[str]
    units: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is short: hours a unit, hours a unit and kind of work where that is less, leads a network."""

    capacity: Sequence[float]
    skills: Mapping[tuple[int, str], float]
    per_network: int
    wanted: Sequence[Wanted] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """Option k gives `lead[k]` to `unit[k]`. A plan x has `limits @ x <= upper`, and `wanted @ x >= least` as far as can be.

    The first rows of `limits` are the hours of the units, in their order.
    """

    lead: Ints
    unit: Ints
    worth: Floats
    hours: Floats
    limits: csr_array
    upper: Floats
    wanted: csr_array
    least: Floats
    units: int
    leads: int

    @property
    def size(self) -> int:
        """How many options there are."""
        return len(self.lead)

    def fits(self, chosen: Bools) -> bool:
        """Whether a plan keeps within all limits; what is wanted is not looked at."""
        return bool(np.all(self.limits @ chosen.astype(float) <= self.upper + SLACK))

    def part(self, which: Ints, taken: Bools) -> "Program":
        """The program of some options only, with what `taken` (other options) uses up and brings taken off."""
        used = taken.astype(float)
        return Program(
            lead=self.lead[which],
            unit=self.unit[which],
            worth=self.worth[which],
            hours=self.hours[which],
            limits=csr_array(self.limits[:, which]),
            upper=np.maximum(self.upper - self.limits @ used, 0.0),
            wanted=csr_array(self.wanted[:, which]),
            least=self.least - self.wanted @ used,
            units=self.units,
            leads=self.leads,
        )


def make_program(candidates: Sequence[Candidate], bounds: Bounds) -> Program:
    """The program of all leads that some unit may take and has the hours for, one option a lead and unit."""
    capacity = np.asarray(bounds.capacity, float)
    pairs = [
        (number, unit)
        for number, one in enumerate(candidates)
        if one.worth > 0
        for unit in one.units
        if one.hours <= capacity[unit] + SLACK and _able(one, unit, bounds.skills)
    ]
    lead = np.array([number for number, _ in pairs], np.int64)
    unit = np.array([unit for _, unit in pairs], np.int64)
    hours = np.array([candidates[number].hours for number in lead.tolist()], float)
    rows = _Rows(len(pairs))
    for place, free in enumerate(capacity.tolist()):
        inside = np.flatnonzero(unit == place)
        rows.add(inside, hours[inside], free)
    for (place, kind), free in sorted(bounds.skills.items()):
        inside = np.flatnonzero(unit == place)
        rows.add(inside, [candidates[k].work.get(kind, 0.0) for k in lead[inside].tolist()], free)
    _once_each(rows, lead)
    _a_few_a_network(rows, lead, candidates, bounds.per_network)
    wanted = _Rows(len(pairs))
    for want in bounds.wanted:
        wanted.add(*_brings(want, candidates, lead, unit, hours), want.hours)
    return Program(
        lead=lead,
        unit=unit,
        worth=np.array([candidates[number].worth for number in lead.tolist()], float),
        hours=hours,
        limits=rows.matrix(),
        upper=rows.border(),
        wanted=wanted.matrix(),
        least=wanted.border(),
        units=len(capacity),
        leads=len(candidates),
    )


def _able(one: Candidate, unit: int, skills: Mapping[tuple[int, str], float]) -> bool:
    return all(
        needed <= skills.get((unit, kind), np.inf) + SLACK for kind, needed in one.work.items() if needed > 0
    )


class _Rows:
    """Collects rows of a sparse matrix with a border each."""

    def __init__(self, options: int) -> None:
        self._options = options
        self._columns: list[Ints] = []
        self._values: list[Floats] = []
        self._borders: list[float] = []

    def add(self, columns: Ints, values: Sequence[float] | Floats, border: float) -> None:
        self._columns.append(np.asarray(columns, np.int64))
        self._values.append(np.asarray(values, float))
        self._borders.append(border)

    def matrix(self) -> csr_array:
        sizes = [len(columns) for columns in self._columns]
        rows = np.repeat(np.arange(len(sizes)), sizes)
        columns = np.concatenate([*self._columns, np.zeros(0, np.int64)])
        values = np.concatenate([*self._values, np.zeros(0)])
        return csr_array((values, (rows, columns)), shape=(len(sizes), self._options))

    def border(self) -> Floats:
        return np.array(self._borders, float)


def _once_each(rows: _Rows, lead: Ints) -> None:
    _, start, times = np.unique(lead, return_index=True, return_counts=True)
    for first, count in zip(start[times > 1].tolist(), times[times > 1].tolist(), strict=True):
        rows.add(np.arange(first, first + count), np.ones(count), 1.0)  # options of a lead lie together


def _a_few_a_network(rows: _Rows, lead: Ints, candidates: Sequence[Candidate], most: int) -> None:
    if most <= 0:
        return
    inside: dict[str, list[int]] = {}
    for option, number in enumerate(lead.tolist()):
        network = candidates[number].network
        if network is not None:
            inside.setdefault(network, []).append(option)
    for _, options in sorted(inside.items()):
        if len(set(lead[options].tolist())) > most:
            rows.add(np.array(options, np.int64), np.ones(len(options)), float(most))


def _brings(
    want: Wanted, candidates: Sequence[Candidate], lead: Ints, unit: Ints, hours: Floats
) -> tuple[Ints, Floats]:
    tagged = np.array([bool(candidates[k].tags & want.tags) for k in lead.tolist()], bool)
    there = np.isin(unit, sorted(want.units)) if want.units else np.ones(len(unit), bool)
    columns = np.flatnonzero(tagged & there)
    return columns, hours[columns]
