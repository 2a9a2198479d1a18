"""The fitted weights of evidence, as shipped in `lexicons/reading_weights.toml` and `lexicons/families.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

ACTS = ("offer", "request", "vouch", "warning", "recruit")


@dataclass(frozen=True, slots=True)
class Weights:
    """Log10 weights by sign, one for each of `ACTS`, against `none`."""

    acts: Mapping[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Families:
    """Commodities that are sold by the same people, and the kind of family each belongs to."""

    members: Mapping[str, frozenset[str]]
    of: Mapping[str, str]  # commodity -> its first family
    everyday: frozenset[str]  # whose ordinary words (watch, phone, knife) are sold lawfully everywhere


@cache
def load_weights() -> Weights:
    """The weights as fitted by `tools/fit_reading.py`."""
    data = _data("reading_weights.toml")
    return Weights({sign: tuple(row) for sign, row in data["acts"].items()})


@cache
def load_families() -> Families:
    """The families of commodities."""
    data = _data("families.toml")
    members = {name: frozenset(names) for name, names in data["families"].items()}
    of: dict[str, str] = {}
    for name, commodities in members.items():
        for commodity in commodities:
            of.setdefault(commodity, name)
    return Families(members, of, frozenset(data["everyday"]))


def _data(name: str) -> dict[str, Any]:
    return loads((files("schakel.lexicons") / name).read_text("utf-8"))
