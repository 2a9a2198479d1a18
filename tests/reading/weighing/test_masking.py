import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.reading.weighing.masking import GOODS, masked


@pytest.mark.parametrize(
    ("plain", "goods", "wording"),
    [
        ("coke 5g 200 bij @snelle_jan", [(0, 4)], " ¤ 0g 000 bij § "),
        ("wit en coke, bruin", [(0, 3), (7, 11), (13, 18)], " ¤ en ¤ "),
        ("zie t.me/kanaal_x of https://a.example.org/b?c=1", [], " zie § of § "),
        ("wat kost het?\n€ 50!", [], " wat kost het?\n€ 00! "),
        ("", [], "  "),
    ],
)
def test_what_is_left_is_the_wording(plain: str, goods: list[tuple[int, int]], wording: str) -> None:
    assert masked(plain, goods) == wording


def test_overlapping_goods_are_masked_once() -> None:
    assert masked("pure coke nu", [(0, 9), (5, 9)]) == " ¤ nu "


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4))
def test_any_text_has_a_wording_without_digits(plain: str, places: list[tuple[int, int]]) -> None:
    goods = sorted((min(a, b), max(a, b)) for a, b in places if max(a, b) <= len(plain))
    left = masked(plain, goods)
    assert not any("1" <= sign <= "9" for sign in left)
    assert len(left) <= len(plain) + 2 + len(goods) * len(GOODS)
