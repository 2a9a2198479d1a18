import pytest

from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("60 = ❄\n8 = 🍁\n5 = 💊", "fr", "cocaine 1 g 60; cannabis 1 g 8; mdma 1 pill 5"),
        ("60 👉 ❄\n20 👉 🐴", "es", "cocaine 1 g 60; ketamine 1 g 20"),
        (
            "1200 — экстази, одна\n3500 — кетамин, грамм\n2500 — мефедрон 5 г",
            "ru",
            "mdma 1 pill 1200; ketamine 1 g 3500; designer-drugs 5 g 2500",
        ),
        (
            "2100 | 1 г мефа меф\n3900 | 2 г меф",
            "ru",
            "designer-drugs 1 g 2100; designer-drugs 2 g 3900",
        ),
        ("50 = wit (1g)\n10 = wiet p.g.", "nl", "cocaine 1 g 50; cannabis 1 g 10"),
    ],
)
def test_a_line_may_begin_with_its_price(text: str, language: str, expected: str) -> None:
    found = sorted(told(items_of(text, language)).split("; "))
    assert found == sorted(expected.split("; "))


def test_a_sign_that_is_repeated_counts() -> None:
    assert told(items_of("60 = ❄\n110 = ❄❄", "fr")) == "cocaine 1 g 60; cocaine 2 g 110"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 xtc - 25\n20 xtc - 45", "mdma 10 pill 25; mdma 20 pill 45"),  # amounts, and prices behind
        ("5 / wit\n10 / ket", "cocaine - - -; ketamine - - -"),  # a slash is no sign of a price
        (
            "50 = wit\nket 20",
            "cocaine - - -; ketamine 1 g 20",
        ),  # one line alone, another with its price behind
    ],
)
def test_other_lines_keep_their_order(text: str, expected: str) -> None:
    assert told(items_of(text, "nl")) == expected
