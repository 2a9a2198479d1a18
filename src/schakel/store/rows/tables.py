"""The kept rows of the large tables: a few rows of 5 million by what they are known by, in a millisecond."""

import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa

from schakel.records.tables import SCHEMAS
from schakel.store.rows.layout import CONTENTS, made_as
from schakel.store.rows.read import Rows
from schakel.store.table_state import File, State, table_state
from schakel.store.workspace import Workspace

Wanted = Mapping[str, Collection[str]]  # values by key; wanted are rows that have one of them


class KeptTables:
    """The kept rows of one workspace, opened when they are first asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._open: dict[str, tuple[State, list[Rows]]] = {}

    def some(self, name: str, wanted: Wanted, columns: Sequence[str] | None = None) -> pa.Table | None:
        """The rows of a table that have one of the wanted values, and by a rare chance (2^-64) others.

        None if no rows are kept of the table as it stands.
        """
        state = table_state(self._workspace.tables, name)
        known = self._open.get(name)
        if known is None or known[0] != state:
            folders = standing(self._workspace, name, state)
            if not folders:
                return None
            known = self._open[name] = (state, [Rows(folder) for folder in folders])
        found = [part for rows in known[1] for part in _some(rows, wanted, columns)]
        names = SCHEMAS[name].names if columns is None else list(columns)
        return pa.concat_tables(found) if found else SCHEMAS[name].empty_table().select(names)


def _some(rows: Rows, wanted: Wanted, columns: Sequence[str] | None) -> list[pa.Table]:
    places = np.unique(np.concatenate([rows.places(key, values) for key, values in wanted.items()]))
    return [rows.take(places, columns)] if len(places) else []


def standing(workspace: Workspace, name: str, state: State) -> list[Path]:
    """The folders whose rows together are those of the table as it stands; none if some of it is not kept."""
    parts = usable_parts(workspace, name, state)
    covered = {file for files in parts.values() for file in files}
    return list(parts) if covered == set(state.files) else []


def usable_parts(workspace: Workspace, name: str, state: State) -> dict[Path, set[File]]:
    """The folders with rows of files that all still stand, and those files; no file in two of them."""
    now = set(state.files)
    out: dict[Path, set[File]] = {}
    for folder in sorted(path.parent for path in (workspace.rows / name).glob(f"*/{CONTENTS}")):
        try:
            told = json.loads((folder / CONTENTS).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue  # another process takes it away just now
        files = {(path, moment, size) for path, moment, size in told["files"]}
        if told["made_as"] == made_as(name) and files <= now:
            out[folder] = files
            now -= files
    return out
