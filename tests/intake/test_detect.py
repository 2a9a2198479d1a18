"""A format is known by content."""

from pathlib import Path

import pytest

from schakel.intake.detect import DESKTOP_HTML, DESKTOP_JSON, UNKNOWN, detect_format, name_of_other
from tests.intake.exports import chat, html_page, html_row, message, write_json

OTHERS = [
    (
        b'{"_": "Message", "id": 1, "peer_id": {"_": "PeerChannel"}, "date": "2026-01-02T"}',
        "Telethon or Pyrogram JSON",
    ),
    (b'{"_type": "Message", "_chat": {}, "id": 1}', "4CAT NDJSON"),
    (b'{"_type": "snscrape.modules.telegram.TelegramPost"}', "snscrape JSON lines"),
    (b'{"_": "ChannelMessages", "messages": [{"_": "Other"}]}', "telegram-tracker JSON"),
    (
        b'{"id": 5, "messages": [{"id": 1, "type": "message", "file": "x", "date": 1767323045}]}',
        "a tdl export",
    ),
    (b'{"77": {"text_messages": {}, "generic_media": {}}}', "TGDataset JSON"),
    (b'{"data": "x", "data-sha256": "y", "meta": {}}', "an AIL feeder item"),
    (b"PK\x03\x04....", "a zip archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b'<html><div class="tgme_widget_message"></div>', "a saved preview page"),
    ("{}".encode("utf-16"), "text in UTF-16"),
    ("{}".encode("utf-16-le"), "text in UTF-16"),
    ("{}".encode("utf-32"), "text in UTF-32"),
    (b"", ""),
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


def test_desktop_html_is_known(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text("\ufeff" + html_page(html_row(1)), encoding="utf-8")
    assert detect_format(path) == DESKTOP_HTML
