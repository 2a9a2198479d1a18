"""One checksum over some tables as they stand, to tell whether what was made from them still fits."""

import json
from collections.abc import Iterable
from hashlib import sha256

from schakel.store.parquet_files import table_files
from schakel.store.stamps import Stamps
from schakel.store.workspace import Workspace


def tables_digest(workspace: Workspace, names: Iterable[str]) -> str:
    """The checksum: over the stamps of the tables, and the paths and sizes of their files. Reads no table."""
    stamps = Stamps(workspace.stamps, workspace.tables)
    told = []
    for name in sorted(names):
        files = table_files(workspace.tables, name)
        sizes = [(file.relative_to(workspace.tables).as_posix(), file.stat().st_size) for file in files]
        told.append([name, stamps.digest_of(name), sizes])
    return sha256(json.dumps(told).encode()).hexdigest()
