"""The plan on the screen: chosen leads with their reasons, its figures, and why the others wait."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from schakel.showing.cli.closing import lead_lines, number, number_of, rounded
from schakel.showing.cli.whole_commands import suggest
from schakel.showing.printable import in_a_row

Row = Mapping[str, Any]


def print_plan(rows: Sequence[Row], figures: Sequence[Row], hours: Mapping[str, float], waiting: int) -> None:
    """Prints chosen leads by unit, the figures of the plan, and the first `waiting` of those that wait."""
    console = Console(highlight=False)
    if not rows:
        suggest(console, "There are no leads yet. Take an export in with: schakel run EXPORT")
        return
    chosen = [row for row in rows if row["chosen"]]
    others = [row for row in rows if not row["chosen"]]
    known = {(row["what"], row["unit"]): row for row in figures}
    for unit in sorted(hours):
        mine = [row for row in chosen if row["unit"] == unit]
        console.print(Text(_unit_line(unit, mine, hours[unit], known), "bold"))
        if ("next-hours", unit) in known:
            console.print(Text(f"      {_next_words(known['next-hours', unit])}", "dim"))
        _print_leads(console, mine)
    for line in _plan_lines(figures, known):
        console.print(line)
    if others:
        console.print(Text(f"Waiting: {number_of(len(others), 'lead')}", "bold"))
        _print_leads(console, others[:waiting])


def _unit_line(
    unit: str, mine: Sequence[Row], at_hand: float, known: Mapping[tuple[str, str | None], Row]
) -> str:
    spent = sum(row["hours"] for row in mine)
    planned, over = known.get(("hours", unit)), known.get(("overrun", unit))
    spread = ""
    if mine and planned and over and planned["low"] is not None:
        spread = f" (really {number(planned['low'])} to {number(planned['high'])}; more than there are: {over['value']:.0%})"
    return f"{unit}: {number(spent)} of {number_of(at_hand, 'hour')}{spread}, {number_of(len(mine), 'lead')}"


def _next_words(figure: Row) -> str:
    leads = f": {', '.join(figure['leads'])}, worth {rounded(figure['value'])}" if figure["leads"] else ""
    return f"{figure['detail']}{leads}"


def _plan_lines(figures: Sequence[Row], known: Mapping[tuple[str, str | None], Row]) -> list[str]:
    if ("worth", None) not in known:
        return []
    worth, simple, gap = (known[what, None] for what in ("worth", "greedy-worth", "gap"))
    bounds = (
        "" if worth["low"] is None else f" (between {rounded(worth['low'])} and {rounded(worth['high'])})"
    )
    together = f"Together worth {rounded(worth['value'])}{bounds} expected sentence days"
    proof = f"proved within {gap['value']:.3%} of the best plan; by worth per hour {rounded(simple['value'])}"
    lines = [f"{together}, {proof}."]
    if ("stability", None) in known:
        stable = known["stability", None]
        lines.append(
            f"With moved weights and chances a chosen lead stays in {stable['value']:.0%} of the plans "
            f"(from {stable['low']:.0%} to {stable['high']:.0%})."
        )
    minima = (row for row in figures if row["what"] == "minimum")
    return lines + [f"{number(row['value'])} {row['detail']}." for row in minima]


def _print_leads(console: Console, rows: Sequence[Row]) -> None:
    for place, row in enumerate(rows, 1):
        why = in_a_row((reason["detail"] or reason["rule"] for reason in row["reasons"] or []), 110)
        console.print(lead_lines(place, row, why))
