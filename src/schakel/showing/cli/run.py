"""`schakel run`: the whole road in one command."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from schakel.intake.arrival import IntakeOptions, check_options
from schakel.intake.detect import FORMATS
from schakel.showing.cli.engines import EngineOption
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption, origin, who, writing
from schakel.showing.cli.typed import typed
from schakel.showing.permits import permit_import
from schakel.showing.plan_hours import keep_in_settings, tell_kept
from schakel.showing.summary import summarise

_SOURCES = "Exports of Telegram Desktop, dumps of Telethon, 4CAT or TGDataset: files or folders."
HOURS_HELP = (
    "Hours at hand, as UNIT=H,UNIT=H; units in full or short (oost), decimals with a point, all=H for every unit "
    "not named (default: schakel.toml of the workspace, else 120 national and 40 a region)."
)
HoursOption = Annotated[
    str | None,
    typer.Option(
        "--hours",
        help=f"{HOURS_HELP} They are kept in schakel.toml for every later plan; who may share out work may set others.",
    ),
]
TimezoneOption = Annotated[
    str,
    typer.Option("--timezone", help="Zone of exports that do not tell theirs: Europe/Amsterdam or +02:00."),
]
FormatOption = Annotated[
    str, typer.Option("--format", help=f"{', '.join(FORMATS)}: where the content does not tell.")
]
AuthorisationOption = Annotated[
    str, typer.Option("--authorisation", help="Id of the ground on which these data are held.")
]
SourcesArgument = Annotated[list[Path], typer.Argument(help=_SOURCES, show_default=False)]


def add_to(app: typer.Typer) -> None:
    """Puts `run` on the command line."""
    app.command(
        "run", epilog="Example: schakel run ChatExport_2026-01-02 -w case1 --hours landelijk=120,oost=40"
    )(run_road)


def run_road(
    sources: SourcesArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    hours: HoursOption = None,
    timezone: TimezoneOption = "",
    format_: FormatOption = "",
    authorisation: AuthorisationOption = "",
    engine: EngineOption = "",
    as_json: JsonOption = False,
) -> None:
    """The whole road: seal and import exports, read, link, judge, and choose what deserves the hours."""
    options = IntakeOptions(authorisation=authorisation, brought_by=who(), timezone=timezone, format=format_)
    with typed():
        check_options(options)
    with writing(workspace, new=True, quiet=as_json, engine=engine) as session:
        session.must("leads")
        basis = session.basis_to_keep(hours)
        permit_import(session.asking(), sources, authorisation)
        arrived = session.road.run(sources, options, session.verdicts(), basis, session.interventions())
        if keep_in_settings(session.workspace, basis.capacity):
            tell_kept(session.ledger, basis.capacity, "", origin())
        session.tell_cases()
        summary = summarise(session.engine)
        if as_json:
            sys.stdout.write(json.dumps(summary.as_json(session.road.seconds), ensure_ascii=False) + "\n")
        else:
            from schakel.showing.cli.closing import print_closing  # noqa: PLC0415 - who only takes files in needs none of it

            print_closing(summary, arrived, session.road.seconds, workspace)
