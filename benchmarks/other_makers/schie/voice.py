"""How one person writes: capitals, short forms, slips of the finger, emoji, ways to address others.

Habits stay with the person, so an alias often keeps them; somebody who takes a business over brings his own.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace

from . import lexicon

SAFE = re.compile(r"[@/:_\d]|bc1|example")
WORD = re.compile(r"(\s+)")


@dataclass(frozen=True)
class Voice:
    """The habits of one hand."""

    lang: str
    lower: bool
    caps: float
    slips: float
    short: float
    emoji: float
    kit: tuple[str, ...]
    bro: float
    bro_word: str
    ending: str
    layout: int
    money: int


def new_voice(lang: str, rng: random.Random) -> Voice:
    """Draw a hand. Most write carelessly, a few neatly, a few shout."""
    kits = list(lexicon.names()["emoji"].values())
    kit = tuple(rng.choice(kits) + rng.sample(rng.choice(kits), 1))
    return Voice(
        lang=lang,
        lower=rng.random() < 0.55,
        caps=rng.choice((0, 0, 0, 0, 0.05, 0.3)),
        slips=rng.choice((0, 0.01, 0.02, 0.04, 0.08)),
        short=rng.choice((0, 0, 0.3, 0.7, 0.95)),
        emoji=rng.choice((0, 0.05, 0.1, 0.3, 0.6)),
        kit=kit,
        bro=rng.choice((0, 0, 0.05, 0.15, 0.3)),
        bro_word=rng.choice(lexicon.lines(lang, "fill", "bro")),
        ending=rng.choice(("", "", "", ".", "!", "!!", "..", "...", " x")),
        layout=rng.randrange(6),
        money=rng.randrange(6),
    )


def drift(voice: Voice, rng: random.Random) -> Voice:
    """The same hand a little later: one or two habits changed."""
    fresh = new_voice(voice.lang, rng)
    return (
        replace(voice, kit=fresh.kit, ending=fresh.ending)
        if rng.random() < 0.5
        else replace(voice, emoji=fresh.emoji, slips=fresh.slips)
    )


def slip(word: str, rng: random.Random) -> str:
    """One finger slip inside a word."""
    if len(word) < 4:
        return word
    at = rng.randrange(1, len(word) - 1)
    kind = rng.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at] + word[at:]


def _short_forms(lang: str) -> dict[str, str]:
    pairs = (pair.split(">") for pair in lexicon.names()["abbr"].get(lang, []))
    return {pair[0]: pair[1] for pair in pairs}


def roughen(text: str, voice: Voice, rng: random.Random, strength: float = 1.0) -> str:
    """Write a text as this hand would, leaving names, numbers and links as they are."""
    forms = _short_forms(voice.lang) if voice.short else {}
    out: list[str] = []
    for part in WORD.split(text):
        if not part or part.isspace() or SAFE.search(part):
            out.append(part)
            continue
        word = part.lower() if voice.lower else part
        if word in forms and rng.random() < voice.short * strength:
            word = forms[word]
        if rng.random() < voice.slips * strength:
            word = slip(word, rng)
        out.append(word)
    return "".join(out)


def speak(text: str, voice: Voice, rng: random.Random) -> str:
    """A spoken line: roughened, perhaps shouted, with this hand's ending, address and emoji."""
    said = roughen(text, voice, rng)
    if voice.bro_word and rng.random() < voice.bro:
        said = f"{said} {voice.bro_word}"
    if rng.random() < voice.caps and "@" not in said:
        said = said.upper()
    if said and said[-1].isalnum() and rng.random() < 0.5:
        said += voice.ending
    if rng.random() < voice.emoji:
        said += " " + rng.choice(voice.kit) * rng.choice((1, 1, 1, 2, 3))
    return said
