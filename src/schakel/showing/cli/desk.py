"""`schakel desk`: the web desk on this machine."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from schakel.custody.ledger import Ledger
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    WorkspaceOption,
    casebook_of,
    origin,
    to_be_written,
    who,
)
from schakel.showing.desk.app import application, open_desk
from schakel.showing.desk.server import ADDRESS, PORT, check_address, check_proxy, serve
from schakel.store.settings import read_settings
from schakel.store.workspace import Workspace


def add_to(app: typer.Typer) -> None:
    """Puts `desk` on the command line."""
    app.command("desk", epilog="Example: schakel desk -w case1 --port 8765")(desk)


def desk(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on this machine.")] = PORT,
    host: Annotated[str, typer.Option("--host", help="Only this machine (127.0.0.1) is served.")] = ADDRESS,
) -> None:
    """Opens the desk, where leads are read and judged in a browser. Names stay hidden."""
    check_address(host, port)
    place = opened(workspace)
    settings = read_settings(place.settings).desk
    name = settings.name
    desk = open_desk(place, who(), casebook_of(place), oidc=settings.oidc)
    people = desk.book.has_people()
    check_proxy(name, people=people)

    def ready() -> None:
        sys.stdout.write(_where(port, name, "" if people else desk.links.make()))
        sys.stdout.flush()
        desk.getting_ready.start()

    try:
        serve(application(desk, name), port, ready, behind_proxy=bool(name))
    finally:
        desk.getting_ready.stop()


def opened(root: Path) -> Workspace:
    """The workspace; an empty folder becomes one, so that the desk can show how to begin."""
    if not root.is_dir() or any(root.iterdir()):
        return to_be_written(root)
    workspace = to_be_written(root, new=True)
    Ledger(workspace.ledger, who()).add("begin", settings={"at": origin()})
    return workspace


def _where(port: int, name: str, link: str) -> str:
    address = f"http://{ADDRESS}:{port}/"
    if link:
        first = f"The desk is open for this machine only: {address}enter?link={link}\nThat link lets one browser in, once. "
    elif name:
        first = (
            f"The desk is open at https://{name}/ through the proxy on this machine. People log in there. "
        )
    else:
        first = f"The desk is open for this machine only: {address}\nPeople log in with name and password. "
    return f"{first}Every look at a lead, a seller or a message is written into the ledger. Ctrl-C closes the desk.\n"
