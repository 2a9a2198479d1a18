"""The data files of this room, read once and checked on the way in."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from schakel.records.errors import SettingsError


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
