"""Figures that take long are counted once and kept beside the tables, until the tables change."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from schakel.records.version import fingerprint
from schakel.store.tables_digest import tables_digest
from schakel.store.workspace import Workspace

Made = TypeVar("Made")
_READ: dict[Path, tuple[str, object]] = {}  # what was read last of each file, under what it was made from


def prepared(
    workspace: Workspace,
    name: str,
    tables: Iterable[str],
    kind: type[Made],
    make: Callable[[], Made],
    more: str = "",
) -> Made:
    """What `make` gives, from the tables named; not made again as long as those tables and this program are the same.

    `more` tells what else it was made from. `kind` is a type that msgspec reads back. A workspace that cannot be written to is served all the same.
    """
    made_from = _made_from(workspace, tables, more)
    path = _path(workspace, name)
    known = _READ.get(path)
    if known and known[0] == made_from and path.exists():
        return cast(Made, known[1])
    value = _kept(path, made_from, kind, make)
    _READ[path] = (made_from, value)
    return value


def is_prepared(workspace: Workspace, name: str, tables: Iterable[str]) -> bool:
    """Whether figures are kept that fit the tables as they stand and this program."""
    begin = b'{"made_from":"' + _made_from(workspace, tables, "").encode()
    try:
        with _path(workspace, name).open("rb") as kept:
            return kept.read(len(begin)) == begin
    except OSError:
        return False


def _made_from(workspace: Workspace, tables: Iterable[str], more: str) -> str:
    return sha256(f"{fingerprint()} {tables_digest(workspace, tables)} {more}".encode()).hexdigest()


def _path(workspace: Workspace, name: str) -> Path:
    return workspace.index / "desk" / f"{name}.json"


def _kept(path: Path, made_from: str, kind: type[Made], make: Callable[[], Made]) -> Made:
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
        if kept["made_from"] == made_from:
            return msgspec.convert(kept["value"], kind)
    except (OSError, msgspec.MsgspecError, KeyError):
        pass
    value = make()
    half = path.with_suffix(".half")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(msgspec.json.encode({"made_from": made_from, "value": value}))
        half.replace(path)
    except OSError:
        half.unlink(missing_ok=True)
    return value
