"""Accounts, chats and coverage follow from the messages."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.intake.conftest import Desk
from tests.intake.exports import chat, message, write_json

DAY = 86400


def at(seconds: int) -> dict[str, str]:
    return {"date_unixtime": str(seconds)}


def test_coverage_counts_what_is_there_and_what_is_skipped(desk: Desk, tmp_path: Path) -> None:
    records = [
        message(-999999990, **at(50)),
        message(-999999985, **at(60)),
        message(10, **at(100)),
        message(11, **at(200)),
        {"id": 12, "type": "unsupported"},
        message(20, **at(DAY + 5)),
        message(21, **at(DAY + 6), edited="x", edited_unixtime=str(DAY + 7)),
        message(21, "older", **at(DAY + 6)),
    ]
    desk.take(write_json(tmp_path / "export", chat(records)))
    found = [tuple(row.values())[1:] for row in desk.rows("coverage")]
    assert found == [
        (date(1970, 1, 1), -999999990, 12, 5, 4, 0, 0),
        (date(1970, 1, 2), 20, 21, 2, 7, 1, 1),
    ]


def test_coverage_without_moments_has_no_day(desk: Desk, tmp_path: Path) -> None:
    desk.take(
        write_json(tmp_path / "export", chat([message(4, date_unixtime=...), message(6, date_unixtime=...)]))
    )
    assert [tuple(row.values())[1:] for row in desk.rows("coverage")] == [(None, 4, 6, 2, 1, 0, 0)]


def test_an_account_has_a_row_for_each_name_and_flags(desk: Desk, tmp_path: Path) -> None:
    pin = {
        "id": 5,
        "type": "service",
        "date": "2026-01-02T05:05:55",
        "date_unixtime": "1767400000",
        "actor": "Ann Two",
        "actor_id": "user78",
        "action": "pin_message",
        "message_id": 2,
        "text": "",
    }
    records = [
        message(1, **at(100)),
        message(2, **at(200)),
        message(3, **{"from": None, "from_id": "user5"}),
        pin,
    ]
    other = chat(
        [message(1, **at(50)), message(2, **{"from": "Bot", "from_id": "user9"})], number=9, type="bot_chat"
    )
    desk.take(write_json(tmp_path / "a", chat(records)), write_json(tmp_path / "b", other))
    rows = {(row["account_tg_id"], row["name"]): row for row in desk.rows("accounts")}
    assert {key: (row["messages"], row["chats"], row["flags"]) for key, row in rows.items()} == {
        (78, "Ann"): (3, 2, ["keeper"]),
        (78, "Ann Two"): (1, 1, ["keeper"]),
        (5, ""): (1, 1, ["deleted"]),
        (9, "Bot"): (1, 1, ["bot"]),
    }
    assert rows[78, "Ann"]["first_seen"] == datetime(1970, 1, 1, 0, 0, 50, tzinfo=UTC)
    assert rows[78, "Ann"]["kind"] == "user"


def nameless(number: int, kind: str = "message", who: str = "user5", seconds: int = 500) -> dict[str, object]:
    name = {"actor": None, "actor_id": who} if kind == "service" else {"from": None, "from_id": who}
    return message(number, type=kind, **at(seconds), **({"from": ..., "from_id": ...} | name))


@pytest.mark.parametrize(
    ("rows", "deleted"),
    [
        ([nameless(1)], ["user5"]),
        ([nameless(1, "service")], ["user5"]),
        ([nameless(1, who="channel5")], []),
        # named by the same file, before and after, and also by a row of another kind
        ([message(1, from_id="user5", **at(10)), nameless(2)], []),
        ([message(1, from_id="user5", **at(10)), nameless(2, "service")], []),
        ([message(1, from_id="user5", **at(900)), nameless(2)], []),
        ([message(1, from_id="user5", **at(900)), message(2, **{"from": "Deleted Account", "from_id": "user5"}, **at(5))], []),
        ([message(1, **{"from": "Deleted Account", "from_id": "user5"}, **at(5))], ["user5"]),
    ],
)  # fmt: skip
def test_only_who_has_no_name_in_an_export_was_deleted(
    desk: Desk, tmp_path: Path, rows: list[dict[str, object]], deleted: list[str]
) -> None:
    desk.take(write_json(tmp_path / "export", chat(rows)))
    found = [
        f"{row['kind']}{row['account_tg_id']}" for row in desk.rows("accounts") if "deleted" in row["flags"]
    ]
    assert found == deleted


@pytest.mark.parametrize(("named_at", "deleted"), [(100, True), (500, False), (900, False)])
def test_who_has_a_name_in_another_export_at_that_time_or_later_was_not_deleted(
    desk: Desk, tmp_path: Path, named_at: int, deleted: bool
) -> None:
    named = chat([message(1, from_id="user5", **at(named_at))])
    desk.take(write_json(tmp_path / "a", named), write_json(tmp_path / "b", chat([nameless(2)], number=7)))
    assert any("deleted" in row["flags"] for row in desk.rows("accounts")) == deleted


def test_a_message_that_is_not_supported_makes_no_channel_a_deleted_account(
    desk: Desk, tmp_path: Path
) -> None:
    posts = [message(n, **{"from": "Shop", "from_id": "channel77"}) for n in (1, 3)]
    records = [posts[0], {"id": 2, "type": "unsupported"}, posts[1]]
    desk.take(write_json(tmp_path / "export", chat(records, number=77, type="public_channel")))
    assert [(row["name"], row["messages"], row["flags"]) for row in desk.rows("accounts")] == [
        ("Shop", 3, [])
    ]


@pytest.mark.parametrize(
    ("action", "keeps"), [("remove_members", True), ("topic_created", False), ("invite_members", False)]
)
def test_who_opens_a_topic_in_a_forum_keeps_nothing_by_it(
    desk: Desk, tmp_path: Path, action: str, keeps: bool
) -> None:
    done = {"type": "service", "actor": "Ann", "actor_id": "user78", "action": action, "title": "Ann | menu"}
    other = {"from": "Bo", "from_id": "user9"}
    desk.take(write_json(tmp_path / "a", chat([message(1, **other), {**message(2, ""), **done}])))
    flags = {row["account_tg_id"]: row["flags"] for row in desk.rows("accounts")}
    assert flags == {9: [], 78: ["keeper"] if keeps else []}


def test_who_leaves_is_told_as_removed_by_itself_and_keeps_nothing_by_it(desk: Desk, tmp_path: Path) -> None:
    deed = {"type": "service", "action": "remove_members", "actor": "Ann", "actor_id": "user78"}
    left = {**message(1, ""), **deed, "members": ["Ann"]}
    put_out = {**message(2, ""), **deed, "actor": "Bo", "actor_id": "user9", "members": ["Cas"]}
    desk.take(write_json(tmp_path / "a", chat([left, put_out])))
    assert {row["name"]: row["flags"] for row in desk.rows("accounts")} == {"Ann": [], "Bo": ["keeper"]}


@pytest.mark.parametrize(
    ("kind", "writers", "keeps"),
    [("private_group", 5, False), ("private_group", 12, True), ("public_channel", 12, False)],
)
def test_who_makes_a_channel_or_the_chat_of_a_few_keeps_no_group(
    desk: Desk, tmp_path: Path, kind: str, writers: int, keeps: bool
) -> None:
    made = {
        **message(1, ""),
        "type": "service",
        "action": "create_group",
        "actor": "Ann",
        "actor_id": "user78",
    }
    others = [message(n + 2, **{"from": f"B{n}", "from_id": f"user{n + 1}"}) for n in range(writers)]
    desk.take(write_json(tmp_path / "a", chat([made, *others], type=kind)))
    flags = {row["name"]: row["flags"] for row in desk.rows("accounts")}
    assert flags["Ann"] == (["keeper"] if keeps else [])


def test_a_chat_has_its_last_title_and_counts_messages_not_versions(desk: Desk, tmp_path: Path) -> None:
    old = write_json(tmp_path / "old", chat([message(1, **at(100)), message(2, **at(200))], name="Old name"))
    late = [message(2, "two, edited", **at(200)), message(3, **at(300), **{"from": "Bo", "from_id": "user9"})]
    desk.take(old, write_json(tmp_path / "new", chat(late, name="New name")))
    [row] = desk.rows("chats")
    assert (row["title"], row["messages"], row["accounts"], row["kind"]) == (
        "New name",
        3,
        2,
        "public_supergroup",
    )
    assert row["last_seen"] == datetime(1970, 1, 1, 0, 5, tzinfo=UTC)
