"""Phrases and word lists from the TOML files beside the code, and filling their places."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "phrases"
LANGS = ("nl", "en", "de", "fr", "es", "ru", "tr")


def load(name: str) -> dict[str, Any]:
    """One TOML file."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


SPEECH = load("speech")
GOODS = load("goods")
PLACES = load("places")
BOOKS: dict[str, dict[str, list[str]]] = {lang: load(lang) for lang in LANGS}


def pick(rng: random.Random, lang: str, section: str) -> str:
    """One phrase of a section. A language without the section borrows the English one."""
    book = BOOKS[lang].get(section) or BOOKS["en"][section]
    return rng.choice(book)


def fill(text: str, **slots: str) -> str:
    """Put words into the places of a phrase; empty places leave no double spaces behind."""
    for key, value in slots.items():
        text = text.replace("{" + key + "}", value)
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip()


def common(rng: random.Random, lang: str, text: str, place: str = "") -> str:
    """Fill the places that any speaker can fill: a town, a first name, a club, a number."""
    return fill(
        text,
        place=place or rng.choice(rng.choice(PLACES[lang]["towns"])),
        name=rng.choice(SPEECH[lang]["names"]),
        team=rng.choice(SPEECH[lang]["teams"]),
        n=str(rng.randint(2, 25)),
    )
