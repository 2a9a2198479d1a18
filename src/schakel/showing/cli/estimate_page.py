"""Estimates on the screen and for machines."""

import sys
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.measuring.market_size.bracket import Bracket
from schakel.measuring.market_size.fit import Fit
from schakel.measuring.market_size.open_population import OpenPopulation
from schakel.showing.cli.closing import number_of
from schakel.showing.printable import one_line

_HEAD_WORDS = {"seen": "different accounts seen", "sightings": "sightings", "left_out": "rows left out"}
_KEYS = {
    "all accounts": "all_accounts",
    "persistent sellers": "persistent_sellers",
    "all accounts, none thrown away": "without_throwaways",
}
_FIGURE_WORDS = {
    "present": "present",
    "seen-share": "share of them seen",
    "stayed": "share that stayed",
    "arrived": "arrived",
    "total": "ever present",
}


def fits_for_machines(
    head: Mapping[str, int], fits: Sequence[Fit], brackets: Sequence[Bracket], advice: str = ""
) -> dict[str, object]:
    """One JSON value: every estimate or refusal, and the recommended brackets."""
    recommended = _bracket_row(brackets[0])
    for other in brackets[1:]:
        recommended[_KEYS[other.population]] = _bracket_row(other)
    if advice:
        recommended["advice"] = advice
    return {**head, "estimates": [_fit_row(fit) for fit in fits], "recommended": recommended}


def periods_for_machines(head: Mapping[str, int], found: OpenPopulation) -> dict[str, object]:
    """One JSON value: the figures of each period."""
    rows = [
        {
            "what": figure.what,
            "period": figure.period,
            "estimate": _round(figure.estimate),
            "low": _round(figure.low),
            "high": _round(figure.high),
            "se": _round(figure.se),
        }
        for figure in found.figures
    ]
    return {**head, "periods": rows, "deviance": _round(found.deviance), "degrees_of_freedom": found.freedom}


def print_fits(
    head: Mapping[str, int], fits: Sequence[Fit], brackets: Sequence[Bracket], advice: str = ""
) -> None:
    """The brackets first, then every estimate with what it assumes, then what was refused and why."""
    console = Console(highlight=False)
    _print_head(console, head)
    for bracket in brackets:
        console.print(Text(f"{bracket.population.capitalize()}: {_span(bracket.low, bracket.high)}", "bold"))
        console.print(f"  low:  {one_line(bracket.low_rests_on, 400)}", markup=False)
        console.print(f"  high: {one_line(bracket.high_rests_on, 400)}\n", markup=False)
    if advice:
        console.print(f"{advice}\n", markup=False)
    standing = [fit for fit in fits if not fit.refused]
    if standing:
        console.print(_sheet(standing))
    refused = [fit for fit in fits if fit.refused]
    if refused:
        console.print(Text("\nRefused" if standing else "Refused", "bold"))
        for fit in refused:
            console.print(f"  {fit.method}: {one_line(fit.why, 400)}", markup=False)


def print_periods(head: Mapping[str, int], found: OpenPopulation) -> None:
    """The figures of each period."""
    console = Console(highlight=False)
    _print_head(console, head)
    sheet = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("period", "what"):
        sheet.add_column(name, no_wrap=True)
    for name in ("estimate", "low", "high"):
        sheet.add_column(name, justify="right", no_wrap=True)
    for figure in found.figures:
        word = _share if "share" in _FIGURE_WORDS[figure.what] else shown
        ends = map(word, (figure.estimate, figure.low, figure.high))
        sheet.add_row(Text(one_line(figure.period, 40)), _FIGURE_WORDS[figure.what], *ends)
    console.print(sheet)
    console.print(
        f"\nFit: deviance {found.deviance:,.1f} on {number_of(found.freedom, 'degree')} of freedom."
    )
    if found.deviance > 2 * max(found.freedom, 1):
        console.print("The model fits badly; accounts probably differ in how easily they are seen.")


def say_left_out(rows: int) -> None:
    """Tells on standard error how many rows could not be used."""
    if rows:
        sys.stderr.write(
            f"{number_of(rows, 'row was', 'rows were')} left out: too few or too many columns, or no usable value.\n"
        )


def shown(value: float | None) -> str:
    """A figure rounded to what is known: three digits."""
    if value is None:
        return "-"
    digits = max(len(f"{abs(value):.0f}") - 3, 0)
    return f"{round(value, -digits):,.0f}"


def _share(value: float) -> str:
    return f"{value:.0%}"


def _print_head(console: Console, head: Mapping[str, int]) -> None:
    parts = [f"{value:,} {_HEAD_WORDS[name]}" for name, value in head.items() if value or name == "seen"]
    console.print(f"{', '.join(parts)}.\n")


def _fit_row(fit: Fit) -> dict[str, object]:
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


def _bracket_row(bracket: Bracket) -> dict[str, object]:
    return {
        "population": bracket.population,
        "low": _round(bracket.low),
        "high": _round(bracket.high),
        "low_rests_on": bracket.low_rests_on,
        "high_rests_on": bracket.high_rests_on,
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _sheet(fits: Sequence[Fit]) -> Table:
    sheet = Table(box=None, pad_edge=False, header_style="bold")
    sheet.add_column("method", no_wrap=True)
    for name in ("estimate", "low", "high"):
        sheet.add_column(name, justify="right", no_wrap=True)
    sheet.add_column("if")
    for fit in fits:
        sheet.add_row(
            fit.method, *map(shown, (fit.estimate, fit.low, fit.high)), Text(one_line(fit.why, 400))
        )
    return sheet


def _span(low: float | None, high: float | None) -> str:
    if low is None:
        return "not known"
    if high is None:
        return f"at least {shown(low)}; how many more is not known"
    return f"between {shown(low)} and {shown(high)}"
