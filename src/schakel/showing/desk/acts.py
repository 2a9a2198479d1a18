"""The ledger as a page: the newest acts or those that were searched for, and whether the chains hold."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schakel.custody.ledger import Ledger, read_newest
from schakel.custody.log_search import Asked, found_in, opened_names, reason
from schakel.custody.verify import LedgerReport, verify_ledger
from schakel.records.errors import SealError
from schakel.records.facts import LedgerEntry
from schakel.showing.printable import one_line, printable
from schakel.store.workspace import Workspace

_NEWEST = 100
_ELSEWHERE = {"why", "names"}  # they have a place of their own in the row
_FIRST = 12  # letters of a hash that are shown
_HASH = re.compile(r"\b[0-9a-f]{40,128}\b")
_LONGEST = 20_000  # letters of an act that is shown whole
_SMALL = 1024 * 1024  # bytes of a ledger that is checked each time it is looked at: some 3,000 acts, 50 ms


@dataclass(frozen=True, slots=True)
class Act:
    """One act as a row: number, moment, who, what was done, to what, and why; whether names were open.

    `parts` is what stands in it to be read: names of fields, from the outer to the inner one, with a value in which hashes
    are short. `whole` is the same to the letter.
    """

    seq: int
    at: str
    who: str
    act: str
    what: str
    why: str
    names: bool
    parts: list[tuple[tuple[str, ...], str]]
    whole: str


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
        if key not in _ELSEWHERE and value not in ("", None)
    )
    return Act(
        seq=entry.seq,
        at=one_line(str(entry.at), 40),
        who=one_line(str(entry.who), 40),
        act=one_line(str(entry.act), 40),
        what=one_line(said, 220),
        why=one_line(reason(entry), 200),
        names=opened_names(entry),
        parts=list(_parts(what)),
        whole=printable(json.dumps(what, ensure_ascii=False, sort_keys=True, indent=2), _LONGEST),
    )


def _parts(what: Mapping[str, Any], outer: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each field that says something, and those inside it, with its value as a person reads it."""
    for key, value in sorted(what.items()):
        if value in ("", None, [], {}) or (not outer and key in _ELSEWHERE):
            continue
        if isinstance(value, Mapping):
            yield from _parts(value, (*outer, one_line(str(key), 40)))
        else:
            short = _HASH.sub(lambda found: f"{found[0][:_FIRST]}…", _read(value))
            yield (*outer, one_line(str(key), 40)), one_line(short, 120)


def _value(value: object) -> str:
    """A value as text; of a long list its length and its first two."""
    if isinstance(value, list) and len(value) > 3:
        return f"{len(value)}, such as {_value(value[:2])}"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def _read(value: object) -> str:
    """A value as a person reads it: lists and what is inside them without the signs of a program."""
    if isinstance(value, Mapping):
        return ", ".join(
            f"{key} {_read(one)}" for key, one in sorted(value.items()) if one not in ("", None, [], {})
        )
    if isinstance(value, list):
        more = f"{len(value)}: " if len(value) > 3 else ""
        return more + ", ".join(_read(one) for one in value[:3]) + (", …" if more else "")
    return _value(value)
