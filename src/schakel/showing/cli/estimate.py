"""`schakel estimate`: how many there are, seen and unseen, with the assumption behind each figure."""

import json
import sys
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.measuring.market_size.bracket import Bracket
from schakel.measuring.market_size.estimate import Answer, estimate_population
from schakel.measuring.market_size.fit import Fit
from schakel.measuring.market_size.frequencies import Frequencies, parse_counts
from schakel.records.errors import SettingsError
from schakel.showing.cli.session import JsonOption


def add_to(app: typer.Typer) -> None:
    """Puts `estimate` on the command line."""
    app.command("estimate", epilog="Example: schakel estimate --counts 1645,183,37,13,1,1")(estimate)


def estimate(
    counts: Annotated[
        str, typer.Option("--counts", help="How many accounts were seen once, twice, three times, ...")
    ],
    bootstrap: Annotated[
        int,
        typer.Option(
            "--bootstrap", min=0, max=100_000, help="Bounds from so many redrawn tables (0: formulas)."
        ),
    ] = 0,
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same bounds.")] = 1,
    as_json: JsonOption = False,
) -> None:
    """Estimates how many accounts there are, seen and unseen, and refuses what the table cannot carry."""
    table = _wanted(counts)
    answer = estimate_population(table, draws=bootstrap, seed=seed)
    if as_json:
        sys.stdout.write(json.dumps(_for_machines(table, answer), ensure_ascii=False, allow_nan=False) + "\n")
    else:
        _print(table, answer)


def _wanted(counts: str) -> Frequencies:
    try:
        return parse_counts(counts)
    except SettingsError as error:
        raise typer.BadParameter(error.diagnostics(), param_hint="--counts") from error


def _for_machines(table: Frequencies, answer: Answer) -> dict[str, Any]:
    return {
        "seen": table.seen,
        "sightings": table.sightings,
        "estimates": [_fit_row(fit) for fit in answer.fits],
        "recommended": _bracket_row(answer.all_accounts)
        | {"persistent_sellers": _bracket_row(answer.persistent_sellers)},
    }


def _fit_row(fit: Fit) -> dict[str, Any]:
    return {
        "method": fit.method,
        "population": fit.population,
        "estimate": _round(fit.estimate),
        "low": _round(fit.low),
        "high": _round(fit.high),
        "se": _round(fit.se),
        "aic": _round(fit.aic),
        "refused": fit.refused,
        "why": fit.why,
    }


def _bracket_row(bracket: Bracket) -> dict[str, Any]:
    return {
        "population": bracket.population,
        "low": _round(bracket.low),
        "high": _round(bracket.high),
        "low_rests_on": bracket.low_rests_on,
        "high_rests_on": bracket.high_rests_on,
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _print(table: Frequencies, answer: Answer) -> None:
    console = Console(highlight=False)
    console.print(f"{table.seen:,} accounts were seen {table.sightings:,} times in all.\n")
    for bracket in (answer.all_accounts, answer.persistent_sellers):
        console.print(Text(f"{bracket.population.capitalize()}: {_span(bracket.low, bracket.high)}", "bold"))
        console.print(f"  low:  {bracket.low_rests_on}", markup=False)
        console.print(f"  high: {bracket.high_rests_on}\n", markup=False)
    console.print(_sheet([fit for fit in answer.fits if not fit.refused]))
    refused = [fit for fit in answer.fits if fit.refused]
    if refused:
        console.print(Text("Refused", "bold"))
        for fit in refused:
            console.print(f"  {fit.method}: {fit.why}", markup=False)


def _sheet(fits: list[Fit]) -> Table:
    sheet = Table(box=None, pad_edge=False, header_style="bold")
    sheet.add_column("method", no_wrap=True)
    for name in ("estimate", "low", "high"):
        sheet.add_column(name, justify="right", no_wrap=True)
    sheet.add_column("if")
    for fit in fits:
        sheet.add_row(fit.method, *map(shown, (fit.estimate, fit.low, fit.high)), Text(fit.why))
    return sheet


def _span(low: float | None, high: float | None) -> str:
    if low is None:
        return "not known"
    if high is None:
        return f"at least {shown(low)}; how many more is not known"
    return f"between {shown(low)} and {shown(high)}"


def shown(value: float | None) -> str:
    """A figure rounded to what is known: three digits."""
    if value is None:
        return "-"
    digits = max(len(f"{abs(value):.0f}") - 3, 0)
    return f"{round(value, -digits):,.0f}"
