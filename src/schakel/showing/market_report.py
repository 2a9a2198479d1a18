"""The market report as typed facts: what every page of the market is drawn from.

`market_report(engine)` reads only the tables `estimates`, `market` and `interventions`; it holds no names of people.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from schakel.showing.intervention_effects import EffectReport, effect_reports
from schakel.store.engine import Engine


@dataclass(frozen=True, slots=True)
class Estimated:
    """One estimate with its bounds, method and assumptions; value None where the data do not carry it."""

    what: str
    stratum: str  # all, or kind:name such as month:2025-12
    method: str
    value: float | None
    low: float | None
    high: float | None
    assumptions: tuple[str, ...]

    @property
    def refused(self) -> bool:
        """Whether the data do not carry a figure."""
        return self.value is None

    @property
    def kind(self) -> str:
        """all, month, commodity, scale or area."""
        return self.stratum.partition(":")[0]

    @property
    def name(self) -> str:
        """The name within its kind."""
        return self.stratum.partition(":")[2] or "all"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the market: whom it speaks of, where it stands on its axis, its value with bounds or range."""

    section: str
    subject: str
    key: str
    unit: str
    measure: str
    value: float
    low: float | None
    high: float | None
    rows: int


@dataclass(frozen=True)
class MarketReport:
    """All figures of the market."""

    estimates: tuple[Estimated, ...]
    figures: tuple[Figure, ...]
    interventions: tuple[EffectReport, ...]

    @cached_property
    def _by_section(self) -> Mapping[str, list[Figure]]:
        found: dict[str, list[Figure]] = {}
        for figure in self.figures:
            found.setdefault(figure.section, []).append(figure)
        return found

    def estimate(self, what: str, stratum: str = "all") -> Estimated | None:
        """The estimate of this name and stratum, if there is one."""
        return next((one for one in self.estimates if (one.what, one.stratum) == (what, stratum)), None)

    def estimates_of(self, what: str, kind: str) -> list[Estimated]:
        """The estimates of this name for one kind of stratum: month, commodity, scale or area."""
        return [one for one in self.estimates if one.what == what and one.kind == kind]

    def section(self, section: str, measure: str = "", subject: str = "") -> list[Figure]:
        """The figures of a section; of one measure, or one subject, if named."""
        return [
            one
            for one in self._by_section.get(section, ())
            if (not measure or one.measure == measure) and (not subject or one.subject == subject)
        ]

    def value(self, section: str, subject: str, key: str, measure: str) -> float | None:
        """One figure, if it is there."""
        found = [one.value for one in self.section(section, measure, subject) if one.key == key]
        return found[0] if found else None


def market_report(engine: Engine) -> MarketReport:
    """The report of what stands in the workspace now; empty if nothing was measured."""
    estimates = [
        Estimated(**{**row, "assumptions": tuple(row["assumptions"] or ())})
        for row in engine.read("estimates").to_pylist()
    ]
    figures = [Figure(**row) for row in engine.read("market").to_pylist()]
    return MarketReport(tuple(estimates), tuple(figures), tuple(effect_reports(engine)))
