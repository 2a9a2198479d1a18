from itertools import pairwise

import pytest

from schakel.reading.amounts.market_tokens import market_tokens
from tests.reading.market_words import product_hits


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in market_tokens(text, product_hits(text), frozenset())]


@pytest.mark.parametrize(
    "noise",
    [
        "06-12345678",
        "0612345678",
        "+31 6 12345678",
        "8 999 123-45-67",
        "555-123-4567",
        "(555) 123-4567",
        "24/7",
        "10/10",
        "22:00",
        "23u",
        "18h30",
        "10.30 uur",
        "12-03-2024",
        "90%",
        "84 %",
        "%90",
        "@dealer020",
        "t.me/shop_1",
        "https://example.org/50g",
        "#1",
        "3#",
        "23/3/17",
    ],
)
def test_what_only_looks_like_an_amount_is_one_token_of_noise(noise: str) -> None:
    assert ("noise", noise) in _kinds(f"coke {noise} 1g")


def test_a_product_is_one_token_and_swallows_its_digits() -> None:
    assert _kinds("3-mmc 5g") == [("product", "3-mmc"), ("number", "5"), ("word", "g")]


def test_tokens_are_in_order_and_do_not_overlap() -> None:
    tokens = market_tokens(
        "❄ coke 1g=€50,- / 2g 90\nhash 5+1", product_hits("❄ coke 1g=€50,- / 2g 90\nhash 5+1"), frozenset()
    )
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert [t.text for t in tokens if t.kind == "flat"] == [",-"]
