"""Numbers and sums in words."""

import pytest

from tests.reading.market_words import items_of, told

CASES = [
    ("en", "ket half oz one eighty", "ketamine 14 g 180"),
    ("en", "xtc 100 for three twenty five", "mdma 100 pill 325"),
    ("es", "docena de rolex 900", "counterfeit-goods 12 piece 900"),
    ("fr", "une douzaine de pastis 60", "mdma 12 pill 60"),
    ("en", "xtc three fifty", "mdma 3 pill 50"),
    ("nl", "xtc tien voor drie vijftig", "mdma 10 pill 3"),
    ("nl", "wit halfje 25\nrijden tot half 3", "cocaine 0.5 g 25"),
    ("de", "koks halb 40, bis halb zwei da", "cocaine 0.5 g 40"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_reads_sums_without_their_hundred(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected
