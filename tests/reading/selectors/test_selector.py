"""The page on which selectors are read: plain signs, and the way back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.reading.selectors.find import read_selectors
from schakel.reading.selectors.selector import Page, Selector


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ("＠ｐｌｕｇ", "@plug"),
        ("0️⃣6️⃣", "06"),
        ("①②", "12"),
        ("٠٦", "06"),
        ("a\u200bb", "ab"),
        ("𝟎𝟔 𝐩𝐥𝐮𝐠", "06 plug"),
        ("\ud800x", " x"),
        ("İ", "I"),
    ],
)
def test_plain_signs(text: str, flat: str) -> None:
    assert Page(text).flat == flat


@given(st.text(max_size=100))
def test_every_plain_sign_comes_from_one_of_the_original(text: str) -> None:
    page = Page(text)
    assert len(page.low) == len(page.flat)
    origins = [page.origin(place) for place in range(len(page.flat))]
    assert origins == sorted(set(origins))
    assert all(0 <= place < len(text) for place in origins)


def test_what_is_taken_is_not_read_again() -> None:
    page = Page("@plug050")
    page.add("username", "plug050", 0, 8)
    page.add("snapchat", "plug050", 1, 8)
    assert [found.type for found in page.found] == ["username"]
    assert not page.is_free(7, 8)


def test_a_name_that_is_turned_round_is_read_as_the_screen_shows_it() -> None:
    text = "dm \u202egnik_wons@ ees\u202c nu"
    assert read_selectors(text) == [Selector("username", "snow_king", text.index("gnik"), text.index(" ees"))]
