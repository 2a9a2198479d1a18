"""What becomes of each field of a message as Telethon and 4CAT write it."""

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from schakel.records.ids import account_id, chat_id
from tests.intake.conftest import Desk
from tests.intake.dumps import CHANNEL, FIRST, channel, fourcat, telethon, user, write_lines
from tests.intake.exports import chat, message, write_json

Write = Callable[..., dict[str, Any]]
BOTH = pytest.mark.parametrize("write", [telethon, fourcat], ids=["telethon", "4cat"])


def one(desk: Desk, tmp_path: Path, record: dict[str, Any]) -> dict[str, Any]:
    desk.take(write_lines(tmp_path, [record]))
    [row] = desk.rows()
    return row


@BOTH
def test_a_plain_message(desk: Desk, tmp_path: Path, write: Write) -> None:
    row = one(desk, tmp_path, write(7, "te koop", views=12, post_author="Bo", edit_date=write(9)["date"]))
    assert row["chat_id"] == chat_id("channel", CHANNEL, "")
    assert (row["account_id"], row["account_tg_id"], row["account_kind"]) == (
        account_id("user", 78),
        78,
        "user",
    )
    assert (row["tg_id"], row["kind"], row["text"], row["views"], row["author"]) == (
        7,
        "message",
        "te koop",
        12,
        "Bo",
    )
    assert row["sent_at"] == datetime.fromtimestamp(FIRST + 7, UTC)
    assert row["edited_at"] == datetime.fromtimestamp(FIRST + 9, UTC)
    assert row["sent_as_written"] == str(write(7)["date"])


@BOTH
@pytest.mark.parametrize(
    "wrap", [lambda words: words, lambda words: {"_": "TextWithEntities", "text": words}]
)
def test_a_poll_is_read_as_the_export_reads_it(
    desk: Desk, tmp_path: Path, write: Write, wrap: Callable[[str], Any]
) -> None:
    answers = [{"_": "PollAnswer", "text": wrap(words)} for words in ("1 g 50", "5 g")]
    poll = {"_": "Poll", "question": wrap("Coke?"), "answers": answers}
    row = one(desk, tmp_path, write(7, "", media={"_": "MessageMediaPoll", "poll": poll}))
    assert row["text"] == "Coke?\n1 g 50\n5 g"


@BOTH
def test_spans_are_counted_in_characters_not_in_utf_16(desk: Desk, tmp_path: Path, write: Write) -> None:
    entities = [
        {"_": "MessageEntityBold", "offset": 3, "length": 4},
        {"_": "MessageEntityTextUrl", "offset": 8, "length": 2, "url": "https://t.me/x"},
        {"_": "MessageEntityMentionName", "offset": 0, "length": 2, "user_id": 99},
        {"_": "MessageEntityStrike", "offset": 8, "length": 400},
        {"_": "MessageEntityItalic", "offset": 90, "length": 4},
        {"_": "MessageEntityItalic", "offset": None, "length": 4},
    ]
    row = one(desk, tmp_path, write(1, "🙂 bold 🍀 rest", entities=entities))
    assert [(e["type"], row["text"][e["start"] : e["end"]], e["value"]) for e in row["entities"]] == [
        ("bold", "bold", None),
        ("text_link", "🍀", "https://t.me/x"),
        ("mention_name", "🙂", "99"),
        ("strikethrough", "🍀 rest", None),
    ]


@pytest.mark.parametrize(
    ("fields", "account"),
    [
        ({"from_id": None}, ("channel", CHANNEL)),
        ({"from_id": {"_": "PeerChannel", "channel_id": 5}}, ("channel", 5)),
        ({"from_id": 78}, ("user", 78)),
        ({"from_id": "user78"}, ("user", 78)),
        ({"from_id": -1000000000005}, ("channel", 5)),
        ({"from_id": {"_": "PeerChannel", "channel_id": -1000000000005}}, ("channel", 5)),
        ({"from_id": -5}, ("chat", 5)),
        ({"from_id": None, "peer_id": {"_": "PeerUser", "user_id": 9}}, ("user", 9)),
        ({"from_id": None, "peer_id": {"_": "PeerUser", "user_id": 9}, "out": True}, None),
        ({"from_id": True, "peer_id": {"_": "PeerChat", "chat_id": 4}}, ("chat", 4)),
    ],
)
def test_who_sent_it(
    desk: Desk, tmp_path: Path, fields: dict[str, Any], account: tuple[str, int] | None
) -> None:
    row = one(desk, tmp_path, telethon(1, **fields))
    assert row["account_id"] == (account_id(*account) if account else None)


