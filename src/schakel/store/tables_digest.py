"""One checksum over some tables as they stand, to tell whether what was made from them still fits."""

import json
from collections.abc import Iterable
from hashlib import sha256

from schakel.store.table_state import table_state
from schakel.store.workspace import Workspace


def tables_digest(workspace: Workspace, names: Iterable[str]) -> str:
    """The checksum over paths, sizes and moments of the files of the tables. Reads none of them, so it costs little.

    It changes whenever a table is written, also with the same rows; it is no evidence of what is in them.
    """
    told = [(name, table_state(workspace.tables, name).digest) for name in sorted(names)]
    return sha256(json.dumps(told).encode()).hexdigest()
