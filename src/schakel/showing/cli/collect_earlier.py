"""What earlier runs left behind is put in order before a command collects: closed, told in the ledger, sealed and taken in."""

import shlex
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from schakel.collecting.captures import (
    COLLECTION,
    REQUESTS,
    alone_in,
    digest_of_log,
    files_in,
    lies_there,
    record_of,
    told_files,
)
from schakel.collecting.cut_off import (
    ASKED_CHANGED,
    CUT_OFF,
    UNTOLD,
    Counted,
    close_cut_off,
    counted_in,
    may_have_left_a_session,
    open_runs,
    runs_in,
)
from schakel.collecting.not_asked_again import not_brought
from schakel.custody.holdings import out_of_use
from schakel.custody.seal import hash_file
from schakel.intake.media import files_in_manifest
from schakel.intake.parsing import STEP
from schakel.records.errors import CaseError
from schakel.records.facts import LedgerEntry
from schakel.showing.cli.collect_words import many, new_messages, say
from schakel.showing.cli.collected import ACT, brought_in, holds_messages, how_to_take_in, told_to_the_ledger
from schakel.showing.cli.session import Session
from schakel.showing.printable import one_line
from schakel.store.stamps import Stamps

_SAID = 240  # signs of a reason
_NAMES = 3  # of files that are said
_BESIDE = {"--members": "its members", "--media": "its photos"}
# What of a record is not what the run was asked.
_CAME = frozenset(
    (
        "bytes",
        "cut",
        "ended",
        "files",
        "lost",
        "refusals",
        "requests",
        "run",
        "stopped",
        UNTOLD,
        ASKED_CHANGED,
    )
)
LEFT_AT_TELEGRAM = (
    "Telegram may hold a session of it that nothing here can use or end. End it in the app of the account: "
    "Settings, Devices, the one called Computer."
)


@dataclass(slots=True)
class Earlier:
    """What was done with earlier runs, for machines, and the folders of those that still wait to be taken in.

    `partly` names those of which files are neither as they were told nor `sealed`, `changed` those with another log than the
    ledger has.
    """

    told: list[dict[str, Any]] = field(default_factory=list)
    waiting: list[Path] = field(default_factory=list)
    partly: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    sealed: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """The names of the folders of which only what lies there counts."""
        return frozenset(folder.name for folder in self.waiting) | self.partly


@dataclass(frozen=True, slots=True)
class _Known:
    """What the ledger says of earlier runs by their folders, and by checksums of what was sealed, which are sources, and out of use."""

    told: Mapping[str, LedgerEntry]
    sealed: frozenset[str]
    sources: frozenset[str]
    gone: frozenset[str]


def look_after(
    session: Session, workspace: Path, authorisation: str, *, no_import: bool = False, quiet: bool = False
) -> Earlier:
    """Closes runs that were killed, takes in what lies there untaken (unless `no_import`), and says so on standard error.

    Taken in is what came on this ground; runs on others are for whoever may use those, and wait.
    WorkspaceError while another run collects there: its folder is its own.
    """
    earlier, collected = Earlier(), session.workspace.collected
    if not collected.is_dir():
        return earlier
    with alone_in(collected):
        known = _known(session)
        earlier.sealed = known.sealed
        unended = frozenset(open_runs(collected))
        runs = [
            run for run in runs_in(collected) if any(run.iterdir())
        ]  # else nothing was asked, or all destroyed
        left = [run for run in runs if _put_in_order(session, run, known, earlier, open_run=run in unended)]
    for folder in left:
        others = ground_of(folder) != authorisation
        _bring_in(workspace, folder, earlier, no_import=no_import or others, quiet=quiet)
    _tell_what_waits(workspace, earlier, authorisation)
    return earlier


def _known(session: Session) -> _Known:
    entries = list(session.ledger.entries())
    sealed, sources = _sealed(entries, session.workspace.sealed)
    told = {str(entry.outputs.get("folder")): entry for entry in entries if entry.act == ACT}
    return _Known(told, frozenset(sealed), frozenset(sources), frozenset(out_of_use(entries)))


