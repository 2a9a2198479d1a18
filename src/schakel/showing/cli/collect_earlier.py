"""What earlier runs left behind is put in order before a command collects: closed, told in the ledger, sealed and taken in."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from schakel.collecting.captures import COLLECTION, REQUESTS, alone_in, files_in, record_of
from schakel.collecting.cut_off import (
    CUT_OFF,
    Counted,
    close_cut_off,
    counted_in,
    may_have_left_a_session,
    open_runs,
    runs_in,
)
from schakel.custody.holdings import out_of_use
from schakel.custody.seal import hash_file
from schakel.intake.media import files_in_manifest
from schakel.intake.parsing import STEP
from schakel.records.errors import CaseError, WorkspaceError
from schakel.records.facts import LedgerEntry
from schakel.showing.cli.collect_words import many, new_messages, say
from schakel.showing.cli.collected import ACT, brought_in, holds_messages, how_to_take_in, told_to_the_ledger
from schakel.showing.cli.session import Session
from schakel.showing.printable import one_line
from schakel.store.stamps import Stamps

_SAID = 240  # signs of a reason
# What of a record is not what the run was asked.
_CAME = frozenset(("bytes", "cut", "ended", "files", "lost", "refusals", "requests", "run", "stopped"))
LEFT_AT_TELEGRAM = (
    "Telegram may hold a session of it that nothing here can use or end. End it in the app of the account: "
    "Settings, Devices, the one called Computer."
)


@dataclass(slots=True)
class Earlier:
    """What was done with earlier runs, for machines, and the folders of those that still wait to be taken in."""

    told: list[dict[str, Any]] = field(default_factory=list)
    waiting: list[Path] = field(default_factory=list)

    @property
    def names(self) -> frozenset[str]:
        """The names of the folders that wait."""
        return frozenset(folder.name for folder in self.waiting)


def look_after(session: Session, workspace: Path, *, no_import: bool = False, quiet: bool = False) -> Earlier:
    """Closes runs that were killed, takes in what lies there untaken (unless `no_import`), and says so on standard error.

    Nothing is touched while another run collects there: its folder is its own.
    """
    earlier, collected = Earlier(), session.workspace.collected
    if not collected.is_dir():
        return earlier
    try:
        with alone_in(collected):
            _close(session, collected, earlier)
            left = list(_not_held(session, collected))
    except WorkspaceError:
        return earlier
    for folder in left:
        _bring_in(workspace, folder, earlier, no_import=no_import, quiet=quiet)
    _tell_what_waits(workspace, earlier)
    return earlier


def _close(session: Session, collected: Path, earlier: Earlier) -> None:
    """Closes folders that were cut off, and writes the lines in the ledger that killed runs did not write."""
    acts = (entry for entry in session.ledger.entries() if entry.act == ACT)
    told = {str(act.outputs.get("folder")): act.outputs for act in acts}
    unended = open_runs(collected)
    for folder in runs_in(collected):
        if not any(folder.iterdir()):  # nothing was asked, or all that came was destroyed since
            continue
        if folder.name in told:
            if folder in unended and (folder / COLLECTION).is_file():  # else it was destroyed since
                close_cut_off(folder, told[folder.name])
            continue
        left = folder in unended and may_have_left_a_session(folder)
        came = close_cut_off(folder) if folder in unended else counted_in(folder)
        _tell(session, folder, came, left=left)
        if folder in unended:
            _say(
                f"{folder.name} was cut off (the program was killed, or the machine went down): "
                f"{many(came.requests, 'request')}, {came.received:,} bytes. It is closed now."
            )
        if left:
            _say(f"It was a login that had asked to be let in. {LEFT_AT_TELEGRAM}")
        earlier.told.append({"folder": folder.name, "cut_off": folder in unended, "session_left": left})


def _tell(session: Session, folder: Path, came: Counted, *, left: bool) -> None:
    record = record_of(folder)
    outputs = {
        "folder": folder.name,
        "requests": came.requests,
        "bytes": came.received,
        "refusals": came.refusals,
        "requests_sha256": came.digest,
        "sent": came.sent,
        "ended": record.get("ended"),
        "stopped": record.get("stopped", CUT_OFF),
    }
    outputs |= {"session_left": "perhaps"} if left else {}
    asked = {name: value for name, value in record.items() if name not in _CAME}
    told_to_the_ledger(session, asked, outputs, {"why": "", "told_by": "the next run"})


def _not_held(session: Session, collected: Path) -> Iterator[Path]:
    """The folders of runs of which something is not sealed, or not read."""
    entries = list(session.ledger.entries())
    sealed, sources = _sealed(entries, session.workspace.sealed)
    stamps, gone = Stamps(session.workspace.stamps, session.workspace.tables), out_of_use(entries)
    for folder in runs_in(collected):
        if not (folder / COLLECTION).is_file():
            continue
        files = _told_files(folder)
        unread = (digest for digest in files & sources - gone if stamps.get(STEP, digest[:16]) is None)
        if files - sealed or any(unread):
            yield folder


def _told_files(folder: Path) -> set[str]:
    """The checksums of what a run holds, as its record has them; where it has none, of what lies there."""
    own = {hash_file(path) for name in (COLLECTION, REQUESTS) if (path := folder / name).is_file()}
    files = record_of(folder).get("files")
    told = files if isinstance(files, dict) else files_in(folder)
    return own | {str(digest) for digest in told.values()}


def _sealed(entries: list[LedgerEntry], sealed: Path) -> tuple[set[str], set[str]]:
    """What was ever sealed by its checksums, and which of it are sources."""
    known: set[str] = set()
    sources: set[str] = set()
    for entry in entries:
        for file in entry.outputs.get("files", []) if entry.act in ("seal", "seal-again") else ():
            known.add(file["sha256"])
            sources |= {file["sha256"]} if file["kind"] == "source" else set()
            known |= set(files_in_manifest(sealed / file["sha256"])) if file["kind"] == "manifest" else set()
    return known, sources


def _bring_in(workspace: Path, folder: Path, earlier: Earlier, *, no_import: bool, quiet: bool) -> None:
    messages = holds_messages(folder)
    if messages and no_import:
        earlier.waiting.append(folder)
        return
    told = partial(_told_of, earlier, folder)
    try:
        arrived = brought_in(workspace, folder, ground_of(folder), quiet=quiet)
    except CaseError as error:
        if messages:
            earlier.waiting.append(folder)
            _say(
                f"{folder.name}, of an earlier run, could not be taken in: {one_line(error.happened, _SAID)}"
            )
        return
    if arrived is not None:
        told(taken_in=True)
        _say(
            f"{folder.name}, of an earlier run, was taken in: {many(arrived.records, 'record')}, "
            f"{new_messages(arrived.new_messages)}."
        )


def _told_of(earlier: Earlier, folder: Path, **said: Any) -> None:
    known = next((one for one in earlier.told if one["folder"] == folder.name), None)
    if known is None:
        earlier.told.append({"folder": folder.name} | said)
    else:
        known |= said


def _tell_what_waits(workspace: Path, earlier: Earlier) -> None:
    grounds: dict[str, list[Path]] = {}
    for folder in earlier.waiting:
        grounds.setdefault(ground_of(folder), []).append(folder)
    for ground, folders in grounds.items():
        how = how_to_take_in(workspace, folders, ground)
        for folder in folders:
            _told_of(earlier, folder, taken_in=False, how=how)
        waits = f"Not taken in yet: {many(len(folders), 'earlier run')}. Take in:"
        say(waits, command=how, to=sys.stderr)


def ground_of(folder: Path) -> str:
    """The ground on which a run collected, as its record has it."""
    record: Mapping[str, Any] = record_of(folder)
    return str(record.get("authorisation") or "")


def _say(words: str) -> None:
    say(words, to=sys.stderr)
