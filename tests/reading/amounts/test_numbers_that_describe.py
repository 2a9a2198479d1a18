"""Numbers and words beside goods that describe them: ages, strengths, puffs, fields of a record, stock, two of a thing."""

import pytest

from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("leads\npension 55+ 5k £350", "en", "personal-data 5000 piece 350"),
        ("leads 40k rows name/tel/dob, £250", "en", "personal-data 40000 piece 250"),
        ("leads 12.000 regels naam/adres/mail 400", "nl", "personal-data 12000 piece 400"),
        ("lsd 110: 5 £30, 50 £200", "en", "lsd 5 seal 30; lsd 50 seal 200"),
        ("lsd 180\n1 → 10\n10 → 70", "fr", "lsd 1 seal 10; lsd 10 seal 70"),
        ("lsd einzeln 9, zehn 65", "de", "lsd 1 seal 9; lsd 10 seal 65"),  # nobody sells nine micrograms
        ("tilidin 100: 10 cps 50", "es", "opioids 10 pill 50"),
        ("testosteron 250, vial 10 ml 35", "en", "steroids 10 ml 35"),
        ("elfbars 600 stk 5€", "nl", "tobacco-vapes 1 piece 5"),
        ("elfbars 500 stuks 3,20 p/st", "nl", "tobacco-vapes 500 piece 1600"),
    ],
)
def test_a_number_that_tells_what_one_is_counts_nothing(text: str, language: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("granate 150€, 5er kiste 600", "de", "explosives 1 piece 150; explosives 5 piece 600"),
        ("granaat, 400 each or the pair 700", "en", "explosives 1 piece 400; explosives 2 piece 700"),
        ("rolex 120, zwei gürtel 80", "de", "counterfeit-goods 1 piece 120; counterfeit-goods 2 piece 80"),
        ("elfbars 6, 20 stuks 5", "nl", "tobacco-vapes 1 piece 6; tobacco-vapes 20 piece 100"),
        ("4 x paspoort, 850 per stuk", "nl", "documents 1 piece 850"),  # so many are there
        ("glock 650\n9mm 50 patronen 60", "nl", "firearms 1 piece 650; ammunition 50 piece 60"),
        ("ghb полторашка 9000", "ru", "ghb 1.5 l 9000"),
        ("ghb 1 dl 90", "de", "ghb 100 ml 90"),
        ("coke media onza 600", "es", "cocaine 14 g 600"),
        ("crack, 3 große 130", "de", "crack 3 ball 130"),
    ],
)
def test_so_many_of_a_thing(text: str, language: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
