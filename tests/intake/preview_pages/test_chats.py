"""Pages of several channels and days: which chat each is, and which page of several tells of a post."""

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from schakel.records import ids
from tests.intake.conftest import Desk
from tests.intake.dumps import channel, write_lines
from tests.intake.exports import chat, html_page, html_row, message, write_json
from tests.intake.previews import (
    CHANNEL,
    NAME,
    SEEN,
    TITLE,
    data_view,
    landing_page,
    preview_page,
    preview_post,
    write_page,
)

NewDesk = Callable[..., Desk]
OWN = {"from": TITLE, "from_id": f"channel{CHANNEL}"}


def page_of(day: int, *posts: tuple[int, str, str], view: str | None = "") -> str:
    """A page of a day: of each post its number, text and views."""
    made = (
        preview_post(
            n, text, views=views, view=data_view(n, seen=SEEN + day * 86400) if view is not None else None
        )
        for n, text, views in posts
    )
    return preview_page("".join(made))


DAYS = [
    page_of(1, (1, "een", "10"), (2, "twee", "10"), (3, "drie", "10")),
    page_of(2, (2, "twee", "150"), (3, "drie, nu 40", "120")),
    page_of(3, (1, "een", "1.5K"), (2, "twee", "1.4K"), (4, "vier", "7")),
]


def seen_in(desk: Desk) -> set[tuple[int, str, int]]:
    return {(row["tg_id"], row["text"], row["views"]) for row in desk.rows()}


def test_a_post_on_several_pages_is_as_the_page_that_was_made_last_shows_it(
    new_desk: NewDesk, tmp_path: Path
) -> None:
    files = [write_page(tmp_path / "pages", page, f"{at}.html") for at, page in enumerate(DAYS)]
    expected = {
        (1, "een", 1500),
        (2, "twee", 1400),
        (3, "drie", 10),
        (3, "drie, nu 40", 120),
        (4, "vier", 7),
    }
    together = new_desk("together")
    summary = together.take(tmp_path / "pages")
    assert (summary.records, summary.messages, summary.known, summary.quarantined) == (8, 5, 3, 0)
    assert seen_in(together) == expected
    assert sum(row["versions"] for row in together.rows("coverage")) == 1
    [*orders] = permutations(files)
    for at, order in enumerate((orders[0], orders[-1])):
        apart = new_desk(f"apart{at}")
        for file in order:
            apart.take(file)
        assert seen_in(apart) == expected
        assert sorted(map(str, apart.rows())) == sorted(map(str, together.rows()))


def test_pages_that_were_brought_change_nothing_when_they_come_again(desk: Desk, tmp_path: Path) -> None:
    write_page(tmp_path / "pages", DAYS[0], "a.html")
    desk.take(tmp_path / "pages")
    before = desk.digests()
    summary = desk.take(tmp_path / "pages")
    assert (summary.new_messages, summary.known, summary.records) == (0, 3, 3)
    assert desk.digests() == before


def test_what_an_export_has_stays_and_an_edited_text_without_its_moment_is_the_same(
    desk: Desk, tmp_path: Path
) -> None:
    told = [
        message(1, "een", **OWN),
        message(2, "twee", edited="2026-01-02T06:00:00", edited_unixtime="1767330000", **OWN),
    ]
    export = write_json(tmp_path / "json", chat(told, CHANNEL, name=TITLE, type="public_channel"))
    page = write_page(tmp_path / "page", page_of(1, (1, "een", "10"), (2, "twee", "10"), (3, "drie", "10")))
    summary = desk.take(page, export)
    assert (summary.messages, summary.known) == (3, 2)
    rows = desk.by_id()
    assert [rows[n]["views"] for n in (1, 2, 3)] == [None, None, 10]
    assert rows[2]["edited_at"] is not None
    [only] = desk.rows("chats")
    assert (only["chat_id"], only["messages"], only["title"]) == (
        ids.chat_id("channel", CHANNEL, ""),
        3,
        TITLE,
    )
    assert [row["username"] for row in desk.rows("profiles")] == [NAME]


def test_what_an_export_has_and_what_a_later_page_has_is_known_together(desk: Desk, tmp_path: Path) -> None:
    told = [message(1, "een", **OWN), message(9, "negen", **OWN)]
    export = write_json(tmp_path / "json", chat(told, CHANNEL, name=TITLE, type="public_channel"))
    for day in (1, 2):
        posts = page_of(day, (1, "een", "1"), (2, "twee", str(day)))
        write_page(tmp_path / "pages", posts, f"{day}.html")
    summary = desk.take(tmp_path / "pages", export)
    assert (summary.records, summary.messages, summary.known) == (6, 3, 3)
    assert {row["tg_id"]: row["views"] for row in desk.rows()} == {1: None, 2: 2, 9: None}


def test_pages_of_an_export_of_the_same_channel_are_its_chat_too(desk: Desk, tmp_path: Path) -> None:
    shown = html_page(
        "".join(
            html_row(n, text, name=TITLE, when="02.01.2026 04:04:05 UTC+01:00")
            for n, text in ((1, "een"), (2, "twee"))
        ),
        title=TITLE,
    )
    (tmp_path / "messages.html").write_text(shown)
    page = write_page(tmp_path / "page", page_of(1, (1, "een", "10"), (2, "twee", "10")))
    summary = desk.take(tmp_path / "messages.html", page)
    assert (summary.messages, summary.known, len(desk.rows("chats"))) == (2, 2, 1)


