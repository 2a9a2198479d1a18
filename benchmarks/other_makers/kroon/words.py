"""The phrase banks: TOML files beside the code, one per language, read once.

A phrase may end in `|| word word`: a word that is an act says what the message does, `cod` that it promises payment at the door, any other
word is a commodity that the phrase names by itself.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent / "data"
ACTS = ("offer", "request", "vouch", "warning", "recruit", "none")
LANGS = ("nl", "en", "de", "fr", "es", "ru", "tr")


@dataclass(frozen=True)
class Phrase:
    """A frame with slots, the act it changes to (or empty), what it names by itself, and whether it promises payment at the door."""

    key: str
    text: str
    act: str
    goods: tuple[str, ...]
    later: bool = False


@cache
def table(name: str) -> dict[str, object]:
    """One TOML file of `data` (several `name*.toml` files are laid together)."""
    out: dict[str, object] = {}
    for path in sorted(HERE.glob(f"{name}*.toml")):
        with path.open("rb") as file:
            for key, value in tomllib.load(file).items():
                old = out.get(key)
                out[key] = [*old, *value] if isinstance(old, list) and isinstance(value, list) else value
    return out


def parse(key: str, raw: str) -> Phrase:
    """Read one line of a bank."""
    text, _, tail = raw.partition("||")
    acts = [word for word in tail.split() if word in ACTS]
    goods = tuple(word for word in tail.split() if word not in ACTS and word != "cod")
    return Phrase(key, text.strip(), acts[0] if acts else "", goods, "cod" in tail.split())


@cache
def bank(lang: str, key: str) -> tuple[Phrase, ...]:
    """All phrases of one language and purpose; English where a language lacks the purpose."""
    rows = table(lang).get(key)
    if not rows and lang != "en":
        return bank("en", key)
    return tuple(parse(f"{lang}.{key}.{i}", str(row)) for i, row in enumerate(rows or []))  # type: ignore[arg-type]


@cache
def words(lang: str, key: str) -> tuple[str, ...]:
    """A plain word list of one language."""
    rows = table(lang).get(key) or table("en").get(key) or []
    return tuple(str(row) for row in rows)  # type: ignore[attr-defined]


@cache
def mapping(lang: str, key: str) -> dict[str, str]:
    """A word-to-word table of one language (abbreviations, units)."""
    return dict(table(lang).get(key) or {})  # type: ignore[call-overload]


@cache
def good(commodity: str) -> dict[str, object]:
    """Facts of one commodity: unit, ladders, words."""
    return dict(table("goods")[commodity])  # type: ignore[call-overload]


@cache
def commodities() -> tuple[str, ...]:
    """All commodity families there are."""
    return tuple(table("goods"))


def counts() -> dict[str, int]:
    """How many phrases there are by purpose, over all languages."""
    out: dict[str, int] = {}
    for lang in LANGS:
        for key, rows in table(lang).items():
            if isinstance(rows, list):
                out[key] = out.get(key, 0) + len(set(rows))
    return out
