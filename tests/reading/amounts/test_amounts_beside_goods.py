"""Amounts and prices of goods beside other goods: what comes with them, what is joined, what a line begins with."""

import pytest

from tests.reading.market_words import items_of, told

COMES_WITH = [
    ("nl", "Glock 19 met 50 patronen 1800, vaste prijs", "firearms 1 piece 1800"),
    ("nl", "glock incl. 30 patronen, 1100 all in", "firearms 1 piece 1100"),
    ("en", "glock with 9mm 1500, 50 rounds 9mm 100", "firearms 1 piece 1500; ammunition 50 piece 100"),
    ("nl", "glock met 2 houders en 200 patronen 3500", "firearms 1 piece 3500"),
    ("nl", "wit met xtc 60", "cocaine - - -; mdma 1 pill 60"),
]
JOINED = [
    ("nl", "wit en bruin 10 p/st", "cocaine 1 piece 10; heroin 1 ball 10"),
    ("nl", "wit & keta 1g 50 2g 90", "cocaine 1 g 50; cocaine 2 g 90; ketamine 1 g 50; ketamine 2 g 90"),
    ("nl", "wit 1g 50 en keta 1g 25", "cocaine 1 g 50; ketamine 1 g 25"),
    ("nl", "wit, keta 20 pg", "cocaine - - -; ketamine 1 g 20"),
]
CONTENTS = [
    (
        "nl",
        "lyrica 300 strip 14 = 20, 5 strips 85",
        "prescription-medicines 1 strip 20; prescription-medicines 5 strip 85",
    ),
    ("es", "glock 900, caja 50 9mm 80", "firearms 1 piece 900; ammunition 50 piece 80"),
    (
        "tr",
        "lyrica 300 kutu 1500, 5 kutu 6500",
        "prescription-medicines 1 box 1500; prescription-medicines 5 box 6500",
    ),
]
SIZES = [
    ("nl", "cobra 200 gr 5 voor 40", "fireworks 5 piece 40"),
    ("nl", "lachgas 2 kg 3 voor 90", "nitrous-oxide 3 piece 90"),
    ("nl", "wit 2 g 90", "cocaine 2 g 90"),
]
RUNGS = [
    (
        "en",
        "xanax 1.50 a pop, 50 4 60, 200 4 180",
        "benzodiazepines 1 pill 1.5; benzodiazepines 50 pill 60; benzodiazepines 200 pill 180",
    ),
    ("en", "4 pills xtc 20", "mdma 4 pill 20"),
    ("en", "xtc 5 each min 10, 50 for 175", "mdma 10 pill 50; mdma 50 pill 175"),
    ("ru", "трамадол 0.5 - 2500, 1г - 4500", "opioids 0.5 g 2500; opioids 1 g 4500"),
    (
        "en",
        "xanax 30 tabs 45 / 90 tabs 110 diazepam strip 25",
        "benzodiazepines 30 pill 45; benzodiazepines 90 pill 110; benzodiazepines 1 strip 25",
    ),
    ("nl", "wiet kilo 3400, halve 1800", "cannabis 1 kg 3400; cannabis 0.5 kg 1800"),
    ("nl", "wiet 5g 30\nthuisbezorgd vanaf 40 euro", "cannabis 5 g 30"),
    ("nl", "wiet 1g 10, vanaf 5g 8", "cannabis 1 g 10; cannabis 5 g 40"),
]


@pytest.mark.parametrize(("language", "text", "items"), COMES_WITH + JOINED + CONTENTS + SIZES + RUNGS)
def test_amounts_beside_goods(language: str, text: str, items: str) -> None:
    assert told(items_of(text, language)) == items


def test_a_word_for_pills_at_the_head_of_a_line_counts_what_follows() -> None:
    text = "mdma 30 a g, 5g 120\npillen 10 for 30, 100 for 200"
    assert told(items_of(text, "en")) == "mdma 1 g 30; mdma 5 g 120; mdma 10 pill 30; mdma 100 pill 200"
