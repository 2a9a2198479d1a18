"""The plan on the screen: chosen leads with their reasons, and why the others wait."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from schakel.showing.cli.closing import lead_lines, number
from schakel.showing.printable import one_line


def print_plan(rows: Sequence[Mapping[str, Any]], hours: Mapping[str, float], waiting: int) -> None:
    """Prints chosen leads by unit and the first `waiting` of those that wait."""
    console = Console(highlight=False)
    if not rows:
        console.print("There are no leads yet. Take an export in with: schakel run EXPORT")
        return
    chosen = [row for row in rows if row["chosen"]]
    others = [row for row in rows if not row["chosen"]]
    for unit in sorted(hours):
        mine = [row for row in chosen if row["unit"] == unit]
        spent = sum(row["hours"] for row in mine)
        console.print(
            Text(f"{unit}: {number(spent)} of {number(hours[unit])} hours, {len(mine)} leads", "bold")
        )
        _print_leads(console, mine)
    if others:
        console.print(Text(f"Waiting: {number(len(others))} leads", "bold"))
        _print_leads(console, others[:waiting])


def _print_leads(console: Console, rows: Sequence[Mapping[str, Any]]) -> None:
    for place, row in enumerate(rows, 1):
        why = "; ".join(one_line(reason["detail"] or reason["rule"], 110) for reason in row["reasons"] or [])
        console.print(lead_lines(place, row, why))
