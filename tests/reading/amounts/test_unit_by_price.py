"""What a number without a unit counts, by the goods and their price."""

import pytest

from schakel.reading.offers import read_texts
from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("coke: 1g 75, ball 230", "en", ["cocaine 1 g 75", "cocaine 3.5 g 230"]),
        ("coke 250 the ball", "en", ["cocaine 3.5 g 250"]),
        ("crack 10 a ball", "en", ["crack 1 ball 10"]),
        ("wit 1 ball 20", "nl", ["cocaine 1 ball 20"]),
        ("crack 0.2 = 12, 0.5 = 25, 2 = 90", "en", ["crack 0.2 g 12", "crack 0.5 g 25", "crack 2 g 90"]),
        ("crack 1 = 10, 3 = 25", "en", ["crack 1 ball 10", "crack 3 ball 25"]),
        ("heroin 1 for 10, 3 for 27", "en", ["heroin 1 ball 10", "heroin 3 ball 27"]),
        ("heroine 1 = 25, 5 = 110", "nl", ["heroin 1 g 25", "heroin 5 g 110"]),
        ("bruin half 8,5k, heel 16k", "nl", ["heroin 0.5 kg 8500", "heroin 1 kg 16000"]),
        (
            "ket 1 = 7.000, 5 = 32.000, 10+ = 6.000 per",
            "nl",
            ["ketamine 1 kg 7000", "ketamine 5 kg 32000", "ketamine 10 kg 60000"],
        ),
        ("кетамин 1 = 6000", "ru", ["ketamine 1 g 6000"]),
        ("testosteron 100 st 30", "nl", ["steroids 100 pill 30"]),
        ("testosteron 5 st 150", "nl", ["steroids 5 piece 150"]),
        ("ghb kwart liter 35", "nl", ["ghb 250 ml 35"]),
        ("elfbars 600: 5", "nl", ["tobacco-vapes 1 piece 5"]),
    ],
)
def test_the_unit_follows_from_goods_and_price(text: str, language: str, expected: list[str]) -> None:
    assert told(items_of(text, language)) == "; ".join(expected)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("paspoort 80, twee zusjes 140", "nl", ["documents 1 piece 80", "documents 2 piece 140"]),
        ("glock with two mags 900", "en", ["firearms 1 piece 900"]),
        ("glock w/ two mags 900", "en", ["firearms 1 piece 900"]),
        ("marlboro 50 g 6", "nl", ["tobacco-vapes 1 pack 6"]),
        ("marlboro 200 g 20", "nl", ["tobacco-vapes 200 g 20"]),
        ("deca 10 ml 40, testosteron 50", "nl", ["steroids 10 ml 40", "steroids 10 ml 50"]),
        ("deca 10 ml 40, testosteron 15", "nl", ["steroids 10 ml 40", "steroids 1 piece 15"]),
        ("oxy 14 strip £12, 3 strip £30", "en", ["opioids 1 strip 12", "opioids 3 strip 30"]),
        ("9mm 50 box £28", "en", ["ammunition 50 piece 28"]),
        ("20 marlboro slof te koop. alles? 380", "nl", ["tobacco-vapes 20 carton 380"]),
        ("wit 1g 50, rest 5 euro", "nl", ["cocaine 1 g 50"]),
    ],
)
def test_the_number_may_be_a_size(text: str, language: str, expected: list[str]) -> None:
    assert told(items_of(text, language)) == "; ".join(expected)


def test_puffs_are_no_cartons_though_cartons_stand_before_them() -> None:
    text = "Блок «Минск» 850 ₽, «Корона» 900, от 10 блоков 780 любой, одноразки Waka 10к – 1100"
    last = read_texts([text])[0].items[-1]
    assert (last.commodity, last.quantity, last.unit, last.price) == ("tobacco-vapes", 1.0, "piece", 1100.0)
