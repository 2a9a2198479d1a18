"""What every command on the casebook goes through: who works here, and a line in the ledger for every act."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from schakel.showing.cli.session import Session, looking, origin
from schakel.store.casebook.casework import Casework

WhyOption = Annotated[str, typer.Option("--why", help="Your reason, for whoever reads this later.")]
ActIdOption = Annotated[
    str, typer.Option("--act-id", help="Send the same act again under its id without doing it twice.")
]


def act_id_of(given: str) -> str:
    """The id under which an act is sent: the one that was given, else a new one."""
    return given or secrets.token_hex(16)


@contextmanager
def at_work(workspace: Path, *, new: bool = False) -> Iterator[tuple[Session, Casework]]:
    """The open workspace (or a new one) and its casebook, for the length of one command."""
    with looking(workspace, new=new) as session:
        desk = session.casework()
        try:
            yield session, desk
        finally:
            desk.close()


def in_ledger(session: Session, desk: Casework, act: str, what: Mapping[str, Any], why: str = "") -> None:
    """Writes in the ledger that an act was done, and how far the casebook's own chain had come.

    The reason of an act that changes a case stays in the casebook, where it can be destroyed when its term is over; the
    ledger names the act, so that `schakel audit` finds it. Why names were opened (`why`) stands in the ledger itself, also
    in a case: it says so as long as it says that they were.
    The ledger so vouches for the casebook: a chain that was rewritten no longer has the hash that stands here.
    """
    number, head = desk.head()
    session.ledger.add(
        act,
        inputs=dict(what),
        outputs={"casebook": {"act": number, "hash": head}},
        settings={"why": why, "at": origin()},
    )
