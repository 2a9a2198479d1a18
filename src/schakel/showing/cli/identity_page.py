"""How identity leads look on the screen: how many of which kind, and what they say only where a ground allows it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.showing.cli.closing import number
from schakel.showing.cli.whole_commands import suggest
from schakel.showing.defang import without_links
from schakel.showing.printable import one_line

Row = Mapping[str, Any]

_KINDS = {
    "outside-selector": "contact outside the trade",
    "area-code": "area code in a name",
    "older-name": "older name",
    "older-username": "older username",
    "contact-card": "contact card",
    "photo-data": "data beside a photo",
    "answers-for": "account that answers for it",
    "home-area": "area it works in",
    "daily-rhythm": "rhythm of the day",
}
_CLOSED = 'Opening them needs a ground: --names --why "..." --authorisation ID (schakel authorise list).'
_CAUTION = "Each says where to look, not who somebody is. Values that begin with p_ stand for third parties."


def print_identity(console: Console, leads: Sequence[Row], *, opened: bool) -> None:
    """The section of identity leads of a seller: counts by kind, or each with the place where it can be seen."""
    if not leads:
        return
    console.print("\nIdentity leads: what was let slip")
    if not opened:
        counts = Counter(row["kind"] for row in leads)
        for kind in sorted(counts):
            console.print(f"  {_KINDS.get(kind, kind)}: {counts[kind]}")
        suggest(console, _CLOSED, style="dim")
        return
    table = Table(box=None, padding=(0, 2), pad_edge=False)
    for column in ("kind", "value", "seen", "where", "why"):
        table.add_column(column, justify="right" if column == "seen" else "left")
    for row in leads:
        kind = str(_KINDS.get(row["kind"], row["kind"]))
        table.add_row(
            Text(kind), Text(one_line(without_links(row["value"]), 60)), number(row["times"]), Text(_place(row)),
            Text(one_line(without_links(row["detail"]), 80)),
        )  # fmt: skip
    console.print(table)
    console.print(Text(_CAUTION, "dim"))


def with_identity(shown: Any, *, opened: bool) -> Any:
    """The record for machines, its identity leads whole or, without a ground, only how many there are of each kind."""
    if not isinstance(shown, dict) or "identity_leads" not in shown or opened:
        return shown
    counts = Counter(row["kind"] for row in shown["identity_leads"])
    return shown | {"identity_leads": {kind: counts[kind] for kind in sorted(counts)}}


def _place(row: Row) -> str:
    if row["message_id"] is None:
        return ""
    span = "" if row["start"] is None else f" {row['start']}-{row['end']}"
    return f"{row['message_id']}{span}"
