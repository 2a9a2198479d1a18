"""The words: TOML files beside the code, read once. Each phrase stands on its own line; "|" in an advertisement is a new line."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from random import Random

from .model import Person

WORDS = Path(__file__).with_name("words")
LANGS = ("en", "de", "fr", "es", "ru", "tr")
AD_KEYS = ("drugs", "any", "arms", "fraud", "goods", "bulk")
ARMS = ("firearms", "ammunition", "weapon-parts", "explosives", "other-weapons")
FRAUD = ("documents", "counterfeit-money", "payment-fraud", "fraud-tools", "personal-data", "accounts")
GOODS = ("fireworks", "tobacco-vapes", "counterfeit-goods", "stolen-goods")


def read(name: str) -> dict:
    """One TOML file of words."""
    return tomllib.loads((WORDS / f"{name}.toml").read_text(encoding="utf-8"))


def split(block: str) -> list[str]:
    """The lines of a block of phrases."""
    return [line.strip() for line in block.splitlines() if line.strip()]


@cache
def goods() -> dict[str, dict]:
    """All commodities with unit, prices, quantities and words."""
    return read("goods_drugs") | read("goods_other")


@cache
def people() -> dict:
    """Places, names and habits."""
    return read("people")


@cache
def forms() -> dict:
    """Forms of amounts, names of chats and other small strings."""
    return read("forms")


def form(kind: str, lang: str) -> list[str]:
    """The forms of one kind in a language, or the common ones."""
    known = forms()[kind]
    return known.get(lang) or known["all"]


def put(table: dict, key: str, value: object) -> None:
    """Files one key of a words file: phrases as they are, a subject of small talk as two lists."""
    if isinstance(value, dict):
        for part in ("o", "r"):
            table.setdefault(f"talk_{key}_{part}", []).extend(split(value[part]))
    else:
        table.setdefault(key, []).extend(split(str(value)))


def files(lang: str) -> list[tuple[str, dict]]:
    """The words files of a language, with what to put before their keys."""
    part = "en_de" if lang in ("en", "de") else "xx"
    if lang == "nl":
        names = (
            "talk_nl",
            "work_nl",
            "chat_nl",
            "chat_nl_more",
            "more_nl",
            "more_nl_talk",
            "third_nl",
            "third_nl_talk",
        )
        return [
            ("ad_", read("ads_nl")),
            ("ask_", read("asks_nl")),
            *(("", read(name)) for name in names),
            ("", read("trade_talk")["nl"]),
        ]
    chat = [f"lang_{lang}_chat"] * (WORDS / f"lang_{lang}_chat.toml").exists()
    last = [("", read("fourth_xx")[lang])] if part == "xx" else []
    return (
        last
        + [("", read(name)) for name in [f"lang_{lang}", *chat]]
        + [
            ("", read(f"more_{part}")[lang]),
            ("", read(f"third_{part}")[lang]),
            ("", read("trade_talk")[lang]),
        ]
    )


@cache
def table(lang: str) -> dict[str, list[str]]:
    """All phrases of one language by kind."""
    remarks = read("remarks")
    found: dict[str, list[str]] = {
        "crew": split(read("crew_talk")[lang]),
        "remark": split(remarks["remark"][lang]),
        "news": remarks["news"][lang],
    }
    for before, words in files(lang):
        for key, value in words.items():
            put(found, before + (f"ad_{key}" if lang != "nl" and key in AD_KEYS else key), value)
    return found


@cache
def topics(lang: str) -> list[str]:
    """The subjects of small talk a language has."""
    return [key[5:-2] for key in table(lang) if key.startswith("talk_") and key.endswith("_o")]


def family(commodity: str) -> str:
    """Which frames fit a commodity."""
    if commodity in ARMS:
        return "arms"
    if commodity in FRAUD:
        return "fraud"
    return "goods" if commodity in GOODS else "drugs"


def own(person: Person, lines: list[str]) -> list[str]:
    """The part of the phrases this speaker uses: everybody has a repertoire of about half."""
    mine = [
        line for at, line in enumerate(lines) if (at * 7919 + person.seed * 31 + at * person.seed) % 11 < 6
    ]
    return mine or lines


def phrase(rng: Random, person: Person, *keys: str, lang: str = "") -> str:
    """A phrase of one of the kinds, out of the speaker's repertoire."""
    words = table(lang or person.lang)
    lines = [line for key in keys for line in words.get(key, ())]
    return rng.choice(own(person, lines)) if lines else ""


def words_for(kind: str, lang: str) -> list[str]:
    """Stock remarks at the foot of a list."""
    return people()["words_for"][kind][lang]


def street(rng: Random, commodity: str, lang: str) -> str:
    """A street word."""
    known = goods()[commodity]
    words = known.get(lang, []) + (known.get("any", []) if rng.random() < 0.25 else [])
    return rng.choice(words or known["en"])
