from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest

from schakel.records.errors import SettingsError
from schakel.records.interventions import Intervention, Target
from schakel.records.times import written_utc
from schakel.store.casebook.book import Casebook
from schakel.store.casebook.interventions import InterventionBook

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
DAYS = (date(2022, 11, 12), date(2022, 11, 13))
CHAT = Target("chat", "c_1")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[InterventionBook]:
    book = InterventionBook(tmp_path / "book.db")
    yield book
    book.close()


def add(book: InterventionBook, *targets: Target) -> Intervention:
    return book.add(
        Intervention(
            0, "warning", *DAYS, targets or (CHAT,), "press", "raid", None, "tester", written_utc(AT), ""
        )
    )


def test_what_was_written_is_read_again(book: InterventionBook) -> None:
    aims = (Target("seller", "s_1"), Target("account", "a_2", "s_1"), Target("account", "a_1", "s_1"))
    made = add(book, *aims)
    assert book.all_rows() == [made]
    assert made.targets == (aims[2], aims[1], aims[0])
    assert made.of("account") == ("a_1", "a_2")
    assert (made.by, made.at, made.source) == ("tester", "2026-01-02T03:04:05Z", "press")


def test_an_undo_is_one_more_row(book: InterventionBook) -> None:
    first, second = add(book), add(book, Target("chat", "c_2"))
    undone = book.undo(first.intervention_id, by="other", at=AT, why="wrong chat")
    assert undone.undoes == first.intervention_id
    assert book.in_force() == [second]
    assert book.all_rows() == [first, second, undone]


def test_the_same_is_written_down_once(book: InterventionBook) -> None:
    first = add(book, CHAT, Target("account", "a_1", "s_1"))
    with pytest.raises(SettingsError, match="stands already, as intervention 1, written down by tester"):
        add(book, Target("account", "a_1", "s_2"), CHAT)
    assert book.all_rows() == [first]
    others = [
        replace(first, kind="ban"),
        replace(first, ended_on=first.ended_on + timedelta(days=1)),
        replace(first, targets=(CHAT,)),
        replace(first, title="the second raid"),
        replace(first, message_id="m_1"),
    ]
    for number, other in enumerate(others, 2):
        assert book.add(other).intervention_id == number
    book.undo(1, by="other", at=AT, why="wrong day")
    assert book.add(first).intervention_id == len(others) + 3


def test_what_cannot_be_undone_says_so(book: InterventionBook) -> None:
    first = add(book)
    undone = book.undo(first.intervention_id, by="other", at=AT, why="")
    for number in (first.intervention_id, undone.intervention_id, 99):
        with pytest.raises(SettingsError):
            book.undo(number, by="other", at=AT, why="")


def test_a_casebook_from_before_has_the_pages_too(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = Casebook(path)
    old.add_verdict("s_1", "ghost", other=None, by="tester", at=AT, why="")
    old.close()
    book = InterventionBook(path)
    add(book)
    assert len(book.in_force()) == 1
    book.close()
    again = Casebook(path)
    assert len(again.in_force()) == 1
    again.close()


@pytest.mark.parametrize(
    ("kind", "days", "targets"),
    [("raid", DAYS, (CHAT,)), ("arrest", DAYS[::-1], (CHAT,)), ("arrest", DAYS, ())],
)
def test_a_senseless_intervention_cannot_be_built(
    kind: str, days: tuple[date, date], targets: tuple[Target, ...]
) -> None:
    with pytest.raises(ValueError, match="an intervention"):
        Intervention(1, kind, *days, targets, "", "", None, "", "", "")  # type: ignore[arg-type]


def at_once(where: Path | str, act: Callable[[InterventionBook], object]) -> list[str]:
    """What came of two writers who do the same in the same moment, each with a connection of its own: done, or refused."""
    start = Barrier(2)

    def one_of_them(book: InterventionBook) -> str:
        start.wait()
        try:
            act(book)
        except SettingsError:
            return "refused"
        return "done"

    books = [InterventionBook(where), InterventionBook(where)]
    with ThreadPoolExecutor(2) as pool:
        came = list(pool.map(one_of_them, books))
    for book in books:
        book.close()
    return sorted(came)


@pytest.mark.parametrize("_again", range(5))
def test_of_two_who_write_the_same_at_once_one_is_refused(where: Path | str, _again: int) -> None:
    assert at_once(where, add) == ["done", "refused"]
    assert at_once(where, lambda book: book.undo(1, by="other", at=AT, why="")) == ["done", "refused"]
    book = InterventionBook(where)
    assert [row.undoes for row in book.all_rows()] == [None, 1]
    book.close()
