import time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from schakel.showing.desk.marked_text import hide, marked_text, snippet

Spans = st.lists(st.tuples(st.integers(-5, 400), st.integers(0, 400)), max_size=6)


def rows(spans: list[tuple[int, int]]) -> list[dict[str, Any]]:
    return [{"start": start, "end": end} for start, end in spans]


@given(st.text(st.characters(codec="utf-8"), max_size=300), Spans, Spans)
def test_any_text_and_any_spans_give_pieces_of_the_whole_text(
    text: str, contacts: list[tuple[int, int]], goods: list[tuple[int, int]]
) -> None:
    contacts = [(max(start, 0), end) for start, end in contacts]
    shown = marked_text(text, rows(contacts), [{"spans": rows(goods)}], 4000)
    assert shown.left_out == 0
    assert len(hide(text, contacts, 4000)) == len(text)
    assert not any(letter in piece.text for piece in shown.pieces for letter in "\u202e\u2066\x00\x1b")
    snippet(text, rows(contacts), [{"spans": rows(goods)}])


def test_a_contact_is_hidden_but_for_two_letters_and_marked() -> None:
    shown = marked_text("bel 0612 345", rows([(4, 12)]), [], 100)
    assert [(piece.text, piece.kind) for piece in shown.pieces] == [("bel ", ""), ("06•• •••", "selector")]


def test_a_contact_wins_over_an_item_at_the_same_place() -> None:
    shown = marked_text("abcdef", rows([(2, 6)]), [{"spans": rows([(0, 4)])}], 100)
    assert [(piece.text, piece.kind) for piece in shown.pieces] == [("ab", "item"), ("cd••", "selector")]


def test_no_half_number_is_left_at_the_cut() -> None:
    text = "x" * 10 + " bel " + "061234567890"
    assert "06123" not in hide(text, [], 20)


def test_the_snippet_begins_near_the_first_item() -> None:
    text = "woord " * 60 + "coke 10 gram " + "woord " * 60
    at = text.index("coke")
    shown = snippet(text, [], [{"spans": rows([(at, at + 4)])}])
    assert ("coke", "item") in [(piece.text, piece.kind) for piece in shown.pieces]
    assert sum(len(piece.text) for piece in shown.pieces) <= 155


def test_an_item_far_into_a_huge_text_does_not_hang() -> None:
    started = time.perf_counter()
    for _ in range(10):
        snippet("A!" * 50_000, [], [{"spans": rows([(90_000, 90_010)])}])
        marked_text("A!" * 50_000, [], [], 500)
    assert time.perf_counter() - started < 5
