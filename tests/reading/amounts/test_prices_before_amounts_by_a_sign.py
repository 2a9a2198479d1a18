"""Lists in which each price stands before its amount, with a sign between that also separates."""

import pytest

from tests.reading.market_words import items_of, told

_LISTED = "cocaine 1 g 50; cocaine 3 g 140; cocaine 5 g 220"


@pytest.mark.parametrize("sign", ["|", ",", " /", " •", " ·", ";", " -", " =", ":"])
def test_each_price_goes_with_the_amount_behind_it(sign: str) -> None:
    assert told(items_of(f"coke\n€50{sign} 1 gram\n€140{sign} 3 gram\n€220{sign} 5 gram")) == _LISTED


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("wit\n50 | 1 gram\n140 | 3 gram\n220 | 5 gram", "nl"),
        ("coke £50 | 1g\n£140 | 3g\n£220 | 5g", "en"),
        ("Koks\n50€ | 1 Gramm\n140€ | 3 Gramm\n220€ | 5 Gramm", "de"),
        ("coke\n50 € / 1 gramme\n140 € / 3 grammes\n220 € / 5 grammes", "fr"),
        ("coca\n50€ • 1 gramo\n140€ • 3 gramos\n220€ • 5 gramos", "es"),
        ("кокаин\n50$ | 1 г\n140$ | 3 г\n220$ | 5 г", "ru"),
        ("kokain\n50 TL | 1 gram\n140 TL | 3 gram\n220 TL | 5 gram", "tr"),
        ("coke €50 | 1 gram | €140 | 3 gram | €220 | 5 gram", "nl"),
        ("coke €50 / 1g €140 / 3g €220 / 5g", "en"),
        ("coke €50/g €140/3g €220/5g", "en"),
        ("coke €50/1g €140/3g €220/5g", "nl"),
        ("• €50 | 1g coke\n• €140 | 3g coke\n• €220 | 5g coke", "en"),
    ],
)
def test_so_in_every_language_and_on_one_line(text: str, language: str) -> None:
    assert told(items_of(text, language)) == _LISTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("coke\n1 gram | €50\n3 gram | €140", "cocaine 1 g 50; cocaine 3 g 140"),
        ("coke\n1g / £50\n3g / £140", "cocaine 1 g 50; cocaine 3 g 140"),
        ("coke €50, 3 gram €140, 5 gram €220", "cocaine 1 g 50; cocaine 3 g 140; cocaine 5 g 220"),
        ("coke 15 per g, vanaf 5g 12", "cocaine 1 g 15; cocaine 5 g 60"),
    ],
)
def test_amounts_before_their_prices_stay(text: str, expected: str) -> None:
    assert told(items_of(text)) == expected


def test_where_more_would_cost_less_the_prices_are_not_moved() -> None:
    assert "cocaine 3 g 50" not in told(items_of("coke\n€140 | 1 gram\n€50 | 3 gram"))


def test_numbers_of_the_lines_are_no_prices() -> None:
    assert told(items_of("wit\n1, 5 gram\n2, 10 gram")) != "cocaine 5 g 1; cocaine 10 g 2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wit\n€50 | 1 gram\n€140 | 3 gram\nbezorging €5, min 3 gram", "cocaine 1 g 50; cocaine 3 g 140"),
        (
            "coke\n€50 | 1 gram\n€140 | 3 gram\n\nwiet\n€10 | 1 gram\n€45 | 5 gram",
            "cocaine 1 g 50; cocaine 3 g 140; cannabis 1 g 10; cannabis 5 g 45",
        ),
        ("€50 / 1g coke\n€20 / 1g ket\n€10 / 5 xtc", "cocaine 1 g 50; ketamine 1 g 20; mdma 5 pill 10"),
        (
            "wiet\n€10 | gram\n€40 | achtje\n€240 | ounce",
            "cannabis 1 g 10; cannabis 3.5 g 40; cannabis 28 g 240",
        ),
    ],
)
def test_other_lines_and_other_goods_do_not_hinder(text: str, expected: str) -> None:
    assert told(items_of(text)) == expected
