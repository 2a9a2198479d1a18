"""A plain message with a photo says the same as one that is read with all its fields by name."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.intake.conftest import Desk
from tests.intake.exports import chat, message, write_json

_LEFT_OUT = "(File not included. Change data exporting settings to download.)"
_ODD_REACTIONS = [{"type": "emoji", "count": 2, "emoji": "🔥", "recent": [{"from": "A"}]}]


def read_one(desk: Desk, folder: Path, record: dict[str, Any]) -> dict[str, Any]:
    desk.take(write_json(folder, chat([record])))
    [row] = desk.rows()
    return {name: value for name, value in row.items() if name != "source_id"}


@pytest.mark.parametrize(
    "fields",
    [
        {"photo": _LEFT_OUT, "photo_file_size": 3042, "width": 256, "height": 192},
        {"photo": "photos/a.jpg", "width": 1},
        {"photo": "../out.jpg"},
        {"photo": ""},
        {"photo": None, "width": 3},
        {"photo": _LEFT_OUT, "photo_file_size": 1 << 62},
        {"photo": "photos/a.jpg", "reactions": _ODD_REACTIONS},
        {"photo": _LEFT_OUT, "reply_to_peer_id": "channel5", "reply_to_message_id": 4},
        {"photo": "photos/a.jpg"},
    ],
)
def test_read_briefly_or_in_full(
    tmp_path: Path, new_desk: Callable[..., Desk], fields: dict[str, Any]
) -> None:
    brief = read_one(new_desk("one"), tmp_path / "one-export", message(1, "words", **fields))
    full = read_one(
        new_desk("two"), tmp_path / "two-export", message(1, "words", **fields, media_spoiler=True)
    )
    extra = json.loads(full.pop("extra"))
    assert extra.pop("media_spoiler") is True
    written = brief.pop("extra")
    assert json.loads(written or "{}") == extra
    assert written is None or written == json.dumps(
        extra, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    assert brief == full


def test_a_size_that_no_column_takes_is_not_taken_for_a_photo_size(
    tmp_path: Path, new_desk: Callable[..., Desk]
) -> None:
    desk = new_desk("one")
    row = read_one(desk, tmp_path / "export", message(1, photo=_LEFT_OUT, width=[1, {"b": 1, "a": 2}]))
    assert json.loads(row["extra"])["width"] == [1, {"b": 1, "a": 2}]
    assert row["media_kind"] == "photo"
