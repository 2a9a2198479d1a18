"""The ledger as a page: the newest acts, and whether the chain still holds."""

import json
from collections import deque
from dataclasses import dataclass
from typing import Any

from schakel.custody.ledger import Ledger
from schakel.custody.verify import LedgerReport, verify_ledger
from schakel.records.errors import SealError
from schakel.records.facts import LedgerEntry
from schakel.showing.printable import one_line
from schakel.store.workspace import Workspace

_NEWEST = 50


@dataclass(frozen=True, slots=True)
class Act:
    """One act as a row: number, moment, who, what was done, and to what."""

    seq: int
    at: str
    who: str
    act: str
    what: str


@dataclass(frozen=True, slots=True)
class ActsPage:
    """The newest acts, newest first, and the outcome of the check of the whole chain."""

    acts: list[Act]
    check: LedgerReport


def acts_page(workspace: Workspace, ledger: Ledger) -> ActsPage:
    """The newest fifty acts; if a line cannot be read, those before it, and the check says where."""
    newest: deque[LedgerEntry] = deque(maxlen=_NEWEST)
    try:
        for entry in ledger.entries():
            newest.append(entry)
    except SealError:
        pass  # the check below names the line
    return ActsPage([_act(entry) for entry in reversed(newest)], verify_ledger(workspace.ledger))


def _act(entry: LedgerEntry) -> Act:
    what: dict[str, Any] = dict(entry.inputs or {}) | dict(entry.settings or {}) | dict(entry.outputs or {})
    said = ", ".join(
        f"{key}: {_value(value)}" for key, value in sorted(what.items()) if value not in ("", None)
    )
    return Act(
        seq=entry.seq,
        at=one_line(str(entry.at), 40),
        who=one_line(str(entry.who), 40),
        act=one_line(str(entry.act), 40),
        what=one_line(said, 220),
    )


def _value(value: object) -> str:
    """A value as text; of a long list its length and its first two."""
    if isinstance(value, list) and len(value) > 3:
        return f"{len(value)}, such as {_value(value[:2])}"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
