import pytest

from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "price chart (USD)\n      1    3.5\ncoke   60   180\nketamine  40  120",
            "en",
            "cocaine 1 g 60; ketamine 1 g 40; cocaine 3.5 g 180; ketamine 3.5 g 120",
        ),
        (
            "price per 1 | per 5 | per 10\nxtc tesla — £8 | £35 | £60\nlsd 150ug — £7 | £30 | £50",
            "en",
            "mdma 1 pill 8; lsd 1 seal 7; mdma 5 pill 35; lsd 5 seal 30; mdma 10 pill 60; lsd 10 seal 50",
        ),
        (
            "ürün / 1 adet / 10 adet\nxanax 2 / 40 / 350\ntilidin / 30 / 260",
            "tr",
            "benzodiazepines 1 pill 40; opioids 1 pill 30; benzodiazepines 10 pill 350; opioids 10 pill 260",
        ),
    ],
)
def test_each_price_is_that_of_the_amount_at_the_head_of_its_column(
    text: str, language: str, expected: str
) -> None:
    assert told(items_of(text, language)) == expected


def test_a_dash_keeps_the_place_of_a_price_that_is_missing() -> None:
    text = "1 | 3.5 | 28\ncoke $60 | $180 | $1100\nheroin — | $120 | $700"
    found = told(items_of(text, "en"))
    assert "heroin 3.5 g 120" in found
    assert "heroin 28 g 700" in found
    assert found.count("heroin") == 2


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # a price list whose first line names goods that nobody knows
        ("dinges 0.8 – 40\nwit 1 – 50\nket 1 – 20", "nl", "cocaine 1 g 50; ketamine 1 g 20"),
        (
            "lsd\n10 = 60\n25 = 125\nlsd gel 10 = 45\nlsd 5 = 55",
            "nl",
            "lsd 10 seal 60; lsd 25 seal 125; lsd 10 seal 45; lsd 5 seal 55",
        ),
        # one row alone is no table, and dearer amounts must not cost less
        ("1 5 10\nwit 50\nket 20", "nl", "cocaine 1 g 50; ketamine 1 g 20"),
    ],
)
def test_pairs_of_an_amount_and_its_price_are_no_table(text: str, language: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


def test_a_unit_behind_the_last_amount_is_that_of_all_columns() -> None:
    found = told(items_of("1 / 10 strips\nxanax 12 / 100\ndiazepam 10 / 80", "nl"))
    assert found == (
        "benzodiazepines 1 strip 12; benzodiazepines 1 strip 10; benzodiazepines 10 strip 100; benzodiazepines 10 strip 80"
    )


def test_units_without_numbers_head_a_table() -> None:
    found = told(items_of("(eighth / quarter / zip)\nhaze 45/80/280\nhash 40/70/240", "en"))
    assert found == (
        "cannabis 3.5 g 45; cannabis 3.5 g 40; cannabis 7 g 80; cannabis 7 g 70; cannabis 28 g 280; cannabis 28 g 240"
    )
