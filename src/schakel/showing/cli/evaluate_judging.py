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
from schakel.showing.cli.evaluated import look
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    Report,
    WorkspaceOption,
    looking,
    progress,
)

_Truth = Annotated[Path | None, typer.Option("--truth", help="Folder with the truth of a made-up market.")]
_Adaptation = Annotated[
    int,
    typer.Option(
        "--adaptation",
        min=0,
        help="Make so many small markets for each way in which criminals may adapt, and measure on them.",
    ),
]
_Ablation = Annotated[bool, typer.Option("--ablation/--no-ablation", help="Measure what each sign is worth.")]


def judging(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    truth: _Truth = None,
    adaptation: _Adaptation = 0,
    ablation: _Ablation = True,
    as_json: JsonOption = False,
) -> None:
    """Measures the ghost judgement: reliability, Brier, Cllr, AUC per rule set, what each sign adds, and adaptation."""
    if truth is None and not adaptation:
        raise _nothing_to_measure_on()
    told = dict[str, Any]()
    with progress(as_json) as report:
        if truth is not None:
            told["truth"] = _against_truth(workspace, truth, report, ablation=ablation, as_json=as_json)
        if adaptation:
            told["adaptation"] = _adapted(adaptation, report, as_json=as_json)
    if as_json:
        sys.stdout.write(json.dumps(told) + "\n")


def _nothing_to_measure_on() -> SettingsError:
    return SettingsError(
        "There is nothing to measure the judgement on.",
        means="Nothing was measured.",
        todo="Name the truth, for example: schakel evaluate judging -w case1 --truth market/truth; or let markets "
        "be made: schakel evaluate judging --adaptation 5",
    )


def _against_truth(
    workspace: Path, truth: Path, report: Report, *, ablation: bool, as_json: bool
) -> dict[str, Any]:
    """The figures against a known truth, printed too unless they are for machines."""
    with looking(workspace) as session:
        session.must(RIGHT)
        look(session, "judging", truth)
        found = measure(session.engine, session.verdicts(), truth, ablation=ablation, report=report)
    if not as_json:
        print_measured(Console(), found)
    return found.as_json()


def _adapted(markets: int, report: Report, *, as_json: bool) -> list[dict[str, Any]]:
    """The figures on made markets in which criminals adapt, printed too unless they are for machines."""
    rows = measure_adapted(markets, report)
    if not as_json:
        print_adapted(Console(), rows)
    return [asdict(row) for row in rows]
