"""The closing page of a run: what came in, what was found, which leads are chosen and why, what to type next."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.intake.arrival import IntakeSummary
from schakel.showing.cli.whole_commands import in_workspace, suggest
from schakel.showing.printable import in_a_row, one_line
from schakel.showing.summary import RunSummary

_SHOWN = 10


def print_closing(
    summary: RunSummary, arrived: IntakeSummary, seconds: Mapping[str, float], workspace: Path
) -> None:
    """Prints the closing page on standard output."""
    console = Console(highlight=False)
    console.print()
    console.print(_counts(summary, arrived))
    if summary.quarantine:
        console.print(_quarantine(summary))
    for note in arrived.notes:
        console.print(Text(one_line(note, 240)))
    console.print()
    _print_plan(console, summary, workspace)
    console.print()
    console.print(Text(f"Time: {_times(seconds)}", style="dim"))
    console.print()
    for line in _next(summary, workspace):
        suggest(console, line)


def number(value: float) -> str:
    """A count as people read it: 1,234,567."""
    return f"{value:,.0f}"


def number_of(value: float, one: str, more: str = "") -> str:
    """A count with its noun, as it is shown: `1 text`, `1,234 texts`; `more` where an s does not make several."""
    shown = number(value)
    return f"{shown} {one if shown == '1' else more or one + 's'}"


def rounded(value: float) -> str:
    """A figure rounded to what is known: two digits that count."""
    if value == 0:
        return "0"
    return f"{float(f'{value:.2g}'):,.10g}"


def _counts(summary: RunSummary, arrived: IntakeSummary) -> Table:
    counts = summary.counts
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style="bold")
    table.add_column()
    table.add_row(number(counts["messages"]), _messages_line(arrived))
    table.add_row(number(counts["unique_texts"]), "different texts")
    table.add_row(number(counts["offers"]), f"offers, {number(counts['unique_offers'])} of them different")
    table.add_row(number(counts["campaigns"]), "campaigns: an offer with its near copies")
    table.add_row(
        number(counts["sellers"]), f"sellers, offering accounts: {number(counts['offering_accounts'])}"
    )
    ghosts = summary.ghosts
    table.add_row(
        f"{ghosts.value:.0%}",
        f"of the sellers are probably ghosts (between {ghosts.low:.0%} and {ghosts.high:.0%})",
    )
    table.add_row(*_real_sellers(summary))
    table.add_row(number(counts["quarantined"]), "records set apart because they could not be read")
    return table


def _real_sellers(summary: RunSummary) -> tuple[str, str]:
    value, low, high = (summary.real_sellers[end] for end in ("value", "low", "high"))
    if value is None or low is None or high is None:
        least = "" if low is None else f", at least {number(low)}"
        return "?", f"real sellers that keep selling, seen or not: the data do not carry a figure{least}"
    return number(
        value
    ), f"real sellers that keep selling, seen or not (between {number(low)} and {number(high)})"


def _messages_line(arrived: IntakeSummary) -> str:
    new = f"{number(arrived.new_messages)} of them new" if arrived.new_messages else "none of them new"
    return f"messages, sealed sources: {number(arrived.sources)}, {new}"


def _quarantine(summary: RunSummary) -> Table:
    table = Table(title="Set apart", title_justify="left", box=None, padding=(0, 2))
    table.add_column("records", justify="right")
    table.add_column("why")
    table.add_column("for example")
    for row in summary.quarantine[:_SHOWN]:
        table.add_row(number(row["rows"]), Text(one_line(row["reason"])), Text(_example(row)))
    return table


def _example(row: Mapping[str, Any]) -> str:
    place = "" if row["example_place"] is None else f" at byte {number(row['example_place'])}"
    return one_line(f"{row['example_source'] or ''}{place}")


def _print_plan(console: Console, summary: RunSummary, workspace: Path) -> None:
    if not summary.plan:
        console.print("No leads: no seller was found in these messages.")
        return
    hours = sum(row["hours"] for row in summary.chosen)
    title = f"The plan: {len(summary.chosen)} of {number_of(len(summary.plan), 'lead')} in {number_of(hours, 'hour')}"
    console.print(Text(title, style="bold"))
    for place, row in enumerate(summary.chosen[:_SHOWN], 1):
        console.print(lead_lines(place, row, _why(row)))
    if len(summary.chosen) > _SHOWN:
        more = f"and {len(summary.chosen) - _SHOWN} more: schakel plan {in_workspace(workspace)}"
        suggest(console, more, style="dim")


def lead_lines(place: int, row: Mapping[str, Any], why: str) -> Table:
    """A lead in three lines that fit a narrow screen: what, worth and hours; its id; why."""
    bounds = f"worth {rounded(row['worth'])} ({rounded(row['worth_low'])}-{rounded(row['worth_high'])})"
    lines = Table.grid(padding=(0, 2))
    lines.add_column(justify="right", width=4)
    lines.add_column()
    lines.add_row(
        str(place),
        Text.assemble(
            (one_line(row["title"], 60), "bold"),
            f"   {number_of(row['hours'], 'hour')}   {bounds}   {row['unit']}",
        ),
    )
    lines.add_row("", Text.assemble(row["lead_id"], "  ", (why, "dim")))
    return lines


def _why(row: Mapping[str, Any]) -> str:
    """The reasons that raise the worth most, in words."""
    reasons = sorted(row["worth_reasons"] or [], key=lambda reason: (-reason["weight"], reason["rule"]))
    return in_a_row((reason["detail"] or reason["rule"] for reason in reasons[:2]), 100)


def _times(seconds: Mapping[str, float]) -> str:
    parts = [f"{step} {spent:.1f} s" for step, spent in seconds.items() if spent >= 0.05]
    return ", ".join([*parts, f"together {sum(seconds.values()):.1f} s"])


def _next(summary: RunSummary, workspace: Path) -> list[Text]:
    where = in_workspace(workspace)
    lines = [("Why they wait or go first", f"schakel plan {where}")]
    if summary.chosen:
        lines.insert(0, ("Look at the first lead", f"schakel show {summary.chosen[0]['lead_id']} {where}"))
    lines += [
        ("How big the market is", f"schakel measure {where} --report market.html"),
        ("Say what you found out", f"schakel verdict SELLER real|ghost {where}"),
        ("Check the ledger", f"schakel audit --verify {where}"),
    ]
    return [Text.assemble((f"{words:28}", "dim"), command) for words, command in lines]
