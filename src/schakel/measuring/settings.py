"""What measuring takes as given, read from `lexicons/measuring.toml` and checked on the way in."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from schakel.records.errors import SettingsError

Form = TypeVar("Form")


class Draws(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How often and how widely doubt is drawn."""

    many: int
    seed: int
    room: float
    low: float
    high: float
    alias_shift: float
    sure: float


class Least(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Below these numbers a figure is refused."""

    sellers: int
    seen_twice: int
    price_sellers: int
    ladder_texts: int
    vanished_days: int


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of the data file."""

    format: str
    version: str
    reviewed: str
    source: str
    draws: Draws
    least: Least
    deals_per_day: dict[str, tuple[float, float]]
    measure: dict[str, tuple[str, float]]
    hours: dict[str, float]


@cache
def given() -> Given:
    """The data file of this room; SettingsError if it cannot be used."""
    return data_of(Given, "measuring.toml")


def data_of(form: type[Form], name: str) -> Form:
    """A data file of this room in the form that it must have; SettingsError if it cannot be used."""
    text = (files("schakel.lexicons") / name).read_text("utf-8")
    try:
        return msgspec.convert(tomllib.loads(text), form)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError(
            f"The data file {name} cannot be used: {error}.",
            means="Nothing was measured.",
            todo="Put the file back as it came, or correct that line.",
        ) from error
