"""No reader of selectors is left out of a text in which it would find something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.reading.selectors.find import _IBAN, read_selectors
from schakel.reading.selectors.selector import Page
from schakel.reading.selectors.spoken_digits import could_begin
from schakel.reading.selectors.token_hints import (
    BARE_NAME,
    IBAN,
    NAME,
    SPLIT,
    SPLIT_BEGINS,
    SPOKEN,
    WALLET,
    could_hold,
)
from schakel.reading.selectors.wallets import CANDIDATE

PIECES = [
    "nul", "zes", "twee", "o6", "0", "Zero", "acht", "beş", "plus", "NL91ABNA", "NL91", "0417", "1643", "00",
    "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "UQ" + "a" * 46, "0:" + "ab" * 32, "x" * 70, "a", "1",
    "gizli.bahce.07", "07415", "bc1qar0srrr7", "dot",
]  # fmt: skip
TEXTS = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "\n", ".", "-", ", ", "/", "\x1f", "|"])),
    max_size=8,
).map(lambda parts: "".join(piece + gap for piece, gap in parts))


@given(text=TEXTS | st.text(max_size=40))
def test_what_a_reader_would_find_is_hinted_at(text: str) -> None:
    page = Page(text)
    hints = could_hold(page.flat)
    assert hints & WALLET or not CANDIDATE.search(page.flat)
    assert hints & IBAN or not _IBAN.search(page.flat)
    assert hints & SPOKEN or not could_begin().search(page.low)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("betalen op NL91 ABNA 0417 1643 00 graag", "iban"),
        ("bel nul zes twaalf vierendertig zes zeven acht negen", "phone"),
        ("btc bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "btc"),
    ],
)
def test_they_are_still_read(text: str, kind: str) -> None:
    assert kind in {found.type for found in read_selectors(text)}


def test_an_everyday_text_needs_none_of_them() -> None:
    assert could_hold("tot morgen om 9 uur bij het station, neem brood mee") == 0


@given(text=TEXTS | st.text(max_size=40))
def test_names_and_broken_wallets_are_hinted_at(text: str) -> None:
    page = Page(text)
    hints = could_hold(page.flat)
    assert hints & NAME or not BARE_NAME.search(page.low)
    assert hints & SPLIT or not any(map(SPLIT_BEGINS.search, page.flat.split()))
