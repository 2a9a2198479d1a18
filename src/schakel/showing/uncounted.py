"""Which human verdicts are newer than what is shown: the steps that obey them have not run since."""

from collections.abc import Collection, Sequence

from schakel.records.facts import Verdict
from schakel.road import verdicts_as_input
from schakel.store.casebook.book import words_in_force
from schakel.store.stamps import Stamps
from schakel.store.workspace import Workspace

JUDGING, LINKING = "judging", "sellers"  # the steps that obey words on sellers, and on pairs of accounts


def uncounted(workspace: Workspace, rows: Sequence[Verdict], subjects: Collection[str]) -> list[Verdict]:
    """The verdicts on these sellers or accounts, taking back included, that what is shown of them does not count yet.

    `rows` are all verdicts, oldest first. A step tells by a checksum which words were in force when it ran.
    """
    stamps = Stamps(workspace.stamps, workspace.tables)
    counted = {step: _counted(stamps, step, rows) for step in (JUDGING, LINKING)}
    named = {row.verdict_id: row for row in rows}
    return [
        row
        for row in rows
        if {row.subject, row.other} & set(subjects) and row.verdict_id not in counted[obeyed_by(row, named)]
    ]


def obeyed_by(row: Verdict, named: dict[int, Verdict]) -> str:
    """The step that obeys a verdict; of taking one back the step that obeyed that."""
    said = named.get(row.undoes, row) if row.undoes is not None else row
    return JUDGING if said.other is None else LINKING


def _counted(stamps: Stamps, step: str, rows: Sequence[Verdict]) -> frozenset[int]:
    """The numbers of the verdicts that there were when a step last ran; all if it never did or nobody can tell."""
    stamp = stamps.get(step, "all")
    told = stamp.inputs.get("verdicts") if stamp else None
    for many in range(len(rows), -1, -1):
        if told is None or verdicts_as_input(words_in_force(rows[:many]))["verdicts"] == told:
            return frozenset(row.verdict_id for row in rows[:many])
    return frozenset()
