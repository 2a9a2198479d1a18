"""Who may know of a case: handing it to another unit, letting people in and out, restricting it."""

from sqlalchemy import delete, insert

from schakel.records.casework import Change
from schakel.records.errors import SettingsError, UsageError
from schakel.store.casebook.acts import Deed
from schakel.store.casebook.case_file import readers_of
from schakel.store.casebook.case_schema import case_readers
from schakel.store.casebook.case_writing import (
    Writing,
    can_own,
    change,
    is_known,
    open_for,
    said,
    somebody_in,
    stay_inside,
    words_for_judging,
    write_verdict,
)


def hand_over(
    w: Writing, case_id: str, unit: str, why: str, receiver: str | None = None, seen: int | None = None
) -> None:
    """Gives a case to another unit, with its whole history. Who worked on it here sees it no longer.

    A restricted case is handed to a person: without one nobody could see it.
    """
    case = open_for(w, case_id, "hand-over", seen)
    said(why, "A hand-over")
    if unit == case.unit:
        raise SettingsError(f"The case is with {unit} already.", means="Nothing was changed.")
    somebody_in(w, unit)
    if receiver is not None:
        can_own(w, receiver, unit)
    elif case.level == "restricted":
        raise SettingsError(
            "A restricted case is handed to a person.",
            means="Nothing was changed.",
            todo="Add --receiver NAME.",
        )
    write_verdict(w, case, "handed-over", why, "verdict")
    changes = [Change("unit", case.unit, unit), Change("owner", case.owner, receiver)]
    if case.state != "new":
        changes.append(Change("state", case.state, "new"))
    change(w, Deed("hand-over", case_id, changes, why))
    w.connection.execute(delete(case_readers).where(case_readers.c.case_id == case_id))


def let_in(w: Writing, case_id: str, reader: str, why: str) -> None:
    """Lets a person, or a whole unit (`unit:NAME`), read a case."""
    open_for(w, case_id, "let-in")
    said(why, "Letting somebody in")
    if reader in readers_of(w.connection, case_id):
        return
    if not reader.startswith("unit:"):
        is_known(w, reader)
    change(w, Deed("let-in", case_id, (Change("reader", None, reader),), why))
    w.connection.execute(insert(case_readers).values(case_id=case_id, reader=reader))


def put_out(w: Writing, case_id: str, reader: str, why: str) -> None:
    """Takes back that somebody may read a case."""
    open_for(w, case_id, "let-in")
    if reader not in readers_of(w.connection, case_id):
        raise SettingsError(f"{reader[:60]} was not let in.", means="Nothing was changed.")
    change(w, Deed("put-out", case_id, (Change("reader", reader, None),), why))
    w.connection.execute(
        delete(case_readers).where(case_readers.c.case_id == case_id, case_readers.c.reader == reader)
    )


def restrict(w: Writing, case_id: str, level: str, why: str, seen: int | None = None) -> None:
    """Makes a case restricted (only its owner and those let in know of it), or open to its unit again."""
    case = open_for(w, case_id, "restrict", seen)
    if level not in ("unit", "restricted"):
        raise UsageError(f'There is no level "{level[:40]}".', todo="Levels are: unit, restricted.")
    said(why, "Changing who may know of a case")
    change(w, Deed("restrict", case_id, (Change("level", case.level, level),), why))
    if level == "restricted":
        stay_inside(w, case_id, case.owner)
    else:
        words_for_judging(w, case)
