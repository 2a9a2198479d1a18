"""How somebody writes: capitals, punctuation, emoji, typing errors, abbreviations.

Why: in open groups a handful of habits stays with a writer over all his accounts, although not always: a helper may write, or he takes care.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace

from .phrases import table

_FIXED = re.compile(r"[@#/\d_]|https?:|\.org|[A-Z]{3,}\d")


@dataclass(frozen=True)
class Voice:
    """The habits of one writer."""

    case: str
    end: str
    emoji: tuple[str, ...]
    emoji_p: float
    typo: float
    short: float
    taste: int


def make(rng: random.Random) -> Voice:
    """A new writer."""
    case = rng.choices(("as", "lower", "first", "upper"), (40, 38, 18, 4))[0]
    end = rng.choices(("as", "none", "!", "!!", "..", "..."), (40, 28, 8, 6, 12, 6))[0]
    emoji = tuple(rng.sample(table("common")["emoji"], 3))
    return Voice(
        case,
        end,
        emoji,
        rng.choice((0.0, 0.0, 0.05, 0.15, 0.4)),
        rng.choice((0.0, 0.005, 0.015, 0.04)),
        rng.choice((0.0, 0.1, 0.5, 0.9)),
        rng.randrange(10**6),
    )


def helper(rng: random.Random, voice: Voice) -> Voice:
    """Another hand at the same account: own habits, but he learned some phrases."""
    return replace(make(rng), taste=voice.taste if rng.random() < 0.5 else rng.randrange(10**6))


def _slip(rng: random.Random, word: str) -> str:
    """One typing error in a word."""
    at = rng.randrange(1, len(word) - 1)
    kind = rng.random()
    if kind < 0.4:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind < 0.75:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at] + word[at:]


def _word(rng: random.Random, word: str, voice: Voice, short: dict[str, str]) -> str:
    """One word as this writer types it."""
    if _FIXED.search(word):
        return word
    if voice.short and word.lower() in short and rng.random() < voice.short:
        return short[word.lower()]
    if len(word) >= 5 and word.isalpha() and rng.random() < voice.typo:
        return _slip(rng, word)
    return word


def _case(text: str, how: str) -> str:
    """Capitals, with handles, links and codes left alone."""
    if how == "as":
        return text
    if how == "first":
        return text[:1].upper() + text[1:]
    change = str.lower if how == "lower" else str.upper
    return "".join(part if _FIXED.search(part) else change(part) for part in re.split(r"(\s+)", text))


def _end(text: str, how: str) -> str:
    """Punctuation at the end of a line of talk."""
    if how == "as" or not text[-1:].isalnum():
        return text.rstrip(".!") or text if how == "none" else text
    return text + ("" if how == "none" else how)


def _dressed(rng: random.Random, voice: Voice, text: str) -> str:
    """An advertisement in its writer's dress: all small, all capitals, emoji at the ends of lines, or as it was made."""
    if voice.case in ("lower", "upper") and voice.taste % 3:
        text = _case(text, voice.case)
    if voice.emoji_p > 0.3:
        text = "\n".join(
            row + (" " + rng.choice(voice.emoji) if row and rng.random() < 0.3 else "")
            for row in text.split("\n")
        )
    return text


def write(rng: random.Random, voice: Voice, lang: str, text: str, *, ad: bool = False) -> str:
    """The line as this writer puts it down; in advertisements layout and capitals stay as made."""
    short = table("common")["short"].get(lang, {})
    text = "".join(_word(rng, part, voice, short) for part in re.split(r"(\s+)", text))
    if ad:
        return _dressed(rng, voice, text)
    text = _end(_case(text, voice.case), voice.end)
    if rng.random() < voice.emoji_p:
        text += " " + rng.choice(voice.emoji) * rng.choice((1, 1, 1, 2, 3))
    return text
