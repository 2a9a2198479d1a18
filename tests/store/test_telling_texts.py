"""Which messages are told by patterns in their texts: exactly those that Python's own `re` finds, message by message."""

import re

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from schakel.store.telling_texts import TellingTexts

FILES = (("messages/a.parquet", 1, 1),)
TEXTS = [
    "Nieuw account @kim",
    "ÉÉÉÉ nieuw account",  # letters of two bytes before it
    "iets heel anders en dan pas een nieuw account",
    "niets",
    None,
    "Nieuw account @kim",
    "nieuw\naccount",
    "мой НОВЫЙ аккаунт",
]


def told(patterns: dict[str, int], one: TellingTexts | None = None) -> list[int]:
    messages = pa.table({"text": pa.chunked_array([TEXTS[:3], TEXTS[3:]]), "n": range(len(TEXTS))})
    rows = (one or TellingTexts()).of(FILES, messages, patterns, (), pc.utf8_lower)
    found: list[int] = rows["n"].to_pylist()
    return found


def by_hand(patterns: dict[str, int]) -> list[int]:
    return [
        n
        for n, text in enumerate(TEXTS)
        if text and any(re.search(p, text.lower()[: most or None]) for p, most in patterns.items())
    ]


@pytest.mark.parametrize(
    "patterns",
    [
        {"nieuw account": 0},
        {"nieuw account": 13},
        {"nieuw account": 12},
        {"nieuw account": 18},  # of letters, not of bytes
        {"nieuw account": 17},
        {"nieuw.account": 0},  # a point is no end of a line
        {"новый": 0, "niets$": 5},
        {"niets$": 4},
        {"(?:anders|account)": 12},
        {"nergens": 0},
    ],
)
def test_the_rows_are_those_found_message_by_message(patterns: dict[str, int]) -> None:
    assert told(patterns) == by_hand(patterns)


def test_a_pattern_looked_for_in_a_beginning_is_looked_for_anew_in_all() -> None:
    one = TellingTexts()
    assert told({"een nieuw": 12}, one) == []
    assert told({"een nieuw": 0}, one) == [2]
    assert told({"een nieuw": 12}, one) == []
