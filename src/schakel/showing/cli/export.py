"""`schakel export`: what was found, in the formats of the tools that others use."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.records.errors import UsageError
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    Session,
    WorkspaceOption,
    looking,
    origin,
    progress,
)
from schakel.showing.handover.export.formats import FORMATS, format_called, usual_place
from schakel.showing.handover.export.make import Order, export
from schakel.showing.handover.export.request import TLP, Asked
from schakel.showing.handover.export.scope import Scope, scope_of_subjects, whole_workspace
from schakel.showing.handover.export.words import words_in
from schakel.showing.permits import permit_everything, permit_identity, permit_outline


def add_to(app: typer.Typer) -> None:
    """Puts `export` on the command line."""
    app.command(
        "export",
        epilog='Example: schakel export --to csv -o out -w case1 --why "network analysis", or schakel export --to stix '
        '-o lead.json l_0f3a... -w case1 --why "to the fusion desk" (l_...: a lead of schakel plan)',
    )(hand_out)


Subjects = Annotated[
    list[str] | None,
    typer.Argument(
        help="Leads (l_), sellers (s_) and campaigns (k_) to export; nothing: all of the workspace.",
        metavar="[LEAD|SELLER|CAMPAIGN]...",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--out",
        help="The file to write; for csv a folder. Left out: export-FORMAT here.",
        show_default=False,
    ),
]
Names = Annotated[
    bool,
    typer.Option(
        "--names", help="Names, numbers and contacts in full; needs --why and --authorisation, and is logged."
    ),
]
Marking = Annotated[
    str, typer.Option("--tlp", help=f"How far it may be shared, for stix and misp: {', '.join(TLP)}.")
]


def hand_out(
    to: Annotated[str, typer.Option("--to", help=f"The format: {', '.join(FORMATS)}.")],
    subjects: Subjects = None,
    out: Out = None,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    plan: Annotated[bool, typer.Option("--plan", help="Export the leads that the plan chose.")] = False,
    names: Names = False,
    why: Annotated[str, typer.Option("--why", help="What it is for; the ledger keeps it.")] = "",
    authorisation: Annotated[
        str, typer.Option("--authorisation", help="The ground on which identities are opened.")
    ] = "",
    language: Annotated[str, typer.Option("--language", help="Language of its sentences: en or nl.")] = "en",
    tlp: Marking = "amber",
    force: Annotated[bool, typer.Option("--force", help="Replace what stands at the place.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Writes what was found for the tools that others use. Names and contacts are hidden by default; every export is logged."""
    format_called(to)
    asked = Asked(to, language, words_in(language), tlp)
    _usable(tlp, names=names, why=why)
    with looking(workspace) as session, progress(as_json) as report:
        session.must("leads")
        scope = _scope(session, subjects or (), plan=plan)
        _permitted(session, scope, names=names, why=why, authorisation=authorisation)
        place = out or usual_place(to)
        order = Order(asked, scope, place, force, names, why.strip(), authorisation, origin())
        told = export(session.engine, session.ledger, session.workspace.root, order, report)
    _tell(told, asked.words, as_json=as_json)


def _scope(session: Session, subjects: Sequence[str], *, plan: bool) -> Scope:
    return scope_of_subjects(session.engine, subjects, plan=plan) if subjects or plan else whole_workspace()


def _tell(told: Mapping[str, Any], words: Mapping[str, Any], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    else:
        _print(told, words)


def _usable(tlp: str, *, names: bool, why: str) -> None:
    if tlp not in TLP:
        raise UsageError(
            f'There is no marking "{tlp[:20]}".',
            means="Nothing was written.",
            todo=f"Write one of: {', '.join(TLP)}.",
        )
    if names and not why.strip():
        raise UsageError(
            "Names are exported for a reason only.",
            means="Nothing was written.",
            todo='Add it, for example: --names --why "hand-over, case 12" --authorisation ID',
        )


def _permitted(session: Session, scope: Scope, *, names: bool, why: str, authorisation: str) -> None:
    asking = session.asking()
    if not names:
        permit_outline(asking, why)
    elif scope.whole:
        permit_everything(asking, authorisation, why)
    else:
        for subject in (*scope.sellers, *scope.campaigns):
            permit_identity(asking, subject, authorisation, why)


def _print(told: Mapping[str, Any], words: Mapping[str, Any]) -> None:
    console = Console(highlight=False, markup=False)
    console.print(f"Written: {told['out']}")
    sheet = Table(box=None, pad_edge=False, header_style="dim")
    for place, head in enumerate(("rows", "workspace", "exported", "left out", "because")):
        sheet.add_column(head, justify="right" if 0 < place < 4 else "left")
    for name, counted in told["counts"].items():
        left = counted["left_out"]
        because = "; ".join(f"{words['left_out'][code]} ({count:,})" for code, count in left.items())
        figures = (
            f"{number:,}" for number in (counted["workspace"], counted["exported"], sum(left.values()))
        )
        sheet.add_row(Text(name), *figures, Text(because))
    console.print(sheet)
    for code, count in told["changed"].items():
        console.print(f"{count:,} {words['changed'][code]}.")
    console.print(Text(words["opened" if told["names"] else "closed"], "dim"))