@pytest.mark.parametrize(
    ("peer", "expected"),
    [
        ({"_": "PeerChannel", "channel_id": 5}, ("channel", 5)),
        ({"_": "PeerChannel", "channel_id": -1000000000005}, ("channel", 5)),
        ({"_": "PeerChat", "chat_id": 5}, ("chat", 5)),
        ({"_": "PeerUser", "user_id": 5}, ("user", 5)),
        (-1000000000005, ("channel", 5)),
        ("channel5", ("channel", 5)),
    ],
)
def test_which_chat_it_stands_in(desk: Desk, tmp_path: Path, peer: Any, expected: tuple[str, int]) -> None:
    # The last message makes the file known as a dump; old layers named the chat otherwise.
    desk.take(
        write_lines(tmp_path, [telethon(1, peer_id=peer), telethon(2, peer_id=..., to_id=peer), telethon(3)])
    )
    assert {row["chat_id"] for row in desk.rows() if row["tg_id"] < 3} == {chat_id(*expected, "")}


@BOTH
def test_replies_and_forwards(desk: Desk, tmp_path: Path, write: Write) -> None:
    here = {
        "_": "MessageReplyHeader",
        "reply_to_msg_id": 2,
        "reply_to_peer_id": {"_": "PeerChannel", "channel_id": CHANNEL},
    }
    there = {"reply_to_msg_id": 2, "reply_to_peer_id": {"_": "PeerChannel", "channel_id": 5}}
    known = {
        "_": "MessageFwdHeader",
        "from_id": {"_": "PeerUser", "user_id": 6},
        "date": "x",
        "channel_post": 4,
    }
    records = [
        write(3, reply_to=here),
        write(4, reply_to=there),
        write(5, reply_to=None, reply_to_msg_id=1),
        write(6, fwd_from=known),
        write(7, fwd_from={"from_id": None, "from_name": "Hidden"}),
    ]
    desk.take(write_lines(tmp_path, records))
    rows = desk.by_id()
    assert [(rows[n]["reply_to"], rows[n]["reply_to_chat"]) for n in (3, 4, 5)] == [
        (2, None),
        (None, "channel5"),
        (1, None),
    ]
    assert '"reply_to_message_id":2' in rows[4]["extra"]
    assert [(rows[n]["forwarded_from"], rows[n]["forwarded_from_id"]) for n in (5, 6, 7)] == [
        (None, None),
        ("", account_id("user", 6)),
        ("Hidden", None),
    ]
    assert '"channel_post":4' in rows[6]["extra"]


def test_4cat_tells_the_names_of_those_a_message_comes_from(desk: Desk, tmp_path: Path) -> None:
    forward = {"_": "Forward", "_sender": user(6, first_name="Cees", last_name="K", fake=True), "_chat": None}
    record = fourcat(
        1,
        fwd_from={"from_id": {"_": "PeerUser", "user_id": 6}},
        _forward=forward,
        _via_bot=user(5, username="some_bot", bot=True),
        via_bot_id=5,
    )
    row = one(desk, tmp_path, record)
    assert (row["forwarded_from"], row["via_bot"]) == ("Cees K", "@some_bot")
    assert (row["chat_title"], row["chat_kind"], row["account_name"]) == (
        "Market",
        "public_supergroup",
        "Ann",
    )
    assert {(p["account_tg_id"], *p["flags"]) for p in desk.rows("profiles")} == {
        (CHANNEL,),
        (78,),
        (6, "fake"),
        (5, "bot"),
    }


