"""Whatever a dump holds, nothing crashes, nothing is lost in silence, and good lines stay."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.intake.conftest import Desk
from tests.intake.dumps import channel, fourcat, telethon, user, write_lines

NewDesk = Callable[..., Desk]
DEEP = '{"_": "Message", "id": 3, "peer_id": ' + '{"a": ' * 100_000 + "1" + "}" * 100_000 + "}"

BROKEN = [
    ("not JSON", "not-json"),
    ('{"_": "Message", "id": 3', "not-json"),
    ("[1, 2]", "wrong-value: not an object"),
    ("17", "wrong-value: not an object"),
    ('{"id": 3}', "wrong-value: no message, user or chat: an object without a class"),
    ('{"_": "Dialog", "id": 3}', "wrong-value: no message, user or chat: Dialog"),
    (telethon(3, id=...), "wrong-value: a message without a number"),
    (telethon(3, id=1 << 62), "wrong-value: a message without a number"),
    (telethon(3, id="3"), "wrong-value: a message without a number"),
    (telethon(3, peer_id=None), "wrong-value: a message without a chat"),
    (telethon(3, peer_id={"_": "PeerUser", "user_id": 0}), "wrong-value: a message without a chat"),
    (telethon(3, message={"a": 1}), "wrong-value: a text that is no text"),
    (DEEP, "nested-too-deep"),
]


@pytest.mark.parametrize(("record", "reason"), BROKEN)
def test_a_broken_line_is_set_apart_with_place_and_reason(
    desk: Desk, tmp_path: Path, record: Any, reason: str
) -> None:
    path = write_lines(tmp_path, [telethon(1), record, telethon(9)])
    summary = desk.take(path)
    assert (summary.messages, summary.quarantined, summary.records) == (2, 1, 3)
    [bad] = desk.rows("quarantine")
    assert bad["reason"] == reason
    assert bad["place_in_source"] == len(path.read_bytes().splitlines(keepends=True)[0])
    assert len(bad["detail"]) <= 200


@pytest.mark.parametrize(
    "fields",
    [
        {"date": 1e300},
        {"date": -1e300},
        {"date": [1]},
        {"date": True},
        {"date": "0001-01-01T00:00:00+23:59"},
        {"date": 253402300800},
        {"edit_date": "x"},
        {"views": 1 << 70},
        {"views": "many"},
        {"entities": [None, 5, {"offset": -5, "length": 1 << 60}, {"_": 5, "offset": 0, "length": 1}]},
        {"entities": {"offset": 1}},
        {"reactions": {"results": [{"count": 1 << 62, "reaction": 5}, {}, None]}},
        {"media": {"_": "MessageMediaDocument", "document": [1]}},
        {"media": {"_": 5}},
        {"fwd_from": [5]},
        {"reply_to": {"reply_to_msg_id": "x", "reply_to_peer_id": {"user_id": "y"}}},
        {"from_id": {"user_id": 1 << 80}},
        {"from_id": "user" + "9" * 40},
        {"post_author": 5},
        {"via_bot_id": []},
        {"_sender": {"_": "User", "id": "x"}, "_chat": 5},
        {"_chat": {"_": "Channel", "id": 5, "title": 7, "usernames": [1, {"username": 2}]}},
        {"message": "\ud83d half a sign"},
        {"message": "zero \x00 sign"},
    ],
)
def test_a_field_of_the_wrong_kind_costs_no_message(
    desk: Desk, tmp_path: Path, fields: dict[str, Any]
) -> None:
    lines = [json.dumps(write(n, **fields)) for n, write in ((1, telethon), (2, fourcat))]
    desk.take(
        write_lines(tmp_path / "a", [telethon(5), lines[0]]),
        write_lines(tmp_path / "b", [fourcat(6), lines[1]]),
    )
    assert sorted(row["tg_id"] for row in desk.rows()) == [1, 2, 5, 6]


def test_numbers_far_apart_do_not_stop_the_counting(desk: Desk, tmp_path: Path) -> None:
    far = (1 << 62) - 1
    desk.take(write_lines(tmp_path, [telethon(1, id=-far), telethon(1, id=far), telethon(0)]))
    assert sum(row["ids_seen"] for row in desk.rows("coverage")) == 3


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["_", "_type", "id", "user_id", "channel_id", "offset", "length", "count", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
FIELDS = st.dictionaries(
    st.sampled_from([*fourcat(1), "to_id", "_forward", "action", "usernames", "via_bot_id", "x"]),
    ANYTHING,
    max_size=4,
)
LINES = st.lists(
    st.one_of(
        st.builds(lambda n, fields: json.dumps({**telethon(n), **fields}), st.integers(1, 50), FIELDS),
        st.builds(lambda n, fields: json.dumps({**user(n), **fields}), st.integers(1, 50), FIELDS),
        st.builds(lambda n, cut: json.dumps(telethon(n))[:cut], st.integers(1, 50), st.integers(1, 400)),
        st.text(max_size=12).filter(lambda text: "\n" not in text and text.strip(" \t\r\n,")),
    ),
    max_size=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES)
def test_whatever_stands_in_the_lines_every_one_is_accounted_for(
    new_desk: NewDesk, tmp_path: Path, lines: list[str]
) -> None:
    path = write_lines(tmp_path, [telethon(99), *lines])
    name = f"case{len(list(tmp_path.iterdir()))}"
    desk = new_desk(name)
    summary = desk.take(path)
    [source] = desk.rows("sources")
    written = [line for line in path.read_bytes().split(b"\n") if line.strip(b" \t\r,")]
    assert summary.records + source["described"] == len(written)
    assert summary.records == summary.messages + summary.known + summary.quarantined
    assert 99 in {row["tg_id"] for row in desk.rows()}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["telethon-json", "4cat-ndjson", "tgdataset"]),
    st.sampled_from([b"", b"[", b"{", b'[{"_": "Message", ', b'{"5": {"text_messages": {"1": {']),
    st.binary(max_size=80) | st.text('{}[]",:\\1a \n', max_size=80).map(str.encode),
)
@example("tgdataset", b'{"5": {"text_messages": {"1": {', b"}")  # a message that says nothing, then the end
def test_bytes_of_any_kind_never_crash(
    new_desk: NewDesk, tmp_path: Path, kind: str, start: bytes, rest: bytes
) -> None:
    path = tmp_path / f"case{len(list(tmp_path.iterdir()))}.json"
    path.write_bytes(start + rest)
    summary = new_desk(f"{path.stem}-desk").take(path, format=kind)
    assert summary.messages <= start.endswith(b'"1": {')  # only there a message may have its number
    assert summary.records == summary.messages + summary.quarantined


def test_descriptions_alone_are_a_dump_too(desk: Desk, tmp_path: Path) -> None:
    summary = desk.take(
        write_lines(tmp_path, [user(5, scam=True), user(5, scam=True), channel(7)], name="people.json")
    )
    assert (summary.records, summary.quarantined) == (0, 0)
    assert desk.rows("sources")[0]["described"] == 3
    assert [(row["account_tg_id"], row["flags"]) for row in desk.rows("profiles")] == [(5, ["scam"]), (7, [])]
