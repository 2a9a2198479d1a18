"""What was typed for a chat, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.collecting.mtproto.manners import manners
from schakel.collecting.mtproto.places import all_asked_for, asked_for
from schakel.records.errors import UsageError


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("markt_groningen", "markt_groningen"),
        (" @Markt_Groningen ", "markt_groningen"),
        ("https://t.me/Markt_Groningen/", "markt_groningen"),
        ("t.me/s/markt_groningen?before=5", "markt_groningen"),
        ("https://telegram.me/markt_groningen/123", "markt_groningen"),
        ("1234567890", "1234567890"),
        ("-1001234567890", "1234567890"),
        ("-700", "700"),
        ("https://t.me/c/1234567890/55", "1234567890"),
        ("https://t.me/+AbCdEfGh12", "+AbCdEfGh12"),
        ("t.me/joinchat/AbCdEfGh12", "+AbCdEfGh12"),
    ],
)
def test_names_numbers_and_invitations(written: str, said: str) -> None:
    assert asked_for(written).said == said


@pytest.mark.parametrize(
    "written", ["", "0", "a b", "1markt", "https://elders.nl/markt", "../etc", "x" * 40, "@", "\x1b[2J"]
)
def test_what_names_no_chat_is_refused_in_words(written: str) -> None:
    with pytest.raises(UsageError, match="names no chat"):
        asked_for(written)


@given(st.text(max_size=60))
def test_whatever_is_typed_names_one_chat_or_none(written: str) -> None:
    try:
        asked = asked_for(written)
    except UsageError:
        return
    assert sum(map(bool, (asked.name, asked.number, asked.invite))) == 1
    assert asked.said.isascii()


def test_each_chat_once_and_not_too_many() -> None:
    assert [one.said for one in all_asked_for(["@markt", "MARKT", "t.me/markt", "77"], manners())] == [
        "markt",
        "77",
    ]
    for names in ([], [str(number) for number in range(1, 1000)]):
        with pytest.raises(UsageError, match="chats were named"):
            all_asked_for(names, manners())
