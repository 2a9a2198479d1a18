"""Reads every sealed source that has no current stamp, and writes its part of the tables in one step."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import chain
from pathlib import Path
from threading import Thread

from schakel.custody.seal import check_seal
from schakel.intake.clock import weakest_clock
from schakel.intake.desktop_json.beginnings import beginnings, without
from schakel.intake.desktop_json.cutting import plan_pieces
from schakel.intake.desktop_json.layout import find_layout
from schakel.intake.detect import DESKTOP_HTML, DESKTOP_JSON, FOURCAT, PREVIEW, TELETHON, TGDATASET
from schakel.intake.known import drop_known, versions_as_shown, versions_in
from schakel.intake.paged_chats import find_paged_chats
from schakel.intake.peers import Chat
from schakel.intake.pieces import Piece, PieceDone
from schakel.intake.preview_pages.chats import find_preview_chats
from schakel.intake.quarantine import Unread, quarantine_table
from schakel.intake.read_piece import get_ready, part_file, read_piece
from schakel.intake.said_of_arrival import what_it_seems
from schakel.intake.sealing import SealedSource
from schakel.intake.sharing import Sharing, before
from schakel.intake.telegram_objects.cutting import plan_objects
from schakel.intake.tgdataset.layout import plan_channels
from schakel.intake.versions import Versions
from schakel.records.tables import SCHEMAS, counts_add_up
from schakel.records.version import fingerprint
from schakel.store.engine import Engine
from schakel.store.parquet_files import describe, publish, rows_in, write_parquet
from schakel.store.stamps import Stamp, Stamps
from schakel.store.workers import WORTH_A_PROCESS
from schakel.store.workspace import Workspace

STEP = "intake"
_TABLES = ("messages", "quarantine", "profiles")
_SURE_CLOCK = "unixtime"
_CLOCKS = ("unknown", "operator", "written", _SURE_CLOCK)

Progress = Callable[[str, int, int], None]
Ranges = dict[str, tuple[int, int]]


@dataclass(slots=True)
class _Reading:
    """A source on its way through: its pieces as they come back, and what the file as a whole had wrong."""

    source: SealedSource
    pieces: int = 0
    sent: int = 0  # pieces of which something is to be read
    planned: bool = False
    compared: list[str] = field(
        default_factory=list
    )  # parts whose versions the pieces leave out by themselves
    unread: list[Unread] = field(default_factory=list)
    begun: list[PieceDone] = field(default_factory=list)  # what an earlier source begins with too
    done: list[PieceDone] = field(default_factory=list)

    def is_whole(self) -> bool:
        """True once all its pieces have come back."""
        return self.planned and len(self.done) == self.sent


class Parsing:
    """Brings the parts of `messages` and `quarantine` up to date with the sealed sources.

    `keys` tells of sources that were sealed just now where arrays of messages are named in them.
    """

    def __init__(
        self, workspace: Workspace, engine: Engine, stamps: Stamps, keys: Mapping[str, Sequence[int]]
    ) -> None:
        self._workspace = workspace
        self._keys = keys
        self._engine = engine
        self._stamps = stamps
        self._ranges: dict[str, Ranges] = {}
        self._sharing_of = Sharing()
        self._chats: dict[str, Chat] = {}  # of pages, by source
        self._shown: tuple[tuple[str, ...], Versions] | None = None
        self.notes: list[tuple[frozenset[str], str]] = []  # what came of chats of one name, by the sources

    def bring_up_to_date(self, sources: list[SealedSource], progress: Progress) -> list[SealedSource]:
        """Reads what is new or changed, and gives the sources that were read.

        First all that tell the numbers of their chats, then preview pages, then pages of exports, each in two rounds:

        1. sources without a stamp for this file, zone and media by this code
        2. sources that were read before, but now have an earlier source with messages of the same numbers

        Either way a source ends up with what it adds to the sources before it in canonical order, so the outcome
        does not depend on the order in which they were brought.
        """
        previews = [source for source in sources if source.format == PREVIEW]
        pages = [source for source in sources if source.format == DESKTOP_HTML]
        standing = [source for source in sources if source.format not in (PREVIEW, DESKTOP_HTML)]
        read = self._bring_up(standing, standing, progress)
        for page in previews + pages:
            self._check(page)
        # Pages come last in canonical order, and which chat they belong to the others may tell.
        shown = find_preview_chats(previews, self._engine, self._workspace.sealed)
        self._chats |= shown.of
        standing += shown.pages
        read += self._bring_up(shown.pages, standing, progress)
        others = [file.sha256 for source in standing for file in self._stamp(source).files]
        found = find_paged_chats(pages, self._engine, self._workspace.sealed, others)
        self._chats |= found.of
        self.notes = found.notes
        return read + self._bring_up(pages, standing + pages, progress)

    def _bring_up(
        self, some: list[SealedSource], sources: list[SealedSource], progress: Progress
    ) -> list[SealedSource]:
        """Reads those of `some` that are not current, or have become another part of all `sources`, which come in their order."""
        fresh = [source for source in some if not self._is_current(source)]
        self._read_all(fresh, sources, progress)
        read = {source.sha256 for source in fresh}
        shifted = [
            s for s in some if s.sha256 not in read and self._stamp(s).inputs != self._inputs(s, sources)
        ]
        self._read_all(shifted, sources, progress)
        return fresh + shifted

    def _is_current(self, source: SealedSource) -> bool:
        stamp = self._stamps.get(STEP, source.part)
        if stamp is None:
            return False
        inputs = {**self._own_inputs(source), "earlier": stamp.inputs.get("earlier", "")}
        return self._stamps.current(STEP, source.part, inputs) is not None

    def _stamp(self, source: SealedSource) -> Stamp:
        stamp = self._stamps.get(STEP, source.part)
        if stamp is None:
            raise LookupError(f"no stamp for {source.part}")
        return stamp

    def _inputs(self, source: SealedSource, sources: list[SealedSource]) -> dict[str, str]:
        shared = self._sharing(source, self._ranges_of(source), sources)
        return self._made_of(source, shared)

    def _own_inputs(self, source: SealedSource) -> dict[str, str]:
        chat = self._chats.get(source.sha256)
        return {
            "source": source.sha256,
            "name": source.name,
            "zone": source.timezone,
            "format": source.format,
            "media": " ".join(source.manifests),
            **({"chat": json.dumps([chat.chat_id, chat.tg_id, chat.title, chat.kind])} if chat else {}),
        }

    def _made_of(self, source: SealedSource, shared: list[SealedSource]) -> dict[str, str]:
        earlier = json.dumps([other.sha256 for other in shared])
        return {**self._own_inputs(source), "earlier": sha256(earlier.encode()).hexdigest()}

    def _sharing(
        self, source: SealedSource, ranges: Ranges, sources: list[SealedSource]
    ) -> list[SealedSource]:
        """The sources before this one that have message numbers of the same chats in the same range."""
        for other in self._sharing_of.lacking(before(source, sources)):
            self._sharing_of.add(other, self._ranges_of(other))
        return self._sharing_of.before(source, ranges)

    def _ranges_of(self, source: SealedSource) -> Ranges:
        known = self._ranges.get(source.part)
        if known is None:
            known = self._ranges[source.part] = ranges_in(self._stamp(source).counts)
        return known

    def _read_all(self, todo: list[SealedSource], sources: list[SealedSource], progress: Progress) -> None:
        for source in todo:
            self._stamps.drop(STEP, source.part)
        readings = {source.sha256: _Reading(source) for source in todo}
        total, finished = sum(source.bytes for source in todo), 0
        waiting = list(readings.values())
        standing = [source for source in sources if source.sha256 not in readings]
        for done in chain(self._run(self._pieces(list(waiting), standing), total), [None]):
            if done is not None:
                readings[done.source_id].done.append(done)
            while waiting and (done is None or waiting[0].is_whole()):
                if len(waiting) == 1:
                    # All is read: half a gigabyte that what follows does not need. To wait for their end would take .1 s.
                    self._engine.near.close(wait=False)
                finished += self._finish(waiting.pop(0), sources)
                progress("read", finished, total)

    def _run(self, pieces: Iterator[Piece], total: int) -> Iterable[PieceDone]:
        if total < WORTH_A_PROCESS:
            return map(read_piece, pieces)
        return self._engine.near.run(read_piece, pieces)

    def _pieces(self, readings: list[_Reading], standing: list[SealedSource]) -> Iterator[Piece]:
        for reading in readings:
            pieces = list(_plan(reading, self._like(reading.source), self._keys.get(reading.source.sha256)))
            known = self._known_before(reading, pieces, standing)
            reading.pieces = len(pieces)
            pieces = self._behind_beginnings(reading, pieces, standing)
            reading.sent, reading.planned = len(pieces), True
            yield from (replace(piece, known=known) for piece in pieces)

    def _known_before(self, reading: _Reading, pieces: list[Piece], standing: list[SealedSource]) -> str:
        """Where the versions are written that sources of the same chats have; empty if there are none.

        Only sources that come earlier and stand already count; of the others `drop_known` tells in the end.
        """
        chats = {stretch.chat.chat_id for piece in pieces for stretch in piece.stretches}
        earlier = before(reading.source, standing) if chats else []
        alike = [other.part for other in earlier if not chats.isdisjoint(self._ranges_of(other))]
        if not alike:
            return ""
        path = self._staging(reading.source) / "known"
        versions_in(self._engine, alike).write(path)
        reading.compared = alike
        return str(path)

    def _behind_beginnings(
        self, reading: _Reading, pieces: list[Piece], standing: list[SealedSource]
    ) -> list[Piece]:
        """The pieces without what stands, byte for byte, at the beginning of an earlier export: all of that is known."""
        alike = [other for other in standing if other.part in reading.compared and self._is_plain(other)]
        if reading.source.format != DESKTOP_JSON or not alike:
            return pieces
        nearest = max(alike, key=lambda other: other.order)
        before = list(_plan(_Reading(nearest), self._piece_of(nearest), None))
        begun, ranges = beginnings(pieces, before), self._ranges_of(nearest)
        reading.begun = [one.as_known(pieces[0].source_id, ranges[one.chat_id], _SURE_CLOCK) for one in begun]
        return list(without(pieces, begun))

    def _is_plain(self, source: SealedSource) -> bool:
        """Whether it is a JSON export of which every record was read, with the times that it tells in Unix seconds."""
        counts = self._stamp(source).counts
        plain = (
            source.format == DESKTOP_JSON and not counts["quarantined"] and clock_in(counts) == _SURE_CLOCK
        )
        return plain and (self._workspace.sealed / source.sha256).exists()

    def _like(self, source: SealedSource) -> Piece:
        self._check(source)
        staging = self._staging(source)
        for table in _TABLES:
            (staging / table).mkdir(parents=True, exist_ok=True)
        return self._piece_of(source)

    def _check(self, source: SealedSource) -> None:
        if not (self._workspace.sealed / source.sha256).exists():
            check_seal(source.sha256, self._workspace.sealed)

    def _piece_of(self, source: SealedSource) -> Piece:
        return Piece(
            source_id=source.sha256,
            source_name=source.name,
            format=source.format,
            path=str(self._workspace.sealed / source.sha256),
            staging=str(self._staging(source)),
            number=0,
            timezone=source.timezone,
            manifests=tuple(str(self._workspace.sealed / digest) for digest in source.manifests),
            chat=self._chats.get(source.sha256),
        )

    def _versions_before(self, source: SealedSource, others: list[SealedSource]) -> list[Versions]:
        """What these sources have, and of the chat of a page also as a page shows it."""
        chat = self._chats.get(source.sha256)
        if chat is None:
            return [versions_in(self._engine, [other.part for other in others])]
        # Preview pages overlap with few others of their kind, which tell no moment of an edit.
        few = [other.part for other in others if other.format == source.format == PREVIEW]
        asked = (chat.chat_id, *(other.part for other in others if other.part not in few))
        if (
            self._shown is None or self._shown[0] != asked
        ):  # the pages of one chat ask the same one after another
            self._shown = asked, versions_as_shown(self._engine, asked[1:], [chat.chat_id])
        return [self._shown[1], *([versions_in(self._engine, few)] if few else [])]

    def _finish(self, reading: _Reading, sources: list[SealedSource]) -> int:
        """Takes out what is known, moves the parts into place and writes the stamp last."""
        source, done = reading.source, [*reading.begun, *reading.done]
        staging = self._staging(source)
        ranges = _joined(done)
        shared = self._sharing(source, ranges, sources)
        rows = sum(piece.rows for piece in done)
        versions = self._versions_before(source, [s for s in shared if s.part not in reading.compared])
        known = sum(piece.known for piece in done) + drop_known(staging, done, versions)
        for file in staging.glob("known.*"):
            file.unlink()
        if reading.unread or not any(piece.unread for piece in done):
            # A table without rows says that nothing was set apart; no table would leave it open.
            table = quarantine_table(source.sha256, source.name, reading.unread)
            write_parquet(table, "quarantine", part_file(staging, "quarantine", reading.pieces))
        if not rows:  # for whoever reads the tables without this program: no file could mean anything
            none = SCHEMAS["messages"].empty_table()
            write_parquet(none, "messages", part_file(staging, "messages", reading.pieces))
        files = [file for table in _TABLES for file in self._publish(source, staging, table)]
        unread = sum(piece.unread for piece in done) + len(reading.unread)
        counts = {
            "records": rows + unread,
            "kept": sum(rows_in(file) for file in files if file.parts[-3] == "messages"),
            "known": known,
            "quarantined": unread,
            "day_marks": sum(piece.day_marks for piece in done),
            "described": sum(piece.described for piece in done),
        }
        what = f"the source {source.name}"
        counts_add_up(what, counts["records"], kept=counts["kept"], known=known, quarantined=unread)
        clocks = {clock for piece in done for clock in piece.clocks}
        counts |= {f"clock {weakest_clock(clocks)}": 1} if clocks else {}
        for chat in sorted(ranges):
            counts[f"first {chat}"], counts[f"last {chat}"] = ranges[chat]
        made = describe(self._workspace.tables, files)
        self._stamps.put(
            Stamp(STEP, source.part, fingerprint(), self._made_of(source, shared), counts, tuple(made))
        )
        return source.bytes

    def _publish(self, source: SealedSource, staging: Path, table: str) -> list[Path]:
        final = self._workspace.tables / table / source.part
        if not final.exists() and not any((staging / table).iterdir()):
            return []
        publish(staging / table, final)
        files = sorted(final.glob("*.parquet"))
        if not files:
            final.rmdir()
        return files

    def _staging(self, source: SealedSource) -> Path:
        return self._workspace.staging / STEP / source.part


@contextmanager
def warmed_up(engine: Engine, new_bytes: int) -> Iterator[None]:
    """Starts the helper processes while the exports are sealed, if there is enough to read for them.

    Sealing is bound to one core and the disk, so the 0.6 seconds that the start takes cost nothing; nor do the 2.8 that the
    step after this one must load, in a run that goes on.
    """
    starting: Thread | None = None
    if new_bytes >= WORTH_A_PROCESS:
        starting = Thread(target=_start, args=(engine,))
        starting.start()
    try:
        yield
    finally:
        if starting:
            starting.join()


def _start(engine: Engine) -> None:
    # If the processes cannot start, the reading itself will say so.
    with suppress(BrokenExecutor):
        for _ in engine.near.run(get_ready, range(2 * engine.near.count)):
            pass
        engine.workers.make_way()


def clock_in(counts: Mapping[str, int]) -> str:
    """Where the times of a source came from, as its stamp says; empty if it has no times."""
    return next((clock for clock in _CLOCKS if f"clock {clock}" in counts), "")


def ranges_in(counts: Mapping[str, int]) -> Ranges:
    """Lowest and highest message number a chat, as a stamp says."""
    chats = [name.removeprefix("first ") for name in counts if name.startswith("first ")]
    return {chat: (counts[f"first {chat}"], counts[f"last {chat}"]) for chat in chats}


def _plan(reading: _Reading, like: Piece, keys: Sequence[int] | None) -> Iterator[Piece]:
    if like.format == DESKTOP_JSON:
        layout = find_layout(like.path, keys)
        reading.unread += layout.unread
        yield from plan_pieces(like.path, layout, like)
    elif like.format in (DESKTOP_HTML, PREVIEW):
        yield like
    elif like.format in (TELETHON, FOURCAT):
        yield from plan_objects(like, reading.unread)
    elif like.format == TGDATASET:
        yield from plan_channels(like, reading.unread)
    else:
        reading.unread.append(Unread(0, "arrival", "unknown-format", what_it_seems(Path(like.path))))


def _joined(done: list[PieceDone]) -> Ranges:
    joined: Ranges = {}
    for piece in done:
        for chat, (low, high) in piece.ranges.items():
            seen = joined.get(chat, (low, high))
            joined[chat] = (min(low, seen[0]), max(high, seen[1]))
    return joined
