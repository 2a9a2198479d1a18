"""`schakel measure`: how big the market is and what it looks like, on the screen, as JSON, and as a report to print."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.records.errors import SettingsError
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption, origin, writing
from schakel.showing.market_report import MarketReport, market_report
from schakel.showing.report.numbers import bounds, rounded
from schakel.showing.report.parts import parts
from schakel.store.engine import Engine

_TOLD = ("Ads", "Real sellers", "interventions")  # parts whose sentences tell enough without their plots
_MOST = 12  # lines of a table on the screen


def add_to(app: typer.Typer) -> None:
    """Puts `measure` on the command line."""
    app.command("measure", epilog="Example: schakel measure -w case1 --report market.html")(measure)


def measure(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    report: Annotated[
        Path | None, typer.Option("--report", help="Write the report to print here: .html or .pdf.")
    ] = None,
    tables: Annotated[
        Path | None,
        typer.Option("--tables", help="Write estimates and figures as CSV files into this folder."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """How many sellers there are, seen and unseen, real and ghost, with bounds; and what the market looks like."""
    with writing(workspace, quiet=as_json) as session:
        session.must("market")
        session.road.measure(session.interventions())
        found = market_report(session.engine)
        if report is not None:
            from schakel.showing.report.page import write_report  # noqa: PLC0415 - its template room loads slowly

            write_report(found, report)
        if tables is not None:
            _write_tables(session.engine, tables)
        session.ledger.add(
            "show-market",
            outputs={"estimates": len(found.estimates)},
            settings={"names": False, "at": origin()},
        )
    if as_json:
        sys.stdout.write(json.dumps(_for_machines(found), ensure_ascii=True, allow_nan=False) + "\n")
    else:
        _print(found)
        for out in filter(None, (report, tables)):
            sys.stdout.write(f"Written: {out}\n")


def _for_machines(found: MarketReport) -> dict[str, object]:
    return {
        "estimates": [asdict(one) for one in found.estimates],
        "market": [asdict(one) for one in found.figures],
        "interventions": [asdict(one) for one in found.interventions],
    }


def _write_tables(engine: Engine, folder: Path) -> None:
    from pyarrow import csv  # noqa: PLC0415 - needed only here

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("estimates", "market", "interventions"):
            rows = engine.read(name)
            for place, field in enumerate(rows.schema):
                if field.name in ("assumptions", "targets"):
                    joined = ["; ".join(words or ()) for words in rows[field.name].to_pylist()]
                    rows = rows.set_column(place, field.name, [joined])
            if "reasons" in rows.column_names:
                rows = rows.drop_columns(["reasons"])
            csv.write_csv(rows, folder / f"{name}.csv")
    except OSError as error:
        raise SettingsError(
            f"{folder} could not be written: {error.strerror}.", todo="Name another place."
        ) from error


def _print(found: MarketReport) -> None:
    console = Console(highlight=False)
    if not found.estimates:
        console.print("No seller was found in these messages, so there is nothing to measure.")
        return
    for part in parts(found):
        if part.plots and not part.sheets and not any(word in part.title for word in _TOLD):
            continue  # a plot alone says nothing on a screen of letters
        console.print()
        console.print(Text(part.title, "bold"))
        for line in part.says:
            console.print(line, markup=False)
        for sheet in part.sheets:
            console.print(_table(sheet.heads, sheet.rows))
        if part.title.startswith("Real sellers by"):
            console.print(_strata(found))
    console.print()
    console.print(Text("What each figure rests on: --json, or --report market.html with plots", "dim"))


def _strata(found: MarketReport) -> Table:
    rows = [
        (one.stratum.replace(":", " "), rounded(one.value), bounds(one.low, one.high))
        for one in found.estimates
        if one.what == "real-sellers" and one.stratum != "all" and not one.refused
    ]
    return _table(("real sellers by", "value", "bounds"), rows)


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    sheet = Table(box=None, pad_edge=False, header_style="dim")
    for place, head in enumerate(heads):
        sheet.add_column(head, justify="left" if place == 0 or head == "how" else "right", overflow="fold")
    for row in rows[:_MOST]:
        sheet.add_row(*(Text(cell) for cell in row))
    if len(rows) > _MOST:
        sheet.add_row(Text(f"and {len(rows) - _MOST} more", "dim"))
    return sheet
