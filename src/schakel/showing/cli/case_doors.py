"""`schakel case hand-over`, `let-in`, `put-out`, `restrict`: who may know of a case."""

from typing import Annotated

import typer

from schakel.deciding.units import unit_called
from schakel.showing.cli.casebook_door import ActIdOption, WhyOption
from schakel.showing.cli.cases import CaseArgument, act_on, app
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption

ReaderArgument = Annotated[
    str, typer.Argument(help="A person, or unit:NAME for a whole unit.", show_default=False)
]


@app.command(
    "hand-over",
    epilog='Example: schakel case hand-over k_5f0c... --to oost --why "lives in Zwolle" -w case1 (k_...: of schakel case list)',
)
def hand_over(
    case: CaseArgument,
    to: Annotated[str, typer.Option("--to", help="Unit that gets it.", show_default=False)],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    receiver: Annotated[
        str, typer.Option("--receiver", help="Who takes it there; a restricted case needs one.")
    ] = "",
    act_id: ActIdOption = "",
    as_json: JsonOption = False,
) -> None:
    """Gives a case to another unit with its whole history; who worked on it here sees it no longer."""
    unit = unit_called(to)
    act_on(workspace, case, "case-hand-over", as_json, act_id,
        lambda desk, act: desk.hand_over(case, unit, why, receiver or None, act_id=act))  # fmt: skip


@app.command(
    "let-in",
    epilog='Example: schakel case let-in k_5f0c... petra --why "will prosecute" -w case1 (k_...: of schakel case list)',
)
def let_in(
    case: CaseArgument,
    reader: ReaderArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    act_id: ActIdOption = "",
    as_json: JsonOption = False,
) -> None:
    """Lets a person or a unit read a case."""
    name = _reader(reader)
    act_on(workspace, case, "case-let-in", as_json, act_id,
        lambda desk, act: desk.let_in(case, name, why, act_id=act))  # fmt: skip


@app.command(
    "put-out",
    epilog='Example: schakel case put-out k_5f0c... petra --why "other district" -w case1 (k_...: of schakel case list)',
)
def put_out(
    case: CaseArgument,
    reader: ReaderArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    act_id: ActIdOption = "",
    as_json: JsonOption = False,
) -> None:
    """Takes back that somebody may read a case."""
    name = _reader(reader)
    act_on(workspace, case, "case-put-out", as_json, act_id,
        lambda desk, act: desk.put_out(case, name, why, act_id=act))  # fmt: skip


@app.command(
    "restrict",
    epilog='Example: schakel case restrict k_5f0c... --why "informant" -w case1 (k_...: of schakel case list)',
)
def restrict(
    case: CaseArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    lift: Annotated[bool, typer.Option("--lift", help="Open it to its unit again.")] = False,
    act_id: ActIdOption = "",
    as_json: JsonOption = False,
) -> None:
    """Makes a case restricted: only its owner and those let in know that it exists."""
    level = "unit" if lift else "restricted"
    act_on(workspace, case, "case-restrict", as_json, act_id,
        lambda desk, act: desk.restrict(case, level, why, act_id=act))  # fmt: skip


def _reader(written: str) -> str:
    kind, colon, name = written.partition(":")
    return f"unit:{unit_called(name)}" if colon and kind == "unit" else written
