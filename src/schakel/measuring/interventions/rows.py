"""Rows of the table `interventions`: what was recorded, beside one figure with its bounds and its sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from schakel.measuring.interventions.change import Change
from schakel.measuring.interventions.words import claim_of, why_in_words
from schakel.records.facts import Reason
from schakel.records.interventions import Intervention

Row = dict[str, Any]

_DAY_NOUGHT = date(1970, 1, 1)
ASSUMES = (
    "without it the targets would have gone as the untouched went, apart from chance",
    "a change is measured on ads and people that were seen; gaps before and after are alike",
)


@dataclass(slots=True)
class Rows:
    """Collects the rows of one intervention; days are places in the series, `first_day` is the day of place 0."""

    one: Intervention
    first_day: int
    found: list[Row] = field(default_factory=list)

    def add(  # noqa: PLR0913 - one argument a column
        self,
        measure: str,
        subject: str,
        period: str,
        days: tuple[int, int],
        ends: tuple[float | None, float | None, float | None],
        words: Mapping[str, str],
        *,
        unit: str,
        claim: str = "",
        method: str = "",
        assumes: Sequence[str] = (),
        reasons: Sequence[Reason] = (),
    ) -> None:
        """One figure."""
        value, low, high = ends
        self.found.append(
            {
                **self._recorded(),
                "measure": measure,
                "subject": subject,
                "period": period,
                "from_day": self._day(days[0]),
                "to_day": self._day(days[1]),
                "unit": unit,
                "value": _round(value),
                "low": _round(low),
                "high": _round(high),
                "claim": claim,
                "method": method,
                "assumptions": list(assumes),
                **words,
                "reasons": [reason.row() for reason in reasons],
            }
        )

    def change(
        self,
        measure: str,
        subject: str,
        period: str,
        days: tuple[int, int],
        found: Change,
        words: Mapping[str, str],
    ) -> None:
        """One change with its claim."""
        method = f"ratio of ratios; chance by {found.chance}" if found.value is not None else "refused"
        self.add(
            measure,
            subject,
            period,
            days,
            (found.value, found.low, found.high),
            words,
            unit="change",
            claim=claim_of(found),
            method=method,
            assumes=ASSUMES if found.value is not None else (why_in_words(found),),
        )

    def _recorded(self) -> Row:
        return {
            "intervention_id": self.one.intervention_id,
            "kind": self.one.kind,
            "began_on": self.one.began_on,
            "ended_on": self.one.ended_on,
            "targets": sorted({target.id for target in self.one.targets}),
            "recorded_by": self.one.by,
            "source": self.one.source,
        }

    def _day(self, place: int) -> date:
        return _DAY_NOUGHT + timedelta(days=self.first_day + place)


def _round(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 6)
