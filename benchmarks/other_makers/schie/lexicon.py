"""The word lists beside the code, read once: phrases per language, street words per commodity, names."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS = Path(__file__).with_name("words")
LANGS = ("nl", "en", "de", "fr", "es", "ru", "tr")
CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Good:
    """One commodity: what it is counted in, what it costs, what the street calls it."""

    name: str
    family: str
    unit: str
    steps: tuple[tuple[int, float], ...]
    bulk: tuple[tuple[int, float], ...]
    share: float
    words: Mapping[str, tuple[str, ...]]


def _pairs(rows: list[list[float]]) -> tuple[tuple[int, float], ...]:
    return tuple((int(amount), float(price)) for amount, price in rows)


@cache
def goods() -> dict[str, Good]:
    """All commodities by name, in the order of the files."""
    found: dict[str, Good] = {}
    for file in ("goods_drugs.toml", "goods_other.toml"):
        for name, row in tomllib.loads((WORDS / file).read_text("utf-8")).items():
            words = {lang: tuple(row[lang].split("|")) for lang in LANGS if lang in row}
            found[name] = Good(
                name,
                row.get("family", "drugs"),
                row["unit"],
                _pairs(row["steps"]),
                _pairs(row["bulk"]),
                row["share"],
                words,
            )
    return found


@cache
def names() -> dict[str, dict[str, list[str]]]:
    """Name parts, short forms and emoji sets, each split at |."""
    raw = tomllib.loads((WORDS / "names.toml").read_text("utf-8"))
    return {section: {key: text.split("|") for key, text in rows.items()} for section, rows in raw.items()}


@cache
def _language(lang: str) -> dict[str, dict[str, list[str]]]:
    """Every section of one language, merged over its files; one phrase a line."""
    merged: dict[str, dict[str, list[str]]] = {}
    for file in sorted([*WORDS.glob(f"{lang}.toml"), *WORDS.glob(f"{lang}_*.toml")]):
        for section, rows in tomllib.loads(file.read_text("utf-8")).items():
            split = "|" if section == "fill" else "\n"
            for key, text in rows.items():
                body = text if section == "fill" else text.strip()
                merged.setdefault(section, {}).setdefault(key, []).extend(
                    line.strip() for line in body.split(split)
                )
    return merged


def lines(lang: str, section: str, key: str) -> list[str]:
    """The phrases of a section; English where a language has none."""
    return _language(lang).get(section, {}).get(key) or _language("en")[section][key]


def topics(lang: str) -> list[str]:
    """Subjects this language has talk of, short reactions apart."""
    return [key for key in _language(lang)["chat"] if key != "react"]


def expand(text: str, slots: Mapping[str, str], lang: str, rng: random.Random) -> str:
    """Make the choices of a phrase and fill its slots; ¶ becomes a line break."""

    def fill(match: re.Match[str]) -> str:
        key = match[1]
        if key in slots:
            return slots[key]
        return general(key, lang, rng)

    chosen = CHOICE.sub(lambda m: rng.choice(m[1].split("|")), text)
    return SLOT.sub(fill, chosen).replace("¶", "\n")


def general(key: str, lang: str, rng: random.Random) -> str:
    """What any speaker can fill in: numbers, hours, days, teams, first names, corners of town."""
    if key == "n":
        return str(rng.randint(2, 9))
    if key == "h":
        return str(rng.randint(9, 15))
    if key == "hh":
        return str(rng.choice((18, 19, 20, 21, 22, 22, 23, 23)))
    return rng.choice(lines(lang, "fill", {"team2": "team"}.get(key, key)))
