"""Terms: what is due on which day, and what is left of a case that was destroyed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from schakel.records.errors import SettingsError
from schakel.records.grounds import Due, Ground, Held, Scope, Use
from schakel.store.casebook.book import Casebook
from schakel.store.casebook.casework import Casework
from schakel.store.casebook.grounds import ground_data
from tests.store.casebooks import Book, book_at, new_case

SEALED = date(2026, 1, 1)
TERM = ground_data()["term"]


def ground(basis: str) -> Ground:
    until = SEALED + timedelta(days=30)
    return Ground(f"A-{basis}", basis, "J. Smit", "file 12", Scope(("import",)), SEALED, until)


def held(name: str, basis: str = "", removed: date | None = None) -> Held:
    return Held(name, f"{name}.json", 1, SEALED, f"A-{basis}" if basis else "", removed)


@pytest.fixture
def book(where: Path | str) -> Iterator[Book]:
    with book_at(where) as book:
        yield book


def due(desk: Casework, *files: Held, day: date) -> dict[str, str]:
    return {one.what: one.action for one in desk.due(files, day)}


@pytest.mark.parametrize("basis", sorted(ground_data()["basis"]))
def test_every_basis_has_its_day(book: Book, basis: str) -> None:
    desk, term = book.by("solo"), TERM[ground_data()["basis"][basis]["term"]]
    desk.enter_ground(ground(basis))
    over = SEALED + timedelta(days=term["remove_after"])
    assert due(desk, held("f", basis), day=over - timedelta(days=1)) == {}
    first = "destroy" if term["destroy_after"] == 0 else "remove"
    assert due(desk, held("f", basis), day=over) == {"f": first}
    gone = over + timedelta(days=term["destroy_after"])
    if first == "remove":
        assert due(desk, held("f", basis, over), day=gone - timedelta(days=1)) == {}
        assert due(desk, held("f", basis, over), day=gone) == {"f": "destroy"}


def test_a_file_without_a_known_ground_is_due_by_its_own_term(book: Book) -> None:
    over = SEALED + timedelta(days=TERM["unknown"]["remove_after"])
    (found,) = book.by("solo").due([held("f"), held("g", "never-entered")][:1], over)
    assert (found.basis, found.term, found.since) == ("none", "unknown", over)


def test_what_somebody_keeps_for_a_reason_is_due_later(book: Book) -> None:
    desk, over = book.by("solo"), SEALED + timedelta(days=TERM["unknown"]["remove_after"])
    with pytest.raises(SettingsError, match="needs a reason"):
        desk.keep_longer("f", over, " ")
    desk.keep_longer("f", over + timedelta(days=10), "appeal")
    assert due(desk, held("f"), day=over + timedelta(days=9)) == {}
    assert due(desk, held("f"), day=over + timedelta(days=10)) == {"f": "destroy"}
    assert desk.log()[-1].why == "appeal"


def closed_case(where: Path | str, ground_id: str = "") -> str:
    desk = Casework(where, "solo", "test", now=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    case = desk.open_case(new_case(), "looks dangerous")[0].case_id
    desk.note(case, "Piet de Vries, red car")
    desk.task(case, "call Piet")
    desk.hours(case, "tactical", 50, SEALED)
    if ground_id:
        scope = Scope(("identify",))
        desk.enter_ground(Ground(ground_id, "wpg-9", "J. Smit", "p. 3", scope, SEALED, SEALED))
        desk.use_ground(ground_id, Use("identify"), "who is Piet", case)
    desk.verdict(case, "real", "Piet sold one")
    desk.close_case(case, "identified", "Piet was arrested")
    desk.close()
    return case


def test_a_closed_case_is_removed_then_destroyed_and_the_chain_holds(where: Path | str) -> None:
    case = closed_case(where, "A-9")
    with book_at(where) as book:
        desk = book.by("solo")
        over = SEALED + timedelta(days=TERM["wpg-9"]["remove_after_closing"])
        assert due(desk, day=over - timedelta(days=1)) == {}
        (first,) = desk.due([], over)
        assert (first.what, first.action, first.basis, first.ground_id) == (case, "remove", "wpg-9", "A-9")
        desk.end_case(first)
        with pytest.raises(SettingsError, match="no case"):
            desk.file(case)
        assert desk.cases() == []
        removed = date.fromisoformat(desk.log()[-1].at[:10])
        (last,) = desk.due([], removed + timedelta(days=TERM["wpg-9"]["destroy_after"]))
        assert last.action == "destroy"
        desk.end_case(last)
        assert desk.check().holds
        assert desk.due([], date(2099, 1, 1)) == []
        log = desk.log()
        assert "Piet" not in repr(log)
        assert all(act.destroyed == (act.case_id == case) for act in log)
        (outcome,) = desk.outcomes()
        assert (outcome.spent["tactical"], outcome.verdicts) == (50.0, ("real", "identified"))
        words = Casebook(where)
        assert "Piet" not in repr(words.all_verdicts())
        words.close()


def test_no_word_of_a_destroyed_case_is_left_in_the_file(tmp_path: Path) -> None:
    case = closed_case(tmp_path / "book.db")
    with book_at(tmp_path / "book.db") as book:
        assert book.by("other").cases()  # somebody else has the book open
        book.by("solo").end_case(Due("case", case, case, "destroy", SEALED, "none", "unknown"))
        left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"Piet" not in left
    assert case.encode() in left


def test_only_an_officer_removes_and_only_who_may_know_sees_what_is_due(book: Book) -> None:
    book.staffed()
    for name in ("anna", "lena", "petra", "adam"):
        with pytest.raises(SettingsError, match="may not"):
            book.by(name).due([], SEALED)
    for name in ("anna", "lena", "petra", "adam", "adele"):
        with pytest.raises(SettingsError, match="may not"):
            book.by(name).must("apply-terms")
        with pytest.raises(SettingsError, match="may not"):
            book.by(name).keep_longer("f", SEALED, "why")
    assert book.by("adele").due([], SEALED) == []
    book.by("oscar").must("apply-terms")
