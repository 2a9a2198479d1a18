"""How cases look on the screen; contacts stay hidden."""

from collections.abc import Sequence

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from schakel.records.casework import Act, Case
from schakel.showing.cli.whole_commands import suggest
from schakel.showing.printable import masked, one_line, printable
from schakel.store.casebook.case_file import CaseFile


def print_cases(cases: Sequence[Case]) -> None:
    """One line a case."""
    if not cases:
        suggest(Console(), "No cases. Open one with: schakel case open LEAD")
        return
    table = Table(box=None, padding=(0, 2), pad_edge=False)
    for column in ("case", "state", "unit", "owner", "opened", "what"):
        table.add_column(column, no_wrap=column == "case")
    for case in cases:
        level = " (restricted)" if case.level == "restricted" else ""
        cells = (
            case.case_id,
            case.state + level,
            case.unit,
            case.owner or "",
            case.opened_at[:10],
            case.title,
        )
        table.add_row(*(Text(one_line(cell, 60)) for cell in cells))
    Console(highlight=False).print(table)


def print_case(file: CaseFile) -> None:
    """Everything of one case."""
    console, case = Console(highlight=False, markup=False), file.case
    console.print(Rule(f"Case {case.case_id}", align="left"))
    console.print(
        f"{one_line(case.title)}: {case.state}, unit {case.unit}, owner {one_line(case.owner or 'nobody')}"
    )
    console.print(
        f"Seller {case.seller_id}, lead {case.lead_id}, opened {case.opened_at} by {one_line(case.opened_by)}"
    )
    for notice in file.notices:
        console.print(f"{notice.at}  {notice.unit} has a case on the {notice.about.replace('-', ' ')}.")
    if file.members:
        console.print(f"Accounts and contacts: {', '.join(_hidden(member) for member in file.members)}")
    if file.readers:
        console.print(f"Let in: {', '.join(one_line(reader) for reader in file.readers)}")
    console.print(_hours(file))
    for note in file.notes:
        console.print(f"{note['at']}  {one_line(note['by'], 30)}: {printable(note['text'])}")
    for task in file.tasks:
        state = f"done {task['done_at']} by {one_line(task['done_by'], 30)}" if task["done_at"] else "to do"
        console.print(
            f"task {task['act_no']}  {one_line(task['text'], 200)} ({task['for_whom'] or 'anybody'}, {state})"
        )
    for verdict in file.verdicts:
        console.print(f"{verdict['at']}  {one_line(verdict['by'], 30)}: {verdict['verdict']}")
    console.print(Text("Every change", "bold"))
    for act in file.history:
        console.print(_act(act))


def _hours(file: CaseFile) -> str:
    spent: dict[str, float] = {}
    for row in file.hours:
        spent[row["kind"]] = spent.get(row["kind"], 0.0) + row["hours"]
    kinds = sorted({*spent, *file.case.estimated})
    told = (f"{kind} {spent.get(kind, 0):g} of {file.case.estimated.get(kind, 0):g}" for kind in kinds)
    return f"Hours spent of those estimated: {', '.join(told) or 'none'}"


def _act(act: Act) -> str:
    changed = "; ".join(f"{c.field}: {c.old or '-'} -> {c.new or '-'}" for c in act.changes)
    words = (
        "(destroyed)"
        if act.destroyed
        else one_line("  ".join(part for part in (changed, act.why) if part), 200)
    )
    return f"{act.act_no}  {act.at}  {one_line(act.who, 30)}  {act.act}  {words}"


def _hidden(member: str) -> str:
    kind, colon, value = member.partition(":")
    return f"{kind}:{one_line(masked(value, [(0, len(value))]), 40)}" if colon else member
