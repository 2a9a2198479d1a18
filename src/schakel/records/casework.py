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
    """Work that is going on or was done: a seller or a member of it (account or selector), and the unit that is at it.

    `tried` is None while the case is open; for a closed one it names the best lead to identify by that was tried.
    """

    member: str
    unit: str
    case_id: str
    tried: str | None = None


Role = Literal["analyst", "leader", "prosecutor", "officer", "auditor", "editor", "admin", "sole"]
Level = Literal["unit", "restricted", "removed", "hidden"]  # hidden: removed, and restricted before


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works with the casebook. `sole` is the role of everybody in a book that knows no people yet."""

    name: str
    role: Role
    unit: str | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class Change:
    """One field that an act changed."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the casebook's own chain: who did what, when, from where, why, and what it changed.

    `hash` covers all fields and the digest of the payload, and the hash of the act before it. The payload itself
    (changes, why, text) may be destroyed when its term is over; the digest stays.
    """

    act_no: int
    act_id: str
    at: str
    who: str
    origin: str
    act: str
    case_id: str | None
    changes: tuple[Change, ...]
    why: str
    destroyed: bool
    hash: str


@dataclass(frozen=True, slots=True)
class Case:
    """A lead that somebody works on."""

    case_id: str
    seller_id: str
    lead_id: str
    title: str
    unit: str
    level: Level
    state: str
    owner: str | None
    opened_at: str
    opened_by: str
    changed: int  # number of the last act on it; a change that rests on an older one is refused
    way: str = "none"
    cells: Mapping[str, str] = field(default_factory=dict)
    estimated: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewCase:
    """What a case starts from: the lead, its estimates, and the accounts and selectors of its seller."""

    seller_id: str
    lead_id: str
    title: str
    unit: str
    members: tuple[str, ...]
    level: Level = "unit"
    way: str = "none"
    cells: Mapping[str, str] = field(default_factory=dict)
    estimated: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notice:
    """Told to a case: another unit has to do with the same seller or the same contact."""

    at: str
    about: str  # same-seller, same-contact
    unit: str
