"""`schakel desk`: the web desk on this machine."""

import sys
from typing import Annotated

import typer

from schakel.showing.cli.session import DEFAULT_WORKSPACE, WorkspaceOption, casebook_of, who
from schakel.showing.desk.app import application, open_desk
from schakel.showing.desk.server import ADDRESS, check_address, serve
from schakel.store.workspace import open_workspace


def add_to(app: typer.Typer) -> None:
    """Puts `desk` on the command line."""
    app.command("desk", epilog="Example: schakel desk -w case1 --port 8765")(desk)


def desk(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on this machine.")] = 8765,
    host: Annotated[str, typer.Option("--host", help="Only this machine (127.0.0.1) is served.")] = ADDRESS,
) -> None:
    """Opens the desk, where leads are read and judged in a browser. Names stay hidden."""
    check_address(host)
    opened = open_workspace(workspace)
    desk = open_desk(opened, who(), casebook_of(opened))

    def ready() -> None:
        sys.stdout.write(
            f"The desk is open for this machine only: http://{ADDRESS}:{port}/enter?link={desk.links.make()}\n"
            "That link lets one browser in, once. "
            "Every look at a lead, a seller or a message is written into the ledger. Ctrl-C closes the desk.\n"
        )
        sys.stdout.flush()

    serve(application(desk), port, ready)
