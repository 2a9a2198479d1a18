"""What the desk shows of one case: what stands and what was done, with contacts hidden."""

from collections.abc import Mapping
from dataclasses import dataclass

from schakel.records.casework import Act, Case, Notice
from schakel.showing.printable import masked, one_line
from schakel.store.casebook.case_file import CaseFile, Row


@dataclass(frozen=True, slots=True)
class HoursLine:
    """One kind of work: hours estimated beforehand, and hours written down."""

    kind: str
    estimated: float
    spent: float


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything of one case that a page may show; the history newest first."""

    case: Case
    members: list[str]
    readers: list[str]
    notes: list[Row]
    tasks: list[Row]
    hours: list[HoursLine]
    verdicts: list[Row]
    notices: list[Notice]
    history: list[Act]


def case_page(file: CaseFile) -> CasePage:
    """The page of one case."""
    return CasePage(
        case=file.case,
        members=[_hidden(member) for member in file.members],
        readers=file.readers,
        notes=file.notes,
        tasks=file.tasks,
        hours=_hours(file.case.estimated, file.hours),
        verdicts=file.verdicts,
        notices=file.notices,
        history=file.history[::-1],
    )


def _hidden(member: str) -> str:
    kind, colon, value = member.partition(":")
    if not colon:
        return one_line(member, 60)
    value = value[:80]
    return f"{one_line(kind, 20)}:{one_line(masked(value, [(0, len(value))]), 40)}"


def _hours(estimated: Mapping[str, float], written: list[Row]) -> list[HoursLine]:
    spent: dict[str, float] = {}
    for row in written:
        spent[row["kind"]] = spent.get(row["kind"], 0.0) + row["hours"]
    kinds = sorted({*estimated, *spent})
    return [HoursLine(kind, estimated.get(kind, 0.0), spent.get(kind, 0.0)) for kind in kinds]
