import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.reading.weighing.masking import GOODS, masked, masked_each


@pytest.mark.parametrize(
    ("plain", "goods", "wording"),
    [
        ("coke 5g 200 bij @snelle_jan", [(0, 4)], " ¤ 0g 000 bij § "),
        ("wit en coke, bruin", [(0, 3), (7, 11), (13, 18)], " ¤ en ¤ "),
        ("zie t.me/kanaal_x of https://a.example.org/b?c=1", [], " zie § of § "),
        ("wat kost het?\n€ 50!", [], " wat kost het?\n€ 00! "),
        ("", [], "  "),
        ("zie t.me/coke nu, coke 5", [(9, 13), (18, 22)], " zie § nu ¤ 0 "),
        ("coke\x01\x02 en\x00 coke", [(0, 4), (11, 15)], " ¤ en ¤ "),
    ],
)
def test_what_is_left_is_the_wording(plain: str, goods: list[tuple[int, int]], wording: str) -> None:
    assert masked(plain, goods) == wording


def test_overlapping_goods_are_masked_once() -> None:
    assert masked("pure coke nu", [(0, 9), (5, 9)]) == " ¤ nu "


@given(st.text(st.characters(codec="ascii"), max_size=60), st.integers(0, 60), st.integers(0, 9))
def test_ascii_has_the_wording_that_it_has_beside_other_letters(plain: str, start: int, length: int) -> None:
    goods = [(start, start + length)] if start + length <= len(plain) and length else []
    assert masked(f"{plain}\né", goods) == f"{masked(plain, goods)[:-1]}\né "


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4))
def test_any_text_has_a_wording_without_digits(plain: str, places: list[tuple[int, int]]) -> None:
    goods = sorted((min(a, b), max(a, b)) for a, b in places if max(a, b) <= len(plain))
    left = masked(plain, goods)
    assert not any("1" <= sign <= "9" for sign in left)
    assert len(left) <= len(plain) + 2 + len(goods) * len(GOODS)


_PIECE = st.sampled_from(
    ["te koop ", "@naam_1", "t.me/x", " https://a.example/b?c", "  ", "\n", "€ 5", "a" * 700, "\1", "é"]
)


@given(st.lists(st.one_of(st.text(max_size=20), st.lists(_PIECE, max_size=5).map("".join)), max_size=5))
def test_many_at_once_have_the_wording_that_each_has_alone(texts: list[str]) -> None:
    assert masked_each(texts) == [masked(text, ()) for text in texts]
    plain = [text.encode("ascii", "ignore").decode() for text in texts]
    assert masked_each(plain) == [masked(text, ()) for text in plain]
