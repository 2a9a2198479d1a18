"""The table: each row with what stands beside it, the median of all rounds, and how far they lay apart."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from schakel.showing.bench.methods import beside
from schakel.showing.bench.taken import OURS, Taken

_SEEN_MB = 5.0  # a running Python holds more; less was seen of a program that had ended at the second look


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of the rounds, the least and the most."""

    median: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What a step or a method took: how much was done, seconds by the clock and of processors, and the most memory in any round.

    `why` says why it was not measured; the figures are 0 then.
    """

    name: str
    done: int
    unit: str
    seconds: Spread
    processor: Spread
    peak_mb: float
    found: int | None
    why: str

    @property
    def a_second(self) -> float:
        """How much was done a second by the clock."""
        return self.done / self.seconds.median if self.seconds.median else 0.0

    def as_json(self) -> dict[str, Any]:
        """For machines: the reason alone where it was not measured."""
        if self.why:
            return {"name": self.name, "why": self.why}
        told = asdict(self) | {"a_second": self.a_second}
        return {key: value for key, value in told.items() if key != "why"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what ours took, and what each method beside it took, by its name in `beside.toml`."""

    row: str
    title: str
    ours: Figures
    beside: dict[str, Figures]

    def ratio(self, method: str) -> float | None:
        """How many times as fast ours is; below 1 it is slower. None where one of them was not measured.

        Where both did the same kind of thing, by how much of it a second; else by the seconds that the same market took.
        """
        other = self.beside.get(method)
        if other is None or other.why or self.ours.why or not self.ours.seconds.median:
            return None
        if other.unit == self.ours.unit and other.done:
            return self.ours.a_second / other.a_second
        return other.seconds.median / self.ours.seconds.median

    def memory_ratio(self, method: str) -> float | None:
        """How many times the memory of ours the method takes; below 1 it takes less. None where one was too short to be seen."""
        other = self.beside.get(method)
        if other is None or other.why or self.ours.why or min(other.peak_mb, self.ours.peak_mb) < _SEEN_MB:
            return None
        return other.peak_mb / self.ours.peak_mb

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        others = [
            other.as_json()
            | {"method": name, "ratio": self.ratio(name), "memory_ratio": self.memory_ratio(name)}
            for name, other in self.beside.items()
        ]
        return {"row": self.row} | self.ours.as_json() | {"beside": others}


def rows_of(taken: Iterable[Taken]) -> list[Row]:
    """The rows in the order of `beside.toml`, of what all rounds took."""
    by_place: dict[tuple[str, str], list[Taken]] = {}
    for one in taken:
        by_place.setdefault((one.row, one.by), []).append(one)
    rows = []
    for row, told in beside().row.items():
        others = {
            name: _figures(beside().method[name].name, by_place[row, name])
            for name in told.beside
            if (row, name) in by_place
        }
        rows.append(Row(row, told.title, _figures(told.title, by_place[row, OURS]), others))
    return rows


def _figures(name: str, rounds: Sequence[Taken]) -> Figures:
    last = rounds[-1]
    return Figures(
        name,
        last.done,
        last.unit,
        _spread([one.seconds for one in rounds]),
        _spread([one.processor for one in rounds]),
        max(one.peak_mb for one in rounds),
        last.found,
        next((one.why for one in rounds if one.why), ""),
    )


def _spread(values: Sequence[float]) -> Spread:
    return Spread(median(values), min(values), max(values))
