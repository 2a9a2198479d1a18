"""Links that Telegram itself opens."""

import pytest

from schakel.reading.selectors.find import read_selectors


def found(text: str) -> list[str]:
    return [f"{selector.type}:{selector.value}" for selector in read_selectors(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("https://t.me/PlugNL", ["telegram-link:t.me/plugnl"]),
        ("t.me/+AbCdEfGh12345678 kom erbij", ["telegram-link:t.me/+AbCdEfGh12345678"]),
        ("https://t.me/joinchat/AAAAAEabcdefGHIJ12", ["telegram-link:t.me/joinchat/AAAAAEabcdefGHIJ12"]),
        ("t.me/c/1234567890/55", ["telegram-link:t.me/c/1234567890"]),
        ("t . me / plug050", ["telegram-link:t.me/plug050"]),
        ("t(dot)me/plug050", ["telegram-link:t.me/plug050"]),
        ("t[.]me/plug050", ["telegram-link:t.me/plug050"]),
        ("t dot me slash plug050", ["telegram-link:t.me/plug050"]),
        ("hxxps://t.me/plug050", ["telegram-link:t.me/plug050"]),
        ("telegram.me/plug050?start=1", ["telegram-link:t.me/plug050"]),
        ("tg://resolve?domain=Plug050", ["telegram-link:t.me/plug050"]),
        ("tg://join?invite=AbCdEfGh123", ["telegram-link:t.me/+AbCdEfGh123"]),
        ("plug050.t.me", ["telegram-link:t.me/plug050"]),
        ("т.ме/plug050", ["telegram-link:t.me/plug050"]),
        ("t.me/s/plug050/123", ["telegram-link:t.me/plug050"]),
        ("t.me/+31612345678", ["phone:+31612345678"]),
        ("https://t.me/plug050.", ["telegram-link:t.me/plug050"]),
        ("[menu](https://t.me/plug050)", ["telegram-link:t.me/plug050"]),
        (
            "t.me/plug050 en t.me/+31abcDEF_-gh",
            ["telegram-link:t.me/plug050", "telegram-link:t.me/+31abcDEF_-gh"],
        ),
        ("t me/plug050", ["telegram-link:t.me/plug050"]),
    ],
)
def test_is_read(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted
