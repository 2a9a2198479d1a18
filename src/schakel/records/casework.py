"""The facts of casework that pass between the casebook and the rooms. A wrong value cannot be built."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

CaseVerdict = Literal["real", "ghost", "identified", "no-evidence", "closed", "handed-over"]
CASE_VERDICTS: tuple[CaseVerdict, ...] = (
    "real",
    "ghost",
    "identified",
    "no-evidence",
    "closed",
    "handed-over",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one closed case turned out to be, for the estimates of the next.

    `cells` names for each kind of work the entry of `hours.toml` that its estimate was read from, `estimated` and
    `spent` give hours by kind of work; `way` is the best lead that was at hand to identify by.
    """

    case_id: str
    verdicts: tuple[CaseVerdict, ...]
    way: str
    cells: Mapping[str, str] = field(default_factory=dict)
    estimated: Mapping[str, float] = field(default_factory=dict)
    spent: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        unknown = [verdict for verdict in self.verdicts if verdict not in CASE_VERDICTS]
        if unknown:
            raise ValueError(f"a case ends in one of {', '.join(CASE_VERDICTS)}, not {unknown[0]}")


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Work that is going on: a seller or a member of it (account or selector), and the unit that is at it."""

    member: str
    unit: str
    case_id: str
