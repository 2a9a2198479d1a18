"""The casebook's chain: whatever is changed in it afterwards is found."""

from pathlib import Path

import pytest
from sqlalchemy import text

from schakel.store.casebook.acts import GENESIS, Deed, Signature, check_chain, write_act
from schakel.store.casebook.engine import open_database
from tests.store.casebooks import book_at, new_case


def filled(where: Path | str) -> None:
    with book_at(where) as book:
        case = book.by("solo").open_case(new_case(), "test")[0].case_id
        for number in range(4):
            book.by("solo").note(case, f"note {number}")


def check_after(where: Path | str, *statements: str):  # type: ignore[no-untyped-def]
    database = open_database(where)
    with database.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
        report = check_chain(connection)
    database.dispose()
    return report


def test_a_chain_holds(where: Path | str) -> None:
    filled(where)
    report = check_after(where)
    assert (report.acts, report.holds) == (5, True)
    assert report.head != GENESIS


@pytest.mark.parametrize(
    ("statement", "act"),
    [
        ("UPDATE acts SET who = 'nobody' WHERE act_no = 3", 3),
        ("UPDATE acts SET at = '2020-01-01T00:00:00Z' WHERE act_no = 3", 3),
        ("UPDATE acts SET case_id = NULL WHERE act_no = 3", 3),
        ("UPDATE acts SET payload = replace(payload, 'note 1', 'note 9') WHERE act_no = 3", 3),
        ("UPDATE acts SET hash = previous WHERE act_no = 3", 3),
        ("UPDATE acts SET payload = NULL WHERE act_no = 3", 3),
        ("DELETE FROM acts WHERE act_no = 3", 4),
    ],
)
def test_any_change_is_found_and_named(where: Path | str, statement: str, act: int) -> None:
    filled(where)
    report = check_after(where, statement)
    assert not report.holds
    assert f"act {act}" in report.broken.lower()


def test_an_act_made_again_with_its_own_hash_breaks_the_next(where: Path | str) -> None:
    filled(where)
    database = open_database(where)
    with database.begin() as connection:
        connection.execute(text("DELETE FROM acts WHERE act_no >= 4"))
        write_act(connection, Signature("forger", "x", "2026-01-02T03:04:05Z"), Deed("note"))
        forged = check_chain(connection)
    database.dispose()
    # Rewriting the end of the chain cannot be seen in the chain alone: that is what checkpoints are for.
    assert forged.holds
    assert forged.acts == 4
