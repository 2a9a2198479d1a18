"""What a lead costs: the kinds of work it asks and the hours each takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

import msgspec

from schakel.deciding.plan_data import Factor, changed_data
from schakel.records.counted import counted

IDENTIFICATION = "identification"
# Kinds of work in the order in which they are done.
KINDS = (IDENTIFICATION, "digital", "pseudo-purchase", "tactical")


class PerAccount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hours for every account beyond the first, up to `most` of them."""

    hours: Factor
    most: int


class Learning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many closed cases the estimates below are worth, when closed cases correct them."""

    hours: float
    chances: float


class HoursData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hours by kind of work; `identification` by the best lead at hand."""

    version: str
    source: str
    reviewed: str
    format: str
    identification: dict[str, Factor]
    work: dict[str, Factor]
    per_account: PerAccount
    learning: Learning
    cases: dict[str, int] = {}  # closed cases that corrected an entry


@dataclass(frozen=True, slots=True)
class Task:
    """One kind of work in a lead: hours with bounds, and the entry of the data they were read from."""

    kind: str
    hours: Factor
    cell: str

    def row(self) -> dict[str, str | float]:
        """The task as one element of the column `work`."""
        numbers = {"hours": self.hours.value, "low": self.hours.low, "high": self.hours.high}
        return {"kind": self.kind, **{n: round(x, 4) for n, x in numbers.items()}, "cell": self.cell}


@dataclass(frozen=True, slots=True)
class Work:
    """All work of one lead: the skill it asks after identification, the hours together, and a sentence."""

    skill: str
    tasks: tuple[Task, ...]
    hours: Factor
    detail: str


def read_hours(changes: Mapping[str, Any] | None = None) -> HoursData:
    """The data of `hours.toml` with the changes of a workspace; SettingsError if an entry cannot be used."""
    return changed_data("hours.toml", "hours", changes or {}, HoursData)


def work_for(data: HoursData, best_lead: str, *, heavy: bool, meets: bool, accounts: int) -> Work:
    """Identification by the best lead at hand, then the work that the trade asks.

    Bulk and weapons ask tactical work; user trade that hands over in person a pseudo-purchase; the rest digital work.
    """
    skill = "tactical" if heavy else "pseudo-purchase" if meets else "digital"
    identify, further = data.identification[best_lead], min(max(accounts - 1, 0), data.per_account.most)
    each = data.per_account.hours
    tasks = (
        Task(
            IDENTIFICATION,
            Factor(
                identify.value + further * each.value,
                identify.low + further * each.low,
                identify.high + further * each.high,
            ),
            f"identification.{best_lead}",
        ),
        Task(skill, data.work[skill], f"work.{skill}"),
    )
    closed = sum(data.cases.get(task.cell, 0) for task in tasks)
    learned = f" Corrected by {counted(closed, 'closed case')}." if closed else ""
    detail = (
        f"{tasks[0].hours.value:.3g} h to identify by {best_lead} ({counted(max(accounts, 1), 'account')}), "
        f"{tasks[1].hours.value:.3g} h {skill}.{learned}"
    )
    return Work(skill, tasks, together([task.hours for task in tasks]), detail)


def together(hours: list[Factor]) -> Factor:
    """The sum of hours; the spreads are added as those of independent work, in squares."""
    value = sum(one.value for one in hours)
    low = value - sqrt(sum((one.value - one.low) ** 2 for one in hours))
    high = value + sqrt(sum((one.high - one.value) ** 2 for one in hours))
    return Factor(value, max(low, 1e-3), high)
