"""Numbers beside words that say what they are: contents, face values, hours, the price of one, another thing."""

import pytest

from schakel.reading.offers import read_text
from tests.reading.market_words import items_of, told

COUNTED_INSIDE = [
    ("en", "lsd 10 tabs £45, sheet of 100 £320", "lsd 10 seal 45; lsd 100 seal 320"),
    ("nl", "lsd 10 = 50, heel vel (100) = 320", "lsd 10 seal 50; lsd 100 seal 320"),
    ("de", "9mm 50er Packung 45, 1000 Schuss 800", "ammunition 50 piece 45; ammunition 1000 piece 800"),
    ("de", "diazepam Streifen à 10, 15", "benzodiazepines 1 strip 15"),
    ("es", "lyrica 300 tira de 14 a 20€", "prescription-medicines 1 strip 20"),
    ("en", "lyrica 300 strips 14 st £20", "prescription-medicines 1 strip 20"),
]
NO_PRICE = [
    ("en", "valsgeld £20 notes, 25 for £150", "counterfeit-money 25 piece 150"),
    ("de", "valsgeld 50€ scheine, 20 stück 200€", "counterfeit-money 20 piece 200"),
    ("es", "abierto de 17 a 3\nhaze 5g 30", "cannabis 5 g 30"),
    ("nl", "haze 5g 40\nbrengen vanaf 50 eu", "cannabis 5 g 40"),
    ("de", "gras 5g 50, ab 150 versandfrei", "cannabis 5 g 50"),
    ("nl", "pistool met 2 houders, 1350 euro", "firearms 1 piece 1350"),
    ("nl", "keta 5 gr (15 p/g) = 75\nketa 20 gr (13 p/g) = 260", "ketamine 5 g 75; ketamine 20 g 260"),
]
OF_ONE = [
    ("fr", "9mm 0,80 pièce dès 500", "ammunition 500 piece 400"),
    ("es", "haze 1.200 unidad", "cannabis 1 piece 1200"),
    ("de", "hasch platte 2600 das kilo, ab 5 kg 2300", "cannabis 1 kg 2600; cannabis 5 kg 11500"),
    ("en", "haze box £4,800 a kilo, 5 keys at £4,500 each", "cannabis 1 kg 4800; cannabis 5 kg 22500"),
    ("nl", "3mmc 20 pg, 5 halen 85", "designer-drugs 1 g 20; designer-drugs 5 g 85"),
    ("nl", "wit 5 halen 4 betalen", "cocaine - - -"),
]
APART = [
    ("nl", "paddos gedroogd 5 g 30, verse truffels 15 g 18", "psilocybin 5 g 30; psilocybin 15 g 18"),
    (
        "en",
        "speed 1oz £90, half k £1250, full k £2200",
        "amphetamine 28 g 90; amphetamine 0.5 kg 1250; amphetamine 1 kg 2200",
    ),
    (
        "en",
        "haze eighth £30, half oz £100, oz £180",
        "cannabis 3.5 g 30; cannabis 14 g 100; cannabis 28 g 180",
    ),
    ("ru", "амф 100 г 25т, кг 170т", "amphetamine 100 g 25000; amphetamine 1 kg 170000"),
]


@pytest.mark.parametrize(("language", "text", "items"), COUNTED_INSIDE + NO_PRICE + OF_ONE + APART)
def test_numbers_in_company(language: str, text: str, items: str) -> None:
    assert told(items_of(text, language)) == items


@pytest.mark.parametrize(
    ("line", "commodity", "unit"),
    [
        ("- ballon 2 stuks 30€", "nitrous-oxide", "piece"),
        ("- tripjes 10 stuks 40€", "lsd", "seal"),
        ("• joints 10x 40€", "cannabis", "piece"),
    ],
)
def test_a_word_that_also_counts_begins_a_line_of_its_own_below_priced_goods(
    line: str, commodity: str, unit: str
) -> None:
    items = read_text(f"xtc 5 stuks 20€\n{line}\n- ketamine 5 g 90€").items
    assert [item.commodity for item in items] == ["mdma", commodity, "ketamine"]
    assert items[1].unit == unit


@pytest.mark.parametrize(
    "text", ["xanax 10 voor 20\ntabs 30 voor 50", "Xanax\npillen 10 stuks 20\nstrips 3 50"]
)
def test_below_a_heading_or_without_a_unit_it_only_counts(text: str) -> None:
    assert {item.commodity for item in read_text(text).items} == {"benzodiazepines"}
