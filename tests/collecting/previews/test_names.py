"""A name of a public chat in every way it is written; everything else is refused in words, and asks for nothing."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.collecting.previews.manners import manners
from schakel.collecting.previews.names import chat_named, chats_named, names_in_lines
from schakel.records.errors import UsageError


@pytest.mark.parametrize(
    "written",
    [
        "markt_groningen",
        "@markt_groningen",
        " t.me/markt_groningen ",
        "t.me/s/markt_groningen",
        "https://t.me/markt_groningen",
        "http://t.me/s/markt_groningen/",
        "HTTPS://T.ME/markt_groningen",
        "telegram.me/markt_groningen",
        "https://www.t.me/markt_groningen",
    ],
)
def test_one_name_in_many_ways(written: str) -> None:
    assert chat_named(written, manners()) == "markt_groningen"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("abc", "4 to 32"),
        ("a" * 33, "4 to 32"),
        ("9markt", "a letter first"),
        ("markt__plein", "single underscores"),
        ("markt_", "single underscores"),
        ("márkt", "Latin"),
        ("mаrktplein", "Latin"),  # a Cyrillic а
        ("markt plein", "Latin"),
        ("markt\nplein", "Latin"),
        ("t.me/markt/12", "Latin"),
        ("t.me/s/markt?before=3", "Latin"),
        ("../../etc/passwd", "not a site of Telegram"),
        ("https://elsewhere.example/markt", "not a site of Telegram"),
        ("https://t.me.elsewhere.example/markt", "not a site of Telegram"),
        ("t.me/+AbCdEfGh", "never joined"),
        ("t.me/joinchat/AbCdEfGh", "never joined"),
        ("+AbCdEfGh", "never joined"),
        ("t.me/joinchat", "something else"),
        ("t.me/addstickers", "something else"),
        ("@@markt", "Latin"),
        ("", "Latin"),
        ("-1001234567890", "Latin"),
    ],
)
def test_what_names_no_chat_is_refused_in_words(written: str, why: str) -> None:
    with pytest.raises(UsageError, match=why) as told:
        chat_named(written, manners())
    assert told.value.means == "Nothing was asked for."
    assert told.value.happened.isprintable()


@settings(max_examples=60)
@given(st.text(alphabet="aZ9_@/.+:?#%-stme \x1b\n\u202e\u0430é", max_size=40))
def test_whatever_is_written_becomes_a_plain_name_or_a_refusal(written: str) -> None:
    refused = None
    try:
        name = chat_named(written, manners())
    except UsageError as refusal:
        refused = refusal.happened
    assert refused.isprintable() if refused is not None else re.fullmatch("[A-Za-z0-9_]{4,32}", name)


def test_a_name_is_asked_for_once_in_the_letters_it_came_in_first() -> None:
    assert chats_named(["@Markt", "t.me/markt", "plein"], manners()) == ("Markt", "plein")


def test_none_and_too_many_are_refused() -> None:
    with pytest.raises(UsageError, match="No chat was named"):
        chats_named([], manners())
    with pytest.raises(UsageError, match="2,001 chats were named"):
        chats_named([f"markt{n}" for n in range(2001)], manners())


def test_a_list_of_names_may_have_remarks() -> None:
    assert names_in_lines(["# groningen", "markt_a", "", "  @markt_b  # tip 12"]) == ["markt_a", "@markt_b"]
