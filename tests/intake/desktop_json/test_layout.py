"""Layout: single chats, whole accounts, bare arrays, in any line layout and with headers before or after."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.intake.desktop_json.byte_window import ByteWindow, Watched
from schakel.intake.desktop_json.layout import KEY, find_layout
from tests.intake.conftest import Desk
from tests.intake.exports import chat, message, write_json

ACCOUNT = {
    "about": "Here is the data you requested.",
    "personal_information": {"user_id": 78, "first_name": "Ann", "bio": '"messages": ['},
    "contacts": {"about": "a", "list": [{"user_id": 79, "first_name": "Bo"}]},
    "chats": {
        "about": "a",
        "list": [
            chat([message(1), message(2)], number=11, name="One"),
            {"type": "saved_messages", "id": 78, "messages": []},
            {"type": "saved_messages", "id": 78, "messages": [message(9)]},
        ],
    },
    "left_chats": {"about": "a", "list": [chat([message(3)], number=12, name="Gone {\n")]},
}


@pytest.mark.parametrize("indent", [1, 3, None])
def test_a_whole_account_gives_every_chat(desk: Desk, tmp_path: Path, indent: int | None) -> None:
    desk.take(write_json(tmp_path / "export", ACCOUNT, indent=indent))
    found = [(row["chat_tg_id"], row["chat_title"], row["chat_kind"], row["tg_id"]) for row in desk.rows()]
    assert found == [
        (11, "One", "public_supergroup", 1),
        (11, "One", "public_supergroup", 2),
        (78, "saved_messages", "saved_messages", 9),
        (12, "Gone {\n", "public_supergroup", 3),
    ]
    assert len(desk.rows("chats")) == 3
    assert desk.rows("quarantine") == []


@pytest.mark.parametrize("indent", [1, None])
def test_the_fields_of_the_chat_may_follow_its_messages(tmp_path: Path, indent: int | None) -> None:
    content = {"messages": [message(1)], "name": "Late", "type": "private_group", "id": 5}
    layout = find_layout(str(write_json(tmp_path, content, indent=indent)))
    assert layout.regions[0].header == {"name": "Late", "type": "private_group", "id": 5}


@pytest.mark.parametrize("indent", [1, None])
def test_a_bare_array_is_one_chat_named_by_its_file(desk: Desk, tmp_path: Path, indent: int | None) -> None:
    desk.take(write_json(tmp_path / "found", [message(1), message(2)], indent=indent, name="messages.json"))
    assert [(row["tg_id"], row["chat_tg_id"], row["chat_title"]) for row in desk.rows()] == [
        (1, None, "messages.json"),
        (2, None, "messages.json"),
    ]


def test_a_byte_order_mark_is_no_obstacle(desk: Desk, tmp_path: Path) -> None:
    path = write_json(tmp_path / "export", chat([message(1)]))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert desk.take(path).messages == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"name": "x", "type": "private_group", "id": 5, "messages"', "no-messages"),
        ('{"personal_information": {"user_id": 1}}', "no-messages"),
    ],
)
def test_a_file_without_messages_is_told(desk: Desk, tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "result.json"
    path.write_text(content)
    good = write_json(tmp_path / "good", chat([message(1)]))
    summary = desk.take(path, good, format="desktop-json")
    assert (summary.messages, summary.quarantined) == (1, 1)
    assert [row["reason"] for row in desk.rows("quarantine")] == [reason]


def test_an_empty_chat_is_no_fault(desk: Desk, tmp_path: Path) -> None:
    summary = desk.take(write_json(tmp_path / "export", chat([])))
    assert (summary.records, summary.sources) == (0, 1)


def test_another_order_of_keys_and_odd_spaces_are_read_as_well(desk: Desk, tmp_path: Path) -> None:
    record = message(1, [{"type": "bold", "text": 'q"uote }'}, " tail"])
    path = tmp_path / "result.json"
    text = json.dumps(chat([record, message(2)]), sort_keys=True)
    path.write_text(text.replace('"messages": [', '"messages"  :\n\n [ ').replace("}, {", "}\n,\n\n{"))
    assert desk.take(path).messages == 2
    assert desk.by_id()[1]["text"] == 'q"uote } tail'


@pytest.mark.parametrize("form", ["user5", 4294967301])
def test_the_form_of_ids_is_seen_in_the_first_sender(tmp_path: Path, form: Any) -> None:
    first = {"id": 1, "type": "unsupported"}
    path = write_json(tmp_path, chat([first, message(2, from_id=form)]))
    assert find_layout(str(path)).old_ids is isinstance(form, int)


@given(
    st.lists(st.text("ab", max_size=9).map(str.encode), max_size=9),
    st.sampled_from([b"b", b"ab", b"abb", b"babab"]),
)
def test_a_byte_string_is_found_in_blocks_that_pass_by_as_in_the_whole(
    blocks: list[bytes], needle: bytes
) -> None:
    watched, whole = Watched(needle), b"".join(blocks)
    for block in blocks:
        watched(block)
    assert watched.passed == len(whole)
    every = [at for at in range(len(whole)) if whole.startswith(needle, at)]
    if needle in (b"b", b"ab", b"abb"):  # no place of these overlaps another
        assert watched.places == every
    assert set(watched.places) <= set(every)


@pytest.mark.parametrize("block", [1, 7, 1 << 20])
def test_where_arrays_are_named_may_be_told_by_who_sealed_the_file(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    path = write_json(tmp_path / "export", ACCOUNT)
    raw, watched = path.read_bytes(), Watched(KEY)
    for start in range(0, len(raw), block):
        watched(raw[start : start + block])
    assert len(watched.places) == 4  # in the bio its quotes are escaped
    alone = find_layout(str(path))
    searched: list[bytes] = []
    find = ByteWindow.find
    monkeypatch.setattr(
        ByteWindow,
        "find",
        lambda window, needle, *place: searched.append(needle) or find(window, needle, *place),
    )
    assert find_layout(str(path), watched.places) == alone
    assert KEY not in searched
    desk.take(path)
    assert KEY not in searched
    assert len(desk.rows()) == 4
