"""A chat is the same however it is written, for whoever collects it and for the ground that covers it."""

import pytest

from schakel.collecting.mtproto.places import asked_for
from schakel.collecting.previews.manners import manners
from schakel.collecting.previews.names import chat_named
from schakel.records.chat_names import CHANNEL_MARK, SITES, bare_number, is_username, plain_chat
from schakel.records.errors import UsageError


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("@Markt_Groningen", "markt_groningen"),
        (" markt_groningen ", "markt_groningen"),
        ("t.me/s/Markt_Groningen", "markt_groningen"),
        ("http://www.telegram.me/markt_groningen", "markt_groningen"),
        ("-1001234567890", "1234567890"),
        ("1234567890", "1234567890"),
        ("-700", "700"),
        ("elders.nl/markt", "elders.nl/markt"),
    ],
)
def test_one_form_for_all_ways_to_write_a_chat(written: str, plain: str) -> None:
    assert plain_chat(written) == plain


@pytest.mark.parametrize(
    ("number", "bare"), [(-1_001_234_567_890, 1_234_567_890), (-700, 700), (5, 5), (10**12, 10**12)]
)
def test_a_number_is_told_without_sign_and_mark(number: int, bare: int) -> None:
    assert bare_number(number) == bare


@pytest.mark.parametrize(
    "word",
    ["markt", "markt_2", "a1b2", "Markt__plein", "markt_", "_markt", "1markt", "abc", "x" * 33, "markt\n"],
)
def test_both_ways_of_collecting_take_the_same_names(word: str) -> None:
    taken = []
    for take in (lambda: chat_named(word, manners()), lambda: asked_for(word).name):
        try:
            taken.append(take() == word.strip())
        except UsageError:
            taken.append(False)
    assert taken == [is_username(word.strip())] * 2


@pytest.mark.parametrize("site", [*SITES, "elders.nl"])
def test_both_ways_of_collecting_take_links_of_the_same_sites(site: str) -> None:
    for take in (
        lambda: chat_named(f"https://{site}/markt", manners()),
        lambda: asked_for(f"{site}/markt").name,
    ):
        if site in SITES:
            assert take() == "markt"
        else:
            with pytest.raises(UsageError):
                take()


def test_every_site_of_telegram_and_every_way_to_write_a_chat() -> None:
    links = [
        f"{way}{site}/markt"
        for site in ("t.me", "telegram.me", "telegram.dog")
        for way in ("", "https://", "www.")
    ]
    assert {plain_chat(link) for link in links} == {"markt"}
    assert plain_chat("example.org/markt") == "example.org/markt"
    assert bare_number(-1_001_234_567_890) == 1_234_567_890
    assert bare_number(CHANNEL_MARK) == CHANNEL_MARK
    assert [is_username("a" * length) for length in (3, 4, 32, 33)] == [False, True, True, False]
