from collections.abc import Iterator
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import pytest

from schakel.records.errors import SettingsError
from schakel.store.casebook.book import Casebook

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    book = Casebook(tmp_path / "book.db")
    yield book
    book.close()


def word(book: Casebook, subject: str, answer: str, other: str | None = None) -> int:
    return book.add_verdict(subject, answer, other=other, by="tester", at=AT, why="seen").verdict_id  # type: ignore[arg-type]


def test_the_newest_word_is_in_force(book: Casebook) -> None:
    word(book, "s_1", "ghost")
    word(book, "s_2", "real")
    word(book, "s_1", "real")
    assert [(v.subject, v.answer) for v in book.in_force()] == [("s_2", "real"), ("s_1", "real")]
    assert len(book.all_verdicts()) == 3


def test_a_pair_is_the_same_both_ways(book: Casebook) -> None:
    word(book, "a_1", "same", "a_2")
    word(book, "a_2", "not-same", "a_1")
    assert [v.answer for v in book.in_force()] == ["not-same"]


def test_undo_is_one_more_row_and_the_word_before_counts_again(book: Casebook) -> None:
    word(book, "s_1", "ghost")
    second = word(book, "s_1", "real")
    book.undo(second, by="tester", at=AT, why="wrong file")
    assert [v.answer for v in book.in_force()] == ["ghost"]
    assert len(book.all_verdicts()) == 3


def test_what_cannot_be_undone_says_so(book: Casebook) -> None:
    first = word(book, "s_1", "ghost")
    undone = book.undo(first, by="tester", at=AT, why="")
    for number in (first, undone.verdict_id, 99):
        with pytest.raises(SettingsError):
            book.undo(number, by="tester", at=AT, why="")


def test_it_is_there_after_a_restart(book: Casebook, tmp_path: Path) -> None:
    word(book, "s_1", "ghost")
    book.close()
    again = Casebook(tmp_path / "book.db")
    assert len(again.in_force()) == 1
    again.close()


def write_many(path: Path) -> None:
    book = Casebook(path)
    for number in range(40):
        word(book, f"s_{number}", "real")
    book.close()


def test_four_writers_lose_nothing(book: Casebook, tmp_path: Path) -> None:
    context = get_context("spawn")
    writers = [context.Process(target=write_many, args=(tmp_path / "book.db",)) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0, 0]
    assert len(book.all_verdicts()) == 160
