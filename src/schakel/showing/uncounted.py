"""Which human verdicts are newer than what is shown: the steps that obey them have not run since."""

from collections.abc import Collection, Sequence

from schakel.records.facts import Verdict
from schakel.road import verdicts_as_input
from schakel.showing.verdict_checksums import checksums_in_turn
from schakel.store.casebook.book import words_in_force
from schakel.store.stamps import Stamps
from schakel.store.workspace import Workspace

JUDGING, LINKING = "judging", "sellers"  # the steps that obey words on sellers, and on pairs of accounts


def uncounted(workspace: Workspace, rows: Sequence[Verdict], subjects: Collection[str]) -> list[Verdict]:
    """The verdicts on these sellers or accounts, taking back included, that what is shown of them does not count yet.

    `rows` are all verdicts, oldest first. A step tells by a checksum which words were in force when it ran.
    """
    asked = [row for row in rows if {row.subject, row.other} & set(subjects)]
    if not asked:
        return []
    counted = _counted(Stamps(workspace.stamps, workspace.tables), rows)
    named = {row.verdict_id: row for row in rows}
    return [row for row in asked if row.verdict_id not in counted[obeyed_by(row, named)]]


def obeyed_by(row: Verdict, named: dict[int, Verdict]) -> str:
    """The step that obeys a verdict; of taking one back the step that obeyed that."""
    said = named.get(row.undoes, row) if row.undoes is not None else row
    return JUDGING if said.other is None else LINKING


def _counted(stamps: Stamps, rows: Sequence[Verdict]) -> dict[str, frozenset[int]]:
    """The numbers of the verdicts that there were when each step last ran; all if it never did or nobody can tell."""
    told = {step: _told(stamps, step) for step in (JUDGING, LINKING)}
    now = verdicts_as_input(words_in_force(rows))["verdicts"]
    many = {step: len(rows) if words in (None, now) else 0 for step, words in told.items()}
    if not all(many.values()):
        # The last place with a checksum counts: a word that was said and taken back leaves that of before.
        last = {checksum: place for place, checksum in enumerate(checksums_in_turn(rows))}
        many = {step: last.get(words, 0) if words else len(rows) for step, words in told.items()}
    return {step: frozenset(row.verdict_id for row in rows[:place]) for step, place in many.items()}


def _told(stamps: Stamps, step: str) -> str | None:
    stamp = stamps.get(step, "all")
    return stamp.inputs.get("verdicts") if stamp else None
