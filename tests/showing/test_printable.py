import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.showing.printable import in_a_row, masked, one_line, printable
from schakel.showing.veil import veiled


@given(st.text())
def test_nothing_that_moves_or_hides_is_left(text: str) -> None:
    shown = printable(text)
    bad = [c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]
    assert set(bad) <= {"\n", "\u200d", "\ufe0f"}


@given(st.text(), st.integers(1, 50))
def test_one_line_is_one_short_line(text: str, limit: int) -> None:
    shown = one_line(text, limit)
    assert "\n" not in shown
    assert len(shown) <= limit


@given(st.text(st.one_of(st.sampled_from(" \n\t\u202e\u00a0\x1b"), st.characters())), st.integers(1, 50))
def test_a_line_is_that_of_single_letters_and_words(text: str, limit: int) -> None:
    letters = [one if one.isprintable() or one in "\n\u200d\ufe0f" else printable(one) for one in text[:4000]]
    assert printable(text) == "".join(letters)
    flat = " ".join(printable(text, 4 * limit).split())
    assert one_line(text, limit) == (flat if len(flat) <= limit else f"{flat[: limit - 1]}…")


def test_tricks_are_shown_as_what_they_are() -> None:
    assert printable("a\u202eb\x1b[31m\r") == "a<U+202E>b<U+001B>[31m<U+000D>"
    assert printable("x" * 10, limit=4) == "xxxx [... 6 more characters]"


def test_a_span_is_hidden_but_for_its_first_letters() -> None:
    assert masked("bel 06-12345678 nu", [(4, 15)]) == "bel 06-•••••••• nu"
    assert masked("short", [(3, 99)]) == "short"


@pytest.mark.parametrize(
    "text",
    [
        "app 06 12 34 56 78",
        "tel 0 6 1 2 3 4 5 6 7 8",
        "@plug_noord",
        "t.me/plugnoord",
        "mail me@example.org",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
    ],
)
def test_what_tells_who_is_hidden(text: str) -> None:
    hidden = veiled(text)
    assert "•" in hidden
    assert not any(
        part in hidden for part in ("345678", "5 6 7 8", "plug_noord", "plugnoord", "example", "xfkvy")
    )


@pytest.mark.parametrize("text", ["1g 50 2g 90 5g 200", "10 stuks 25 euro", "vanaf 10:00 tot 22:00"])
def test_prices_stay_readable(text: str) -> None:
    assert veiled(text) == text


def test_a_long_unbroken_run_does_not_hang() -> None:
    run = "A!" * 100_000
    began = time.monotonic()
    veiled(run)
    assert time.monotonic() - began < 2


def test_sentences_stand_in_a_row_and_fragments_are_parted() -> None:
    assert in_a_row(["Two ads seen.", "chosen", "Real."], 80) == "Two ads seen. chosen; Real."
    assert in_a_row(["a\nb", "c" * 9], 5) == "a b; cccc…"
    assert in_a_row([], 80) == ""
