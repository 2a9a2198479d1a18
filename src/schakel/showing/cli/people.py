"""`schakel users`: the people who work with the casebook, their roles and units."""

import json
import sys
from contextlib import closing
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Annotated, cast

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.deciding.units import unit_called
from schakel.records.casework import Person, Role
from schakel.records.errors import SettingsError, UsageError
from schakel.showing.cli.casebook_door import WhyOption, at_work, in_ledger
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption, signature
from schakel.showing.cli.typed import typed
from schakel.showing.printable import one_line
from schakel.store.casebook.casework import Casework
from schakel.store.casebook.rights import roles

RoleOption = Annotated[
    str, typer.Option("--role", help="analyst, leader, prosecutor, officer, auditor, editor or admin.")
]
UnitOption = Annotated[str, typer.Option("--unit", help="The unit an analyst or leader works in.")]
NameArgument = Annotated[str, typer.Argument(help="Login name, as the ledger writes it.", show_default=False)]

app = typer.Typer(
    help="People of the casebook. Once there is one, only those who were added can work with it.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog="Example: schakel users add adam --role admin -w case1",
)


def add_to(front: typer.Typer) -> None:
    """Puts `users` on the command line."""
    front.add_typer(app, name="users")


@app.command(
    "add",
    epilog="Example: schakel users add adam --role admin -w case1\n\n"
    "and then, as adam: schakel users add anna --role analyst --unit limburg -w case1",
)
def add(
    name: NameArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    role: RoleOption = "analyst",
    unit: UnitOption = "",
    as_json: JsonOption = False,
) -> None:
    """Adds a person. The first one is the admin, and adds the others under that name (login name, or SCHAKEL_USER)."""
    with at_work(workspace, new=True) as (session, desk):
        desk.add_person(Person(name, _role(role), _unit(unit) if unit else None))
        in_ledger(session, desk, "users-add", {"person": name, "role": role})
        _print(desk, as_json)


@app.command("set", epilog='Example: schakel users set anna --role leader --why "succeeds lena" -w case1')
def set_(
    name: NameArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    role: RoleOption = "",
    unit: UnitOption = "",
    ended: Annotated[
        bool, typer.Option("--ended", help="Works here no longer; the name stays in the log.")
    ] = False,
    back: Annotated[bool, typer.Option("--back", help="Works here again.")] = False,
    why: WhyOption = "",
    as_json: JsonOption = False,
) -> None:
    """Gives a person another role or unit, or ends their work here."""
    with at_work(workspace) as (session, desk):
        new = _known(desk, name)
        if role:
            new = replace(new, role=_role(role))
        if unit:
            new = replace(new, unit=_unit(unit))
        new = replace(new, active=back or (new.active and not ended))
        desk.change_person(new, why)
        in_ledger(session, desk, "users-set", {"person": name, "role": new.role, "active": new.active}, why)
        _print(desk, as_json)


@app.command("list", epilog="Example: schakel users list -w case1")
def list_(workspace: WorkspaceOption = DEFAULT_WORKSPACE, as_json: JsonOption = False) -> None:
    """All people, their roles and units."""
    with at_work(workspace) as (_, desk):
        desk.me()  # only people of the casebook work with it
        _print(desk, as_json)


@app.command("password", epilog="Example: schakel users password anna -w case1")
def password(
    name: NameArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    stdin: Annotated[
        bool, typer.Option("--stdin", help="Read it from standard input, for programs.")
    ] = False,
) -> None:
    """Sets the password with which somebody logs in at the desk, and ends their sessions."""
    with at_work(workspace) as (_, desk):  # before anybody types a password
        desk.me()
        _known(desk, name)
    given = sys.stdin.readline().rstrip("\n") if stdin else _asked_twice()
    with at_work(workspace) as (session, desk):
        with closing(session.shared_book()) as book:
            book.passwords.set(signature(), name, given)
        in_ledger(session, desk, "users-password", {"person": name})
    sys.stdout.write(f"{name} can log in at the desk now.\n")


@app.command("second", epilog="Example: schakel users second anna --off -w case1")
def second(
    name: NameArgument,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    off: Annotated[bool, typer.Option("--off", help="Take the second factor away.")] = False,
) -> None:
    """Takes away a second factor whose device was lost. A person sets one up on their own page of the desk."""
    if not off:
        raise SettingsError(
            "A second factor is set up by the person, at the desk under their own name.",
            todo=f"To take one away: schakel users second {name} --off",
        )
    with at_work(workspace) as (session, desk):
        with closing(session.shared_book()) as book:
            book.passwords.set_second(signature(), name, None)
        in_ledger(session, desk, "users-second", {"person": name, "on": False})
    sys.stdout.write(f"{name} logs in with the password alone now.\n")


@app.command("log-out", epilog="Example: schakel users log-out anna -w case1")
def log_out(name: NameArgument, workspace: WorkspaceOption = DEFAULT_WORKSPACE) -> None:
    """Ends every session of a person at the desk, at once."""
    with at_work(workspace) as (session, desk):
        desk.must("people")
        _known(desk, name)
        with closing(session.shared_book()) as book:
            book.logins.end_all(name, datetime.now(UTC))
        in_ledger(session, desk, "users-log-out", {"person": name})
    sys.stdout.write(f"{name} is logged out everywhere.\n")


def _known(desk: Casework, name: str) -> Person:
    for person in desk.everybody():
        if person.name == name:
            return person
    raise SettingsError(
        f"{name[:60]} is not known to this casebook.", means="Nothing was changed.", todo="schakel users list"
    )


def _asked_twice() -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise SettingsError(
            "There is no terminal at which a password can be typed unseen.",
            means="Nothing was changed.",
            todo="A program gives it on standard input, with --stdin.",
        )
    given = typer.prompt("Password", hide_input=True)
    if given != typer.prompt("Once more", hide_input=True):
        raise SettingsError("The two passwords are not the same.", means="Nothing was changed.")
    return str(given)


def _role(written: str) -> Role:
    if written not in roles():
        raise UsageError(f'There is no role "{written[:40]}".', todo=f"Roles are: {', '.join(roles())}.")
    return cast("Role", written)


def _unit(written: str) -> str:
    with typed():
        return unit_called(written)


def _print(desk: Casework, as_json: bool) -> None:
    people = desk.everybody()
    if as_json:
        sys.stdout.write(json.dumps([asdict(person) for person in people], ensure_ascii=False) + "\n")
        return
    if not people:
        sys.stdout.write("Nobody was added yet: everybody who can open this folder may do everything.\n")
        return
    table = Table(box=None, padding=(0, 2), pad_edge=False)
    for column in ("name", "role", "unit", ""):
        table.add_column(column)
    for person in people:
        cells = (person.name, person.role, person.unit or "", "" if person.active else "ended")
        table.add_row(*(Text(one_line(cell, 40)) for cell in cells))
    Console(highlight=False).print(table)
