"""Prices for one, beside an amount in hand or by a word of their own, and sums that a word names."""

import pytest

from tests.reading.market_words import items_of, told

WORDS = [
    ("en", "tramadol £3 a pop, ten for a tenner", "opioids 1 pill 3; opioids 10 pill 10"),
    ("en", "marlboro fiver a pack", "tobacco-vapes 1 pack 5"),
    ("nl", "xtc 3 pp, 10 voor 25", "mdma 1 pill 3; mdma 10 pill 25"),
    ("fr", "hasch 1500 le kil", "cannabis 1 kg 1500"),
    ("es", "coca 60 gramo, keta 30 gramo", "cocaine 1 g 60; ketamine 1 g 30"),
    ("es", "coca 60 gramo 5g 280", "cocaine 1 g 60; cocaine 5 g 280"),
    ("es", "vendo 5 gramo de coca", "cocaine 5 g -"),
    ("es", "coca 25 gramo 900", "cocaine 25 g 900"),
    ("es", "coca 60 gramos", "cocaine 60 g -"),
    ("es", "paspoort a 200 cada", "documents 1 piece 200"),
    ("ru", "лирика блистер 14 капс 2к", "prescription-medicines 1 strip 2000"),
]

AMOUNTS = [
    ("nl", "vapes 2x sterk, 28 elk", "tobacco-vapes 1 piece 28"),
    ("nl", "nog drie marlboro sloffen uit Polen, 40 euro per slof", "tobacco-vapes 1 carton 40"),
    ("nl", "500 cobra's stuks, 5 euro per stuk", "fireworks 500 piece 2500"),
    ("en", "coke 8ball £220, quarter £400", "cocaine 3.5 g 220; cocaine 7 g 400"),
    ("en", "vapes bars $15 each, ten bars for $110", "tobacco-vapes 1 piece 15; tobacco-vapes 10 piece 110"),
    ("de", "paspoort 180\n1000 paspoort Adressen 70", "documents 1 piece 180; documents 1000 piece 70"),
    ("fr", "cobra 8 l'unité", "fireworks 1 piece 8"),
    ("fr", "lsd 8 pièce, 10 pour 60", "lsd 1 seal 8; lsd 10 seal 60"),
    ("fr", "marlboro 45 la cartouche", "tobacco-vapes 1 carton 45"),
    ("nl", "paspoort 12k regels incl. IBAN 900", "documents 12000 piece 900"),
    ("en", "speed 5 @ 20, 10 @ 35, 1 @ 6", "amphetamine 5 g 20; amphetamine 10 g 35; amphetamine 1 g 6"),
    ("tr", "xtc tek 400, beşi 1800", "mdma 1 pill 400; mdma 5 pill 1800"),
]


@pytest.mark.parametrize(("language", "text", "expected"), WORDS)
def test_reads_words_for_one_and_for_sums(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), AMOUNTS)
def test_tells_the_price_of_one_from_the_price_of_all(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
