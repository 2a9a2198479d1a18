"""`schakel network`: who has to do with whom, month by month; communities, bridges, keepers of several groups."""

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.linking.copies.coordination import posting_together
from schakel.records.errors import SettingsError
from schakel.showing.cli.closing import number
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, Session, WorkspaceOption, looking

_SQL = files("schakel.showing.sql")
Row = Mapping[str, Any]


def add_to(app: typer.Typer) -> None:
    """Puts `network` on the command line."""
    app.command("network", epilog="Example: schakel network -w case1 --most 5")(network)


def network(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    most: Annotated[int, typer.Option("--most", min=1, max=1000, help="Rows of each list.")] = 10,
    as_json: JsonOption = False,
) -> None:
    """Ties between accounts by month, the largest communities, who stands between them, who keeps several groups, who posts together."""
    with looking(workspace) as session:
        session.must("leads")
        told = {
            "months": _ask(session, "network_months"),
            "communities": _ask(session, "network_communities", most=most),
            "bridges": _ask(session, "network_bridges", most=most),
            "keepers": _ask(session, "network_keepers", most=most),
            "together": posting_together(session.engine.read("campaigns"))[:most],
        }
        session.ledger.add("network", settings={"most": most})
    if not told["months"] and not told["communities"]:
        raise SettingsError(
            "There are no ties in this workspace.",
            means="Nobody replied to, forwarded, mentioned or vouched for a seller, or accounts were not linked yet.",
            todo="schakel run SOURCE -w W links them.",
        )
    if as_json:
        sys.stdout.write(json.dumps(told, default=str) + "\n")
        return
    console = Console(highlight=False, markup=False)
    for table in _tables(told):
        console.print(table)
        console.print()


def _ask(session: Session, question: str, **parameters: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = session.engine.step(
        _SQL / f"{question}.sql", parameters=parameters
    ).to_pylist()
    return rows


def _tables(told: Mapping[str, Sequence[Row]]) -> list[Table]:
    made = [_months(told["months"])]
    if told["communities"]:
        table = _table("Communities", "community", "accounts", "sellers", "ties", "lead out")
        for row in told["communities"]:
            cells = (number(row["accounts"]), number(row["sellers"]), number(int(row["ties"])))
            table.add_row(row["community_id"], *cells, f"{row['outside']:.0%}")
        made.append(table)
    if told["bridges"]:
        table = _table("Between communities", "account", "communities reached", "ties", "lead out", "seller")
        for row in told["bridges"]:
            cells = (number(row["reached"]), number(int(row["ties"])), f"{row['outside']:.0%}")
            table.add_row(row["account_id"], *cells, Text(row["seller_id"] or ""))
        made.append(table)
    if told["keepers"]:
        table = _table("Who keeps groups", "account", "groups", "sellers there", "since", "until")
        for row in told["keepers"]:
            span = (f"{row['since']:%Y-%m}", f"{row['until']:%Y-%m}")
            table.add_row(row["account_id"], number(row["groups"]), number(row["sellers"]), *span)
        made.append(table)
    if told["together"]:
        table = _table("The same ads within a minute of each other", "account", "account ", "times")
        for row in told["together"]:
            table.add_row(row["left_id"], row["right_id"], number(row["times"]))
        made.append(table)
    return made


def _months(rows: Sequence[Row]) -> Table:
    """One line a month: how many messages of each kind of tie."""
    kinds = sorted({row["kind"] for row in rows})
    by_month: dict[Any, dict[str, int]] = defaultdict(dict)
    for row in rows:
        by_month[row["month"]][row["kind"]] = row["messages"]
    table = _table("Ties by month, in messages", "month", *kinds)
    for month in sorted(by_month):
        table.add_row(f"{month:%Y-%m}", *(number(by_month[month].get(kind, 0)) for kind in kinds))
    return table


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2), pad_edge=False)
    table.add_column(first, no_wrap=True)
    for name in others:
        table.add_column(name, justify="left" if name == "seller" else "right", overflow="fold")
    return table
