"""How a chat took a message of the police: reactions that do not believe it, beside those that warn or leave."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from schakel.measuring.interventions.words import sayings


@dataclass(frozen=True, slots=True)
class Reaction:
    """Messages that take sides: who doubt it, who warn or leave; ids of the messages."""

    doubt: tuple[str, ...]
    fear: tuple[str, ...]


def reaction(messages: Iterable[tuple[str, str]]) -> Reaction:
    """From messages (id, lower-case text). A message that does both counts as doubt."""
    doubt, fear = [], []
    for name, text in messages:
        if _pattern("doubt").search(text):
            doubt.append(name)
        elif _pattern("fear").search(text):
            fear.append(name)
    return Reaction(tuple(doubt), tuple(fear))


def police_pattern() -> str:
    """A pattern for messages that speak of the police."""
    return "|".join(re.escape(word) for word in sayings().reaction["police"])


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(map(_bounded, sayings().reaction[kind])))


def _bounded(word: str) -> str:
    """A word as a word; a picture anywhere."""
    return rf"(?<!\w){re.escape(word)}(?!\w)" if word[0].isalpha() else re.escape(word)
