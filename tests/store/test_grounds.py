"""Grounds: what they carry, and that nothing outside their scope is allowed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from schakel.records.errors import SettingsError
from schakel.records.grounds import Ground, Scope, Use
from schakel.store.casebook.casework import Casework
from schakel.store.casebook.grounds import ground_data
from tests.store.casebooks import Book, book_at, new_case

WHOLE = Ground(
    "A-1",
    "wpg-9",
    "J. Smit",
    "file 12, page 3",
    Scope(("import", "collect", "identify")),
    date(2026, 1, 1),
    date(2026, 3, 1),
)
IDENTIFY = Use("identify", frozenset({"c_1", "Marktplein"}), frozenset({"mdma"}), "s_1")


@pytest.fixture
def book(where: Path | str) -> Iterator[Book]:
    with book_at(where) as book:
        yield book


def entered(book: Book, **scope: tuple[str, ...]) -> Casework:
    desk = book.by("solo")
    desk.enter_ground(replace(WHOLE, scope=replace(WHOLE.scope, **scope)))
    return desk


def test_within_its_scope_it_permits_and_that_is_an_act(book: Book) -> None:
    desk = entered(book)
    case = desk.open_case(new_case(), "test")[0].case_id
    assert desk.use_ground("A-1", IDENTIFY, "who is it", case).officer == "J. Smit"
    (act,) = [act for act in desk.log() if act.act == "use-identify"]
    assert (act.case_id, act.why) == (case, "who is it")
    assert desk.grounds()[0].scope == WHOLE.scope


@pytest.mark.parametrize(
    ("scope", "use", "word"),
    [
        ({"acts": ("import",)}, IDENTIFY, "not identify"),
        ({"chats": ("c_9",)}, IDENTIFY, "none of the chats"),
        ({"commodities": ("firearms",)}, IDENTIFY, "about firearms"),
        ({"sellers": ("s_2",)}, IDENTIFY, "other sellers"),
        ({"chats": ("c_1",)}, Use("collect", frozenset({"c_1", "c_2"})), "c_2"),
    ],
)
def test_outside_its_scope_it_refuses_in_words(
    book: Book, scope: dict[str, tuple[str, ...]], use: Use, word: str
) -> None:
    desk = entered(book, **scope)
    before = desk.check().acts
    with pytest.raises(SettingsError) as told:
        desk.use_ground("A-1", use, "why")
    assert word in told.value.happened
    assert "J. Smit" in told.value.todo
    assert desk.check().acts == before


@pytest.mark.parametrize(
    ("scope", "use"),
    [
        ({"chats": ("Marktplein",)}, IDENTIFY),
        ({"commodities": ("cocaine", "mdma")}, IDENTIFY),
        ({"chats": ("c_1", "c_2")}, Use("collect", frozenset({"c_1"}))),
        ({"chats": ("c_1",), "commodities": ("mdma",)}, Use("import")),
    ],
)
def test_what_its_scope_names_is_allowed(book: Book, scope: dict[str, tuple[str, ...]], use: Use) -> None:
    assert entered(book, **scope).use_ground("A-1", use, "why")


@pytest.mark.parametrize("day", [datetime(2025, 12, 31, tzinfo=UTC), datetime(2026, 3, 2, tzinfo=UTC)])
def test_before_and_after_its_days_it_refuses(where: Path | str, day: datetime) -> None:
    desk = Casework(where, "solo", "test", now=lambda: day)
    desk.enter_ground(WHOLE)
    with pytest.raises(SettingsError, match="it runs from"):
        desk.use_ground("A-1", IDENTIFY, "why")
    desk.close()


def test_revoked_is_over_and_cannot_be_given_again(book: Book) -> None:
    desk = entered(book)
    desk.revoke_ground("A-1", "suspicion lifted")
    with pytest.raises(SettingsError, match="revoked"):
        desk.use_ground("A-1", IDENTIFY, "why")
    with pytest.raises(SettingsError, match="revoked before"):
        desk.revoke_ground("A-1", "again")
    with pytest.raises(SettingsError, match="already"):
        desk.enter_ground(WHOLE)


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"basis": "because"}, "no basis"),
        ({"basis": "research"}, "not identify"),
        ({"scope": Scope(())}, "nothing at all"),
        ({"valid_until": date(2025, 1, 1)}, "ends after it begins"),
        ({"basis": "sv-126j", "valid_until": date(2026, 12, 1)}, "at most 92 days"),
        ({"officer": " "}, "officer"),
        ({"reference": ""}, "officer"),
    ],
)
def test_what_the_law_does_not_carry_is_not_written_down(
    book: Book, changes: dict[str, Any], word: str
) -> None:
    with pytest.raises(SettingsError) as told:
        book.by("solo").enter_ground(replace(WHOLE, **changes))
    assert word in told.value.diagnostics()
    assert book.by("solo").grounds() == []


def test_only_an_officer_authorises_and_only_who_works_on_cases_uses_it(book: Book) -> None:
    book.staffed()
    for name in ("anna", "lena", "petra", "adele", "adam"):
        with pytest.raises(SettingsError, match="may not"):
            book.by(name).enter_ground(WHOLE)
    book.by("oscar").enter_ground(WHOLE)
    for name in ("petra", "oscar", "adele", "adam"):
        with pytest.raises(SettingsError, match="may not"):
            book.by(name).use_ground("A-1", IDENTIFY, "why")
    assert book.by("anna").use_ground("A-1", IDENTIFY, "why")
    hidden = book.by("lena").open_case(new_case(level="restricted"), "test")[0].case_id
    with pytest.raises(SettingsError, match="no case"):
        book.by("otto").use_ground("A-1", IDENTIFY, "why", hidden)


def test_every_basis_has_a_term_and_none_is_said_to_be_verified() -> None:
    data = ground_data()
    assert data["verified"] is False
    for basis in data["basis"].values():
        assert basis["term"] in data["term"]
    for term in data["term"].values():
        assert term["source"]
