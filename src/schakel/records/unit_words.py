"""Units as people word them beside an amount: 1 piece, 10 pieces, 10 stuks (`lexicons/unit_words.toml`)."""

from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any


def unit_word(unit: str | None, amount: float | None = None, language: str = "en") -> str:
    """The word for a unit beside an amount, or for several of it; nothing for no unit, and a code that is not known as it is."""
    if not unit:
        return ""
    one, several = _data()[language].get(unit, (unit, unit))
    return str(one if _is_one(amount, language) else several)


def units_by_word() -> dict[str, str]:
    """What unit is meant by each English word for one or several of it: a title that a room wrote holds such a word."""
    return {word: unit for unit, words in _data()["en"].items() for word in words}


def _is_one(amount: float | None, language: str) -> bool:
    if amount is None:
        return False
    return amount == 1 or (0 < amount < 1 and language in _data()["fractions_are_one"])


@cache
def _data() -> dict[str, Any]:
    return loads((files("schakel.lexicons") / "unit_words.toml").read_text("utf-8"))
