"""`schakel bench`: how fast each step is on this machine, beside what a user would take instead."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from schakel.records.errors import SettingsError, UsageError
from schakel.showing.bench.bench import bench, made_up, own
from schakel.showing.bench.market import MESSAGES, SEED
from schakel.showing.bench.sources import digests
from schakel.showing.cli.bench_page import print_bench
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    WorkspaceOption,
    looking,
    origin,
    progress,
)
from schakel.showing.permits import markers, permit_import
from schakel.store.workspace import Workspace

_MADE_UP = "Measured on a made-up market, of which nothing is kept."
_NO_LEDGER = (
    "Nothing of the data is kept. There is no workspace here, so no ground was asked for and no ledger says that they were "
    "read; -w names one."
)
_LEAST_MESSAGES, _MOST_MESSAGES = 100, 50_000_000

_Sources = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Exports of your own, files or folders; nothing: a made-up market. Nothing of either is kept.",
        metavar="[SOURCE]...",
    ),
]
_Messages = Annotated[
    int | None,
    typer.Option(
        "--messages",
        min=_LEAST_MESSAGES,
        max=_MOST_MESSAGES,
        help=f"About how many messages the made-up market has.  [default: {MESSAGES}]",
    ),
]
_Seed = Annotated[
    int | None,
    typer.Option("--seed", min=0, help=f"The same seed gives the same market.  [default: {SEED}]"),
]
_Repeat = Annotated[
    int, typer.Option("--repeat", min=1, max=100, help="How often; the median and the spread are told.")
]
_Authorisation = Annotated[
    str, typer.Option("--authorisation", help="Id of the ground on which your own data are held.")
]


def add_to(app: typer.Typer) -> None:
    """Puts `bench` on the command line."""
    app.command(
        "bench",
        epilog="Example: schakel bench --messages 200000 --repeat 3, or schakel bench export -w case1",
    )(measure)


def measure(
    sources: _Sources = None,
    messages: _Messages = None,
    seed: _Seed = None,
    repeat: _Repeat = 1,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    authorisation: _Authorisation = "",
    as_json: JsonOption = False,
) -> None:
    """Measures every step on this machine, beside what a user would take instead, in one run."""
    if sources and (messages is not None or seed is not None):
        raise UsageError(
            "--messages and --seed are of a made-up market, and sources were named.",
            means="Nothing was measured.",
            todo="Leave out the one or the other.",
        )
    said = _noted(sources, workspace, authorisation) if sources else _MADE_UP
    with progress(as_json) as report:
        places = (
            own(sources) if sources else made_up(messages or MESSAGES, SEED if seed is None else seed, report)
        )
        found = bench(places, repeat, report)
    if as_json:
        sys.stdout.write(json.dumps(found.as_json() | {"note": said}, ensure_ascii=False) + "\n")
    else:
        print_bench(Console(highlight=False), found, said)


def _noted(sources: Sequence[Path], workspace: Path, authorisation: str) -> str:
    """What is said of people's own data once they may be read, and that stands in the ledger; SettingsError where they may not.

    The ground is the one of taking them in, as for `intake`; the ledger is that of the workspace, where there is one.
    """
    if workspace == DEFAULT_WORKSPACE and not Workspace(workspace).ledger.exists():
        if authorisation or any(map(markers, sources)):
            raise SettingsError(
                "There is no workspace here that keeps a ground on which these data may be read.",
                means="Nothing was read or measured.",
                todo="Name the workspace that does: -w W --authorisation ID",
            )
        return _NO_LEDGER
    with looking(workspace) as session:
        permit_import(session.asking(), sources, authorisation)
        session.ledger.add(
            "bench",
            inputs={"files": digests(sources)},
            outputs={"kept": 0},
            settings={"authorisation": authorisation, "at": origin()},
        )
    return f"Nothing of the data is kept; the ledger of {workspace} says that they were read."
