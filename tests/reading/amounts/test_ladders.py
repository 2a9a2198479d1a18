"""What is said once above the lines that it holds for."""

import pytest

from tests.reading.market_words import items_of, told

CASES = [
    (
        "nl",
        "per 10 sloffen:\nmarlboro 300\nl&m 330",
        "tobacco-vapes 10 carton 300; tobacco-vapes 10 carton 330",
    ),
    ("en", "(price per 30)\noxy 90\nxanax 50", "opioids 30 pill 90; benzodiazepines 30 pill 50"),
    ("nl", "per 10 pillen:\nxtc 25\n\nwit 50", "mdma 10 pill 25; cocaine 1 g 50"),
    ("nl", "per 10 pillen:\nxtc 25\n100 xtc 180", "mdma 10 pill 25; mdma 100 pill 180"),
    ("de", "marlboro 1 kg tabak sigaretten 22", "tobacco-vapes 1 kg 22"),
    ("nl", "wit 1g coke 50", "cocaine 1 g 50"),
    ("nl", "wit 1g ket 50", "cocaine 1 g -; ketamine 1 g 50"),
    ("nl", "mdma 2.850 kg\nket 7.250 kg", "mdma 1 kg 2850; ketamine 1 kg 7250"),
    ("nl", "hash 1.500 kg 4000", "cannabis 1.5 kg 4000"),
    ("nl", "paspoort model 2021, rijbewijs B. Beide 750", "documents 2 piece 750"),
    (
        "ru",
        "экстази по 900, от 20 шт по 700\nмарки по 800",
        "mdma 1 pill 900; mdma 20 pill 14000; lsd 1 seal 800",
    ),
    ("ru", "экстази 900, марки", "mdma 1 pill 900; lsd - - -"),
    ("ru", "экстази 900 в конверте без марки, пишите", "mdma 1 pill 900"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_reads_lines_under_an_amount(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
