"""The data files of this room, read once and checked on the way in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from schakel.records.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Factor:
    """A number above zero with the lowest and highest value that is defensible."""

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 < self.low <= self.value <= self.high < 1e9:
            raise SettingsError(
                f"A factor must lie above zero and between its low and high: {self.value} in {self.low} to {self.high}.",
                todo="Correct worth.toml or hours.toml.",
            )


@cache
def data_file(name: str, form: str) -> Mapping[str, Any]:
    """The content of a data file under `lexicons/`; SettingsError if it lacks version, source or its format."""
    data = loads((files("schakel.lexicons") / name).read_text("utf-8"))
    if data.get("format") != form or not all(data.get(key) for key in ("version", "source", "reviewed")):
        raise SettingsError(
            f"The data file {name} cannot be used.",
            means=f'It must name its version, source and reviewed date, and have format = "{form}".',
            todo="Put the file back as it came, or correct these lines.",
        )
    return data


def worth_data() -> Mapping[str, Any]:
    """Harm steps and factors of `worth.toml`."""
    return data_file("worth.toml", "worth")


def hours_data() -> Mapping[str, Any]:
    """Hours by kind of work, of `hours.toml`."""
    return data_file("hours.toml", "hours")
