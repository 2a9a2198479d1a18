"""Prices of goods that nobody names."""

import pytest

from schakel.reading.amounts.unnamed_goods import has_priced_amounts, names_lawful_goods
from schakel.reading.folding.plain_text import plain_text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("100 ml 45, liter 230", "nl"),
        ("10 gr 90 / 25 gr 200 / 50 gr 380", "nl"),
        ("90 an ounce, two for 165", "en"),
    ],
)
def test_who_asks_a_price_for_each_of_several_measures(text: str, language: str) -> None:
    assert has_priced_amounts(plain_text(text), language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1 = 32k, 5+ = 30k each, own driver", "en"),
        ("een bosje 65, twee bosjes 120", "nl"),
        ("one bunch 9000, two for 17", "en"),  # in thousands
        ("ein Sack 80, zehn Säcke 700", "de"),
    ],
)
def test_who_asks_less_apiece_for_more(text: str, language: str) -> None:
    assert has_priced_amounts(plain_text(text), language)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tot 18 uur open, bel 06 12345678",
        "bus 12 komt om 14:30, lijn 7 rijdt niet",
        "uitslag 3-1, vorige keer 2-2",
        "3 = 2 en 6 = 9",  # dearer apiece the more there is: no list of prices
        "60 / 5 == 12, threads 3600, loops 500, avg 97, min 7, max 537, err 0",  # a log
        "een kaartje 40",  # one price
    ],
)
def test_other_numbers_are_no_list_of_prices(text: str) -> None:
    assert not has_priced_amounts(plain_text(text), "nl")


def test_a_long_article_is_no_ad() -> None:
    ad = "100 ml 45, liter 230. "
    assert has_priced_amounts(plain_text(ad), "nl")
    assert not has_priced_amounts(plain_text(ad + "tekst " * 120), "nl")


@pytest.mark.parametrize(
    "text",
    [
        "Honing 500 gram 6 euro, kilo 11",
        "Ü-Eier 1 Stk 2, 10 Stk 15",
        "Мёд 0,5 л 400, 1 л 750",
        "Zeytinyağı 1 lt 300, 5 lt 1400",
    ],
)
def test_what_is_sold_lawfully_by_such_lists_is_not_unnamed(text: str) -> None:
    assert names_lawful_goods(plain_text(text).plain)
    assert not has_priced_amounts(plain_text(text), "und")