@BOTH
@pytest.mark.parametrize(
    ("media", "kind", "status"),
    [
        ({"_": "MessageMediaPhoto", "photo": {"_": "Photo", "id": 1}}, "photo", "not-exported"),
        (
            {"_": "MessageMediaDocument", "document": {"_": "Document", "attributes": []}},
            "file",
            "not-exported",
        ),
        (
            {
                "_": "MessageMediaDocument",
                "document": {"attributes": [{"_": "DocumentAttributeVideo", "round_message": True}]},
            },
            "video_message",
            "not-exported",
        ),
        (
            {
                "_": "MessageMediaDocument",
                "document": {"attributes": [{"_": "DocumentAttributeAudio", "voice": True}]},
            },
            "voice_message",
            "not-exported",
        ),
        ({"_": "MessageMediaGeo", "geo": {"lat": 52.1, "long": 4.3}}, "location", None),
        ({"_": "MessageMediaWebPage", "webpage": {"url": "https://x"}}, None, None),
        ("nonsense", None, None),
    ],
)
def test_what_it_carries(
    desk: Desk, tmp_path: Path, write: Write, media: Any, kind: str | None, status: str | None
) -> None:
    row = one(desk, tmp_path, write(1, media=media))
    assert (row["media_kind"], row["media_status"]) == (kind, status)


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("photo-1.jpg", "found"),
        ("photo-2.jpg", "missing"),
        ("../photo-1.jpg", "refused"),
        ("/etc/passwd", "refused"),
    ],
)
def test_a_photo_that_was_collected_with_its_message_is_the_sealed_one(
    desk: Desk, tmp_path: Path, written: str, status: str
) -> None:
    media = {"_": "MessageMediaPhoto", "photo": {"_": "Photo", "id": 5}}
    write_lines(tmp_path / "run", [telethon(1, media=media, _photo_file=written)], "chat-5.ndjson")
    (tmp_path / "run" / "photo-1.jpg").write_bytes(b"bytes of a photo")
    desk.take(tmp_path / "run")
    [row] = desk.rows()
    assert (row["media_kind"], row["media_status"]) == ("photo", status)
    found = sha256(b"bytes of a photo").hexdigest() if status == "found" else None
    assert row["media_sha256"] == found
    assert "_photo_file" not in (row["extra"] or "")


@BOTH
def test_a_contact_card_is_where_other_exports_have_it(desk: Desk, tmp_path: Path, write: Write) -> None:
    card = {
        "_": "MessageMediaContact",
        "phone_number": "31600000000",
        "first_name": "Bo",
        "last_name": "",
        "user_id": 7,
    }
    row = one(desk, tmp_path, write(1, "", media=card))
    expected = '"contact_information":{"first_name":"Bo","last_name":"","phone_number":"31600000000"}'
    assert row["media_kind"] == "contact"
    assert expected in row["extra"]


@BOTH
def test_reactions(desk: Desk, tmp_path: Path, write: Write) -> None:
    results = [
        {"_": "ReactionCount", "count": 3, "reaction": {"_": "ReactionEmoji", "emoticon": "👍"}},
        {"_": "ReactionCount", "count": 1, "reaction": {"_": "ReactionCustomEmoji", "document_id": 44}},
    ]
    row = one(desk, tmp_path, write(1, reactions={"_": "MessageReactions", "results": results}))
    assert row["reactions"] == [
        {"kind": "emoji", "value": "👍", "count": 3},
        {"kind": "custom_emoji", "value": "44", "count": 1},
    ]


@BOTH
@pytest.mark.parametrize(
    ("action", "name"),
    [
        ("PinMessage", "pin_message"),
        ("ChatEditTitle", "edit_group_title"),
        ("ChatDeleteUser", "remove_members"),
        ("SetMessagesTTL", "set_messages_ttl"),
        ("GroupCall", "group_call"),
    ],
)
def test_what_happened_has_telegram_desktops_word(
    desk: Desk, tmp_path: Path, write: Write, action: str, name: str
) -> None:
    told = {"action": {"_": f"MessageAction{action}", "title": "New"}, "reply_to": {"reply_to_msg_id": 5}}
    row = one(desk, tmp_path, {**write(1, ..., **told), class_key(write): "MessageService"})
    assert (row["kind"], row["action"], row["text"], row["reply_to"]) == ("service", name, "", None)
    assert '"message_id":5' in row["extra"]
    assert '"title":"New"' in row["extra"]
    assert [account["flags"] for account in desk.rows("accounts")] == [["keeper"]]


