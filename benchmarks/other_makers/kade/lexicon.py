"""Loads the word lists (TOML beside the code): goods, frames per act and language, names, places."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

WORDS = Path(__file__).parent / "words"
FALLBACK = {"nl": ("nl", "en"), "en": ("en", "nl")}


@dataclass(frozen=True)
class Product:
    """One product as the street knows it: family, unit, price ladders, words per language."""

    key: str
    commodity: str
    unit: str
    retail: tuple[tuple[float, float], ...]
    bulk: tuple[tuple[float, float], ...]
    words: dict[str, tuple[str, ...]] = field(hash=False, compare=False, default_factory=dict)

    def names(self, lang: str) -> tuple[str, ...]:
        """Street words in a language; a trader without one uses the English or Dutch word."""
        return self.words.get(lang) or self.words.get("en") or self.words["nl"]


class Lexicon:
    """All word lists, by kind and language."""

    def __init__(self) -> None:
        self.data: dict[str, dict[str, Any]] = {}
        for path in sorted(WORDS.glob("*.toml")):
            table = tomllib.loads(path.read_text(encoding="utf-8"))
            if path.stem.startswith("lang_"):
                self.data.update({f"{kind}_{path.stem[5:]}": rows for kind, rows in table.items()})
            else:
                self.data[path.stem] = table
        self.products: dict[str, Product] = {}
        for stem in ("goods", "goods2"):
            for row in self.data[stem]["p"]:
                self.products[row["k"]] = _product(row)

    def table(self, kind: str, lang: str) -> dict[str, Any]:
        """The table of a kind in a language; falls back to English, then Dutch."""
        for one in FALLBACK.get(lang, (lang, "en", "nl")):
            if f"{kind}_{one}" in self.data:
                return self.data[f"{kind}_{one}"]
        raise KeyError(kind)

    @lru_cache(maxsize=4096)  # noqa: B019 - one lexicon lives as long as the run
    def lines(self, kind: str, lang: str, key: str = "lines") -> tuple[str, ...]:
        """The lines under a key of a kind and language, with the same fallback per key."""
        for one in (*FALLBACK.get(lang, (lang,)), "en", "nl"):
            rows = self.data.get(f"{kind}_{one}", {}).get(key)
            if rows:
                return tuple(rows)
        raise KeyError(f"{kind} {lang} {key}")

    def pick(self, rng: Random, kind: str, lang: str, key: str = "lines") -> str:
        """One line at random."""
        return rng.choice(self.lines(kind, lang, key))


def _product(row: dict[str, Any]) -> Product:
    """One product from its TOML table."""
    words = {k: tuple(v) for k, v in row.items() if len(k) == 2}
    return Product(
        row["k"], row["c"], row["u"], tuple(map(tuple, row["r"])), tuple(map(tuple, row["b"])), words
    )
