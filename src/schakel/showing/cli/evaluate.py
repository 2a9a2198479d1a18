"""`schakel evaluate`: measured accuracy of the reading and of linking, with simple methods beside it."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from schakel.reading.evaluation.labels import Labelled, find_labelled, find_training, read_labelled
from schakel.reading.evaluation.misread import misread
from schakel.reading.evaluation.ordinary import Ordinary, read_ordinary
from schakel.reading.evaluation.report import Report, evaluate
from schakel.records.errors import SettingsError
from schakel.showing.cli.closing import number_of
from schakel.showing.cli.evaluate_judging import judging
from schakel.showing.cli.evaluate_linking import linking
from schakel.showing.cli.evaluate_page import print_report
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, NoWorkspaceOption
from schakel.store.workers import Workers

_Labelled = Annotated[
    list[Path] | None,
    typer.Argument(help="Labelled messages as JSON lines; in a checkout: those of the tests."),
]
_Ordinary = Annotated[
    list[str] | None,
    typer.Option(
        "--ordinary",
        help="Messages in which nobody trades, for false alarms: text a line, JSON lines, CoNLL-U, CSV or TSV. "
        "nl:FILE says that it is Dutch. May be given several times.",
    ),
]
_Column = Annotated[str, typer.Option("--column", help="Column of the tables that holds the text.")]
_Errors = Annotated[
    Path | None, typer.Option("--errors", help="Write the misread messages here, as JSON lines.")
]
_Held = Annotated[
    bool,
    typer.Option("--held", help="With --errors: also messages kept apart for measuring, which spoils them."),
]
_Learn = Annotated[
    list[Path] | None,
    typer.Option(
        "--learn", help="Labelled messages for TF-IDF to learn from; in a checkout: those of training."
    ),
]
_Baselines = Annotated[
    bool, typer.Option("--baselines/--no-baselines", help="Measure the two simple methods beside it.")
]


def add_to(app: typer.Typer) -> None:
    """Puts `evaluate` on the command line."""
    group = typer.Typer(
        no_args_is_help=True,
        help="Measured accuracy, with simple methods beside it.",
        rich_markup_mode=None,
        epilog="Example: schakel evaluate reading labelled_nl.jsonl",
    )
    group.command(
        "reading", epilog="Example: schakel evaluate reading labelled_nl.jsonl --ordinary nl:chat.txt"
    )(reading)
    group.command("linking", epilog="Example: schakel evaluate linking -w case1 --truth market/truth")(
        linking
    )
    group.command("judging", epilog="Example: schakel evaluate judging -w case1 --truth market/truth")(
        judging
    )
    app.add_typer(group, name="evaluate")


def reading(
    labelled: _Labelled = None,
    ordinary: _Ordinary = None,
    column: _Column = "",
    errors: _Errors = None,
    held: _Held = False,
    learn: _Learn = None,
    baselines: _Baselines = True,
    workspace: NoWorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """Measures how well messages are read: precision, recall, F1, false alarms and calibration."""
    files = find_labelled(labelled or (), Path.cwd())
    lessons = read_labelled(find_training(learn or (), Path.cwd() if not labelled else Path("-")))
    messages = read_labelled(files)
    chatter = read_ordinary(ordinary or (), column)
    Console(stderr=True, quiet=as_json).print(
        _begun(len(messages), len(chatter), len(lessons or messages) if baselines else 0), highlight=False
    )
    workers = Workers()
    try:
        report = evaluate(messages, chatter, workers, learn=lessons, baselines=baselines)
    finally:
        workers.close()
    written = _write_errors(errors, messages, chatter, report, held) if errors else 0
    if as_json:
        sys.stdout.write(json.dumps(report.as_json() | {"files": [str(file) for file in files]}) + "\n")
        return
    print_report(Console(), report)
    if errors:
        sys.stdout.write(
            f"\n{number_of(written, 'misread message is', 'misread messages are')} in {errors}.\n"
        )


def _begun(labelled: int, ordinary: int, lessons: int) -> str:
    """What is being done: with the lessons of a checkout it takes minutes."""
    beside = f", the simple methods learn from {lessons:,}" if lessons else ""
    return f"reading {labelled:,} labelled and {number_of(ordinary, 'ordinary message')}{beside} ..."


def _write_errors(
    path: Path, labelled: Sequence[Labelled], ordinary: Sequence[Ordinary], report: Report, held: bool
) -> int:
    lines = list(misread(labelled, ordinary, report, kept_apart=held))
    try:
        path.write_bytes(b"".join(lines))
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be written: {error.strerror}.", todo="Name another file with --errors."
        ) from error
    return len(lines)
