"""Both forms of ids lead to the same accounts."""

import pytest

from schakel.intake.peers import (
    NOBODY,
    Accounts,
    chat_of,
    numbered_account,
    numbered_chat,
    read_marked,
    read_peer,
)
from schakel.records import ids


@pytest.mark.parametrize(
    ("written", "kind", "peer"),
    [
        ("user78", "", ("user", 78)),
        ("channel1000000001", "", ("channel", 1000000001)),
        ("chat5", "", ("chat", 5)),
        (4294967374, "private_supergroup", ("user", 78)),
        ((1 << 33) + 9, "private_supergroup", ("channel", 9)),
        ((1 << 33) + 9, "private_group", ("chat", 9)),
        (78, "", ("user", 78)),
        ("user", "", None),
        ("user７８", "", None),
        ("user" + "9" * 40, "", None),
        (-5, "", None),
        (1 << 70, "", None),
        (None, "", None),
    ],
)
def test_peers(written: str | int | None, kind: str, peer: tuple[str, int] | None) -> None:
    assert read_peer(written, kind) == peer


def test_a_channel_post_without_sender_is_the_channels_own() -> None:
    channel = chat_of(5, "News", "public_channel", old=False)
    assert Accounts(channel).find(None, None) == (ids.account_id("channel", 5), 5, "channel")
    group = chat_of(5, "Talk", "public_supergroup", old=False)
    assert Accounts(group).find(None, None) == NOBODY


def test_a_name_without_number_is_an_account_of_that_chat_only() -> None:
    one, two = (chat_of(None, title, "", old=False) for title in ("A", "B"))
    assert Accounts(one).find(None, "Ann") == (ids.named_account_id(one.chat_id, "Ann"), None, "name")
    assert (
        Accounts(one).find("odd", "Ann") == Accounts(one).find(None, "Ann") != Accounts(two).find(None, "Ann")
    )


@pytest.mark.parametrize("number", [True, "5", 1.5, None, 1 << 64])
def test_a_chat_number_that_is_none_leaves_the_title(number: object) -> None:
    chat = chat_of(number, "T", None, old=False)
    assert (chat.tg_id, chat.chat_id) == (None, ids.chat_id("channel", None, "T"))


@pytest.mark.parametrize(
    ("written", "peer"),
    [
        (78, ("user", 78)),
        ("78", ("user", 78)),
        (-5, ("chat", 5)),
        (-1000000000005, ("channel", 5)),
        ("-1001000000001", ("channel", 1000000001)),
        (-1000000000000, ("chat", 1000000000000)),
        ("channel5", ("channel", 5)),
        ("user78", ("user", 78)),
        (0, None),
        (True, None),
        (1 << 70, None),
        ("9" * 40, None),
        ("-", None),
        ("７８", None),
        (5.0, None),
        (None, None),
    ],
)
def test_ids_as_client_libraries_write_them(written: object, peer: tuple[str, int] | None) -> None:
    assert read_marked(written) == peer


def test_a_numbered_account_and_chat_are_those_of_an_export() -> None:
    export = chat_of(1000000001, "Market", "public_supergroup", old=False)
    assert numbered_chat("channel", 1000000001, "", "").chat_id == export.chat_id
    assert numbered_account("user", 78) == Accounts(export).find("user78", None)
    assert numbered_chat("chat", 9, "", "").chat_id == chat_of(9, "", "private_group", old=False).chat_id
    assert numbered_chat("user", 9, "", "").chat_id == chat_of(9, "", "personal_chat", old=False).chat_id
