"""A session to collect in: it needs a ground, and without one nothing is made, not even a workspace."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from schakel.custody.ledger import Ledger
from schakel.records.errors import SettingsError
from schakel.records.grounds import Ground
from schakel.showing.cli.session import Session, casebook_of, looking, origin, who
from schakel.showing.permits import Asking
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace

Permit = Callable[[Asking], Ground]


@contextmanager
def collecting_in(root: Path, permit: Permit) -> Iterator[tuple[Session, Ground]]:
    """A session for whoever may collect, and the ground; SettingsError, in the ledger if there is one, where there is none.

    Where there is no workspace yet, it is made once a casebook elsewhere (SCHAKEL_CASEBOOK) holds the ground.
    """
    place = Workspace(root.absolute())
    if place.ledger.exists() or place.casebook.exists():
        with looking(root, new=True) as session:
            session.must("intake")
            yield session, permit(session.asking())
        return
    ground = _of_another_casebook(place, permit)
    with looking(root, new=True) as session:
        session.must("intake")
        yield session, ground


def _of_another_casebook(place: Workspace, permit: Permit) -> Ground:
    """The ground in a casebook that does not lie in the workspace, of which nothing is there yet."""
    book = casebook_of(place)
    if book == place.casebook:
        raise SettingsError(
            f"There is no workspace at {place.root}, so there is no authorisation in it.",
            means="Nothing is collected without a written authorisation. Nothing was asked for, and nothing was made.",
            todo="Write one down with schakel authorise add ID --acts collect --chats NAME,NAME -w WORKSPACE (its help shows "
            "the rest), and name it with --authorisation ID.",
        )
    from schakel.store.casebook.casework import Casework  # noqa: PLC0415 - a quarter of a second

    with TemporaryDirectory() as nowhere:
        ledger = Ledger(Path(nowhere) / "ledger.jsonl", who())
        tools = DuckDBEngine(place, workers=Workers(1))
        desk = Casework(book, who(), origin())
        try:
            desk.must("intake")  # before the use of a ground is written down, and before anything is made
        finally:
            desk.close()
        return permit(Asking(place, tools, ledger, lambda: Casework(book, who(), origin()), origin()))
