"""Channels of TGDataset: texts and media become messages, and what stands around them is accounted for."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.intake import parsing
from schakel.intake.tgdataset.layout import plan_channels
from schakel.records.ids import account_id, chat_id
from tests.intake.conftest import Desk
from tests.intake.dumps import (
    CHANNEL,
    FIRST,
    dataset_channel,
    dataset_medium,
    dataset_text,
    telethon,
    write_dataset,
    write_lines,
)
from tests.intake.exports import chat, message, write_json

NewDesk = Callable[..., Desk]


def test_a_text_with_its_medium_is_one_message(desk: Desk, tmp_path: Path) -> None:
    texts = {5: dataset_text("te koop 🙂", 5), 3: dataset_text("drie", 3)}
    media = {5: dataset_medium(5), 4: dataset_medium(4, title="list.pdf", extension=".pdf", media_id="BQ")}
    path = write_dataset(tmp_path, {CHANNEL: dataset_channel(texts, media)})
    summary = desk.take(path)
    assert (summary.records, summary.messages, summary.known, summary.quarantined) == (4, 3, 1, 0)
    rows = desk.by_id()
    assert {n: (row["text"], row["media_kind"]) for n, row in rows.items()} == {
        5: ("te koop 🙂", "photo"),
        3: ("drie", None),
        4: ("", "file"),
    }
    assert rows[4]["extra"] == '{"extension":".pdf","media_id":"BQ","title":"list.pdf"}'
    assert rows[5]["sent_at"] == datetime.fromtimestamp(FIRST + 5, UTC)
    raw = path.read_bytes()
    assert all(raw[row["place_in_source"] :].startswith((b'{"message"', b'{"date"')) for row in rows.values())


def test_the_channel_posts_itself_and_its_marks_are_flags(desk: Desk, tmp_path: Path) -> None:
    marked = dataset_channel({1: dataset_text("x", 1)}, scam=True)
    late = dataset_channel({1: dataset_text("y", 1)}, verified=True, title=None, username=None)
    desk.take(write_dataset(tmp_path, {CHANNEL: marked, 5: late}))
    accounts = {row["account_id"]: (row["name"], row["flags"]) for row in desk.rows("accounts")}
    assert accounts == {
        account_id("channel", CHANNEL): ("Market", ["scam"]),
        account_id("channel", 5): ("", ["verified"]),
    }
    chats = {row["chat_id"]: (row["title"], row["kind"], row["flags"]) for row in desk.rows("chats")}
    assert chats == {
        chat_id("channel", CHANNEL, ""): ("Market", "public_channel", ["scam"]),
        chat_id("channel", 5, ""): ("", "private_channel", ["verified"]),
    }
    assert {row["username"] for row in desk.rows("profiles")} == {"market", None}


def test_forwards_and_authors(desk: Desk, tmp_path: Path) -> None:
    texts = {
        1: dataset_text("a", 1, is_forwarded=True, forwarded_from_id=9, forwarded_message_date=1.0),
        2: dataset_text("b", 2, is_forwarded=True),
        3: dataset_text("c", 3, author=77),
        4: dataset_text("d", 4, author=CHANNEL),
        5: dataset_text("e", 5, author=-1000000000000 - CHANNEL),
    }
    desk.take(write_dataset(tmp_path, {f"-100{CHANNEL}": dataset_channel(texts)}))
    rows = desk.by_id()
    assert [(rows[n]["forwarded_from"], rows[n]["forwarded_from_id"]) for n in (1, 2, 3)] == [
        ("", account_id("channel", 9)),
        ("", None),
        (None, None),
    ]
    assert '"forwarded_message_date":1.0' in rows[1]["extra"]
    own = account_id("channel", CHANNEL)
    assert [rows[n]["account_id"] for n in (1, 3, 4, 5)] == [own, account_id("user", 77), own, own]


def test_a_message_that_an_export_of_the_channel_has_too_is_one(desk: Desk, tmp_path: Path) -> None:
    own = {"from": "Market", "from_id": f"channel{CHANNEL}"}
    export = write_json(tmp_path / "export", chat([message(1, "een", **own), message(2, "twee", **own)]))
    dump = write_dataset(
        tmp_path, {CHANNEL: dataset_channel({2: dataset_text("twee", 2), 3: dataset_text("drie", 3)})}
    )
    summary = desk.take(export, dump)
    assert (summary.messages, summary.known) == (3, 1)
    assert {row["account_id"] for row in desk.rows()} == {account_id("channel", CHANNEL)}


MANY = {
    number: dataset_channel(
        {n: dataset_text(f"text {n} of {number}", n) for n in range(400, 1, -2)},
        {n: dataset_medium(n) for n in range(400, 1, -3)},
        scam=number == 7,
    )
    for number in (5, 6, 7)
} | {8: dataset_channel({}), 9: dataset_channel({1: dataset_text("small", 1)}, scam=True)}


@pytest.mark.parametrize("indent", [None, 1])
def test_pieces_and_processes_change_no_row(
    new_desk: NewDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, indent: int | None
) -> None:
    path = write_json(tmp_path, MANY, indent=indent, name="part.json")
    whole = new_desk("whole")
    first = whole.take(path)
    assert (first.records, first.known, first.messages) == (3 * (200 + 133) + 1, 3 * 67, 3 * 266 + 1)
    monkeypatch.setattr("schakel.intake.tgdataset.layout._CUT_EVERY", 2000)
    monkeypatch.setattr(parsing, "plan_channels", lambda like, unread: plan_channels(like, unread, 8000))
    monkeypatch.setattr(parsing, "WORTH_A_PROCESS", 1)
    for workers in (1, 2):
        cut = new_desk(f"cut{workers}", workers=workers)
        assert cut.take(path).known == first.known
        assert len([name for name in cut.digests() if name.startswith("messages/")]) > 10
        by_place = {
            table: sorted(map(str, whole.rows(table)))
            for table in ("messages", "profiles", "accounts", "chats")
        }
        assert {table: sorted(map(str, cut.rows(table))) for table in by_place} == by_place


@pytest.mark.parametrize(
    ("inside", "reason", "place"),
    [
        ('"2": 5, ', "wrong-value: no message", '"2": 5'),
        ('"2": "text", ', "wrong-value: no message", '"2": "text"'),
        ('"two": {"message": "x"}, ', "wrong-value: no message", '"two"'),
        ('"2": {"message": 5}, ', "wrong-value: a text that is no text", '{"message": 5}'),
        ('"2": [1], ', "wrong-value: not an object", "[1]"),
        ('"2": {"message": nothing}, ', "not-json", '{"message": nothing}'),
    ],
)
def test_a_broken_record_is_set_apart_and_the_others_stay(
    desk: Desk, tmp_path: Path, inside: str, reason: str, place: str
) -> None:
    path = write_dataset(
        tmp_path, {CHANNEL: dataset_channel({1: dataset_text("een", 1), 3: dataset_text("drie", 3)})}
    )
    raw = path.read_text().replace('"3": {', inside + '"3": {')
    path.write_text(raw)
    summary = desk.take(path)
    assert sorted(row["tg_id"] for row in desk.rows()) == [1, 3]
    found = desk.rows("quarantine")
    assert (found[0]["reason"], found[0]["place_in_source"]) == (reason, raw.index(place, raw.index(inside)))
    assert summary.records == summary.messages + summary.known + summary.quarantined


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"5": {"title": "x", "text_messages": {"1": {"message": "a"}}}} more', "not-json"),
        ('{"5": {"title": "x", "text_messages": {"1": {"message": "a"}}', "cut-off"),
        ('{"5": {"title": "x", "text_messages": {"1": {"message": "a"}, "2": {"mess', "cut-off"),
        (
            '{"5": {"title": "x", "text_messages": {"1": {"message": "a"}}, "other": {"k": {}}}}',
            "unknown-field",
        ),
        ('{"5": {"title": bad, "text_messages": {"1": {"message": "a"}}}}', "unreadable-channel-fields"),
        (
            '{"5": {"title": "x", "text_messages": {"1": {"message": "a"}}}, "name": {"a": {}}}',
            "no-channel-number",
        ),
    ],
)
def test_what_is_wrong_around_the_records_is_told(
    desk: Desk, tmp_path: Path, content: str, reason: str
) -> None:
    path = tmp_path / "part.json"
    path.write_text(content)
    summary = desk.take(path)
    assert [row["text"] for row in desk.rows()] == ["a"]
    assert [row["reason"] for row in desk.rows("quarantine")] == [reason]
    assert (summary.records, summary.quarantined) == (2, 1)


def test_text_that_looks_like_brackets_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    evil = '"}}, "9": {"message": "x", "text_messages": {\\'
    desk.take(
        write_dataset(
            tmp_path, {CHANNEL: dataset_channel({1: dataset_text(evil, 1)}, description=evil, title=evil)}
        )
    )
    assert [(row["text"], row["chat_title"]) for row in desk.rows()] == [(evil, evil)]
    assert desk.rows("quarantine") == []


SCALAR = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6)
VALUE = SCALAR | st.lists(SCALAR, max_size=3) | st.dictionaries(st.text(max_size=3), SCALAR, max_size=2)
RECORD = st.builds(
    lambda n, fields: {**dataset_text("x", n), **fields},
    st.integers(1, 9),
    st.dictionaries(
        st.sampled_from(["message", "date", "author", "is_forwarded", "forwarded_from_id", "title"]),
        VALUE,
        max_size=3,
    ),
)
MAP = st.dictionaries(st.integers(-5, 30).map(str), RECORD, max_size=5)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    MAP, MAP, st.dictionaries(st.sampled_from(["scam", "title", "username", "verified"]), SCALAR, max_size=3)
)
def test_whatever_stands_in_the_records_every_one_is_accounted_for(
    new_desk: NewDesk, tmp_path: Path, texts: dict[str, Any], media: dict[str, Any], header: dict[str, Any]
) -> None:
    channel = {**dataset_channel({}), **header, "text_messages": texts, "generic_media": media}
    folder = tmp_path / f"case{len(list(tmp_path.iterdir()))}"
    desk = new_desk(f"{folder.name}-desk")
    summary = desk.take(
        write_dataset(folder, {3: dataset_channel({1: dataset_text("sure", 1)}), CHANNEL: channel})
    )
    assert summary.records == len(texts) + len(media) + 1
    assert summary.records == summary.messages + summary.known + summary.quarantined
    assert "sure" in {row["text"] for row in desk.rows()}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_file_with_bytes_gone_or_changed_never_crashes(
    new_desk: NewDesk, tmp_path: Path, data: st.DataObject
) -> None:
    folder = tmp_path / f"case{len(list(tmp_path.iterdir()))}"
    texts = {n: dataset_text(f"text {n}", n) for n in range(4)}
    path = write_dataset(
        folder, {5: dataset_channel(texts, {2: dataset_medium(2)}), 6: dataset_channel(texts)}
    )
    raw = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        raw[data.draw(st.integers(60, len(raw) - 1))] = data.draw(st.sampled_from(b'{}[]",:\\0x\xff'))
    path.write_bytes(raw)
    summary = new_desk(f"{folder.name}-desk").take(path, format="tgdataset")
    assert summary.records == summary.messages + summary.known + summary.quarantined
    assert summary.records > 0


def test_a_file_of_another_kind_is_no_dataset(desk: Desk, tmp_path: Path) -> None:
    desk.take(write_lines(tmp_path, [telethon(1, '{"5": {"text_messages": {')]))
    assert [row["format"] for row in desk.rows("sources")] == ["telethon-json"]
