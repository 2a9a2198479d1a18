"""What the project asked of itself, beside what was measured: met, missed, or not told by this market."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec

from schakel.showing.bench.rows import Row

_NEAR = 2.0  # how many times smaller or larger a market may be than that of the bar

Figure = Literal["ratio", "memory_ratio", "a_second", "seconds", "same_found"]


class Bar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One bar of `bars.toml`: of which figure, at least or at most how much, at which size of market, and where it comes from."""

    row: str
    figure: Figure
    source: str
    method: str = ""
    least: float | None = None
    most: float | None = None
    messages: int | None = None


class _Bars(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    bar: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A bar with the figure that was measured (None: none was), and the word for it: met, missed, or why it is not told."""

    bar: Bar
    value: float | None
    word: str

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return msgspec.structs.asdict(self.bar) | {"value": self.value, "word": self.word}


@cache
def bars() -> tuple[Bar, ...]:
    """All bars."""
    return msgspec.toml.decode((files("schakel.showing.bench") / "bars.toml").read_bytes(), type=_Bars).bar


def judged(rows: Sequence[Row]) -> list[Judged]:
    """Each bar beside what was measured."""
    by_name = {row.row: row for row in rows}
    messages = by_name["intake"].ours.done
    return [_judged(bar, by_name[bar.row], messages) for bar in bars()]


def _judged(bar: Bar, row: Row, messages: int) -> Judged:
    value = _value(bar, row)
    if value is None:
        return Judged(bar, None, "not measured")
    if bar.messages and not bar.messages / _NEAR <= messages <= bar.messages * _NEAR:
        return Judged(bar, value, f"not told: it is of {bar.messages:,} messages")
    met = (bar.least is None or value >= bar.least) and (bar.most is None or value <= bar.most)
    return Judged(bar, value, "met" if met else "MISSED")


def _value(bar: Bar, row: Row) -> float | None:
    if bar.figure == "ratio":
        return row.ratio(bar.method)
    if bar.figure == "memory_ratio":
        return row.memory_ratio(bar.method)
    if row.ours.why:
        return None
    if bar.figure == "same_found":
        return _share_found(bar, row)
    return row.ours.a_second if bar.figure == "a_second" else row.ours.seconds.median


def _share_found(bar: Bar, row: Row) -> float | None:
    """What ours found over what the method found; 1 where neither found any."""
    other = row.beside.get(bar.method)
    if other is None or other.found is None or row.ours.found is None:
        return None
    return row.ours.found / other.found if other.found else 1.0 + row.ours.found
