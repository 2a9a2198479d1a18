"""One checksum over some tables as they stand, to tell whether what was made from them still fits."""

import json
from collections.abc import Iterable
from hashlib import sha256

from schakel.store.parquet_files import table_files
from schakel.store.workspace import Workspace


def tables_digest(workspace: Workspace, names: Iterable[str]) -> str:
    """The checksum over paths, sizes and moments of the files of the tables. Reads none of them, so it costs little.

    It changes whenever a table is written, also with the same rows; it is no evidence of what is in them.
    """
    told = []
    for name in sorted(names):
        for file in table_files(workspace.tables, name):
            found = file.stat()
            told.append([file.relative_to(workspace.tables).as_posix(), found.st_size, found.st_mtime_ns])
    return sha256(json.dumps(told).encode()).hexdigest()
