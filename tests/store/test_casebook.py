from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import pytest

from schakel.records.errors import SettingsError
from schakel.store.casebook.book import Casebook

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def word(book: Casebook, subject: str, answer: str, other: str | None = None) -> int:
    return book.add_verdict(subject, answer, other=other, by="tester", at=AT, why="seen").verdict_id  # type: ignore[arg-type]


def test_the_newest_word_is_in_force(tmp_path: Path) -> None:
    book = Casebook(tmp_path / "book.db")
    word(book, "s_1", "ghost")
    word(book, "s_2", "real")
    word(book, "s_1", "real")
    assert [(v.subject, v.answer) for v in book.in_force()] == [("s_2", "real"), ("s_1", "real")]
    assert len(book.all_verdicts()) == 3


def test_a_pair_is_the_same_both_ways(tmp_path: Path) -> None:
    book = Casebook(tmp_path / "book.db")
    word(book, "a_1", "same", "a_2")
    word(book, "a_2", "not-same", "a_1")
    assert [v.answer for v in book.in_force()] == ["not-same"]


def test_undo_is_one_more_row_and_the_word_before_counts_again(tmp_path: Path) -> None:
    book = Casebook(tmp_path / "book.db")
    word(book, "s_1", "ghost")
    second = word(book, "s_1", "real")
    book.undo(second, by="tester", at=AT, why="wrong file")
    assert [v.answer for v in book.in_force()] == ["ghost"]
    assert len(book.all_verdicts()) == 3


def test_what_cannot_be_undone_says_so(tmp_path: Path) -> None:
    book = Casebook(tmp_path / "book.db")
    first = word(book, "s_1", "ghost")
    undone = book.undo(first, by="tester", at=AT, why="")
    for number in (first, undone.verdict_id, 99):
        with pytest.raises(SettingsError):
            book.undo(number, by="tester", at=AT, why="")


def test_it_is_there_after_a_restart(tmp_path: Path) -> None:
    word(Casebook(tmp_path / "book.db"), "s_1", "ghost")
    assert len(Casebook(tmp_path / "book.db").in_force()) == 1


def write_many(path: Path) -> None:
    book = Casebook(path)
    for number in range(40):
        word(book, f"s_{number}", "real")


def test_four_writers_lose_nothing(tmp_path: Path) -> None:
    Casebook(tmp_path / "book.db").close()
    context = get_context("spawn")
    writers = [context.Process(target=write_many, args=(tmp_path / "book.db",)) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0, 0]
    assert len(Casebook(tmp_path / "book.db").all_verdicts()) == 160
