"""The weights, limits and words of linking, read from the word list `linking_weights.toml`."""

import math
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from schakel.records.alphabets import AFTER, BEFORE
from schakel.records.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Weight:
    """What an agreement weighs: log10 likelihood ratio, loss per tenfold of users, and where it ends."""

    weight: float
    slope: float
    most: int
    why: str

    def of(self, users: int) -> float:
        """The weight when `users` accounts share the thing; never of the other sign, 0 above `most`."""
        if users > self.most:
            return 0.0
        lost = self.slope * math.log10(max(users, 2) / 2)
        return round(max(self.weight - lost, 0.0) if self.weight > 0 else self.weight, 4)


@dataclass(frozen=True, slots=True)
class Curve:
    """What a likeness weighs: log10 likelihood ratio at some values, straight lines between, flat beyond."""

    values: tuple[float, ...]
    weights: tuple[float, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Settings:
    """All that linking takes from its word list."""

    copies: dict[str, float]
    prior: float
    cluster: dict[str, float]
    blocks: dict[str, float]
    selector_rules: dict[str, str]
    rules: dict[str, Weight]
    curves: dict[str, Curve]
    ways: dict[str, list[float]]
    words: dict[str, list[str]]

    def rule_of(self, selector_type: str) -> str:
        """The name of the agreement that two accounts with a selector of this type in common show."""
        return self.selector_rules.get(selector_type.lower(), self.selector_rules["other"])


@cache
def load_settings() -> Settings:
    """The settings as they stand in the package; SettingsError if the file cannot be used."""
    path = files("schakel.lexicons") / "linking_weights.toml"
    try:
        return _settings(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise SettingsError(
            f"The word list linking_weights.toml cannot be used: {error}.",
            means="Accounts cannot be linked.",
            todo="Restore the file from the package.",
        ) from error


def _settings(raw: dict[str, Any]) -> Settings:
    return Settings(
        copies=raw["copies"],
        prior=raw["prior"]["log10_odds"],
        cluster=raw["cluster"],
        blocks=raw["blocks"],
        selector_rules=raw["selector_types"],
        rules={name: Weight(**values) for name, values in raw["rule"].items()},
        curves={
            name: Curve(tuple(one["values"]), tuple(one["weights"]), one["why"])
            for name, one in raw["curve"].items()
        },
        ways={name: levels for name, levels in raw["ways"].items() if name != "why"},
        words=raw["words"],
    )


def any_of(words: Sequence[str]) -> str:
    """A pattern (RE2, as DuckDB and Arrow use it) for any of the words, as whole words."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    escaped = (re.sub(r"([^\w\s])", r"\\\1", word) for word in ordered)
    return f"{BEFORE}(?:{'|'.join(escaped)}){AFTER}"
