"""Web addresses and links to profiles."""

import pytest

from schakel.reading.selectors.find import read_selectors


def found(text: str) -> list[str]:
    return [f"{selector.type}:{selector.value}" for selector in read_selectors(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("t.me/addstickers/abc", ["url:t.me/addstickers/abc"]),
        ("wa.me/31612345678", ["whatsapp:+31612345678"]),
        ("https://wa.me/31612345678?text=hoi", ["whatsapp:+31612345678"]),
        ("https://api.whatsapp.com/send?phone=31612345678", ["whatsapp:+31612345678"]),
        ("https://www.instagram.com/Plug050/", ["instagram:plug050"]),
        ("https://shop.example.com/menu?x=1.", ["url:https://shop.example.com/menu?x=1"]),
        ("hxxps://shop[.]example[.]com/menu", ["url:https://shop.example.com/menu"]),
        ("www.voorbeeld.nl", ["url:www.voorbeeld.nl"]),
        ("voorbeeld.nl/menu", ["url:voorbeeld.nl/menu"]),
        ("kijk op voorbeeld.com!", ["url:voorbeeld.com"]),
        (
            "abcdefghij234567abcdefghij234567abcdefghij234567abcdefgh.onion",
            ["url:abcdefghij234567abcdefghij234567abcdefghij234567abcdefgh.onion"],
        ),
        ("Instagram: https://instagram.com/plug.050?x=1", ["instagram:plug.050"]),
        ("signal.me/#p/+31612345678", ["phone:+31612345678"]),
        ("https://chat.whatsapp.com/AbCdEf123", ["whatsapp:chat.whatsapp.com/AbCdEf123"]),
        ("https://www.snapchat.com/add/Plug050", ["snapchat:plug050"]),
        ("linktr.ee/plug050", ["url:linktr.ee/plug050"]),
    ],
)
def test_is_read(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted
