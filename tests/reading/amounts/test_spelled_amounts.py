"""Numbers and sums in words."""

from collections.abc import Iterator
from importlib.resources import files
from tomllib import loads

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


def test_a_word_for_a_number_of_another_language_is_none() -> None:
    assert told(items_of("on est un couple, deux buvards de lsd", "fr")) == told(
        items_of("deux buvards de lsd", "fr")
    )


def _listed(data: object) -> Iterator[str]:
    """Every word that a list names, as key or value."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from _listed(value)
    elif isinstance(data, list):
        for one in data:
            yield from _listed(one)


_WORDS = sorted(
    {
        word
        for word in _listed(loads((files("schakel.lexicons") / "number_words.toml").read_text("utf-8")))
        if len(word) < 25
    }
)


_BEFORE = ("een", "a", "ein", "un", "una", "bir", "for")


@pytest.mark.parametrize("language", ["nl", "en", "de", "fr", "es", "ru", "tr", "und"])
def test_number_words_of_any_language_can_be_read_as_any_other(language: str) -> None:
    for word in _WORDS:
        items_of("\n".join(f"coke {before} {word}, 5g 40" for before in _BEFORE), language)
