"""What stands beside each row, as `beside.toml` says, and how it is run and measured."""

import json
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from schakel.showing.bench.measured import CommandFailedError, measure
from schakel.showing.bench.taken import Taken
from schakel.showing.printable import one_line

_HERE = files("schakel.showing.bench")
_RIVALS = Path(__file__).parent / "rivals"
_ANY_NUMBER = str(sys.maxsize)


class RowOfTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row: its title, and the names of the methods beside it."""

    title: str
    beside: tuple[str, ...]


class Method(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A method: its name, and a program of its own that needs nothing of ours, or a module of ours that asks it."""

    name: str
    words: tuple[str, ...]
    program: str = ""
    module: str = ""


class Beside(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `beside.toml`."""

    samples: dict[str, int]
    copies: dict[str, float]
    row: dict[str, RowOfTable]
    method: dict[str, Method]


@cache
def beside() -> Beside:
    """The rows in their order, and the methods."""
    return msgspec.toml.decode((_HERE / "beside.toml").read_bytes(), type=Beside)


def measured_beside(row: str, name: str, given: Mapping[str, Sequence[str]]) -> Taken:
    """What a method took for the work of a row. One that is not installed, or fails on these data, says why instead.

    `given` are the files by the marks that stand for them; a mark that there is no file for is told by its reason under `not MARK`.
    """
    method = beside().method[name]
    words, lacking = _filled(method.words, given)
    if lacking:
        return Taken(row, name, why=lacking)
    try:
        measured = measure([*_begun(method), *words])
    except CommandFailedError as error:
        last = (error.said.strip().splitlines() or ["no reason given"])[-1]
        return Taken(row, name, why=f"It failed on these data: {one_line(last, 160)}")
    told = json.loads(measured.output.splitlines()[-1])
    if "cannot" in told:
        return Taken(row, name, why=told["cannot"])
    return Taken(
        row,
        name,
        told["done"],
        told["unit"],
        measured.seconds - told.get("apart", 0.0),  # what it learned is learned once
        max(0.0, measured.processor - told.get("apart_processor", 0.0)),
        measured.peak_mb,
        told.get("found"),
    )


def _begun(method: Method) -> list[str]:
    if method.module:
        return [sys.executable, "-m", f"schakel.showing.bench.rivals.{method.module}"]
    return [sys.executable, "-P", str(_RIVALS / method.program)]


def _filled(words: Sequence[str], given: Mapping[str, Sequence[str]]) -> tuple[list[str], str]:
    """The words with every mark filled; or the reason why one cannot be."""
    known = {name: [str(value)] for name, value in (beside().samples | beside().copies).items()}
    known |= {"all": [_ANY_NUMBER]} | {name: list(values) for name, values in given.items()}
    filled: list[str] = []
    for word in words:
        mark = word[1:-1] if word.startswith("{") else ""
        if mark and mark not in known:
            return [], " ".join(known[f"not {mark}"])
        filled += known[mark] if mark else [word]
    return filled, ""
