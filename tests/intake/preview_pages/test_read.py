"""Pages read one by one: rows, albums, replies, forwards, broken posts, and pages that are something else."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from schakel.intake.pieces import Piece, PieceRead
from schakel.intake.preview_pages import read as reading
from schakel.intake.preview_pages.read import read_preview_page
from schakel.records import ids
from tests.intake.previews import (
    CHANNEL,
    NAME,
    TITLE,
    album,
    data_view,
    landing_page,
    preview_page,
    preview_post,
)

OWN = ids.account_id("channel", CHANNEL)


@pytest.fixture
def read(tmp_path: Path) -> Any:
    """A function that reads a page from its content."""

    def read_content(content: str | bytes) -> PieceRead:
        path = tmp_path / "page.html"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_preview_page(Piece("s", path.name, "preview", str(path), str(tmp_path), 0))

    return read_content


def rows(found: PieceRead) -> dict[int, dict[str, Any]]:
    return {row["tg_id"]: row for row in found.messages.to_pylist()}


def reasons(found: PieceRead) -> list[tuple[int | None, str]]:
    return [(one.place, one.reason) for one in found.unread]


def test_a_post_is_a_message_of_its_channel(read: Any) -> None:
    found = read(preview_page(preview_post(5, "hallo", views="1.5K")))
    [row] = found.messages.to_pylist()
    assert (row["chat_id"], row["chat_tg_id"], row["chat_title"], row["chat_kind"]) == (
        ids.chat_id("channel", CHANNEL, ""),
        CHANNEL,
        TITLE,
        "public_channel",
    )
    assert (row["account_id"], row["account_tg_id"], row["account_kind"], row["account_name"]) == (
        OWN,
        CHANNEL,
        "channel",
        TITLE,
    )
    assert (row["tg_id"], row["kind"], row["text"], row["views"]) == (5, "message", "hallo", 1500)
    assert row["message_id"] == ids.message_id(row["chat_id"], 5, "hallo", None)
    assert row["sent_at"] == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert row["sent_as_written"] == "2026-01-02T03:04:05+00:00"
    assert row["extra"] == '{"views":{"step":100,"written":"1.5K"}}'
    assert (found.unread, found.clocks, found.described) == ([], {"written"}, 0)


def test_a_channel_without_a_number_is_known_by_its_name(read: Any) -> None:
    [row] = read(preview_page(preview_post(5, view=None, name="Markt_NERGENS"))).messages.to_pylist()
    assert (row["chat_id"], row["chat_tg_id"]) == (ids.username_chat_id(NAME), None)
    assert row["account_id"] == ids.named_account_id(row["chat_id"], f"@{NAME}")
    assert (row["account_kind"], row["account_name"]) == ("name", TITLE)


def test_what_the_page_says_of_its_channel_is_a_profile(read: Any) -> None:
    labels = '<i class="verified-icon"> ✔</i>'
    found = read(preview_page(preview_post(5), labels=labels)).profiles.to_pylist()
    assert [
        (one["account_tg_id"], one["kind"], one["name"], one["username"], one["flags"]) for one in found
    ] == [(CHANNEL, "channel", TITLE, NAME, ["verified"])]


def test_signature_edit_forward_and_service(read: Any) -> None:
    forward = (
        '<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from <a class="'
        'tgme_widget_message_forwarded_from_name" href="https://t.me/other/9"><span>Other News</span></a> '
        '(<span class="tgme_widget_message_forwarded_from_author">Ed</span>)</div>'
    )
    hidden = '<div class="tgme_widget_message_forwarded_from">Forwarded from <span class="tgme_widget_message_forwarded_from_name">Bo</span></div>'
    meta = '<span class="tgme_widget_message_from_author" dir="auto">edited by A</span>, edited  '
    found = rows(
        read(
            preview_page(
                preview_post(1, "Channel created", service=True)
                + preview_post(2, meta=meta, before=forward)
                + preview_post(3, meta=meta.partition(",")[0], before=hidden)
            )
        )
    )
    assert (found[1]["kind"], found[1]["text"], found[1]["extra"]) == (
        "service",
        "",
        '{"words":"Channel created"}',
    )
    assert (found[2]["author"], found[2]["forwarded_from"], found[2]["edited_at"]) == (
        "edited by A",
        "Other News",
        None,
    )
    assert json.loads(found[2]["extra"]) == {
        "edited": True,
        "forwarded": {"author": "Ed", "href": "https://t.me/other/9"},
    }
    assert (found[3]["author"], found[3]["forwarded_from"], found[3]["extra"]) == ("edited by A", "Bo", None)


def test_replies(read: Any) -> None:
    def reply(href: str) -> str:
        return f'<a class="tgme_widget_message_reply" href="{href}"><div class="tgme_widget_message_text">oud</div></a>'

    found = rows(
        read(
            preview_page(
                preview_post(4, before=reply(f"https://t.me/{NAME}/2"))
                + preview_post(5, before=reply("https://t.me/other/7"))
                + preview_post(6, before=reply(f"https://t.me/c/{CHANNEL}/3"))
                + preview_post(7, before=reply("#"))
            )
        )
    )
    answers = {n: (found[n]["reply_to"], found[n]["reply_to_chat"], found[n]["extra"]) for n in (4, 5, 6, 7)}
    assert answers == {
        4: (2, None, None),
        5: (None, "@other", '{"reply_to_message_id":7}'),
        6: (3, None, None),
        7: (None, "unknown", None),
    }
    assert {found[n]["text"] for n in (4, 5, 6, 7)} == {"hallo"}


def test_each_part_of_an_album_is_a_message(read: Any) -> None:
    twice = '<div class="tgme_widget_message_text js-message_text">menu</div>'
    content = preview_page(
        preview_post(
            7, twice, view=data_view("7g"), inside=album(7, "photo_wrap", "photo_wrap", "video_player")
        )
        + preview_post(10)
    )
    found = rows(read(content))
    assert {n: (row["text"], row["media_kind"], row["media_status"]) for n, row in found.items()} == {
        7: ("menu", "photo", "not-exported"),
        8: ("", "photo", "not-exported"),
        9: ("", "animation", "not-exported"),
        10: ("hallo", None, None),
    }
    assert [json.loads(found[n]["extra"])["album"] for n in (7, 8, 9)] == [7, 7, 7]
    assert {found[n]["sent_at"] for n in (7, 8, 9)} == {found[7]["sent_at"]}
    assert [content.encode()[found[n]["place_in_source"] :][:3] for n in (8, 9)] == [b"/8?", b"/9?"]


def test_several_things_in_one_post_stay_with_it(read: Any) -> None:
    file = '<a class="tgme_widget_message_document_wrap"><div class="tgme_widget_message_document_title">{}</div></a>'
    [row] = read(
        preview_page(preview_post(7, inside=file.format("a.pdf") + file.format("b.pdf")))
    ).messages.to_pylist()
    assert row["media_kind"] == "file"
    assert json.loads(row["extra"]) == {"title": "a.pdf", "more_media": [{"kind": "file", "title": "b.pdf"}]}


def test_a_page_of_a_post_in_a_group_tells_the_person_who_wrote(read: Any) -> None:
    post = preview_post(5).replace("tgme_widget_message_owner_name", "tgme_widget_message_author_name")
    [row] = read(preview_page(post)).messages.to_pylist()
    assert row["account_id"] == ids.named_account_id(row["chat_id"], TITLE)


def test_posts_that_cannot_be_read_are_set_apart_and_hurt_no_other(read: Any) -> None:
    open_ = "<b><table><textarea><select><!-- "
    content = preview_page(
        preview_post(1, open_)
        + preview_post(2, "caf\udce9")
        + preview_post(3).replace(f"{NAME}/3", f"{NAME}/drie")
        + preview_post(4, name="other", view=data_view(4, channel=5))
        + preview_post(5, name="renamed")
        + preview_post(6, name="other", view=None)
        + preview_post(7)
    ).encode("utf-8", "surrogateescape")
    found = read(content)
    assert sorted(rows(found)) == [1, 5, 7]
    assert [reason for _, reason in reasons(found)] == [
        "not-utf-8",
        "no-number",
        "another-channel",
        "another-channel",
    ]
    starts = [content.index(sign) for sign in (b'/2"', b"/drie", b"other/4", b"other/6")]
    places = [content.rindex(b'<div class="tgme_widget_message ', 0, at) for at in starts]
    assert [place for place, _ in reasons(found)] == places


def test_a_page_cut_off_anywhere_keeps_its_whole_posts(read: Any) -> None:
    texts = [preview_post(n, f"tekst {n}") for n in (1, 2, 3)]
    raw = preview_page("".join(texts)).encode()
    ends = [raw.index(text.strip().encode()) + len(text.strip()) for text in texts]
    starts = [
        raw.index(f'"{NAME}/{n}"'.encode()) + len(f'"{NAME}/{n}" data-view="{data_view(n)}">')
        for n in (1, 2, 3)
    ]
    for cut in range(starts[0], len(raw) - 9, 23):
        found = read(raw[:cut])
        inner = [n for n, end in enumerate(ends, 1) if end - len("</div>") <= cut]
        assert sorted(rows(found)) == inner
        begun = [n for n, start in enumerate(starts, 1) if start <= cut]
        assert [reason for _, reason in reasons(found)] == ["cut-off"]
        assert (found.unread[0].place == cut) == (begun == inner)


OTHER_PAGES = [
    (preview_page(""), "no-posts"),
    (
        '<html><body><div class="tgme_channel_info"></div><div class="tme_no_messages_found">x</div></body></html>',
        "no-posts",
    ),
    (landing_page(link=False), "preview-off"),
    (landing_page(link=False, extra="12 members, 1 online"), "no-channel"),
    (landing_page(link=False, extra="@iemand"), "no-channel"),
    ('<html><body class="tgme_channel_x">x</body></html>', "not-a-preview"),
    ('<html><div class="tgme_widget_message" data-post="x">', "no-channel"),
    ("", "not-a-preview"),
]


@pytest.mark.parametrize(("content", "reason"), OTHER_PAGES)
def test_pages_without_posts_say_why(read: Any, content: str, reason: str) -> None:
    found = read(content)
    assert (found.messages.num_rows, found.described, reasons(found)) == (0, 0, [(0, reason)])


def test_the_front_page_of_a_channel_with_a_preview_describes_it(read: Any) -> None:
    found = read(landing_page())
    assert (found.messages.num_rows, found.described, found.unread) == (0, 1, [])


def test_a_page_that_is_too_large_is_set_apart(read: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_PAGE", 100)
    assert reasons(read(preview_page(preview_post(1)))) == [(0, "too-large")]
