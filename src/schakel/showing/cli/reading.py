"""`schakel read`: reads the new messages of a workspace, or JSON lines from standard input."""

import json
import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from schakel.reading.json_lines import answer_lines
from schakel.records.errors import SettingsError
from schakel.showing.cli.engines import EngineOption, workers_alone
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption, writing
from schakel.showing.summary import summarise


def add_to(app: typer.Typer) -> None:
    """Puts `read` on the command line."""
    app.command("read", epilog="Example: schakel read -w case1, or: schakel read - --json < texts.jsonl")(
        read
    )


def read(
    source: Annotated[
        str, typer.Argument(help="`-` reads JSON lines with id and text from standard input.")
    ] = "",
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    engine: EngineOption = "",
    as_json: JsonOption = False,
) -> None:
    """Reads offers in the new messages of the workspace; with `-`, one JSON answer for every JSON line given."""
    if source == "-":
        _read_standard_input(engine)
    elif source:
        raise SettingsError(
            f"read takes `-` or nothing, not {source}.",
            todo=f"To take in an export: schakel run {shlex.quote(str(source))}",
        )
    else:
        _read_workspace(workspace, engine, as_json)


def _read_standard_input(engine: str) -> None:
    lines = refused = 0
    with workers_alone(engine) as workers:
        for line, was_read in answer_lines(sys.stdin.buffer, workers):
            sys.stdout.buffer.write(line)
            lines, refused = lines + 1, refused + (not was_read)
        sys.stdout.buffer.flush()
    if not refused:
        return
    if refused == lines:
        raise SettingsError(
            f"None of the {lines:,} lines could be read." if lines > 1 else "The line could not be read.",
            means="Its answer says why, line by line.",
            todo='Give one JSON object a line: {"id": 1, "text": "..."}',
        )
    sys.stderr.write(
        f"{refused:,} of {lines:,} lines could not be read; the answer to each says why in `error`.\n"
    )


def _read_workspace(workspace: Path, engine: str, as_json: bool) -> None:
    with writing(workspace, quiet=as_json, engine=engine) as session:
        session.must("leads")
        session.road.read()
        counts = summarise(session.engine).counts
        answer = {name: counts[name] for name in ("messages", "offers", "unique_offers", "quarantined")}
        if as_json:
            seconds = {step: round(spent, 3) for step, spent in session.road.seconds.items()}
            sys.stdout.write(json.dumps(answer | {"seconds": seconds}) + "\n")
        else:
            for name, value in answer.items():
                sys.stdout.write(f"{name.replace('_', ' ')}: {value:,}\n")
