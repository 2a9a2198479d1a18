import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.reading.contact_signs import could_hold_contact
from schakel.reading.selector import platform_lists
from schakel.reading.selectors import read_selectors

_LISTS = platform_lists()
_WORDS = sorted(
    {word for one in _LISTS["platform"].values() for word in one["words"]}
    | set(_LISTS["invitation"]["words"])
)
_PIECES = [
    "@", "plug_050", "plug050", "t.me", "t . me", "(dot)", " slash ", "/", "\\", "[at]", " at ", "apenstaart", "собака",
    "threema", "ABCD1234", "\u200b", "＠", "ｔ", "NL91ABNA0417164300", "1BoMtRbcLZo", ".", " ", ": ", "-", "https://",
    "wa.me", "instagram.com", "Å", "K",
]  # fmt: skip
_NO_CONTACT = {"phone", "url", "e-mail"}


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(_PIECES), st.sampled_from(_WORDS), st.text(max_size=3)), max_size=6)
)
def test_every_contact_shows_a_sign(pieces: list[str]) -> None:
    text = "".join(pieces).encode("utf-8", "replace").decode()
    if any(found.type not in _NO_CONTACT for found in read_selectors(text)):
        assert could_hold_contact(pa.array([text], pa.large_string())).tolist() == [True]


@pytest.mark.parametrize(
    "text",
    ["dm plug_050 via tg: plug050", "TW7rZi6B1YzjJbHBrvLw3YJ16XPvz9CZxv", "plug050.t.me", "NL91 ABNA 0417 1643 00",
     "snap plug.050", "regel een\nregel twee", "\u24b6"],
)  # fmt: skip
def test_contacts_and_lists_are_seen(text: str) -> None:
    assert could_hold_contact(pa.array([text], pa.large_string())).tolist() == [True]


@pytest.mark.parametrize(
    "text", ["Sneeuw in Leiden, 5 graden", "Kelvin zakt 3 keer", "снег в субботу 61 см ❄️"]
)
def test_ordinary_talk_shows_none(text: str) -> None:
    assert could_hold_contact(pa.array([text], pa.large_string())).tolist() == [False]
