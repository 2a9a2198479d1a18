"""Words and phrases from the TOML files, and the little grammar they are written in ([a|b] is a choice, {slot} a slot)."""

import random
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "words"
CHOICE = re.compile(r"\[([^\[\]\n]*\|[^\[\]\n]*)\]")
SLOT = re.compile(r"\{(\w+)\}")
LANGUAGES = ("nl", "en", "de", "fr", "es", "ru", "tr")


@cache
def table(name: str) -> dict[str, Any]:
    """One TOML file as a table."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def lines(lang: str, path: str) -> tuple[str, ...]:
    """The phrases of one kind ("trust.praise") in one language; English serves where a language has none."""
    node: Any = table(lang)
    for step in path.split("."):
        node = node.get(step) if isinstance(node, dict) else None
    if not isinstance(node, str):
        return lines("en", path) if lang != "en" else ()
    return tuple(part.replace("\\n", "\n") for part in node.strip().split("\n") if part.strip())


@cache
def topics(lang: str) -> tuple[str, ...]:
    """The subjects people chat about in one language."""
    return tuple(sorted(table(lang)["chat"]))


@cache
def short_forms(lang: str) -> tuple[tuple[str, str], ...]:
    """Pairs of a word and its short written form."""
    found = [part.split("=", 1) for part in lines(lang, "abbr.pairs")]
    return tuple((pair[0], pair[1]) for pair in found if len(pair) == 2)


def expand(text: str, rng: random.Random) -> str:
    """Make every [a|b] choice."""
    return CHOICE.sub(lambda hit: rng.choice(hit.group(1).split("|")), text)


def fill(text: str, slots: dict[str, str]) -> str:
    """Put words into slots and tidy what empty slots leave behind."""
    out = SLOT.sub(lambda hit: slots.get(hit.group(1), ""), text)
    out = re.sub(r"[ \t]{2,}", " ", out)
    return re.sub(r" +([,\n])", r"\1", out).strip(" ,|/")