def _put_in_order(session: Session, folder: Path, known: _Known, earlier: Earlier, *, open_run: bool) -> bool:
    """Closes one run and tells the ledger of it, where that was not done; gives whether it is to be taken in."""
    try:
        _close(session, folder, known, earlier, open_run=open_run)
        _compare_log(folder, known, earlier)
        return _is_to_be_taken_in(session, folder, known, earlier)
    except OSError as error:
        earlier.partly.add(folder.name)
        _told_of(earlier, folder, taken_in=False, why=error.strerror)
        _say(f"{folder.name}, of an earlier run, could not be put in order: {error.strerror}.")
        return False


def _close(session: Session, folder: Path, known: _Known, earlier: Earlier, *, open_run: bool) -> None:
    """Closes a folder that was cut off, and writes the line in the ledger that a killed run did not write."""
    if (told := known.told.get(folder.name)) is not None:
        if open_run and not _was_destroyed(folder, known):
            close_cut_off(folder, told.outputs, told.inputs)
            _say(
                f"What {folder.name} says of itself could not be read to its end; the ledger has it, and it is written again."
            )
        return
    left = open_run and _may_have_left_a_session(session, folder)
    came = close_cut_off(folder) if open_run else counted_in(folder)
    _tell(session, folder, came, left=left)
    if open_run:
        _say(
            f"{folder.name} was cut off (the program was killed, or the machine went down): "
            f"{many(came.requests, 'request')}, {came.received:,} bytes. It is closed now."
        )
        _say_what_was_found(folder)
    if left:
        _say(f"It was a login that had asked to be let in. {LEFT_AT_TELEGRAM}")
    more = _say_what_is_not_asked_again(session, folder) if open_run else {}
    earlier.told.append({"folder": folder.name, "cut_off": open_run, "session_left": left} | more)


def _say_what_was_found(folder: Path) -> None:
    """Says of a run that was killed which of its files no line tells of, and whether somebody edited what it was asked."""
    record = record_of(folder)
    if untold := record.get(UNTOLD):
        shown = ", ".join(one_line(name) for name in untold[:_NAMES])
        _say(
            f"Of its files {len(untold):,} is held, and no request line tells of it ({shown}). It is sealed as it is."
            if len(untold) == 1
            else f"Of its files {len(untold):,} are held, and no request line tells of them ({shown}). They are sealed as they are."
        )
    if record.get(ASKED_CHANGED):
        _say(
            f"{folder.name} is not as it was: what its record says it was asked was changed after the run began. "
            "It goes by the ground with which it began; the rest of what it says it was asked is not proven."
        )


def _say_what_is_not_asked_again(session: Session, folder: Path) -> dict[str, Any]:
    """Says what of a killed run the next one does not ask for by itself, and how it is asked for; gives the same for machines."""
    missing = not_brought(folder)
    if missing is None:
        return {}
    chats = [str(one) for one in record_of(folder)["chats"]]
    since = str(record_of(folder).get("since") or "")
    words = ["schakel", "collect", "chats", *chats, *missing.options, *(["--since", since] if since else [])]
    words += ["-w", str(session.workspace.root), "--authorisation", ground_of(folder)]
    how = shlex.join(words)
    if not how.isprintable():
        return {}
    posts = ", ".join(f"{number}" for number in missing.posts[:_NAMES])
    more = ", ..." if len(missing.posts) > _NAMES else ""
    comments = f" the comments under {many(len(missing.posts), 'post')} ({posts}{more})," if posts else ""
    rest = " and ".join(_BESIDE[name] for name in missing.options if name in _BESIDE)
    what = f"{comments} {rest}".strip().removesuffix(",")
    say(
        f"What {folder.name} was to bring of {one_line(missing.chat)} beside messages may not all be there: {what}. "
        "A run without these options does not ask for it. Ask again:",
        command=how,
        to=sys.stderr,
    )
    return {"not_brought": {"chat": missing.chat, "posts": list(missing.posts), "how": how}}


def _was_destroyed(folder: Path, known: _Known) -> bool:
    """Whether a record is not there because its term was over: then nothing lies there that was not sealed."""
    if lies_there(folder / COLLECTION):
        return False
    here = {hash_file(path) for path in folder.iterdir() if lies_there(path)}
    return here <= known.sealed


def _may_have_left_a_session(session: Session, folder: Path) -> bool:
    """Whether a login that was killed left a session at Telegram that is not in the workspace either."""
    if not may_have_left_a_session(folder):
        return False
    from schakel.collecting.mtproto.sealed_login import SealedLogin  # noqa: PLC0415 - most runs are no logins

    return not SealedLogin(session.workspace.root).exists()


