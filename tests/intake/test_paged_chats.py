"""Pages tell no number of their chat: which chat they are is proven by what they hold, or they stay apart."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from schakel.intake.desktop_html.sampling import same_moment
from tests.intake.conftest import Desk
from tests.intake.exports import chat, html_page, html_row, html_service, message, write_json

NewDesk = Callable[..., Desk]


def page(folder: Path, rows: str, title: str = "Market", name: str = "messages.html") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(html_page(rows, title), encoding="utf-8")
    return folder


def row(number: int, text: str = "", zone: int = 2, name: str = "Ann") -> str:
    """A message of a chat at its own moment, as an export made in a zone shows it."""
    minutes = 10 + number
    return html_row(
        number, text or f"words {number}", name, f"02.01.2026 {10 + zone:02d}:{minutes}:07 UTC+{zone:02d}:00"
    )


def in_json(number: int, **fields: Any) -> dict[str, Any]:
    """The same message in a JSON export."""
    return message(
        number,
        **{
            "text": f"words {number}",
            "date": f"2026-01-02T12:{10 + number}:07",
            "date_unixtime": str(1767348607 + 60 * number),
            **fields,
        },
    )


def chats_of(desk: Desk) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for one in desk.rows():
        found.setdefault(one["chat_id"], set()).add(one["tg_id"])
    return found


def test_a_chat_in_both_formats_is_one_with_the_rows_of_json(desk: Desk, tmp_path: Path) -> None:
    # (the page is smaller than the JSON beside it, and shows an edited message without the moment of its edit)
    folder = page(tmp_path / "export", "".join(row(n) for n in range(1, 6)))
    edited = in_json(3, edited="2026-01-02T13:00:00", edited_unixtime="1767351600")
    write_json(folder, chat([in_json(1), in_json(2), edited, in_json(4), in_json(5)]))
    summary = desk.take(folder)
    assert (summary.records, summary.new_messages, summary.known, summary.messages) == (10, 5, 5, 5)
    assert [one["title"] for one in desk.rows("chats")] == ["Market"]
    assert {one["account_tg_id"] for one in desk.rows()} == {78}
    assert [note for note in summary.notes if "'Market'" in note and "one chat" in note]


@pytest.mark.parametrize("earlier", ["json", "pages"])
def test_both_formats_brought_one_after_the_other_are_one(desk: Desk, tmp_path: Path, earlier: str) -> None:
    pages = page(tmp_path / "pages", "".join(row(n) for n in range(1, 6)))
    export = write_json(tmp_path / "json", chat([in_json(n) for n in range(1, 6)]))
    for path in (export, pages) if earlier == "json" else (pages, export):
        summary = desk.take(path)
    assert summary.messages == 5
    assert [one["chat_tg_id"] for one in desk.rows("chats")] == [1000000001]


@pytest.mark.parametrize(
    "rows",
    [
        "".join(row(n, f"other words {n}") for n in range(1, 6)),  # other texts
        "".join(html_row(n, f"words {n}") for n in range(1, 6)),  # other moments
        "".join(row(n) for n in (20, 21)),  # numbers that the other does not have
    ],
)
def test_the_name_alone_makes_no_chat_one(desk: Desk, tmp_path: Path, rows: str) -> None:
    folder = page(tmp_path / "export", rows)
    write_json(folder, chat([in_json(n) for n in range(1, 6)]))
    summary = desk.take(folder)
    assert len(chats_of(desk)) == 2
    assert [note for note in summary.notes if "'Market'" in note and "kept apart" in note]


def test_two_folders_with_one_title_are_two_chats(desk: Desk, tmp_path: Path) -> None:
    top = tmp_path / "account"
    page(top / "chats" / "chat_001", row(1, "coke for sale"))
    page(top / "chats" / "chat_002", row(1, "who has coke") + row(2))
    summary = desk.take(top)
    assert sorted(map(sorted, chats_of(desk).values())) == [[1], [1, 2]]
    assert len({one["account_id"] for one in desk.rows()}) == 2
    assert [note for note in summary.notes if "kept apart" in note]


def test_pages_of_one_folder_are_one_chat_also_named_one_by_one(new_desk: NewDesk, tmp_path: Path) -> None:
    folder = page(tmp_path / "export", row(1))
    page(folder, row(2), name="messages2.html")
    whole, single = new_desk("whole"), new_desk("single")
    whole.take(folder)
    single.take(folder / "messages2.html", folder / "messages.html")
    assert chats_of(whole) == chats_of(single)
    assert [sorted(numbers) for numbers in chats_of(whole).values()] == [[1, 2]]


def test_the_id_is_the_same_from_elsewhere_grown_and_in_any_order(new_desk: NewDesk, tmp_path: Path) -> None:
    brought = [
        page(tmp_path / "one", html_service(-1, "2 January 2026") + row(1) + row(2)),
        page(tmp_path / "two", html_service(-1, "2 January 2026") + row(1, zone=5) + row(2, zone=5) + row(3)),
        page(tmp_path / "other", row(1, "another chat of that name")),
    ]
    first = new_desk("first")
    first.take(brought[0])
    (known,) = chats_of(first)
    for number, order in enumerate(permutations(brought)):
        desk = new_desk(f"desk{number}")
        for path in order:
            desk.take(path)
        assert chats_of(desk)[known] == {1, 2, 3}
        assert len(chats_of(desk)) == 2


def test_a_page_that_was_taken_for_a_chat_alone_is_found_in_one_that_comes_later(
    desk: Desk, tmp_path: Path
) -> None:
    for name, numbers in (("one", (1, 2)), ("two", (2, 3)), ("three", (3, 4))):
        desk.take(page(tmp_path / name, "".join(row(n) for n in numbers)))
    assert [sorted(numbers) for numbers in chats_of(desk).values()] == [[1, 2, 3, 4]]
    assert desk.take(tmp_path / "two").known == 2


def test_clocks_of_two_zones_may_show_one_moment() -> None:
    assert same_moment(0, 3600)
    assert same_moment(0, -45 * 60)
    assert not same_moment(0, 3601)
    assert not same_moment(0, 27 * 3600)


def wordless(number: int) -> str:
    return html_row(number, "", "Ann", f"02.01.2026 12:{10 + number}:07 UTC+02:00")


def later(number: int) -> str:
    """A message with the words of another export at another moment."""
    return html_row(number, f"words {number}", "Ann", f"02.01.2026 12:{10 + number}:08 UTC+02:00")


def edited(number: int) -> str:
    return row(number, f"other words {number}")


@pytest.mark.parametrize(
    ("rows", "chats"),
    [
        ([*map(row, (1, 2, 3, 4)), edited(5)], 1),  # four of five are the same
        ([*map(row, (1, 2, 3)), edited(4), edited(5)], 2),
        ([*map(row, (1, 2, 3, 4, 5)), later(6)], 2),  # nobody edits a moment
        ([wordless(7), wordless(8), wordless(9)], 1),
        ([wordless(7), wordless(8)], 2),  # two without a text prove nothing
    ],
)
def test_how_much_of_a_page_another_export_must_have(
    desk: Desk, tmp_path: Path, rows: list[str], chats: int
) -> None:
    folder = page(tmp_path / "export", "".join(rows))
    there = [in_json(n) for n in range(1, 7)] + [in_json(n, text="") for n in (7, 8, 9)]
    write_json(folder, chat(there))
    desk.take(folder)
    assert len(chats_of(desk)) == chats


@pytest.mark.parametrize(
    ("one", "other", "chats"),
    [
        ([row(1), row(2), row(3)], [row(2), later(3)], 2),  # nobody edits a moment
        ([row(1), row(2), row(3)], [row(2), edited(3)], 1),
        ([row(1), *map(wordless, (2, 3, 4))], [*map(wordless, (2, 3, 4)), row(5)], 1),
        ([row(1), *map(wordless, (2, 3))], [*map(wordless, (2, 3)), row(5)], 2),
    ],
)
def test_how_much_two_folders_of_pages_must_share(
    desk: Desk, tmp_path: Path, one: list[str], other: list[str], chats: int
) -> None:
    desk.take(page(tmp_path / "one", "".join(one)))
    desk.take(page(tmp_path / "other", "".join(other)))
    assert len(chats_of(desk)) == chats


def test_of_two_chats_that_have_a_page_alike_neither_has_it(desk: Desk, tmp_path: Path) -> None:
    twins = [chat([in_json(n) for n in (1, 2)], number) for number in (1000000001, 1000000002)]
    desk.take(write_json(tmp_path / "json", {"chats": {"list": twins}}))
    summary = desk.take(page(tmp_path / "pages", row(1) + row(2)))
    assert len(chats_of(desk)) == 3
    assert [note for note in summary.notes if "kept apart" in note]


def test_of_two_chats_the_one_that_has_more_of_a_page_is_it(desk: Desk, tmp_path: Path) -> None:
    some = [*map(in_json, (1, 2, 3, 4)), in_json(5, text="other words")]
    both = [chat(some, 1000000001), chat([in_json(n) for n in range(1, 6)], 1000000002)]
    desk.take(write_json(tmp_path / "json", {"chats": {"list": both}}))
    summary = desk.take(page(tmp_path / "pages", "".join(map(row, range(1, 6)))))
    assert (summary.known, summary.new_messages) == (5, 0)


@pytest.mark.parametrize(("title", "chats"), [("Deleted Account", 1), ("Market", 2)])
def test_who_has_no_name_in_json_is_a_deleted_account_in_pages(
    desk: Desk, tmp_path: Path, title: str, chats: int
) -> None:
    nameless = chat([in_json(1), in_json(2)], 77, name=None, type="personal_chat")
    desk.take(write_json(tmp_path / "json", nameless))
    desk.take(page(tmp_path / "pages", row(1) + row(2), title=title))
    assert len(chats_of(desk)) == chats


def test_the_id_rests_on_the_first_message_whichever_page_is_smaller(
    new_desk: NewDesk, tmp_path: Path
) -> None:
    folder = page(tmp_path / "export", "".join(row(n) for n in (1, 2, 3)))
    first, grown = new_desk("first"), new_desk("grown")
    first.take(folder)
    grown.take(page(folder, row(4), name="messages2.html"))
    assert chats_of(first).keys() == chats_of(grown).keys()
