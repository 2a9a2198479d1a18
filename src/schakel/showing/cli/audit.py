"""`schakel audit`: the ledger on the screen, and the check that nobody changed it."""

import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.custody.verify import verify_ledger, verify_seals
from schakel.records.errors import SealError
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption, looking
from schakel.showing.printable import one_line
from schakel.store.workspace import open_workspace


def add_to(app: typer.Typer) -> None:
    """Puts `audit` on the command line."""
    app.command("audit", epilog="Example: schakel audit --verify -w case1")(audit)


def audit(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    verify: Annotated[
        bool, typer.Option("--verify", help="Check the chain of the ledger and every sealed file.")
    ] = False,
    last: Annotated[int, typer.Option("--last", help="How many of the newest acts to print.")] = 20,
    as_json: JsonOption = False,
) -> None:
    """Who did what, to what, when; with --verify, whether ledger and sealed files are unchanged."""
    if verify:
        _verify(workspace, as_json)
        return
    with looking(workspace) as session:
        entries = list(session.ledger.entries())[-last:] if last else []
    if as_json:
        sys.stdout.write(json.dumps([asdict(entry) for entry in entries], ensure_ascii=False) + "\n")
        return
    table = Table(box=None, padding=(0, 2), pad_edge=False)
    for column in ("nr", "when (UTC)", "who", "act", "what"):
        table.add_column(column, no_wrap=column != "what")
    for entry in entries:
        what = one_line(json.dumps(entry.inputs | entry.settings | entry.outputs, ensure_ascii=False), 100)
        table.add_row(str(entry.seq), entry.at, Text(one_line(entry.who, 20)), Text(entry.act), Text(what))
    Console(highlight=False).print(table)


def _verify(root: WorkspaceOption, as_json: bool) -> None:
    workspace = open_workspace(root)
    report = verify_ledger(workspace.ledger)
    faults = [report.broken] if report.broken else list(verify_seals(workspace.ledger, workspace.sealed))
    if as_json:
        answer = {"holds": not faults, "entries": report.entries, "head": report.head, "faults": faults}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    if faults:
        raise SealError(
            " ".join(faults),
            means=f"The first {report.entries} entries hold.",
            todo="Set this workspace aside, compare it with a copy, and find out who or what changed it.",
        )
    if not as_json:
        sys.stdout.write(
            f"The ledger holds: {report.entries} entries, last hash {report.head}.\n"
            "Every sealed file is unchanged.\n"
        )
