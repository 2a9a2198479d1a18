"""Rungs of a price list whose unit stands right behind the price before: "3.5 60 oz 350"."""

import pytest

from schakel.reading.offers import read_text
from tests.reading.market_words import items_of, told

OUNCES = [
    ("ket 20 a g 3.5 60 oz 350", "ketamine 1 g 20; ketamine 3.5 g 60; ketamine 28 g 350"),
    ("weed 3.5=60 oz=350", "cannabis 3.5 g 60; cannabis 28 g 350"),
    (
        "coke 1 70 3.5 200 7 380 oz 1400",
        "cocaine 1 g 70; cocaine 3.5 g 200; cocaine 7 g 380; cocaine 28 g 1400",
    ),
    (
        "weed eighth 30 quarter 55 half 100 oz 190",
        "cannabis 3.5 g 30; cannabis 7 g 55; cannabis 14 g 100; cannabis 28 g 190",
    ),
    ("weed quarter 45 oz 150 qp 500", "cannabis 7 g 45; cannabis 28 g 150; cannabis 112 g 500"),
    ("hash quarter 55 8th 30", "cannabis 7 g 55; cannabis 3.5 g 30"),
    (
        "weed oz 190 half 100 quarter 55 eighth 30",
        "cannabis 28 g 190; cannabis 14 g 100; cannabis 7 g 55; cannabis 3.5 g 30",
    ),
    ("coke gram 60 half 35 quarter 20", "cocaine 1 g 60; cocaine 0.5 g 35; cocaine 0.25 g 20"),
    ("weed 1/4 60 1/2 110 oz 200", "cannabis 7 g 60; cannabis 14 g 110; cannabis 28 g 200"),
    ("weed zip 120 qp 400 lb 1400", "cannabis 28 g 120; cannabis 112 g 400; cannabis 448 g 1400"),
    ("coke 70 30 oz 14000", "cocaine 840 g 14000"),  # thirty ounces
    ("ket 20 10 oz 1500", "ketamine 280 g 1500"),
]
KILOS = [
    ("wiet 25g 120 ons 400 kilo 3500", "cannabis 25 g 120; cannabis 100 g 400; cannabis 1 kg 3500"),
    ("wit ons 2800 kilo 24000", "cocaine 100 g 2800; cocaine 1 kg 24000"),
    ("wiet ons 400 5 kilo 16000", "cannabis 100 g 400; cannabis 5 kg 16000"),
    ("speed kilo 500 10 kilo 4000", "amphetamine 1 kg 500; amphetamine 10 kg 4000"),
]
WHOLES = [
    (
        "wit half 25 hele 45 2 hele 85 5 hele 200",
        "cocaine 0.5 g 25; cocaine 1 g 45; cocaine 2 g 85; cocaine 5 g 200",
    ),
    ("wit halve 10 hele 20", "cocaine 0.5 g 10; cocaine 1 g 20"),
    ("3 halve 70 coke", "cocaine 1.5 g 70"),
]
BOXES = [
    ("hasj 5 voor 20 plaat 100g 250", "cannabis 5 g 20; cannabis 100 g 250"),
    ("hasj 5 voor 25 blok 250", "cannabis 5 g 25; cannabis 1 block 250"),
    ("xanax 10 voor 20 doos 80", "benzodiazepines 10 pill 20; benzodiazepines 1 box 80"),
    ("lachgas 670g 25 doos 6 stuks 130", "nitrous-oxide 1 piece 25; nitrous-oxide 1 box 130"),
    ("lachgas 2 doos 6 stuks 130", "nitrous-oxide 2 box 130"),
]
RANGES = [
    ("xtc 1-9 €4 10-49 €3 50-99 €2", "mdma 1 pill 4; mdma 10 pill 30; mdma 50 pill 100"),
    ("xtc 6 t/m 20 3,50 p/s", "mdma 6 pill 21"),
    ("xtc 1-50€ 2-90€", "mdma 1 pill 50; mdma 2 pill 90"),
]
OTHERS = [
    ("3 kilo speed, 450 per kilo, alles in 1x 1200", "amphetamine 1 kg 450; amphetamine 3 kg 1200"),
    ("wiet 10g/90 25g/200 haze 5g/45", "cannabis 10 g 90; cannabis 25 g 200; cannabis 5 g 45"),
]


def _said(cases: list[tuple[str, str]], language: str) -> list[tuple[str, str, str]]:
    return [(text, language, items) for text, items in cases]


@pytest.mark.parametrize(
    ("text", "language", "items"),
    [*_said(OUNCES, "en"), *_said([*KILOS, *WHOLES, *BOXES, *RANGES, *OTHERS], "nl")],
)
def test_each_amount_has_its_own_price(text: str, language: str, items: str) -> None:
    assert told(items_of(text, language)) == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("looking for 3.5 weed", "cannabis 3.5 g -"),
        ("1.5 coke 120", "cocaine 1.5 g 120"),
        ("wiet 12.5", "cannabis 1 g 12.5"),
    ],
)
def test_a_few_grams_and_a_half_before_their_goods(text: str, items: str) -> None:
    assert told(items_of(text, "en")) == items


def test_puffs_in_a_heading_are_no_price() -> None:
    assert (
        told(items_of("Vapes 12k\n- Mango\n€10 p/s 3 voor €25"))
        == "tobacco-vapes 1 piece 10; tobacco-vapes 3 piece 25"
    )
    assert told(items_of("vapes 100 stuks 600")) == "tobacco-vapes 100 piece 600"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("coca gramo a 60 medio a 35", "cocaine 1 g 60; cocaine 0.5 g 35"),
        ("coca 1g 60 medio 35 2g 110", "cocaine 1 g 60; cocaine 0.5 g 35; cocaine 2 g 110"),
        ("coca gramo 60 medio 35", "cocaine 1 g 60; cocaine 0.5 g 35"),
        ("keta 1g 40 medio 25", "ketamine 1 g 40; ketamine 0.5 g 25"),
        ("coca 2 medios 60", "cocaine 1 g 60"),
        ("coca 50 el medio, 90 el gramo", "cocaine 0.5 g 50; cocaine 1 g 90"),
    ],
)
def test_a_half_behind_a_price_has_the_lower_one_behind_it(text: str, expected: str) -> None:
    assert told(items_of(text, "es")) == expected


def test_spanish_pieces_are_counted_by_their_short_names() -> None:
    item = read_text("gomitas thc 10 pz 250 pesos").items[0]
    assert (item.quantity, item.unit, item.price) == (10, "piece", 250)
