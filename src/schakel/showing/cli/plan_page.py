"""The plan on the screen: chosen leads with their reasons, and why the others wait."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.showing.cli.closing import number, rounded
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
        if mine:
            console.print(_table(mine))
    if others:
        console.print(Text(f"Waiting: {number(len(others))} leads", "bold"))
        if waiting:
            console.print(_table(others[:waiting]))


def _table(rows: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(box=None, padding=(0, 2), pad_edge=False)
    table.add_column("lead", no_wrap=True)
    table.add_column("what")
    table.add_column("worth (low-high)", justify="right")
    table.add_column("hours", justify="right")
    table.add_column("why")
    for row in rows:
        bounds = f"{rounded(row['worth'])} ({rounded(row['worth_low'])}-{rounded(row['worth_high'])})"
        why = "; ".join(one_line(reason["detail"] or reason["rule"], 90) for reason in row["reasons"] or [])
        title = Text(one_line(row["title"], 40))
        table.add_row(Text(row["lead_id"]), title, bounds, number(row["hours"]), Text(why))
    return table
