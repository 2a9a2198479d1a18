"""When trade was back to what was expected, week by week, and how much of the fall lasted."""

from collections.abc import Sequence
from dataclasses import dataclass

from schakel.measuring.interventions.change import Change


@dataclass(frozen=True, slots=True)
class Recovered:
    """Days after it until trade was back; `low` could it be, `high` it surely was; None: not in the days at hand."""

    value: float | None
    low: float | None
    high: float | None


def recovered(weeks: Sequence[Change], near: float) -> Recovered:
    """From the changes of the weeks after it; back means within `near` of what was expected, that week and the next."""
    known = [week for week in weeks if week.value is not None]
    return Recovered(
        _first([week.value for week in known], near),
        _first([week.high for week in known], near),
        _first([week.low for week in known], near),
    )


def _first(shares: Sequence[float | None], near: float) -> float | None:
    back = [share is not None and share >= -near for share in shares]
    for place, here in enumerate(back):
        if here and all(back[place : place + 2]):
            return 7.0 * place
    return None
