"""How a campaign looks on the screen: its words and slots, its spread, who was first, forwards, posting together."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from schakel.showing.campaign_file import CampaignFile, Row
from schakel.showing.cli.closing import number, number_of
from schakel.showing.cli.pages import Names
from schakel.showing.defang import without_links
from schakel.showing.printable import one_line, printable

_ROWS = 10
_VALUES = 6


def print_campaign(console: Console, file: CampaignFile, names: Names) -> None:
    """The page of one campaign, from a file with names hidden unless they are shown."""
    row = file.campaign
    console.print(Rule(f"Campaign {row['campaign_id']}", align="left"))
    console.print(
        f"{number_of(row['copies'], 'post')} of {number_of(row['texts'], 'text')}, by {number_of(row['accounts'], 'account')} in "
        f"{number_of(row['chats'], 'chat')}, {_day(row['first_seen'])} to {_day(row['last_seen'])}"
    )
    whose = f" (seller {row['first_seller_id']})" if row["first_seller_id"] else ""
    console.print(f"First posted by {row['first_account_id']}{whose}")
    console.print()
    template = printable(file.template, 1200)
    console.print(Text(without_links(template)))
    if file.slots:
        console.print(_slots(file))
    console.print(_table("Spread over chats", "chat_id", file.chats))
    console.print(_table("Who posts it", "account_id", file.accounts))
    months = ", ".join(f"{month['month']}: {number(month['posts'])}" for month in file.months)
    console.print(f"\nBy month: {months}")
    _print_forwards(console, file.forwards)
    if file.together:
        console.print("\nPosted within a minute of each other (coordinated, or one program)")
        for pair in file.together[:_ROWS]:
            console.print(f"  {pair['left_id']} and {pair['right_id']}: {number_of(pair['times'], 'time')}")


def as_record(file: CampaignFile, names: Names) -> dict[str, Any]:
    """The campaign for machines; without names the slots hold counts only."""
    slots = [
        {"name": slot.name, "values": dict(slot.values) if names.shown else len(slot.values)}
        for slot in file.slots
    ]
    told = {key: value for key, value in file.campaign.items() if key != "template"}
    return {
        "campaign": told, "template": file.template, "slots": slots, "texts": file.texts, "chats": file.chats,
        "accounts": file.accounts, "months": file.months, "forwards": file.forwards, "together": file.together,
    }  # fmt: skip


def _slots(file: CampaignFile) -> Table:
    table = Table(title="\nWhat changes", title_justify="left", box=None, padding=(0, 2), pad_edge=False)
    for column in ("slot", "after", "different", "most often"):
        table.add_column(column, justify="right" if column == "different" else "left")
    for slot in file.slots:
        held = without_links(", ".join(f"{value} ({many})" for value, many in slot.values[:_VALUES]))
        after, different = one_line(slot.after, 30), number(len(slot.values))
        table.add_row(Text(slot.name), Text(after), different, Text(one_line(held, 100)))
    return table


def _table(title: str, column: str, rows: Sequence[Row]) -> Table:
    more = f" ({number(len(rows) - _ROWS)} more)" if len(rows) > _ROWS else ""
    table = Table(title=f"\n{title}{more}", title_justify="left", box=None, padding=(0, 2), pad_edge=False)
    for name in (
        column.removesuffix("_id"),
        "posts",
        "first",
        "last",
        *(("seller",) if column == "account_id" else ()),
    ):
        table.add_column(name, justify="right" if name == "posts" else "left")
    for row in rows[:_ROWS]:
        cells = (row[column], number(row["posts"]), _day(row["first_seen"]), _day(row["last_seen"]))
        table.add_row(*cells, *((row["seller_id"] or "",) if column == "account_id" else ()))
    return table


def _print_forwards(console: Console, tree: Sequence[Row]) -> None:
    if not tree:
        return
    console.print("\nForwarded")
    for row in tree[: 2 * _ROWS]:
        often = (
            f": {number_of(row['posts'], 'time')} since {_day(row['first_seen'])}"
            if row["posts"]
            else " (origin)"
        )
        console.print(f"  {'  ' * row['depth']}{row['account_id']}{often}")


def _day(moment: Any) -> str:
    return "" if moment is None else f"{moment:%Y-%m-%d}"
