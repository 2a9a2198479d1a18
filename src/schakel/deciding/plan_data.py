"""Reads the data files of this room, with what a workspace changed in them, and checks every entry on the way in."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any, TypeVar

import msgspec

from schakel.records.errors import SettingsError

Data = TypeVar("Data")


class Factor(msgspec.Struct, frozen=True, array_like=True):
    """A number above zero with its 10th and 90th percentile."""

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 < self.low <= self.value <= self.high < 1e9:
            raise ValueError(
                f"a factor lies above zero and between its low and high, not {self.value:g} in {self.low:g} to {self.high:g}"
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


def changed_data(name: str, form: str, changes: Mapping[str, Any], kind: type[Data]) -> Data:
    """A data file with the changes of a workspace laid over it, entry by entry.

    Changes must name their `source`, which takes the place of the source of every part they touch. SettingsError
    names the entry that cannot be used.
    """
    if changes and not str(changes.get("source", "")).strip():
        raise SettingsError(
            f"The changes to {name} in schakel.toml do not say where they come from.",
            means="Nothing was done.",
            todo='Add a line such as: source = "decided by the steering group, 2026-12-01"',
        )
    try:
        return msgspec.convert(_laid_over(data_file(name, form), changes), kind)
    except msgspec.ValidationError as error:
        raise SettingsError(
            f"The data of {name} cannot be used: {error}.",
            means="Nothing was done.",
            todo=f"Correct the entry in schakel.toml, or put {name} back as it came.",
        ) from error


def _laid_over(data: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    source = str(changes.get("source", ""))
    made = dict(data)
    for key, change in changes.items():
        if key == "source":
            continue
        old = made.get(key)
        made[key] = _entry(old, change, source) if isinstance(old, Mapping) else change
    return made


def _entry(old: Mapping[str, Any], change: Any, source: str) -> Any:
    if not isinstance(change, Mapping):
        return change
    made = dict(old)
    if "steps" in change:
        made.pop("scale", None)  # own steps take the place of a scale
    for key, value in change.items():
        inner = made.get(key)
        made[key] = _entry(inner, value, source) if isinstance(inner, Mapping) else value
    if "source" in made and "source" not in change:
        made["source"] = source
    return made
