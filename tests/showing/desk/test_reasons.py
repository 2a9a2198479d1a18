import re
from importlib.resources import files
from tomllib import loads

import pytest

from schakel.showing.desk.reasons import shown_reasons
from schakel.showing.hidden_names import shown_words, without_names


@pytest.mark.parametrize(
    ("rule", "detail", "secret"),
    [
        ("shares_phone", "phone:+31612345678 (accounts: 2)", "31612345678"),
        (
            "shares_username",
            "username:plug (accounts: 2); the same evidence as another reason, counted once",
            "plug",
        ),
        ("can-be-identified", "1 of type username, such as username:plugje: 0.30.", "plugje"),
        ("can-be-identified", "sentence in another form: plugje", "plugje"),
        ("same_name", "Rooie Harrie", "Harrie"),
        ("numbered_name", "Harrie 1 / Harrie 2", "Harrie"),
        ("own_other_contact", "phone:0611111111 / phone:0622222222", "0611111111"),
        ("name_that_is_new", "Harrie", "Harrie"),
        ("shares_something_new", "signal:harrie", "harrie"),
        ("anything", "call +31 6 1234 5678", "1234"),
        ("anything", "see https://t.me/harrie", "harrie"),
    ],
)
def test_what_names_somebody_is_hidden(rule: str, detail: str, secret: str) -> None:
    assert secret not in without_names(rule, detail)


@pytest.mark.parametrize(
    ("rule", "detail"),
    [
        ("chosen", "75 of the 120 hours of oost-nederland, 2.93 days of sentence an hour."),
        ("can-be-identified", "Only Telegram's own number of the account: 0.25."),
        ("hours-of-posting", "30 of 40 moments lie in 14:00-02:00 Europe/Amsterdam."),
        ("not:payment-in-advance", "None of 3 texts ask payment in advance."),
    ],
)
def test_what_names_nobody_is_shown(rule: str, detail: str) -> None:
    assert without_names(rule, detail) == detail


def test_what_holds_of_the_sentence_stays_readable() -> None:
    assert (
        without_names("shares_phone", "phone:+31612345678 (accounts: 2)")
        == "phone:+3•••••••••• (accounts: 2)"
    )


def test_the_words_a_reason_points_at_come_from_the_hidden_text() -> None:
    reason = {
        "rule": "goods",
        "weight": 2.0,
        "start": 4,
        "end": 8,
        "detail": None,
        "messages": list("abcdefgh"),
    }
    shown = shown_reasons([reason], "bel •••• nu")[0]
    assert shown.quoted == "••••"
    assert (len(shown.messages), shown.more) == (5, 3)


def test_words_of_an_unknown_finding_are_veiled() -> None:
    assert "harrie" not in shown_words("something-new", "see @harrie")


def test_every_pattern_of_the_list_is_sound() -> None:
    text = (files("schakel.showing") / "details_hidden.toml").read_text(encoding="utf-8")
    for pattern in loads(text)["rules"].values():
        assert re.compile(pattern).groups == 1
