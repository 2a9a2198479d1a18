"""The one way in: what is brought is found, sealed, read, and counted."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from schakel.custody.holdings import out_of_use
from schakel.custody.ledger import Ledger
from schakel.intake.clock import read_zone
from schakel.intake.detect import FORMATS
from schakel.intake.find_files import Export, find_exports
from schakel.intake.parsing import STEP, Parsing, warmed_up
from schakel.intake.said_of_arrival import notes_of
from schakel.intake.sealing import SealedSource, Sealing, refused_files, seal_acts, sealed_sources
from schakel.intake.whole_tables import make_whole_tables
from schakel.records.errors import SettingsError
from schakel.store.damaged_files import take_damaged_away
from schakel.store.engine import Engine
from schakel.store.stamps import Stamps
from schakel.store.workspace import Workspace

Progress = Callable[[str, int, int], None]
Finish = Callable[[Callable[[], None]], None]  # does some work, now or beside what comes next


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """On what ground and by whom files are brought, and what they do not say themselves.

    `timezone` (IANA name or +HH:MM) is for exports without Unix times, `format` overrides what their content says.
    """

    authorisation: str = ""
    brought_by: str = ""
    timezone: str = ""
    format: str = ""


@dataclass(frozen=True, slots=True)
class IntakeSummary:
    """What an arrival brought: records = new messages + known + quarantined, also of files that were brought before.

    `sources` and `messages` are those of the whole workspace, `refused` counts files that were not followed, `bytes` what
    was gone through, `seconds` the time a stage. `notes` says in words what was done with chats of one name and which
    files could not be read at all.
    """

    sources: int
    messages: int
    new_messages: int
    known: int
    quarantined: int
    records: int
    refused: int
    bytes: int
    seconds: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """All sources, those that were read now, how many files were refused, and what makes the tables of all together."""

    sources: list[SealedSource]
    fresh: list[SealedSource]
    refused: int
    finishing: Callable[[], None]
    notes: list[tuple[frozenset[str], str]]  # of chats, by the sources that hold them


def take_in(  # noqa: PLR0913, PLR0917 - the whole of a run meets here once
    paths: Sequence[Path],
    workspace: Workspace,
    engine: Engine,
    stamps: Stamps,
    ledger: Ledger,
    options: IntakeOptions,
    progress: Callable[[str, int, int], None] | None = None,
    finish: Finish | None = None,
) -> IntakeSummary:
    """Takes exports into the workspace; what is sealed but not yet read (after a run that was ended) is read too.

    1. the files are found; links, special files and paths that lead out of the folder are refused
    2. every file is sealed and written in the ledger before anything is read from it
    3. every sealed source without a current stamp is read
    4. accounts, chats, coverage and sources are brought up to date: by `finish` if that is given, which may do it later

    SourceError if there is nothing to read, SettingsError if an option cannot be used.
    """
    tell = progress or _silent
    check_options(options)
    clock = _Stopwatch()
    exports = [
        _as_format(export, options.format) for export in find_exports(paths, workspace.root, options.format)
    ]
    sealing = Sealing(workspace, ledger, asdict(options))
    with warmed_up(engine, sealing.new_bytes(exports)):
        size = sealing.seal(exports, tell)
    clock.lap("seal")
    before = _counts(stamps)
    read = _bring_up_to_date(workspace, engine, stamps, ledger, tell, sealing.keys)
    clock.lap("read")
    tell("tables", 0, 1)
    (finish or _now)(read.finishing)
    tell("tables", 1, 1)
    clock.lap("tables")
    told = _told(read, sealing, workspace, stamps, before)
    return IntakeSummary(bytes=size, seconds=clock.laps, **told)


def _told(
    read: _Read, sealing: Sealing, workspace: Workspace, stamps: Stamps, before: Mapping[str, int]
) -> dict[str, Any]:
    """What came in now and what the workspace holds, with what was done with chats of one name."""
    now = _counts(stamps)
    brought = [source for source in read.sources if source.sha256 in sealing.brought or source in read.fresh]
    return {
        "sources": now["sources"],
        "messages": now["kept"],
        "refused": read.refused,
        "notes": notes_of(brought, workspace.sealed, read.notes, sealing.brought_back),
        **_came_in(_counts(stamps, brought), now["kept"] - before["kept"]),
    }


def without_what_was_removed(
    workspace: Workspace,
    engine: Engine,
    stamps: Stamps,
    ledger: Ledger,
    progress: Callable[[str, int, int], None] | None = None,
) -> None:
    """Makes the tables of intake again from the sources that are still in use, after others were removed."""
    _bring_up_to_date(workspace, engine, stamps, ledger, progress or _silent, {}).finishing()


def _bring_up_to_date(
    workspace: Workspace,
    engine: Engine,
    stamps: Stamps,
    ledger: Ledger,
    tell: Callable[[str, int, int], None],
    keys: Mapping[str, Sequence[int]],
) -> _Read:
    """Reads what is sealed; gives how many files were refused, and what makes the tables of all sources together."""
    take_damaged_away(workspace.tables)
    acts = seal_acts(ledger)
    gone = out_of_use(ledger.entries())
    sources = [source for source in sealed_sources(acts) if source.sha256 not in gone]
    refused = refused_files(acts)
    parsing = Parsing(workspace, engine, stamps, keys)
    fresh = parsing.bring_up_to_date(sources, tell)
    engine.near.close(wait=False)  # if there was nothing to read
    finishing = partial(make_whole_tables, engine, stamps, sources, refused)
    return _Read(sources, fresh, len(refused), finishing, parsing.notes)


def _came_in(brought: Mapping[str, int], added: int) -> dict[str, int]:
    """What became of the records that were brought: what the tables did not have is new, and the rest known or set apart."""
    readable = brought["records"] - brought["quarantined"]
    new = min(max(0, added), readable)
    return {
        "records": brought["records"],
        "new_messages": new,
        "known": readable - new,
        "quarantined": brought["quarantined"],
    }


class _Stopwatch:
    """Seconds a stage; for people who wait, never for a table."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = perf_counter()

    def lap(self, stage: str) -> None:
        now = perf_counter()
        self.laps[stage] = round(now - self._last, 3)
        self._last = now


def check_options(options: IntakeOptions) -> None:
    """Nothing, if files can be taken in with these options; else SettingsError."""
    read_zone(options.timezone)
    if options.format and options.format not in FORMATS:
        raise SettingsError(
            f"{options.format[:60]!r} is not a format that can be read.",
            todo=f"Leave --format out, or give one of: {', '.join(FORMATS)}.",
        )


def _as_format(export: Export, override: str) -> Export:
    if override:
        export.sources = [(found, override) for found, _ in export.sources]
    return export


def _counts(stamps: Stamps, sources: Sequence[SealedSource] | None = None) -> Counter[str]:
    """The counts of these sources added up, or of all that have been read."""
    total: Counter[str] = Counter()
    of = {source.part for source in sources or ()}
    for stamp in stamps.all(STEP):
        if sources is not None and stamp.part not in of:
            continue
        total.update({name: stamp.counts[name] for name in ("records", "kept", "known", "quarantined")})
        total["sources"] += 1
    return total


def _now(work: Callable[[], None]) -> None:
    work()


def _silent(stage: str, done: int, total: int) -> None:
    """Nobody is watching."""
