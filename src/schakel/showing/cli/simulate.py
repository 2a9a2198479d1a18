"""`schakel simulate`: a made-up market, to try things on and to measure with."""

import json
import shlex
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from schakel.showing.cli.closing import number_of
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, NoWorkspaceOption, progress
from schakel.simulating.front import simulate
from schakel.simulating.settings import MarketSettings


def add_to(app: typer.Typer) -> None:
    """Puts `simulate` on the command line."""
    app.command("simulate", epilog="Example: schakel simulate --sellers 50 --days 30 --seed 1 -o market")(
        make
    )


def make(
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder to write to.")],
    sellers: Annotated[int, typer.Option("--sellers", help="How many sellers, ghosts included.")] = 50,
    days: Annotated[int, typer.Option("--days", help="How many days.")] = 30,
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same market.")] = 1,
    messages: Annotated[
        int, typer.Option("--messages", help="About how many messages (0: as it comes).")
    ] = 0,
    adaptation: Annotated[
        bool,
        typer.Option("--adaptation", help="Ghosts buy vouches, rivals slander, real sellers ask prepayment."),
    ] = False,
    chains: Annotated[
        bool,
        typer.Option(
            "--chains", help="Sellers buy from each other; couriers, handlers of money and recruiters speak."
        ),
    ] = False,
    workspace: NoWorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """Writes a made-up market as a Telegram Desktop export, and the truth about it beside it."""
    settings = MarketSettings(
        sellers=sellers,
        days=days,
        seed=seed,
        messages=messages or None,
        adaptation=adaptation,
        chains=chains,
    )
    with progress(as_json) as report:
        summary = simulate(settings, out, lambda done, total: report("simulating", done, total))
    if as_json:
        sys.stdout.write(json.dumps(asdict(summary), default=str, ensure_ascii=False) + "\n")
        return
    sys.stdout.write(
        f"{number_of(summary.messages, 'message')} by {number_of(summary.accounts, 'account')} {'is' if summary.messages == 1 else 'are'} in {out / 'export'}; "
        f"the truth is in {out / 'truth'}.\nTry: schakel run {shlex.quote(str(out / 'export'))} -w case1\n"
    )
