"""`schakel authorise`: the written grounds on which data are held, collected and opened."""

import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.records.grounds import EVERYTHING, Ground, Scope
from schakel.showing.cli.casebook_door import WhyOption, at_work, in_ledger
from schakel.showing.cli.days import day_written
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption
from schakel.showing.printable import one_line
from schakel.store.casebook.casework import Casework

app = typer.Typer(
    help="Authorisations: on which ground, by whom, for what and how long. Outside its scope a ground is refused.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog="Example: schakel authorise list -w case1",
)
IdArgument = Annotated[str, typer.Argument(help="Id of the authorisation.", show_default=False)]


def add_to(front: typer.Typer) -> None:
    """Puts `authorise` on the command line."""
    front.add_typer(app, name="authorise")


@app.command(
    "add",
    epilog='Example: schakel authorise add A-12 --basis wpg-9 --officer "J. Smit" --reference "file 12, p. 3" '
    "--acts import,identify,export --from 2026-12-01 --until 2027-03-01 -w case1",
)
def add(
    ground: IdArgument,
    basis: Annotated[
        str,
        typer.Option(
            "--basis", help="wpg-8, wpg-9, wpg-10, sv-126j, platform, research...", show_default=False
        ),
    ],
    officer: Annotated[str, typer.Option("--officer", help="Who gave it.", show_default=False)],
    reference: Annotated[str, typer.Option("--reference", help="Where it can be read.", show_default=False)],
    acts: Annotated[
        str,
        typer.Option("--acts", help="What it allows: import,collect,identify,export.", show_default=False),
    ],
    valid_from: Annotated[str, typer.Option("--from", help="First day, as 2026-12-01.", show_default=False)],
    valid_until: Annotated[str, typer.Option("--until", help="Last day.", show_default=False)],
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    chats: Annotated[
        str, typer.Option("--chats", help="Chats it covers: ids, numbers or titles with commas, or *.")
    ] = EVERYTHING,
    commodities: Annotated[
        str, typer.Option("--commodities", help="Goods it covers, with commas, or *.")
    ] = EVERYTHING,
    sellers: Annotated[
        str, typer.Option("--sellers", help="Sellers it covers, with commas, or *.")
    ] = EVERYTHING,
    as_json: JsonOption = False,
) -> None:
    """Writes an authorisation down. What stands is never changed; it can be revoked."""
    scope = Scope(_list(acts), _list(chats), _list(commodities), _list(sellers))
    new = Ground(ground, basis, officer, reference, scope, day_written(valid_from), day_written(valid_until))
    with at_work(workspace, new=True) as (session, desk):
        desk.enter_ground(new)
        in_ledger(session, desk, "authorise-add", {"authorisation": ground, "basis": basis})
        _print(desk, as_json)


@app.command("revoke", epilog='Example: schakel authorise revoke A-12 --why "suspicion lifted" -w case1')
def revoke(
    ground: IdArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    why: WhyOption = "",
    as_json: JsonOption = False,
) -> None:
    """Ends an authorisation from now on."""
    with at_work(workspace) as (session, desk):
        desk.revoke_ground(ground, why)
        in_ledger(session, desk, "authorise-revoke", {"authorisation": ground}, why)
        _print(desk, as_json)


@app.command("list", epilog="Example: schakel authorise list -w case1")
def list_(workspace: WorkspaceOption = DEFAULT_WORKSPACE, as_json: JsonOption = False) -> None:
    """All authorisations, in force or not."""
    with at_work(workspace) as (_, desk):
        _print(desk, as_json)


def _print(desk: Casework, as_json: bool) -> None:
    grounds = desk.grounds()
    if as_json:
        sys.stdout.write(json.dumps([asdict(one) for one in grounds], default=str, ensure_ascii=False) + "\n")
        return
    if not grounds:
        sys.stdout.write("No authorisation was written down yet.\n")
        return
    table = Table(box=None, padding=(0, 1), pad_edge=False)
    for column in ("id", "basis", "officer", "acts", "chats", "goods", "from", "until", ""):
        table.add_column(column, no_wrap=column in {"id", "from", "until"}, overflow="fold")
    for one in grounds:
        scope = (", ".join(part) for part in (one.scope.acts, one.scope.chats, one.scope.commodities))
        days = (str(one.valid_from), str(one.valid_until))
        state = f"revoked {one.revoked_at[:10]}" if one.revoked_at else ""
        cells = (one.ground_id, one.basis, one.officer, *scope, *days, state)
        table.add_row(*(Text(one_line(cell, 40)) for cell in cells))
    Console(highlight=False).print(table)


def _list(written: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in written.split(",") if part.strip())