def _compare_log(folder: Path, known: _Known, earlier: Earlier) -> None:
    """Notes a run of which the log is not that of which the ledger has the checksum; one that was destroyed has none."""
    told = known.told.get(folder.name)
    expected = told.outputs.get("requests_sha256") if told is not None else None
    if expected is None or not lies_there(folder / REQUESTS) or digest_of_log(folder) == expected:
        return
    earlier.changed.add(folder.name)
    _told_of(earlier, folder, changed=[REQUESTS])
    _say(
        f"{folder.name} is not as it was: {REQUESTS} has another checksum than the ledger tells. "
        "Nothing counts as known by it, so it is asked for again."
    )


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
    outputs |= {name: record[name] for name in (UNTOLD, ASKED_CHANGED) if name in record}
    asked = {name: value for name, value in record.items() if name not in _CAME}
    told_to_the_ledger(session, asked, outputs, {"why": "", "told_by": "the next run"})


def _is_to_be_taken_in(session: Session, folder: Path, known: _Known, earlier: Earlier) -> bool:
    """Whether something lies in a folder that is not sealed, or not read; says what of its files is not as it was told."""
    if not lies_there(folder / COLLECTION):
        return False
    files = _told_files(folder)
    here = {
        name: digest if digest in known.sealed else hash_file(folder / name)
        for name, digest in files.items()
        if lies_there(folder / name)
    }
    away = sorted(
        name for name, digest in files.items() if digest not in known.sealed and here.get(name) != digest
    )
    own = {hash_file(path) for name in (COLLECTION, REQUESTS) if lies_there(path := folder / name)}
    lying = own | set(here.values())
    stamps = Stamps(session.workspace.stamps, session.workspace.tables)
    read = (set(files.values()) | lying) & known.sources - known.gone
    left = bool(lying - known.sealed) or any(stamps.get(STEP, digest[:16]) is None for digest in read)
    if away:
        earlier.partly.add(folder.name)
    if away and left:
        _tell_what_is_away(folder, away, here, earlier)
    return left


def _tell_what_is_away(folder: Path, away: list[str], here: Mapping[str, str], earlier: Earlier) -> None:
    changed = [name for name in away if name in here]
    missing = [name for name in away if name not in here]
    _told_of(earlier, folder, changed=changed, missing=missing)
    said = ((missing, "not there any more"), (changed, "changed since it came"))
    for names, what in said:
        if names:
            shown = ", ".join(one_line(name) for name in names[:_NAMES])
            _say(
                f"{folder.name} is not as it was: of its files {len(names):,} {what} ({shown}). It is asked for again."
            )


def _told_files(folder: Path) -> dict[str, str]:
    """The files of a run with their checksums, as its record has them; where it has none, what lies there."""
    record = record_of(folder)
    return told_files(record) if isinstance(record.get("files"), dict) else files_in(folder)


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
    except (CaseError, OSError) as error:
        if messages:
            earlier.waiting.append(folder)
            why = error.happened if isinstance(error, CaseError) else f"{error.strerror}."
            _say(f"{folder.name}, of an earlier run, could not be taken in: {one_line(why, _SAID)}")
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


def _tell_what_waits(workspace: Path, earlier: Earlier, authorisation: str) -> None:
    """Says of runs on this ground, and of those on others together, how they are taken in; the other grounds are not named."""
    own = [folder for folder in earlier.waiting if ground_of(folder) == authorisation]
    others = [folder for folder in earlier.waiting if folder not in own]
    on_another = " on another ground, by whoever may use it"
    for folders, ground, whose in ((own, authorisation, ""), (others, "", on_another)):
        if not folders:
            continue
        how = how_to_take_in(workspace, folders, ground)
        for folder in folders:
            _told_of(earlier, folder, taken_in=False, how=how)
        waits = f"Not taken in yet: {many(len(folders), 'earlier run')}{whose}. Take in:"
        say(waits, command=how, to=sys.stderr)


def ground_of(folder: Path) -> str:
    """The ground on which a run collected, as its record has it."""
    record: Mapping[str, Any] = record_of(folder)
    return str(record.get("authorisation") or "")


def _say(words: str) -> None:
    say(words, to=sys.stderr)
