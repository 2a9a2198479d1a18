"""How somebody writes: the same sentence comes out differently for every speaker, and much the same for one speaker on all his accounts."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from .phrases import SPEECH

FACES = (
    "😂",
    "🔥",
    "🙏",
    "💯",
    "👀",
    "😅",
    "🤝",
    "💪",
    "✌️",
    "😎",
    "🤷",
    "🫡",
    "💀",
    "❤️",
    "🙄",
    "👌",
    "🍀",
    "⚡️",
)


@dataclass(frozen=True)
class Voice:
    """Habits of writing, each a rate between 0 and 1, and a few marks of one's own."""

    lower: float
    upper: float
    typo: float
    swap: float
    face: float
    faces: tuple[str, ...]
    tail: float
    tails: tuple[str, ...]
    end: str
    double: float
    no_space: float
    disguise: float


def make_voice(rng: random.Random, lang: str) -> Voice:
    """A new speaker of a language."""
    tails = SPEECH[lang]["tails"]
    return Voice(
        lower=rng.choice((0.0, 0.2, 0.9, 1.0)),
        upper=0.25 if rng.random() < 0.08 else 0.01,
        typo=rng.choice((0.0, 0.02, 0.06, 0.15)),
        swap=rng.choice((0.0, 0.0, 0.3, 0.8)),
        face=rng.choice((0.0, 0.0, 0.15, 0.45)),
        faces=tuple(rng.sample(FACES, 3)),
        tail=rng.choice((0.0, 0.05, 0.25)),
        tails=tuple(rng.sample(tails, 2)),
        end=rng.choice(("", "", "", ".", "!", "..", "!!", " .", "...")),
        double=rng.choice((0.0, 0.0, 0.1)),
        no_space=rng.choice((0.0, 0.0, 0.6)),
        disguise=rng.choice((0.0, 0.0, 0.0, 0.25, 0.7)),
    )


def drift(rng: random.Random, voice: Voice, care: float) -> Voice:
    """The same person on a next account: mostly the same habits; the careful change some of them on purpose."""
    other = make_voice(rng, "nl")
    changed = {
        key: getattr(other, key)
        for key in ("lower", "end", "face", "faces", "swap", "disguise")
        if rng.random() < care * 0.6
    }
    return replace(voice, **changed)


def typo(rng: random.Random, text: str) -> str:
    """One slip of the finger: two letters swapped, one dropped or doubled."""
    spots = [i for i, c in enumerate(text[:-1]) if c.isalpha() and text[i + 1].isalpha()]
    if not spots:
        return text
    i = rng.choice(spots)
    return rng.choice(
        (
            text[:i] + text[i + 1] + text[i] + text[i + 2 :],
            text[:i] + text[i + 1 :],
            text[:i] + text[i] + text[i:],
        )
    )


def disguise(rng: random.Random, word: str) -> str:
    """A word written so that a plain filter misses it; emoji and short words stay as they are."""
    if len(word) < 4 or not word.isascii():
        return word
    way = rng.randrange(4)
    if way == 0:
        return word.replace("o", "0").replace("e", "3", 1)
    if way == 1:
        return " ".join(word) if len(word) < 7 else word.replace("a", "@", 1)
    if way == 2:
        return word[:2] + "*" + word[3:]
    return word.replace("i", "1").replace("a", "4", 1)


def speak(rng: random.Random, voice: Voice, lang: str, text: str) -> str:
    """A sentence as this speaker writes it. Mentions, links and numbers stay whole because only words before them are touched."""
    if rng.random() < voice.swap:
        for old, new in SPEECH[lang]["swaps"]:
            text = text.replace(old, new) if rng.random() < 0.8 else text
    if rng.random() < voice.typo * 3 and "@" not in text:
        text = typo(rng, text)
    if voice.no_space and rng.random() < voice.no_space:
        text = text.replace(", ", ",")
    if rng.random() < voice.tail:
        text = f"{text} {rng.choice(voice.tails)}"
    return dress(rng, voice, text)


def dress(rng: random.Random, voice: Voice, text: str) -> str:
    """Case, ending and faces."""
    if "@" not in text and max(map(len, text.split()), default=0) < 26:
        text = (
            text.lower()
            if rng.random() < voice.lower
            else text.upper()
            if rng.random() < voice.upper
            else text[:1].upper() + text[1:]
        )
    if voice.end and text[-1:].isalnum() and len(text) > 3 and rng.random() < 0.8:
        text += voice.end
    if rng.random() < voice.double and text[-1:] in "!?":
        text += text[-1] * rng.randint(1, 3)
    return f"{text} {rng.choice(voice.faces)}" if rng.random() < voice.face else text
