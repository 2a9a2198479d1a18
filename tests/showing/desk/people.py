"""The people of the casebook tests at a desk, each with a password or a token."""

from datetime import UTC, datetime
from pathlib import Path

from schakel.showing.desk.app import open_desk
from schakel.showing.desk.desk import Desk
from schakel.store.casebook.acts import Signature
from schakel.store.workspace import Workspace
from tests.store.casebooks import PEOPLE

PASSWORD = "four words and a goat"  # noqa: S105 - made up, of people who are made up


def NOW() -> datetime:  # noqa: N802 - reads as the moment it is
    return datetime.now(UTC)


def desk_with_people(workspace: Workspace, *with_password: str, book: Path | str = "") -> Desk:
    """A desk whose casebook has everybody of the casebook tests; those named can log in."""
    desk = open_desk(workspace, "tester", book)
    admin = desk.book.casework("adam", "test")
    for person in PEOPLE:
        admin.add_person(person)
    for name in with_password:
        desk.book.passwords.set(Signature("adam", "test", "2026-01-02T03:04:05Z"), name, PASSWORD)
    return desk
