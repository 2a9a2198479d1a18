"""A format is known by content."""

from pathlib import Path

import pytest

from schakel.intake.detect import (
    DESKTOP_HTML,
    DESKTOP_JSON,
    FOURCAT,
    PREVIEW,
    TELETHON,
    TGDATASET,
    UNKNOWN,
    detect_format,
    name_of_other,
)
from tests.intake.dumps import channel, dataset_channel, dataset_text, fourcat, telethon, user
from tests.intake.exports import chat, html_page, html_row, message, write_json
from tests.intake.previews import landing_page, preview_page, preview_post

OTHERS = [
    (
        b'{"_": "Message", "id": 1, "chat": {"_": "Chat", "id": -1001}, "date": "2026-01-02T"}',
        "Pyrogram JSON",
    ),
    (b'{"_type": "Message", "id": 1}', "objects of Telegram without a chat"),
    (b'{"_type": "snscrape.modules.telegram.TelegramPost"}', "snscrape JSON lines"),
    (
        b'{"_": "ChannelMessages", "messages": [{"_": "Message", "peer_id": {"channel_id": 5}}]}',
        "telegram-tracker JSON",
    ),
    (
        b'{"id": 5, "messages": [{"id": 1, "type": "message", "file": "x", "date": 1767323045}]}',
        "a tdl export",
    ),
    (b'{"data": "x", "data-sha256": "y", "meta": {}}', "an AIL feeder item"),
    (b"PK\x03\x04....", "a zip archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    ("{}".encode("utf-16"), "text in UTF-16"),
    ("{}".encode("utf-16-le"), "text in UTF-16"),
    ("{}".encode("utf-32"), "text in UTF-32"),
    (b"", "an empty file"),
    (b"nothing known", ""),
]


@pytest.mark.parametrize(("content", "name"), OTHERS)
def test_what_is_not_read_is_named(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(content)
    assert detect_format(path) == UNKNOWN
    assert name_of_other(path) == name


@pytest.mark.parametrize("indent", [1, 4, None])
@pytest.mark.parametrize(
    "content",
    [
        chat([message(1)]),
        chat([]),
        [message(1)],
        {"about": "x", "personal_information": {"user_id": 1}, "chats": {"list": []}},
        {"id": 5, "messages": [message(1)], "name": "sorted keys", "type": "private_group"},
    ],
)
def test_desktop_json_is_known_in_every_shape(tmp_path: Path, content: object, indent: int | None) -> None:
    assert detect_format(write_json(tmp_path, content, indent=indent)) == DESKTOP_JSON


# A text may hold what looks like the keys of any other format.
CONFUSING = '{"_": "Message", "peer_id": {}, "_type": "Message", "text_messages": {}, "type": "message", "messages": ['
DUMPS: list[tuple[object, str]] = [
    (telethon(1, CONFUSING), TELETHON),
    (telethon(1, peer_id=..., to_id={"_": "PeerChannel", "channel_id": 5}), TELETHON),
    (user(), TELETHON),
    (channel(), TELETHON),
    (fourcat(1, CONFUSING), FOURCAT),
    (fourcat(1, _chat=None, peer_id={"_type": "PeerChannel", "channel_id": 5}), FOURCAT),
    ({"5": dataset_channel({1: dataset_text(CONFUSING, 1)}, description=CONFUSING)}, TGDATASET),
    ({"-1000000000005": dataset_channel({})}, TGDATASET),
    ([message(1, CONFUSING)], DESKTOP_JSON),
    (chat([message(1, CONFUSING)], name=CONFUSING), DESKTOP_JSON),
]


@pytest.mark.parametrize("indent", [1, None])
@pytest.mark.parametrize(("content", "expected"), DUMPS)
def test_a_dump_is_known_by_its_keys_never_by_its_texts(
    tmp_path: Path, content: object, expected: str, indent: int | None
) -> None:
    assert detect_format(write_json(tmp_path, content, indent=indent, name="x.txt")) == expected
    if expected in (TELETHON, FOURCAT):
        assert detect_format(write_json(tmp_path, [content], indent=indent)) == expected


def test_desktop_html_is_known(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text("\ufeff" + html_page(html_row(1)), encoding="utf-8")
    assert detect_format(path) == DESKTOP_HTML


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (preview_page(preview_post(1)), PREVIEW),
        ("\ufeff \n" + preview_page(preview_post(1)), PREVIEW),
        (preview_page(""), PREVIEW),
        (landing_page(), PREVIEW),
        (html_page(html_row(1, '&lt;div class="tgme_widget_message"&gt;')), DESKTOP_HTML),
        ('<html><p>see &lt;div class=tgme_widget_message&gt; and class="tgme_page"</p></html>', UNKNOWN),
        ("<html><form>Log in</form></html>", UNKNOWN),
        ('{"html": "<div class=\\"tgme_widget_message\\">"}', UNKNOWN),
    ],
)
def test_a_preview_page_is_known_by_its_classes(tmp_path: Path, content: str, expected: str) -> None:
    path = tmp_path / "page"
    path.write_text(content, encoding="utf-8")
    assert detect_format(path) == expected
