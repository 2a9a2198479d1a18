"""The frozen facts that pass between rooms. A wrong value cannot be built."""

from dataclasses import dataclass, field
from typing import Any, Literal

Answer = Literal["same", "not-same", "real", "ghost", "unsure"]
ANSWERS: tuple[Answer, ...] = ("same", "not-same", "real", "ghost", "unsure")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the original text, in characters (Unicode code points); `end` is not included."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0 or later, not {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of named evidence: the rule that spoke and its weight as log10 likelihood ratio.

    Weight 1 means: ten times as probable if the claim holds as if it does not; negative speaks against.
    `span` points into the message text; `messages` names the messages it rests on.
    """

    rule: str
    weight: float
    span: Span | None = None
    detail: str = ""
    messages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.rule:
            raise ValueError("a reason names its rule")
        if not -99.0 < self.weight < 99.0:
            raise ValueError(f"a log10 weight lies between -99 and 99, not {self.weight}")

    def row(self) -> dict[str, Any]:
        """The reason as one element of a `reasons` column."""
        return {
            "rule": self.rule,
            "weight": self.weight,
            "start": self.span.start if self.span else None,
            "end": self.span.end if self.span else None,
            "detail": self.detail,
            "messages": list(self.messages),
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """A human's word on a subject, or on a pair (`other` set). Rows are added, never changed.

    `undoes` names an earlier verdict that this row takes back.
    """

    verdict_id: int
    subject: str
    other: str | None
    answer: Answer
    by: str
    at: str
    why: str
    undoes: int | None = None

    def __post_init__(self) -> None:
        if self.answer not in ANSWERS:
            raise ValueError(f"a verdict is one of {', '.join(ANSWERS)}, not {self.answer}")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its bounds, the method that gave it and what it assumes."""

    value: float
    low: float
    high: float
    method: str
    assumptions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.low <= self.value <= self.high:
            raise ValueError(
                f"an estimate lies within its bounds, not {self.low} <= {self.value} <= {self.high}"
            )


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One act in the ledger, chained to the act before it by that act's hash."""

    seq: int
    previous: str
    at: str
    who: str
    act: str
    version: str
    inputs: dict[str, Any] = field(default_factory=dict)
    outputs: dict[str, Any] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    hash: str = ""