def class_key(write: Write) -> str:
    return "_type" if write is fourcat else "_"


def test_what_has_no_column_is_kept_in_extra(desk: Desk, tmp_path: Path) -> None:
    row = one(
        desk, tmp_path, telethon(1, grouped_id=55, silent=True, forwards=2, ttl_period=None, _client="x")
    )
    assert row["extra"] == '{"forwards":2,"grouped_id":55,"silent":true}'


def test_a_message_seen_by_all_tools_is_one_message_of_one_account(desk: Desk, tmp_path: Path) -> None:
    edited = {"edited": "2026-01-02T06:00:00", "edited_unixtime": str(FIRST + 100)}
    desktop = [message(1, "een"), message(2, "twee 🙂", **edited)]
    telethon_dump = [
        telethon(1, "een"),
        telethon(2, "twee 🙂", edit_date="2026-01-02T03:05:45+00:00"),
        telethon(3, "drie"),
    ]
    fourcat_dump = [
        fourcat(1, "een"),
        fourcat(2, "twee 🙂", edit_date=float(FIRST + 100)),
        fourcat(4, "vier"),
    ]
    summary = desk.take(
        write_json(tmp_path / "desktop", chat(desktop)),
        write_lines(tmp_path / "telethon", telethon_dump),
        write_lines(tmp_path / "4cat", fourcat_dump, name="dump.ndjson"),
    )
    assert (summary.records, summary.messages, summary.known) == (8, 4, 4)
    assert {row["account_id"] for row in desk.rows()} == {account_id("user", 78)}
    assert {row["chat_id"] for row in desk.rows()} == {chat_id("channel", CHANNEL, "")}
    formats = {row["source_id"]: row["format"] for row in desk.rows("sources")}
    assert [formats[desk.by_id()[n]["source_id"]] for n in (1, 2, 3, 4)] == [
        "desktop-json",
        "desktop-json",
        "telethon-json",
        "4cat-ndjson",
    ]


def test_a_message_is_taken_from_the_export_that_tells_names_however_small_the_dump(
    desk: Desk, tmp_path: Path
) -> None:
    export = write_json(tmp_path / "export", chat([message(1), message(2, "long " * 500)]))
    dump = write_lines(tmp_path / "dump", [telethon(1)])
    assert dump.stat().st_size < export.stat().st_size
    desk.take(dump)
    desk.take(export)
    assert [(row["tg_id"], row["account_name"]) for row in desk.rows()] == [(1, "Ann"), (2, "Ann")]


def test_a_name_that_is_not_told_is_no_deleted_account(desk: Desk, tmp_path: Path) -> None:
    desk.take(write_lines(tmp_path, [telethon(1), telethon(2, from_id={"_": "PeerUser", "user_id": 79})]))
    assert [(row["name"], row["flags"]) for row in desk.rows("accounts")] == [("", []), ("", [])]


def test_the_name_that_is_told_elsewhere_is_shown(desk: Desk, tmp_path: Path) -> None:
    export = write_json(
        tmp_path / "desktop", chat([message(1), message(2, **{"from": None, "from_id": "user5"})])
    )
    dump = write_lines(
        tmp_path / "dump",
        [
            telethon(8),
            telethon(9, from_id={"user_id": 79}),
            user(79, first_name="Bo", last_name="K"),
            channel(title="Title"),
        ],
    )
    desk.take(export, dump)
    rows = {
        (row["account_tg_id"], row["name"]): (row["messages"], row["flags"]) for row in desk.rows("accounts")
    }
    assert rows == {(78, "Ann"): (2, []), (79, "Bo K"): (1, []), (5, ""): (1, ["deleted"])}


def test_times_without_an_offset_need_the_operators_word(desk: Desk, tmp_path: Path) -> None:
    path = write_lines(
        tmp_path, [telethon(1, date="2026-01-02T04:04:05"), telethon(2, date="never"), telethon(3)]
    )
    desk.take(path)
    assert [row["sent_at"] is None for row in desk.rows()] == [True, True, False]
    assert desk.rows("sources")[0]["clock"] == "unknown"
    desk.take(path, timezone="Europe/Amsterdam")
    assert desk.rows()[0]["sent_at"] == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
