"""`schakel case`: a lead becomes a case, with owner, state, notes, tasks, hours and verdicts."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from schakel.records.casework import Case
from schakel.showing.case_start import case_start
from schakel.showing.cli.casebook_door import ActIdOption, WhyOption, act_id_of, at_work, in_ledger
from schakel.showing.cli.cases_page import print_case, print_cases
from schakel.showing.cli.days import day_or_today
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption
from schakel.store.casebook.casework import Casework

CaseArgument = Annotated[str, typer.Argument(help="Id of a case (k_).", show_default=False)]
Act = Callable[[Casework, str], object]

app = typer.Typer(
    help="Cases: leads that somebody works on. Closed cases can only be read, and teach the next plan their hours.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog='Example: schakel case open l_0f3a... --why "first of the plan" -w case1 (l_...: a lead of schakel plan)',
)


def add_to(front: typer.Typer) -> None:
    """Puts `case` on the command line."""
    for module in ("case_doors", "case_identity"):  # they add their commands to `app`
        import_module(f"schakel.showing.cli.{module}")
    front.add_typer(app, name="case")


@app.command(
    "open",
    epilog='Example: schakel case open l_0f3a... --why "first of the plan" -w case1 (l_...: a lead of schakel plan)',
)
def open_(
    lead: Annotated[str, typer.Argument(help="Id of the lead (l_).", show_default=False)],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    unit: Annotated[
        str, typer.Option("--unit", help="Unit that takes it (default: yours, else the plan's).")
    ] = "",
    restricted: Annotated[
        bool, typer.Option("--restricted", help="Only you and those you let in know that it exists.")
    ] = False,
    act_id: ActIdOption = "",
    as_json: JsonOption = False,
) -> None:
    """Opens a case on a lead. Two units on one seller or contact are told of each other."""
    with at_work(workspace) as (session, desk):
        new = case_start(session.engine, lead, own_unit=desk.me().unit, unit=unit, restricted=restricted)
        act = act_id_of(act_id)
        case, heard = desk.open_case(new, why, act_id=act)
        in_ledger(session, desk, "case-open", {"case": case.case_id, "lead": lead, "act": act})
        others = [{"case_id": one.case_id, "unit": one.unit} for one in heard]
        if as_json:
            _write({"case": asdict(case), "others": others})
            return
        sys.stdout.write(f"Case {case.case_id} is open, unit {case.unit}, owner {case.owner}.\n")
        for one in heard:
            sys.stdout.write(f"{one.unit} works on the same seller or contact; both cases were told.\n")


@app.command("list", epilog="Example: schakel case list -w case1")
def list_(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    state: Annotated[str, typer.Option("--state", help="Only cases in this state.")] = "",
    as_json: JsonOption = False,
) -> None:
    """The cases that you have a need to know of."""
    with at_work(workspace) as (session, desk):
        found = [case for case in desk.cases() if not state or case.state == state]
        in_ledger(session, desk, "case-list", {"cases": [case.case_id for case in found]})
        if as_json:
            _write([asdict(case) for case in found])
        else:
            print_cases(found)


@app.command("show", epilog="Example: schakel case show k_5f0c... -w case1 (k_...: of schakel case list)")
def show(
    case: CaseArgument, workspace: WorkspaceOption = DEFAULT_WORKSPACE, as_json: JsonOption = False
) -> None:
    """One case: what stands, notes, tasks, hours, verdicts, notices, and every change that was made. Contacts hidden."""
    with at_work(workspace) as (session, desk):
        file = desk.file(case)
        in_ledger(session, desk, "case-show", {"case": case})
        if as_json:
            shown = asdict(file)
            shown["members"] = [one.partition(":")[0] for one in file.members]
            _write(shown)
        else:
            print_case(file)


@app.command(
    "state",
    epilog='Example: schakel case state k_5f0c... active --why "started" -w case1 (k_...: of schakel case list)',
)
def state_(
    case: CaseArgument,
    state: Annotated[str, typer.Argument(help="active or waiting.", show_default=False)],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    seen: Annotated[int, typer.Option("--seen", help="Last act you saw; refused if somebody was ahead.")] = 0,
    act_id: ActIdOption = "",
    as_json: JsonOption = False,
) -> None:
    """Moves a case to another state."""
    act_on(workspace, case, "case-state", as_json, act_id,
        lambda desk, act: desk.set_state(case, state, why, seen=seen or None, act_id=act))  # fmt: skip


@app.command(
    "assign",
    epilog='Example: schakel case assign k_5f0c... anna --why "knows the area" -w case1 (k_...: of schakel case list)',
)
def assign(
    case: CaseArgument,
    owner: Annotated[str, typer.Argument(help="Who works on it from now on.", show_default=False)],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    act_id: ActIdOption = "",
    as_json: JsonOption = False,
) -> None:
    """Gives a case another owner."""
    act_on(workspace, case, "case-assign", as_json, act_id,
        lambda desk, act: desk.assign(case, owner, why, act_id=act))  # fmt: skip


@app.command(
    "note",
    epilog='Example: schakel case note k_5f0c... "phone is prepaid" -w case1 (k_...: of schakel case list)',
)
def note(
    case: CaseArgument,
    text: Annotated[str, typer.Argument(help="What you want to keep.", show_default=False)],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    act_id: ActIdOption = "",
    as_json: JsonOption = False,
) -> None:
    """Adds a note. Notes are never changed; a later one corrects an earlier one."""
    act_on(workspace, case, "case-note", as_json, act_id, lambda desk, act: desk.note(case, text, act_id=act))


@app.command(
    "task",
    epilog='Example: schakel case task k_5f0c... "ask the provider" --for anna -w case1 (k_...: of schakel case list)',
)
def task(
    case: CaseArgument,
    text: Annotated[str, typer.Argument(help="What is to be done.", show_default=False)],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    for_whom: Annotated[str, typer.Option("--for", help="Who is to do it.")] = "",
    act_id: ActIdOption = "",
    as_json: JsonOption = False,
) -> None:
    """Adds a task."""
    act_on(workspace, case, "case-task", as_json, act_id,
        lambda desk, act: desk.task(case, text, for_whom or None, act_id=act))  # fmt: skip


@app.command("done", epilog="Example: schakel case done k_5f0c... 12 -w case1 (k_...: of schakel case list)")
def done(
    case: CaseArgument,
    number: Annotated[int, typer.Argument(help="Number of the task.", show_default=False)],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    act_id: ActIdOption = "",
    as_json: JsonOption = False,
) -> None:
    """Marks a task as done."""
    act_on(workspace, case, "case-task-done", as_json, act_id,
        lambda desk, act: desk.finish_task(case, number, act_id=act))  # fmt: skip


@app.command(
    "hours",
    epilog="Example: schakel case hours k_5f0c... tactical 7.5 -w case1 (k_...: of schakel case list)",
)
def hours(
    case: CaseArgument,
    kind: Annotated[
        str,
        typer.Argument(
            help="identification, digital, pseudo-purchase, tactical or other.", show_default=False
        ),
    ],
    number: Annotated[
        float, typer.Argument(help="Hours; after -- a negative number takes back.", show_default=False)
    ],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    on: Annotated[str, typer.Option("--on", help="Day, as 2026-12-01 (default: today).")] = "",
    act_id: ActIdOption = "",
    as_json: JsonOption = False,
) -> None:
    """Writes down hours of one kind of work. Hours of closed cases correct the estimates of the next plan."""
    day = day_or_today(on)
    act_on(workspace, case, "case-hours", as_json, act_id,
        lambda desk, act: desk.hours(case, kind, number, day, act_id=act))  # fmt: skip


@app.command(
    "verdict",
    epilog='Example: schakel case verdict k_5f0c... real --why "bought one" -w case1 (k_...: of schakel case list)',
)
def verdict(
    case: CaseArgument,
    answer: Annotated[
        str, typer.Argument(help="real, ghost, identified or no-evidence.", show_default=False)
    ],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    act_id: ActIdOption = "",
    as_json: JsonOption = False,
) -> None:
    """Says what the work showed; `real` and `ghost` weigh in judging from the next run on."""
    act_on(workspace, case, "case-verdict", as_json, act_id,
        lambda desk, act: desk.verdict(case, answer, why, act_id=act))  # fmt: skip


@app.command(
    "close",
    epilog='Example: schakel case close k_5f0c... --as identified --why "arrested" -w case1 (k_...: of schakel case list)',
)
def close(
    case: CaseArgument,
    ending: Annotated[
        str, typer.Option("--as", help="real, ghost, identified, no-evidence or closed.", show_default=False)
    ],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    act_id: ActIdOption = "",
    as_json: JsonOption = False,
) -> None:
    """Closes a case with what came of it. From then on it can only be read."""
    act_on(workspace, case, "case-close", as_json, act_id,
        lambda desk, act: desk.close_case(case, ending, why, act_id=act))  # fmt: skip


def act_on(workspace: Path, case: str, act: str, as_json: bool, act_id: str, change: Act) -> None:
    """Does one act on a case, writes it in the ledger, and tells what stands."""
    with at_work(workspace) as (session, desk):
        done = act_id_of(act_id)
        change(desk, done)
        in_ledger(session, desk, act, {"case": case, "act": done})
        _told(desk, case, as_json)


def _told(desk: Casework, case_id: str, as_json: bool) -> None:
    known: Case | None = next((one for one in desk.cases() if one.case_id == case_id), None)
    if as_json:
        _write({"case": asdict(known) if known else None})
    elif known is None:
        sys.stdout.write("Done. The case is no longer yours to see.\n")
    else:
        owner = f", owner {known.owner}" if known.owner else ""
        sys.stdout.write(
            f"Case {known.case_id}: {known.state}, unit {known.unit}{owner} (act {known.changed}).\n"
        )


def _write(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
