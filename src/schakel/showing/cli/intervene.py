"""`schakel intervene add|list|undo|effect`: what was done against the trade, and what it did."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from schakel.records.errors import SettingsError
from schakel.records.interventions import KINDS, Intervention, Kind
from schakel.records.times import written_utc
from schakel.showing.cli.days import day_written
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    WorkspaceOption,
    looking,
    origin,
    who,
    writing,
)
from schakel.showing.cli.whole_commands import suggest
from schakel.showing.intervention_effects import EffectReport, effect_reports
from schakel.showing.intervention_targets import must_be_here, must_have_been, targets_of
from schakel.showing.printable import one_line

_app = typer.Typer(
    help="Writes down takeovers, arrests, warning messages and bans, and measures what they did.",
    no_args_is_help=True,
)
ManyOption = list[str]
_READS, _WRITES = "market", "note"  # rights, as at the desk: who writes in cases writes down what was done


def add_to(app: typer.Typer) -> None:
    """Puts `intervene` on the command line."""
    app.add_typer(_app, name="intervene", epilog="Example: schakel intervene effect 1 -w case1")


@_app.command(
    "add", epilog="Example: schakel intervene add --kind warning --on 2025-12-10 --target c_5f0c... -w case1"
)
def add(
    kind: Annotated[str, typer.Option("--kind", help=f"One of: {', '.join(KINDS)}.")],
    on: Annotated[str, typer.Option("--on", "--date", help="The day, or its first day, in UTC: 2025-12-10.")],
    targets: Annotated[
        ManyOption,
        typer.Option(
            "--target", help="Id of a chat, account or seller, or a Telegram number; may be repeated."
        ),
    ],
    until: Annotated[str, typer.Option("--until", help="Its last day, if it took more than one.")] = "",
    source: Annotated[str, typer.Option("--source", help="Where it is known from.")] = "",
    title: Annotated[str, typer.Option("--title", help="A few words that name it.")] = "",
    message: Annotated[str, typer.Option("--message", help="Id of the message, if it was one.")] = "",
    why: Annotated[str, typer.Option("--why", help="Your reason, for whoever reads this later.")] = "",
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """Writes an intervention down; its effect is measured by the next run, measure or intervene effect."""
    what = _kind(kind)
    began = day_written(on)
    ended = day_written(until) if until else began
    with looking(workspace) as session:
        session.must(_WRITES)
        must_have_been(began, ended, datetime.now(UTC).date())
        aims = targets_of(session.engine, targets)
        must_be_here(session.engine, message)
        draft = Intervention(
            0, what, began, ended, aims, source, title, message or None, who(),
            written_utc(datetime.now(UTC)), why,
        )  # fmt: skip
        book = session.intervention_book()
        try:
            made = book.add(draft)
        finally:
            book.close()
        session.ledger.add("intervene-add", outputs=_record(made), settings={"at": origin()})
        _show([made], as_json)


@_app.command("list", epilog="Example: schakel intervene list -w case1")
def list_(workspace: WorkspaceOption = DEFAULT_WORKSPACE, as_json: JsonOption = False) -> None:
    """The interventions in force."""
    with looking(workspace) as session:
        session.must(_READS)
        _show(session.interventions(), as_json)


@_app.command("undo", epilog='Example: schakel intervene undo 1 --why "wrong day" -w case1')
def undo(
    number: Annotated[int, typer.Argument(help="Number of the intervention to take back.")],
    why: Annotated[str, typer.Option("--why", help="Your reason, for whoever reads this later.")] = "",
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """Takes an intervention back by adding one more row; the old row stays."""
    with looking(workspace) as session:
        session.must(_WRITES)
        book = session.intervention_book()
        try:
            made = book.undo(number, by=who(), at=datetime.now(UTC), why=why)
        finally:
            book.close()
        session.ledger.add("intervene-undo", outputs=_record(made), settings={"at": origin()})
        _show([made], as_json)


@_app.command("effect", epilog="Example: schakel intervene effect 1 -w case1")
def effect(
    number: Annotated[int, typer.Argument(help="Number of the intervention (0: all).")] = 0,
    language: Annotated[str, typer.Option("--language", help="en or nl.")] = "en",
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """What interventions did to ads, sellers, people and prices, and where the trade went, with bounds."""
    if language not in ("en", "nl"):
        raise typer.BadParameter("choose en or nl", param_hint="--language")
    with writing(workspace, quiet=as_json) as session:
        session.must(_READS)
        recorded = session.interventions()
        if number and number not in {one.intervention_id for one in recorded}:
            raise SettingsError(
                f"There is no intervention {number}.", todo="schakel intervene list shows them all."
            )
        session.road.measure(recorded)
        reports = [one for one in effect_reports(session.engine) if number in (0, one.intervention_id)]
        session.ledger.add("show-effect", outputs={"interventions": len(reports)}, settings={"at": origin()})
    if as_json:
        _write([asdict(one) for one in reports])
    else:
        _print(reports, language)


def _kind(word: str) -> Kind:
    for kind in KINDS:
        if kind == word:
            return kind
    raise typer.BadParameter(f"choose one of: {', '.join(KINDS)}", param_hint="--kind")


def _record(made: Intervention) -> dict[str, Any]:
    return asdict(made) | {"began_on": made.began_on.isoformat(), "ended_on": made.ended_on.isoformat()}


def _show(rows: list[Intervention], as_json: bool) -> None:
    if as_json:
        _write([_record(row) for row in rows])
        return
    if not rows:
        sys.stdout.write("No interventions yet: schakel intervene add\n")
    for row in rows:
        days = f"{row.began_on}" if row.began_on == row.ended_on else f"{row.began_on} to {row.ended_on}"
        aims = ", ".join(f"{target.kind} {target.id}" for target in row.targets[:5])
        more = f" and {len(row.targets) - 5} more" if len(row.targets) > 5 else ""
        back = f" (takes back {row.undoes})" if row.undoes else ""
        sys.stdout.write(
            f"{row.intervention_id}  {row.kind}  {days}  {aims}{more}  {one_line(row.title)}{back}\n"
        )


def _print(reports: list[EffectReport], language: str) -> None:
    console = Console(highlight=False)
    if not reports:
        suggest(console, "No interventions yet: schakel intervene add")
    for one in reports:
        days = f"{one.began_on}" if one.began_on == one.ended_on else f"{one.began_on} to {one.ended_on}"
        console.print(Text(f"{one.intervention_id}  {one.kind}  {days}", "bold"))
        console.print(Text(getattr(one, f"conclusion_{language}"), "bold"), soft_wrap=True)
        for figure in one.figures:
            if said := getattr(figure, f"words_{language}"):
                console.print(Padding(Text(one_line(said, 400)), (0, 0, 0, 2)))
        console.print()


def _write(answer: object) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=True, allow_nan=False) + "\n")
