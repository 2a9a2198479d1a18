import time

import pytest

from schakel.showing.cli.pages import Names
from schakel.showing.defang import selector_shown, without_links


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("kijk op https://shop.example.org/a.b!", "kijk op hxxps://shop[.]example[.]org/a.b!"),
        ("HTTP://SHOP.example", "hxxp://SHOP[.]example"),
        ("mail snow.king@example.org of t.me/plug", "mail snow[.]king[@]example[.]org of t[.]me/plug"),
        (
            "coke 1g 50, 2.5 gram 120,50. Bel 0612345678 of @plug",
            "coke 1g 50, 2.5 gram 120,50. Bel 0612345678 of @plug",
        ),
        ("hxxps://shop[.]example", "hxxps://shop[.]example"),
    ],
)
def test_no_terminal_finds_a_link_in_a_text(written: str, shown: str) -> None:
    assert without_links(written) == shown


def test_selectors_and_texts_on_the_screen_are_no_links() -> None:
    names = Names(shown=True)
    selector = {"member_kind": "selector", "member_id": "url:https://shop.example/x"}
    assert (
        names.member(selector)
        == selector_shown("url:https://shop.example/x")
        == "url:hxxps://shop[.]example/x"
    )
    assert names.text("op https://shop.example", []) == "op hxxps://shop[.]example"
    assert names.detail("x", "seen at t.me/plug") == "seen at t[.]me/plug"
    account = {"member_kind": "account", "member_id": "a_0f3a"}
    assert names.member(account) == "a_0f3a"


@pytest.mark.parametrize("piece", ["a", "a.", "a@", "http://", "a-", "a@a."])
def test_time_grows_with_the_length_only(piece: str) -> None:
    start = time.process_time()
    without_links(piece * (4000 // len(piece)))
    assert time.process_time() - start < 0.5
