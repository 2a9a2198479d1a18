"""`schakel evaluate linking`: measured quality of linking, with simple methods beside it."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from schakel.linking.evaluation.against_truth import measure
from schakel.records.errors import SettingsError
from schakel.showing.cli.evaluate_linking_page import print_truth
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption, looking, progress


def linking(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    truth: Annotated[
        Path | None, typer.Option("--truth", help="Folder with the truth of a made-up market.")
    ] = None,
    ablation: Annotated[
        bool, typer.Option("--ablation/--no-ablation", help="Measure what each rule is worth.")
    ] = True,
    as_json: JsonOption = False,
) -> None:
    """Measures how well accounts are linked into sellers: pairs right and wrong, and how honest the weights are."""
    if truth is None:
        raise SettingsError(
            "There is nothing to measure linking against.",
            means="Nothing was measured.",
            todo="Name the truth, for example: schakel evaluate linking -w case1 --truth market/truth",
        )
    with looking(workspace) as session, progress(as_json) as report:
        measured = measure(session.engine, session.verdicts(), truth, ablation=ablation, report=report)
    if as_json:
        sys.stdout.write(json.dumps({"truth": measured.as_json()}) + "\n")
        return
    print_truth(Console(), measured)
