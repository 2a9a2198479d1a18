"""The ledger as a page: the newest acts or those that were searched for, and whether the chains hold."""

import json
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from schakel.custody.ledger import Ledger, read_newest
from schakel.custody.log_search import Asked, found_in, opened_names, reason
from schakel.custody.verify import LedgerReport, verify_ledger
from schakel.records.errors import SealError
from schakel.records.facts import LedgerEntry
from schakel.showing.printable import one_line
from schakel.store.workspace import Workspace

_NEWEST = 100
_SMALL = 1024 * 1024  # bytes of a ledger that is checked each time it is looked at: some 3,000 acts, 50 ms


@dataclass(frozen=True, slots=True)
class Act:
    """One act as a row: number, moment, who, what was done, to what, and why; whether names were open."""

    seq: int
    at: str
    who: str
    act: str
    what: str
    why: str
    names: bool


@dataclass(frozen=True, slots=True)
class ActsPage:
    """The newest acts that were asked for, newest first, how many there are, and the check of the chain if it was made."""

    acts: list[Act]
    found: int
    check: LedgerReport | None


def acts_page(workspace: Workspace, ledger: Ledger, asked: Asked, *, check: bool) -> ActsPage:
    """The newest hundred acts; if a line cannot be read, those before it, and the check says where."""
    newest, found = _newest(workspace, ledger, asked)
    check = check or workspace.ledger.stat().st_size <= _SMALL
    report = verify_ledger(workspace.ledger) if check else None
    return ActsPage([_act(entry) for entry in reversed(newest)], found, report)


def _newest(workspace: Workspace, ledger: Ledger, asked: Asked) -> tuple[Sequence[LedgerEntry], int]:
    """The newest hundred that fit, and how many fit. Where nothing is asked only the end of the ledger is read."""
    if asked == Asked():
        try:
            newest = read_newest(workspace.ledger, _NEWEST)
            return newest, newest[-1].seq if newest else 0
        except SealError:
            pass  # what stands before the line that cannot be read is shown
    kept: deque[LedgerEntry] = deque(maxlen=_NEWEST)
    found = 0
    for entry in found_in(_readable(ledger), asked):
        kept.append(entry)
        found += 1
    return kept, found


def _readable(ledger: Ledger) -> Iterable[LedgerEntry]:
    try:
        yield from ledger.entries()
    except SealError:
        return  # the check names the line


def _act(entry: LedgerEntry) -> Act:
    what: dict[str, Any] = dict(entry.inputs or {}) | dict(entry.settings or {}) | dict(entry.outputs or {})
    said = ", ".join(
        f"{key}: {_value(value)}"
        for key, value in sorted(what.items())
        if key not in {"why", "names"} and value not in ("", None)
    )
    return Act(
        seq=entry.seq,
        at=one_line(str(entry.at), 40),
        who=one_line(str(entry.who), 40),
        act=one_line(str(entry.act), 40),
        what=one_line(said, 220),
        why=one_line(reason(entry), 200),
        names=opened_names(entry),
    )


def _value(value: object) -> str:
    """A value as text; of a long list its length and its first two."""
    if isinstance(value, list) and len(value) > 3:
        return f"{len(value)}, such as {_value(value[:2])}"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
