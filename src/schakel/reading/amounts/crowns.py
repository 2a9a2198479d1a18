"""Whose crowns "kr" are: Swedish, Norwegian, Danish or Icelandic, as the text tells by a town, a country or a dialling code."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.amounts.spellings import spellings


def crowns_of(plain: str) -> str | None:
    """The currency (ISO 4217) of "kr" in a folded text; None where it hints at no country, or at two."""
    told = {code for code, clues in _clues().items() if clues.search(plain)}
    return told.pop() if len(told) == 1 else None


@cache
def _clues() -> Mapping[str, re.Pattern[str]]:
    table = loads((files("schakel.lexicons") / "money.toml").read_text("utf-8"))["crowns"]
    return {code: re.compile("|".join(sorted(_written(clues)))) for code, clues in table.items()}


def _written(clues: list[str]) -> set[str]:
    """Words stand by themselves; behind a dialling code the number begins."""
    return {
        rf"(?<!\w){re.escape(one)}" + ("" if one[-1].isdigit() else r"(?!\w)")
        for clue in clues
        for one in (*spellings(clue), *({clue.replace("ø", "o")}))
    }