def test_two_channels_in_one_folder_are_two_chats(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    write_page(folder, page_of(1, (1, "een", "1")), "a.html")
    other = preview_post(1, "een", name="ander", view=data_view(1, channel=5))
    write_page(folder, preview_page(other, name="ander", title=TITLE), "b.html")
    nameless = preview_post(1, "een", name="derde", view=None)
    write_page(folder, preview_page(nameless, name="derde", title=TITLE), "c.html")
    desk.take(folder)
    assert {row["chat_id"] for row in desk.rows("chats")} == {
        ids.chat_id("channel", CHANNEL, ""),
        ids.chat_id("channel", 5, ""),
        ids.username_chat_id("derde"),
    }


@pytest.mark.parametrize("by", ["another page", "a dump"])
def test_a_page_without_a_number_is_of_the_channel_whose_number_others_tell(
    new_desk: NewDesk, tmp_path: Path, by: str
) -> None:
    bare = write_page(tmp_path / "bare", page_of(1, (1, "een", "1"), view=None))
    if by == "a dump":
        teller = write_lines(tmp_path / "dump", [channel(CHANNEL, username=NAME.upper(), title=TITLE)])
    else:
        teller = write_page(tmp_path / "told", page_of(1, (2, "twee", "1")))
    for at, order in enumerate(([bare, teller], [teller, bare])):
        desk = new_desk(f"case{at}")
        for file in order:
            desk.take(file)
        assert {row["chat_tg_id"] for row in desk.rows()} == {CHANNEL}


def test_a_name_that_two_channels_had_joins_nothing(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    for number in (5, 6):
        write_page(
            folder,
            preview_page(preview_post(number, view=data_view(number, channel=number))),
            f"{number}.html",
        )
    write_page(folder, preview_page(preview_post(7, view=None)), "7.html")
    desk.take(folder)
    assert {row["tg_id"]: row["chat_tg_id"] for row in desk.rows()} == {5: 5, 6: 6, 7: None}


def test_the_front_page_tells_of_a_channel_whose_number_a_preview_tells(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    write_page(folder, page_of(1, (1, "een", "1")), "a.html")
    write_page(folder, landing_page(title="Nieuwe naam"), "front.html")
    summary = desk.take(folder)
    assert (summary.records, summary.quarantined) == (1, 0)
    assert {(row["account_tg_id"], row["name"]) for row in desk.rows("profiles")} == {
        (CHANNEL, TITLE),
        (CHANNEL, "Nieuwe naam"),
    }
    assert {row["format"]: row["described"] for row in desk.rows("sources") if row["described"]} == {
        "preview": 1
    }


def test_coverage_tells_the_numbers_between_those_seen(desk: Desk, tmp_path: Path) -> None:
    desk.take(write_page(tmp_path, page_of(1, (10, "a", "1"), (11, "b", "1"), (15, "c", "1"))))
    [day] = desk.rows("coverage")
    assert (day["first_id"], day["last_id"], day["ids_seen"], day["ids_missing"]) == (10, 15, 3, 3)


def test_pictures_that_a_browser_saved_with_the_page_are_found(desk: Desk, tmp_path: Path) -> None:
    inside = (
        '<a class="tgme_widget_message_photo_wrap" style="background-image:url(\'./page_files/a.jpg\')"></a>'
    )
    page = write_page(tmp_path / "saved", preview_page(preview_post(1, inside=inside)))
    (tmp_path / "saved" / "page_files").mkdir()
    (tmp_path / "saved" / "page_files" / "a.jpg").write_bytes(b"picture")
    (tmp_path / "saved" / "letter.pdf").write_bytes(b"private")
    desk.take(page)
    [row] = desk.rows()
    assert (row["media_path"], row["media_status"]) == ("page_files/a.jpg", "found")
    assert (desk.workspace.sealed / row["media_sha256"]).read_bytes() == b"picture"
    assert b"private" not in {file.read_bytes() for file in desk.workspace.sealed.iterdir() if file.is_file()}


def test_what_lies_beside_preview_pages_but_is_none_is_told(desk: Desk, tmp_path: Path) -> None:
    folder = desk.workspace.root / "collected" / "run"
    write_page(folder, page_of(1, (1, "een", "1")), "a.html")
    write_page(folder, landing_page(name="dicht", link=False), "dicht.html")
    write_page(folder, "<html><body><form>Log in</form></body></html>", "login.html")
    write_page(folder, DAYS[0][:-2500], "cut.html")
    (folder / "requests.jsonl").write_text(json.dumps({"url": "x"}) + "\n")
    summary = desk.take(folder)
    apart = {row["source_name"].rpartition("/")[2]: row["reason"] for row in desk.rows("quarantine")}
    assert apart == {"dicht.html": "preview-off", "login.html": "unknown-format", "cut.html": "cut-off"}
    assert summary.records == summary.new_messages + summary.known + summary.quarantined
    assert any("login.html" in note and "a page without messages of a chat" in note for note in summary.notes)
    assert (folder / "requests.jsonl").read_bytes() in {
        file.read_bytes() for file in desk.workspace.sealed.iterdir() if file.is_file()
    }
