"""What is left at one price, rows of amounts and prices, goods that are denied, and what stands on notes."""

import pytest

from tests.reading.market_words import items_of, told

WHOLE = [
    ("nl", "nog 4 gram ket over, 20 pg of alles voor 70", "ketamine 1 g 20; ketamine 4 g 70"),
    ("nl", "20 xtc liggen, 3 euro per stuk of 50 voor alles", "mdma 1 pill 3; mdma 20 pill 50"),
    ("nl", "alles 10 euro: wiet 1g", "cannabis 1 g 10"),
    ("nl", "nog 4 stuks lyrica 140 p/s", "prescription-medicines 1 pill 140"),
]
ROWS = [
    ("ru", "гашиш 1/2/5 - 1700/3200/7500", "cannabis 1 g 1700; cannabis 2 g 3200; cannabis 5 g 7500"),
    ("nl", "coke 1/2/5 g = 50/95/225", "cocaine 1 g 50; cocaine 2 g 95; cocaine 5 g 225"),
    ("nl", "coke 1/2 voor 25, hele 45", "cocaine 0.5 g 25; cocaine 1 g 45"),
]
DENIED = [
    ("nl", "meth, geen mdma, half 50", "methamphetamine 0.5 g 50"),
    ("en", "no coke tonight, hash 5g 30", "cannabis 5 g 30"),
    ("tr", "xtc değil esrar 5 gr 900", "cannabis 5 g 900"),
    ("nl", "geen coke", "cocaine - - -"),
]
NOTES = [
    ("nl", "valsgeld 50, 10 stuks 100", "counterfeit-money 10 piece 100"),
    ("fr", "valsgeld 20 et 50, 100 pièces pour 350", "counterfeit-money 100 piece 350"),
    ("nl", "valsgeld 20 stuks 100", "counterfeit-money 20 piece 100"),
]
ENDS = [
    ("nl", "coke 3 v 50, 5v80", "cocaine 3 g 50; cocaine 5 g 80"),
    ("nl", "paspoort v20 model 400", "documents 1 piece 400"),
    ("nl", "xtc vanaf 100 stuks 80 ct", "mdma 100 pill 80"),
    ("en", "oxy 100 pack for £450", "opioids 100 pill 450"),
    ("nl", "flesje ghb 100 ml 20, liter 110", "ghb 100 ml 20; ghb 1 l 110"),
    ("nl", "blokken coke binnen, 23 per.", "cocaine 1 block 23000"),
    ("nl", "speed kilo op aanvraag, 100 g 250", "amphetamine 1 kg -; amphetamine 100 g 250"),
    ("nl", "heroine 40 das g\ntilburg bez vanaf 50", "heroin 1 g 40"),
    (
        "nl",
        "lachgas tanks 2kg 35, 3,3kg 55 incl ballonnen",
        "nitrous-oxide 1 piece 35; nitrous-oxide 1 piece 55",
    ),
]


@pytest.mark.parametrize(("language", "text", "items"), WHOLE + ROWS + DENIED + NOTES + ENDS)
def test_what_belongs_together(language: str, text: str, items: str) -> None:
    assert told(items_of(text, language)) == items
