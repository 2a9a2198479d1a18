"""A takeover, arrest, warning message or ban as people write it down: when, against whom, known from where."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["takeover", "arrest", "warning", "ban", "other"]
KINDS: tuple[Kind, ...] = ("takeover", "arrest", "warning", "ban", "other")
TargetKind = Literal["chat", "account", "seller"]
TARGET_KINDS: tuple[TargetKind, ...] = ("chat", "account", "seller")


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """Whom or what an intervention was aimed at: a chat, an account or a seller, by its id in the tables.

    An account may name the `seller` it belonged to when the intervention was written down: sellers are made anew
    whenever links change, accounts stay.
    """

    kind: TargetKind
    id: str
    seller: str | None = None

    def __post_init__(self) -> None:
        if self.kind not in TARGET_KINDS:
            raise ValueError(f"a target is one of {', '.join(TARGET_KINDS)}, not {self.kind}")
        if not self.id:
            raise ValueError("a target has an id")


@dataclass(frozen=True, slots=True)
class Intervention:
    """One intervention as written down. Rows are added, never changed; `undoes` takes an earlier one back.

    `began_on` and `ended_on` are days in UTC, as in the table `coverage`, both part of the intervention.
    """

    intervention_id: int
    kind: Kind
    began_on: date
    ended_on: date
    targets: tuple[Target, ...]
    source: str
    title: str
    message_id: str | None
    by: str
    at: str
    why: str
    undoes: int | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"an intervention is one of {', '.join(KINDS)}, not {self.kind}")
        if self.ended_on < self.began_on:
            raise ValueError(f"an intervention ends on or after {self.began_on}, not on {self.ended_on}")
        if not self.targets:
            raise ValueError("an intervention has at least one target")

    def of(self, kind: TargetKind) -> tuple[str, ...]:
        """The ids of its targets of one kind, in order."""
        return tuple(sorted({target.id for target in self.targets if target.kind == kind}))
