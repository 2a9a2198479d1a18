"""How one person types: case, typos, emoji, disguises, signs of the pen. Kept over all accounts of that person, with some drift."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from random import Random

from .lexicon import common

LEET = {"o": "0", "i": "1", "a": "@", "e": "3"}
KEEP = re.compile(r"[@{}\d/:+.]")


@dataclass(frozen=True)
class Habits:
    """The pen of one person; the numbers are chances."""

    case: str
    typo: float
    emoji: float
    favourites: tuple[str, ...]
    end: str
    disguise: float
    bullet: str
    price: int
    unit: int
    tiers: int
    bold: bool
    tic: int
    tic_rate: float


def draw_habits(rng: Random) -> Habits:
    """A new pen. Most people write plainly; a few are loud, sloppy or in disguise."""
    return Habits(
        case=rng.choices(["as", "low", "first", "up"], [4, 4, 3, 0.5])[0],
        typo=rng.choice([0, 0, 0.01, 0.02, 0.05]),
        emoji=rng.choice([0, 0, 0.1, 0.25, 0.5]),
        favourites=tuple(rng.sample(common()["emoji"], 3)),
        end=rng.choices(["", "!", "!!", ".", "..", " !"], [10, 2, 1, 2, 2, 1])[0],
        disguise=rng.choices([0, 0.5, 1], [8, 1, 1])[0],
        bullet=rng.choice(common()["bullets"]),
        price=rng.randrange(10),
        unit=rng.randrange(3),
        tiers=rng.choice([1, 1, 2, 3]),
        bold=rng.random() < 0.15,
        tic=rng.randrange(60),
        tic_rate=rng.choice([0, 0, 0, 0.1, 0.25]),
    )


def drift(habits: Habits, rng: Random) -> Habits:
    """The same hand on another day: one who hides changes a habit or two, not all."""
    other = draw_habits(rng)
    names = ["case", "emoji", "end", "bullet", "price", "tiers", "favourites"]
    return replace(habits, **{n: getattr(other, n) for n in rng.sample(names, 2)})


def typo(word: str, rng: Random) -> str:
    """One slip of the thumb inside a word."""
    if len(word) < 4 or KEEP.search(word):
        return word
    i = rng.randrange(1, len(word) - 2)
    how = rng.randrange(3)
    if how == 0:
        return word[:i] + word[i + 1 :]
    if how == 1:
        return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    return word[:i] + word[i] + word[i:]


def disguise(word: str, level: float, rng: Random) -> str:
    """A goods word hidden from simple filters: digits for letters, or letters set apart."""
    if not level or rng.random() > level or len(word) < 3 or " " in word:
        return word
    if rng.random() < 0.25:
        return ".".join(word) if rng.random() < 0.5 else "*".join([word[0], word[2:]])
    spots = [i for i, c in enumerate(word) if c in LEET]
    if not spots:
        return word
    i = rng.choice(spots)
    return word[:i] + LEET[word[i]] + word[i + 1 :]


def _case(text: str, case: str) -> str:
    """Letter case by habit; handles, links and holes keep theirs."""
    if case == "as":
        return text
    if case == "first":
        return text[:1].upper() + text[1:]
    parts = re.split(r"(\s+)", text)
    turn = str.lower if case == "low" else str.upper
    return "".join(p if KEEP.search(p) else turn(p) for p in parts)


def write(text: str, habits: Habits, rng: Random, short: bool = True) -> str:
    """Says a text the way this person types it."""
    if habits.typo:
        parts = re.split(r"(\s+)", text)
        text = "".join(typo(p, rng) if rng.random() < habits.typo else p for p in parts)
    text = _case(text, habits.case)
    if short and text and text[-1].isalpha() and rng.random() < 0.6:
        text += habits.end
    if rng.random() < habits.emoji:
        text += " " + "".join(rng.choices(habits.favourites, k=rng.choice([1, 1, 2, 3])))
    return text
