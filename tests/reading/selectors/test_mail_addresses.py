"""E-mail addresses in every disguise."""

import pytest

from schakel.reading.selectors.find import read_selectors


def found(text: str) -> list[str]:
    return [f"{selector.type}:{selector.value}" for selector in read_selectors(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mail plug@gmail.com of @plug_050", ["e-mail:plug@gmail.com", "username:plug_050"]),
        ("naam [at] domein [dot] com", ["e-mail:naam@domein.com"]),
        ("naam(at)domein(dot)nl", ["e-mail:naam@domein.nl"]),
        ("naam at gmail dot com", ["e-mail:naam@gmail.com"]),
        ("naam @ gmail.com", ["e-mail:naam@gmail.com"]),
        ("plug@proton.me of plug@tuta.io", ["e-mail:plug@proton.me", "e-mail:plug@tuta.io"]),
        ("Mail: Plug@Voorbeeld.NL.", ["e-mail:plug@voorbeeld.nl"]),
        ("naam@gmail dot com", ["e-mail:naam@gmail.com"]),
        ("naam@domein punt nl", ["e-mail:naam@domein.nl"]),
        ("naam at domein punt nl", ["e-mail:naam@domein.nl"]),
        ("naam AT proton DOT me", ["e-mail:naam@proton.me"]),
        ("naam{at}domein{dot}com", ["e-mail:naam@domein.com"]),
    ],
)
def test_is_read(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted
