r"""Phrase lists and how a phrase becomes a line.

Why: all language lives in `data/*.toml`, one phrase a line, so that a reader of the language can mend it without reading code. A phrase may hold
alternatives `[a|b|]` (nested), slots `{name}`, and `\n` for a line break. A speaker has a taste: a few phrases that he uses most of the time.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
_ALT = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


@cache
def table(name: str) -> dict[str, Any]:
    """One TOML file of the data folder."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _lines(block: str) -> tuple[str, ...]:
    r"""The phrases of one block: one a line, `\n` written out."""
    return tuple(row.strip().replace("\\n", "\n") for row in block.splitlines() if row.strip())


@cache
def book(lang: str) -> dict[str, tuple[str, ...]]:
    """All phrases of one language, over all its files (`nl_ads.toml`, `nl_talk.toml`, ...)."""
    out: dict[str, tuple[str, ...]] = {}
    for path in sorted(DATA.glob(f"{lang}_*.toml")):
        for key, block in tomllib.loads(path.read_text(encoding="utf-8")).items():
            out[key] = out.get(key, ()) + _lines(block)
    return out


def options(lang: str, key: str) -> tuple[str, ...]:
    """The phrases for a key; English where a language has none."""
    return book(lang).get(key) or book("en").get(key) or ()


def own_key(rng: random.Random, lang: str, general: str, special: str, chance: float) -> str:
    """The key for one commodity where a language has phrases of its own for it, some of the time."""
    return special if book(lang).get(special) and rng.random() < chance else general


@lru_cache(maxsize=65536)
def _favourites(lang: str, key: str, taste: int) -> tuple[str, ...]:
    """The few phrases that one speaker likes."""
    rows = options(lang, key)
    return tuple(random.Random(f"{lang}{key}{taste}").sample(rows, min(len(rows), max(3, len(rows) // 8))))


def pick(rng: random.Random, lang: str, key: str, taste: int | None = None) -> str:
    """A phrase for a key, mostly one of the speaker's own."""
    rows = options(lang, key)
    if not rows:
        raise KeyError(f"{lang}:{key}")
    if taste is not None and rng.random() < 0.65:
        rows = _favourites(lang, key, taste)
    return rng.choice(rows)


def expand(rng: random.Random, lang: str, text: str, slots: Mapping[str, str]) -> str:
    """Choose among alternatives and fill the slots; slots nobody gave come from the language's own `s_` lists."""
    while True:
        text, count = _ALT.subn(lambda m: rng.choice(m.group(1).split("|")), text)
        if not count:
            break

    def fill(match: re.Match[str]) -> str:
        """A slot: given, or from the lists of the language."""
        name = match.group(1)
        if name in slots:
            return slots[name]
        return expand(rng, lang, pick(rng, lang, "s_" + name), slots)

    return re.sub(r"[ \t]{2,}", " ", _SLOT.sub(fill, text)).strip()


def say(
    rng: random.Random, lang: str, key: str, slots: Mapping[str, str] | None = None, taste: int | None = None
) -> str:
    """One line for a key."""
    return expand(rng, lang, pick(rng, lang, key, taste), slots or {})
