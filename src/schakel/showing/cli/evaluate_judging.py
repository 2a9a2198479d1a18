"""`schakel evaluate judging`: are ghosts told from real sellers, is the judgement honest, and what if criminals adapt?"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from schakel.judging.evaluation.against_truth import measure
from schakel.records.errors import SettingsError
from schakel.showing.adapted_markets import measure_adapted
from schakel.showing.cli.evaluate_judging_page import print_adapted, print_measured
from schakel.showing.cli.evaluate_linking import RIGHT
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption, looking, progress


def judging(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    truth: Annotated[
        Path | None, typer.Option("--truth", help="Folder with the truth of a made-up market.")
    ] = None,
    adaptation: Annotated[
        int,
        typer.Option(
            "--adaptation",
            min=0,
            help="Make so many small markets for each way in which criminals may adapt, and measure on them.",
        ),
    ] = 0,
    ablation: Annotated[
        bool, typer.Option("--ablation/--no-ablation", help="Measure what each sign is worth.")
    ] = True,
    as_json: JsonOption = False,
) -> None:
    """Measures the ghost judgement: reliability, Brier, Cllr, AUC per rule set, what each sign adds, and adaptation."""
    if truth is None and not adaptation:
        raise SettingsError(
            "There is nothing to measure the judgement on.",
            means="Nothing was measured.",
            todo="Name the truth, for example: schakel evaluate judging -w case1 --truth market/truth; or let markets "
            "be made: schakel evaluate judging --adaptation 5",
        )
    console, told = Console(), dict[str, Any]()
    with progress(as_json) as report:
        if truth is not None:
            with looking(workspace) as session:
                session.must(RIGHT)
                found = measure(session.engine, session.verdicts(), truth, ablation=ablation, report=report)
            told["truth"] = found.as_json()
            if not as_json:
                print_measured(console, found)
        if adaptation:
            rows = measure_adapted(adaptation, report)
            told["adaptation"] = [asdict(row) for row in rows]
            if not as_json:
                print_adapted(console, rows)
    if as_json:
        sys.stdout.write(json.dumps(told) + "\n")
