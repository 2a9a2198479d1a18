"""A page that has not changed is not opened again, and the answer is the same as if it had been."""

from collections.abc import Callable
from pathlib import Path

import pytest

from schakel.intake import page_heads, paged_chats
from schakel.intake.desktop_html import sampling
from tests.intake.conftest import Desk
from tests.intake.exports import chat, write_json
from tests.intake.test_paged_chats import chats_of, in_json, page, row

NewDesk = Callable[..., Desk]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are opened to learn which chat they are, by their sha256, each time anew."""
    found: list[str] = []

    def told(read: Callable[..., object]) -> Callable[..., object]:
        def reads(path: Path, *most: int | None) -> object:
            found.append(path.name)
            return read(path, *most)

        return reads

    monkeypatch.setattr(page_heads, "title_of", told(sampling.title_of))
    monkeypatch.setattr(page_heads, "first_message", told(sampling.first_message))
    monkeypatch.setattr(paged_chats, "sample_page", told(sampling.sample_page))
    return found


def exports(top: Path) -> list[Path]:
    """A chat in two folders of pages and in JSON, and another chat of the same title."""
    return [
        page(top / "one", row(1) + row(2)),
        page(top / "two", row(2) + row(3)),
        page(top / "other", row(1, "another chat of that name")),
        write_json(top / "json", chat([in_json(n) for n in range(1, 4)])).parent,
    ]


def test_a_run_with_nothing_new_opens_no_page_and_says_the_same(
    new_desk: NewDesk, tmp_path: Path, opened: list[str]
) -> None:
    brought, keeping, plain = exports(tmp_path / "in"), new_desk("keeping"), new_desk("plain")
    keeping.keep = True
    first = keeping.take(*brought)
    before = keeping.digests()
    assert len(set(opened)) == 3
    opened.clear()
    again = keeping.take(*brought)
    assert not opened
    assert keeping.digests() == before
    assert again.notes == first.notes
    plain.take(*brought)
    assert plain.take(*brought).notes == again.notes
    assert plain.digests() == before


def test_only_a_page_that_is_new_is_opened(desk: Desk, tmp_path: Path, opened: list[str]) -> None:
    desk.keep = True
    desk.take(page(tmp_path / "export", row(1) + row(2)))
    known = set(opened)
    opened.clear()
    desk.take(page(tmp_path / "export", row(3), name="messages2.html"))
    assert opened
    assert known.isdisjoint(opened)
    assert [sorted(numbers) for numbers in chats_of(desk).values()] == [[1, 2, 3]]


def test_an_export_that_tells_the_number_later_is_heard(desk: Desk, tmp_path: Path) -> None:
    desk.keep = True
    desk.take(page(tmp_path / "pages", row(1) + row(2)))
    (alone,) = chats_of(desk)
    desk.take(write_json(tmp_path / "json", chat([in_json(1), in_json(2)])))
    (known,) = chats_of(desk)
    assert known != alone
    assert [one["chat_tg_id"] for one in desk.rows("chats")] == [1000000001]
