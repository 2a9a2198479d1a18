"""The data files of this room, each read once."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any


@cache
def data_file(name: str) -> Mapping[str, Any]:
    """The content of a data file under `lexicons/`; whoever asks again gets the same, and must not change it."""
    return loads((files("schakel.lexicons") / name).read_text("utf-8"))
