"""Reads the phrase files: words of goods, frames of ads, dealings and chatter, towns and names, per language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "phrases"
TONGUES = ("nl", "en", "de", "fr", "es", "ru", "tr")
FAMILY = {
    "arms": ("firearms", "ammunition", "weapon-parts", "explosives", "other-weapons"),
    "fraud": ("documents", "counterfeit-money", "payment-fraud", "fraud-tools", "personal-data", "accounts"),
    "goods": ("tobacco-vapes", "counterfeit-goods", "stolen-goods", "fireworks"),
}


@dataclass(frozen=True)
class Good:
    """One commodity: its tiers for users and for traders, and what people call it."""

    name: str
    emoji: tuple[str, ...]
    retail: tuple[tuple[int, str, int], ...]
    bulk: tuple[tuple[int, str, int], ...]
    words: dict[str, list[str]]


@dataclass(frozen=True)
class Tongue:
    """Everything one language has to say."""

    code: str
    ads: dict[str, list[str]]
    talk: dict[str, list[str]]
    chat: list[str]
    place: dict[str, Any]


def _toml(name: str) -> dict[str, Any]:
    """One phrase file as a dictionary."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache
def common() -> dict[str, list[str]]:
    """Lists that belong to no language."""
    return _toml("common")


@lru_cache
def goods() -> dict[str, Good]:
    """All commodities by name."""
    out: dict[str, Good] = {}
    for file in ("goods_drugs", "goods_other"):
        for name, row in _toml(file).items():
            tiers = [tuple(tuple(t) for t in row[k]) for k in ("retail", "bulk")]
            out[name] = Good(name, tuple(row["emoji"]), tiers[0], tiers[1], {c: row[c] for c in TONGUES})
    return out


@lru_cache
def tongues() -> dict[str, Tongue]:
    """All languages by code."""
    places = _toml("places")
    return {
        c: Tongue(c, _toml(f"{c}_ads"), _toml(f"{c}_talk"), _toml(f"{c}_chat")["lines"], places[c])
        for c in TONGUES
    }


def family(commodity: str) -> str:
    """Which kind of ad frame goes with a commodity: arms, fraud, goods or retail (drugs)."""
    for name, members in FAMILY.items():
        if commodity in members:
            return name
    return "retail"
