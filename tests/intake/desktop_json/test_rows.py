"""Every kind of record of a JSON export, from the writer's own layout to its defects."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from schakel.intake.desktop_json import cutting, rows
from schakel.records import ids
from tests.intake.conftest import Desk
from tests.intake.exports import chat, message, write_json


def read_one(desk: Desk, folder: Path, record: dict[str, Any], **header: Any) -> dict[str, Any]:
    desk.take(write_json(folder / "export", chat([record], **header)))
    [row] = desk.rows()
    return row


def test_the_plainest_message(desk: Desk, tmp_path: Path) -> None:
    row = read_one(desk, tmp_path, message(7, "plain words"))
    assert row == {
        "message_id": ids.message_id(ids.chat_id("channel", 1000000001, "Market"), 7, "plain words", None),
        "chat_id": ids.chat_id("channel", 1000000001, "Market"),
        "chat_tg_id": 1000000001,
        "chat_title": "Market",
        "chat_kind": "public_supergroup",
        "tg_id": 7,
        "kind": "message",
        "account_id": ids.account_id("user", 78),
        "account_tg_id": 78,
        "account_kind": "user",
        "account_name": "Ann",
        "author": None,
        "via_bot": None,
        "sent_at": datetime(2026, 1, 2, 3, 4, 12, tzinfo=UTC),
        "sent_as_written": "2026-01-02T05:04:05",
        "edited_at": None,
        "text": "plain words",
        "entities": [],
        "reply_to": None,
        "reply_to_chat": None,
        "forwarded_from": None,
        "forwarded_from_id": None,
        "action": None,
        "media_kind": None,
        "media_path": None,
        "media_sha256": None,
        "media_status": None,
        "views": None,
        "reactions": None,
        "extra": None,
        "source_id": row["source_id"],
        "place_in_source": row["place_in_source"],
    }


def test_a_text_of_parts_is_one_text_with_spans_in_characters(desk: Desk, tmp_path: Path) -> None:
    parts = [
        "🔥 see ",
        {"type": "text_link", "text": "this", "href": "https://example.org"},
        " ",
        {"type": "mention_name", "text": "Bo", "user_id": 42},
        {"type": "custom_emoji", "text": "🙂", "document_id": "stickers/e.webp"},
        {"type": "pre", "text": "x=1", "language": "python"},
        {"type": "blockquote", "text": "q", "collapsed": False},
    ]
    row = read_one(desk, tmp_path, message(1, parts))
    assert row["text"] == "🔥 see this Bo🙂x=1q"
    found = [(e["type"], row["text"][e["start"] : e["end"]], e["value"]) for e in row["entities"]]
    assert found == [
        ("text_link", "this", "https://example.org"),
        ("mention_name", "Bo", "42"),
        ("custom_emoji", "🙂", "stickers/e.webp"),
        ("pre", "x=1", "python"),
        ("blockquote", "q", None),
    ]


def test_an_edit_has_its_moment_and_makes_another_version(desk: Desk, tmp_path: Path) -> None:
    record = message(3, edited="2026-01-02T05:04:45", edited_unixtime="1767323085")
    row = read_one(desk, tmp_path, record)
    assert row["edited_at"] == datetime(2026, 1, 2, 3, 4, 45, tzinfo=UTC)
    assert row["message_id"] == ids.message_id(row["chat_id"], 3, "hello", 1767323085)


def test_a_service_message_keeps_actor_action_and_all_fields(desk: Desk, tmp_path: Path) -> None:
    record = {
        "id": 12,
        "type": "service",
        "date": "2026-01-02T05:05:55",
        "date_unixtime": "1767323155",
        "actor": "Ann",
        "actor_id": "user78",
        "action": "invite_members",
        "members": ["Bo", None],
        "text": "",
        "text_entities": [],
    }
    row = read_one(desk, tmp_path, record)
    assert (row["kind"], row["action"], row["account_tg_id"], row["account_name"]) == (
        "service",
        "invite_members",
        78,
        "Ann",
    )
    assert row["extra"] == '{"members":["Bo",null]}'


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"contact_information": {"first_name": "C"}, "contact_vcard": "c.vcf"}, "contact"),
        ({"location_information": {"latitude": 48.137154, "longitude": 11.5}}, "location"),
        ({"location_information": None, "live_location_period_seconds": 9}, "live_location"),
        ({"place_name": "Square", "address": "S 1", "location_information": {}}, "venue"),
        ({"poll": {"question": "Which?", "answers": [{"text": "A", "voters": 2}]}}, "poll"),
        ({"invoice_information": '{\n    "title": "T"\n   }'}, "invoice"),
        ({"todo_list": {"title": "x", "items": [{"id": 1, "text": "a"}]}}, "todo_list"),
        ({"giveaway_information": {"quantity": 3}}, "giveaway"),
        ({"game_title": "g", "game_link": "https://t.me/x"}, "game"),
        ({"something_of_next_year": {"b": 1, "a": [2]}}, None),
        ({"inline_bot_buttons": [[{"type": "url", "text": "Go", "data": "https://example.org"}]]}, None),
        ({"self_destruct_period_seconds": 7, "saved_from": "Other"}, None),
    ],
)
def test_fields_without_a_column_stay_in_extra(
    desk: Desk, tmp_path: Path, fields: dict[str, Any], kind: str | None
) -> None:
    row = read_one(desk, tmp_path, message(1, **fields))
    assert row["media_kind"] == kind
    assert json.loads(row["extra"]) == fields
    assert row["extra"] == json.dumps(fields, sort_keys=True, separators=(",", ":"))


def test_a_file_keeps_its_kind_path_and_measures(desk: Desk, tmp_path: Path) -> None:
    left_out = "(File not included. Change data exporting settings to download.)"
    video = message(5, "", file=left_out, file_name="v.mp4", media_type="video_file", duration_seconds=5)
    row = read_one(desk, tmp_path, video)
    assert (row["media_kind"], row["media_path"], row["media_status"]) == ("video_file", None, "not-exported")
    assert json.loads(row["extra"]) == {"duration_seconds": 5, "file": left_out, "file_name": "v.mp4"}
    other = Desk(desk.workspace, desk.workers)
    other.take(write_json(tmp_path / "two", chat([message(1, photo="photos/a.jpg", width=3)], number=2)))
    [photo] = [row for row in other.rows() if row["tg_id"] == 1]
    assert (photo["media_kind"], photo["media_path"], photo["media_status"]) == (
        "photo",
        "photos/a.jpg",
        "missing",
    )
    assert photo["extra"] == '{"width":3}'


def test_forwards_replies_bots_and_signatures(desk: Desk, tmp_path: Path) -> None:
    record = message(
        5,
        forwarded_from="Other News",
        forwarded_from_id="channel1000000009",
        reply_to_message_id=2,
        via_bot="@samplebot",
        author="Editor A",
    )
    row = read_one(desk, tmp_path, record)
    assert row["forwarded_from"] == "Other News"
    assert row["forwarded_from_id"] == ids.account_id("channel", 1000000009)
    assert (row["reply_to"], row["via_bot"], row["author"]) == (2, "@samplebot", "Editor A")


def test_a_forward_from_an_unknown_name_is_still_a_forward(desk: Desk, tmp_path: Path) -> None:
    row = read_one(desk, tmp_path, message(5, forwarded_from=None))
    assert row["forwarded_from"] == ""


def test_a_reply_to_another_chat_is_no_reply_in_this_one(desk: Desk, tmp_path: Path) -> None:
    row = read_one(desk, tmp_path, message(5, reply_to_message_id=207, reply_to_peer_id="channel9"))
    assert (row["reply_to"], row["reply_to_chat"]) == (None, "channel9")
    assert row["extra"] == '{"reply_to_message_id":207}'


def test_reactions_are_counted_and_their_names_kept(desk: Desk, tmp_path: Path) -> None:
    recent = [{"from": "Ann", "from_id": "user78", "date": "2026-01-02T05:04:55"}]
    given = [
        {"type": "emoji", "count": 3, "emoji": "👍", "recent": recent},
        {"type": "custom_emoji", "count": 1, "document_id": "53"},
        {"type": "paid", "count": 2},
    ]
    row = read_one(desk, tmp_path, message(5, reactions=given))
    assert [tuple(one.values()) for one in row["reactions"]] == [
        ("emoji", "👍", 3),
        ("custom_emoji", "53", 1),
        ("paid", None, 2),
    ]
    assert json.loads(row["extra"]) == {"reactions": given}


def test_an_unsupported_message_has_only_its_number(desk: Desk, tmp_path: Path) -> None:
    row = read_one(desk, tmp_path, {"id": 14, "type": "unsupported"})
    assert (row["tg_id"], row["kind"], row["sent_at"], row["account_id"]) == (14, "unsupported", None, None)


def test_a_null_sender_with_a_number_is_a_deleted_account(desk: Desk, tmp_path: Path) -> None:
    row = read_one(desk, tmp_path, message(4, **{"from": None, "from_id": "user77"}))
    assert (row["account_tg_id"], row["account_name"]) == (77, None)
    [account] = desk.rows("accounts")
    assert (account["name"], account["flags"]) == ("", ["deleted"])


def test_negative_numbers_of_a_migrated_group_stay_as_they_are(desk: Desk, tmp_path: Path) -> None:
    row = read_one(desk, tmp_path, message(-999999990, reply_to_message_id=-999999995))
    assert (row["tg_id"], row["reply_to"]) == (-999999990, -999999995)


def test_a_rich_message_is_readable_and_kept_whole(desk: Desk, tmp_path: Path) -> None:
    rich = {
        "rtl": False,
        "blocks": [{"type": "heading", "text": "Top"}, {"type": "p", "text": ["a ", {"text": "b"}]}],
    }
    row = read_one(desk, tmp_path, message(1, ..., rich_message=rich))
    assert row["text"] == "Top\na b"
    assert json.loads(row["extra"])["rich_message"] == rich


@pytest.mark.parametrize("text", ["", []])
def test_a_rich_message_beside_an_empty_text_is_read(desk: Desk, tmp_path: Path, text: Any) -> None:
    rich = {"blocks": [{"type": "paragraph", "text": "Coke for sale"}]}
    assert read_one(desk, tmp_path, message(1, text, rich_message=rich))["text"] == "Coke for sale"


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ("", {"poll": {"question": "Coke?", "closed": False, "answers": [{"text": "1 g 50"}, {"text": "5 g"}]}}, "Coke?\n1 g 50\n5 g"),
        ("", {"poll": {"question": [{"type": "bold", "text": "Co"}, "ke?"], "answers": [{"text": ["1", " g"]}]}}, "Coke?\n1 g"),
        ("menu", {"poll": {"question": "Coke?", "answers": "none"}}, "menu\nCoke?"),
        ([{"type": "bold", "text": "menu"}], {"poll": {"question": "Coke?"}}, "menu\nCoke?"),
        ("", {"todo_list": {"title": "Menu", "answers": [{"id": 1, "text": "coke 50"}]}}, "Menu\ncoke 50"),
        ("", {"poll": "gone"}, ""),
    ],
)  # fmt: skip
def test_polls_and_lists_are_read_as_text(
    desk: Desk, tmp_path: Path, text: Any, fields: dict[str, Any], expected: str
) -> None:
    row = read_one(desk, tmp_path, message(1, text, **fields))
    assert row["text"] == expected
    assert json.loads(row["extra"]) == fields


def test_old_numbers_give_the_same_accounts_as_new_ones(desk: Desk, tmp_path: Path) -> None:
    old = message(1, date_unixtime=..., text_entities=..., from_id=(1 << 32) + 78)
    row = read_one(desk, tmp_path, old, number=(1 << 33) + 1000000001)
    assert row["account_id"] == ids.account_id("user", 78)
    assert row["chat_tg_id"] == 1000000001
    assert row["chat_id"] == ids.chat_id("channel", 1000000001, "")


def test_a_new_number_above_2_to_the_32_is_not_taken_for_an_old_one(desk: Desk, tmp_path: Path) -> None:
    row = read_one(
        desk, tmp_path, message(1, from_id="user7000000000"), number=7000000000, type="personal_chat"
    )
    assert (row["chat_tg_id"], row["account_tg_id"]) == (7000000000, 7000000000)


@pytest.mark.parametrize("unix", ["99999999999999", "-5", "soon", "", 10**30])
def test_a_moment_outside_the_calendar_is_no_moment(desk: Desk, tmp_path: Path, unix: Any) -> None:
    row = read_one(desk, tmp_path, message(1, date_unixtime=unix))
    assert row["sent_at"] is None
    assert row["sent_as_written"] == "2026-01-02T05:04:05"


DEFECTS = [
    (rb'"ctl\x1F end"', "ctl\x1f end"),
    (b'"sep\\u2028\x80\xa8 end"', "sep\u2028 end"),
    (b'"sep\\u2029\x80\xa9 end"', "sep\u2029 end"),
    (rb'"path C:\\x1F \x1F"', "path C:\\x1F \x1f"),
    (rb'"half \ud83d\x00 pair \ud83d\ude42\x00"', "half \ufffd\x00 pair 🙂\x00"),
]


@pytest.mark.parametrize(("written", "text"), DEFECTS)
def test_the_writers_defects_are_repaired_and_noted(
    desk: Desk, tmp_path: Path, written: bytes, text: str
) -> None:
    path = write_json(tmp_path / "export", chat([message(1), message(2, "@@"), message(3)]))
    raw = path.read_bytes().replace(b'"@@"', written)
    path.write_bytes(raw)
    desk.take(path)
    rows = desk.by_id()
    assert rows[2]["text"] == text
    assert rows[2]["extra"] == '{"repaired":true}'
    assert rows[1]["extra"] is None
    assert [file.read_bytes() for file in desk.workspace.sealed.iterdir()] == [raw]


BROKEN = [
    (b'"latin \xe9"', "not-utf-8"),
    (b'"no end', "not-json"),
    (b"[" * 100_000 + b"]" * 100_000, "nested-too-deep"),
    (b'{"an": "object"}', "wrong-field"),
    (b'"x", "id": 99999999999999999999', "wrong-field"),
    (b'"x", "type": "telegram"', "wrong-field"),
]


@pytest.mark.parametrize(("written", "reason"), BROKEN)
def test_a_record_that_cannot_be_read_is_set_apart_and_the_others_stay(
    desk: Desk, tmp_path: Path, written: bytes, reason: str
) -> None:
    path = write_json(tmp_path / "export", chat([message(1), message(2, "@@"), message(3)]))
    raw = path.read_bytes().replace(b'"@@"', written)
    path.write_bytes(raw)
    summary = desk.take(path)
    assert [row["tg_id"] for row in desk.rows()] == [1, 3]
    [bad] = desk.rows("quarantine")
    assert bad["reason"].startswith(reason)
    assert raw[bad["place_in_source"] :].startswith(b'{\n   "id": 2,')
    assert len(bad["detail"]) <= 200
    assert bad["detail"].isprintable()
    assert summary.records == 3


def test_an_object_of_any_other_kind_is_no_message(desk: Desk, tmp_path: Path) -> None:
    desk.take(write_json(tmp_path / "export", chat([message(1), {"about": "me"}, message(2)])))
    assert [row["tg_id"] for row in desk.rows()] == [1, 2]
    assert [row["reason"][:11] for row in desk.rows("quarantine")] == ["wrong-field"]


@pytest.mark.parametrize("at_once", [1, 2, 3, 7])
def test_however_many_records_are_put_into_columns_at_once_the_rows_are_the_same(
    new_desk: Callable[..., Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    records: list[Any] = [
        message(1, ["a ", {"type": "bold", "text": "b"}]),
        message(2, edited="2026-01-02T05:04:45", edited_unixtime="1767323085", reply_to_message_id=1),
        message(3, from_id="no id", **{"from": None}),
        {"id": "not a number"},
        message(4, photo="(File not included.)", photo_file_size=3, width=1, height=2),
        message(5, type="service", actor="Ann", actor_id="user78", action="pin_message", message_id=1),
        message(6, reactions=[{"type": "emoji", "count": 2, "emoji": "🔥"}]),
        message(7, from_id=4294967374),
        message(8, date_unixtime="x"),
        {"id": 9, "text": 7},
        {"id": "neither"},
        message(10, "last"),
    ]
    export = write_json(tmp_path / "export", chat(records))
    export.write_bytes(export.read_bytes().replace(b"hello", b"he\\x1Fllo", 1))
    whole, cut = new_desk("whole"), new_desk("cut")
    whole.take(export)
    monkeypatch.setattr(rows, "_AT_ONCE", at_once)
    monkeypatch.setattr(cutting, "_BLOCK", 200)
    cut.take(export)
    assert len(whole.rows()) == 9
    assert len(whole.rows("quarantine")) == 3
    assert cut.digests() == whole.digests()
