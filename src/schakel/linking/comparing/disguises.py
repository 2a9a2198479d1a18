"""Names without their disguise: letters of another script that only look alike, digits that stand for letters."""

from functools import cache
from importlib.resources import files
from tomllib import loads

import pyarrow as pa
import pyarrow.compute as pc

_ONE = str.maketrans("l", "i")  # a 1 stands for either, so they count as one letter


def plain_letters(names: pa.Array) -> pa.Array:
    """The names in small letters without marks, each letter of another script as the Latin one it passes for."""
    marked = pc.utf8_normalize(names, form="NFKD")
    lower = pc.utf8_lower(pc.replace_substring_regex(marked, r"\pM+", ""))
    if all(name.isascii() for name in lower.to_pylist()):
        return lower
    table = _tables()[0]
    return pa.array([name.translate(table) for name in lower.to_pylist()], pa.string())


def digits_as_letters(names: pa.Array) -> pa.Array:
    """The names (in small letters) with each digit as the letter it may stand for: sn0wm4n is snowman."""
    table = _tables()[1]
    return pa.array([name.translate(table).translate(_ONE) for name in names.to_pylist()], pa.string())


@cache
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    data = loads((files("schakel.lexicons") / "letters.toml").read_text("utf-8"))
    alike = _pairs(data["lookalikes"]["cyrillic"]) | _pairs(data["lookalikes"]["greek"])
    return alike | _pairs(data["plain"]["pairs"]), _pairs(data["leet"]["pairs"])


def _pairs(text: str) -> dict[int, str]:
    return {ord(text[at]): text[at + 1] for at in range(0, len(text) - 1, 2)}
