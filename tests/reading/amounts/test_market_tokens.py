from itertools import pairwise

import pytest

from schakel.reading.amounts.market_tokens import _STRETCHES, _pattern, market_tokens
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


@pytest.mark.parametrize(
    "line",
    ["saat 12:30 10g", "om 9.15 5 st", "a_12 50", "x5,5 3.5g 1/2", "coke👉50", "5*10g 100", "€50p/g\n1) 5g"],
)
def test_a_stretch_is_read_as_where_it_stands(line: str) -> None:
    """What a token follows counts, wherever the stretch begins: goods may stand just before it."""
    for start in range(len(line)):
        _STRETCHES.cache_clear()
        plain = [
            (match.lastgroup, *match.span(match.lastgroup or ""))
            for match in _pattern().finditer(line, start)
        ]
        begin = max(0, start - 5)
        kept = _STRETCHES[f"{start - begin}{line[begin:]}"]
        assert [(begin + first, begin + last) for _, first, last, *_ in kept] == [one[1:] for one in plain]
