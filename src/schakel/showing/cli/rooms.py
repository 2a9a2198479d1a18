"""One command a room: intake, link, judge. Each works on the workspace."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from schakel.intake.arrival import IntakeOptions, check_options
from schakel.judging.ghosts.blinded_checks import draw_by_lot
from schakel.records.facts import Estimate
from schakel.showing.checked_sellers import checked_share, judged_sellers
from schakel.showing.cli.run import (
    AuthorisationOption,
    FormatOption,
    SourcesArgument,
    TimezoneOption,
)
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    Session,
    WorkspaceOption,
    who,
    writing,
)
from schakel.showing.cli.typed import typed
from schakel.showing.permits import permit_import
from schakel.showing.printable import one_line
from schakel.showing.summary import summarise


def add_to(app: typer.Typer) -> None:
    """Puts the rooms on the command line."""
    app.command("intake", epilog="Example: schakel intake ChatExport_2026-01-02 -w case1")(intake)
    app.command("link", epilog="Example: schakel link -w case1")(link)
    app.command("judge", epilog="Example: schakel judge -w case1")(judge)


def intake(
    sources: SourcesArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    timezone: TimezoneOption = "",
    format_: FormatOption = "",
    authorisation: AuthorisationOption = "",
    as_json: JsonOption = False,
) -> None:
    """Seals and imports export files or folders."""
    options = IntakeOptions(authorisation=authorisation, brought_by=who(), timezone=timezone, format=format_)
    with typed():
        check_options(options)
    with writing(workspace, new=True, quiet=as_json, rooms=False) as session:
        session.must("intake")
        permit_import(session.asking(), sources, authorisation)
        arrived = session.road.intake(sources, options)
        _answer(
            session,
            as_json,
            {
                "sources": arrived.sources,
                "messages": arrived.messages,
                "records": arrived.records,
                "new_messages": arrived.new_messages,
                "known": arrived.known,
                "quarantined": arrived.quarantined,
            },
            arrived.notes,
        )


def link(workspace: WorkspaceOption = DEFAULT_WORKSPACE, as_json: JsonOption = False) -> None:
    """Folds copies into campaigns and links accounts into sellers."""
    with writing(workspace, quiet=as_json) as session:
        session.must("leads")
        session.road.link(session.verdicts())
        session.tell_cases()
        _answer(session, as_json, _counts(session, "campaigns", "sellers"))


def judge(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    checks: Annotated[
        Path | None,
        typer.Option(
            "--checks",
            help="Sellers that were checked blindly, drawn by lot: lines `seller,ghost` or `seller,real`. Gives the "
            "share of ghosts from them (prediction-powered).",
        ),
    ] = None,
    draw: Annotated[
        int, typer.Option("--draw", min=0, help="Print so many sellers, drawn by lot, to check blindly.")
    ] = 0,
    as_json: JsonOption = False,
) -> None:
    """Weighs for each seller: ghost or real, which role, where."""
    with writing(workspace, quiet=as_json) as session:
        session.must("leads")
        session.road.judge(session.verdicts())
        if draw:
            _answer_lot(draw_by_lot(judged_sellers(session.engine), draw), as_json)
            return
        share = summarise(session.engine).ghosts
        told = {"ghost_share": _figures(share)}
        if checks is not None:
            told = {
                "ghost_share": _figures(checked_share(session.engine, checks)),
                "without_checks": _figures(share),
            }
        _answer(session, as_json, told)


def _figures(share: Estimate) -> dict[str, float]:
    return {"value": share.value, "low": share.low, "high": share.high}


def _answer_lot(sellers: list[str], as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps({"check": sellers}) + "\n")
        return
    sys.stdout.write("seller,answer\n" + "".join(f"{seller},\n" for seller in sellers))


def _counts(session: Session, *names: str) -> dict[str, Any]:
    counts = summarise(session.engine).counts
    return {name: counts[name] for name in names}


def _answer(session: Session, as_json: bool, answer: dict[str, Any], notes: Sequence[str] = ()) -> None:
    seconds = {step: round(spent, 3) for step, spent in session.road.seconds.items()}
    if as_json:
        answer |= {"notes": list(notes)} if notes else {}
        sys.stdout.write(json.dumps(answer | {"seconds": seconds}, ensure_ascii=False) + "\n")
        return
    for name, value in answer.items():
        sys.stdout.write(f"{name.replace('_', ' ')}: {_words(value)}\n")
    for note in notes:
        sys.stdout.write(f"{one_line(note, 240)}\n")


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return f"{value['value']:.0%} (between {value['low']:.0%} and {value['high']:.0%})"
    return f"{value:,}"
