"""Seals what was brought before anything is read from it, and tells from the ledger what has been sealed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from schakel.custody.holdings import last_removals
from schakel.custody.ledger import Ledger
from schakel.custody.seal import clear_halves, measure_file, seal_file
from schakel.intake.desktop_json.byte_window import Watched
from schakel.intake.desktop_json.layout import KEY
from schakel.intake.detect import DESKTOP_HTML, DESKTOP_JSON, DUMPS, PREVIEW
from schakel.intake.find_files import Export, Found, is_page
from schakel.intake.media import files_in_manifest, manifest_bytes
from schakel.records.facts import LedgerEntry
from schakel.store.workspace import Workspace

BROUGHT_BACK = "brought-back"  # an act of the ledger, and the step in which it is told to whoever waits
# More media files than this are named in the ledger through their manifest only: a ledger line stays readable.
_NAMED_MEDIA = 200
# Photos are small, and of each the disk says for itself that it is kept: 2.1 ms one by one, .33 with 16 at once (ext4).
_AT_ONCE, _WAITING = 16, 1024

Brought = tuple[dict[str, str], dict[str, Any]]  # the settings of an act, and a file in it
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class SealedSource:
    """A sealed export file as the ledger knows it, with the manifests of the media that came with it."""

    sha256: str
    bytes: int
    name: str
    format: str
    timezone: str
    authorisation: str
    brought_by: str
    manifests: tuple[str, ...]
    folders: tuple[int, ...] = ()  # the acts in which it was brought as a page of a folder, by their numbers
    seen: int = field(default=0, compare=False)  # of a preview page: when Telegram made it, in Unix seconds

    @property
    def order(self) -> tuple[int, int, int, str]:
        """Its place among the sources: Telegram's own JSON first, which tells names and numbers; pages of exports, which
        tell no number, last; of preview pages those that were made last come first; then by size and sha256.

        A message that two sources have is taken from the first.
        """
        ranks = (*DUMPS, PREVIEW, DESKTOP_HTML)
        rank = ranks.index(self.format) + 1 if self.format in ranks else 0
        return rank, -self.seen, self.bytes, self.sha256

    @property
    def part(self) -> str:
        """The name of its part of a table."""
        return self.sha256[:16]


class Sealing:
    """Seals the exports of one arrival; files that were sealed before are only hashed."""

    def __init__(self, workspace: Workspace, ledger: Ledger, settings: Mapping[str, str]) -> None:
        self._sealed = workspace.sealed
        self._staging = workspace.staging
        self._ledger = ledger
        self._settings = dict(settings)
        entries = list(ledger.entries())
        before = [file for act in _seals(entries) for file in act.outputs.get("files", [])]
        self._gone = dict(last_removals(entries))
        self._manifests = {file["sha256"] for file in before if file["kind"] == "manifest"}
        # (manifests name files that the ledger does not, where they are many)
        sizes: dict[str, int] = {}
        for digest in sorted(self._manifests):
            sizes |= files_in_manifest(self._sealed / digest)
        sizes |= {file["sha256"]: file["bytes"] for file in before}
        self._known, self._sizes = set(sizes), set(sizes.values())
        self._new: set[str] = set()  # of the export that is being sealed, what was not known before it
        self.brought: set[str] = set()  # the export files of this arrival, known before or not
        # Of those, what was out of use (removed, destroyed), with the day on which it last left it.
        self.brought_back: list[tuple[str, str]] = []
        # Of JSON exports that were sealed now: where arrays of messages are named.
        self.keys: dict[str, list[int]] = {}

    def new_bytes(self, exports: Iterable[Export]) -> int:
        """How many bytes of export files have a size that no sealed file has: so much is surely new."""
        sizes = [found.bytes for export in exports for found, _ in export.sources]
        return sum(size for size in sizes if size not in self._sizes)

    def seal(self, exports: Iterable[Export], progress: Progress) -> int:
        """Seals all files and writes one act an export in the ledger; gives the number of bytes gone through."""
        clear_halves(self._sealed)
        waiting = [export for export in exports if export.sources or export.refused]
        total = sum(f.bytes for e in waiting for f in [*e.media, *(s for s, _ in e.sources)])
        done = 0
        for export in waiting:
            back = len(self.brought_back)
            for _, size in self._seal_export(export):
                done += size
                progress("seal", done, total)
            if len(self.brought_back) > back:
                progress(BROUGHT_BACK, 0, 0)
        return done

    def _seal_export(self, export: Export) -> Iterable[tuple[str, int]]:
        self._new.clear()
        files: list[dict[str, Any]] = []
        for found, kind in export.sources:
            watched = Watched(KEY) if kind == DESKTOP_JSON else None
            digest, size = self._seal_one(found, watched)
            if watched is not None and watched.passed == size:
                self.keys[digest] = watched.places
            files.append(
                {"name": found.name, "sha256": digest, "bytes": size, "kind": "source", "format": kind}
            )
            self.brought.add(digest)
            yield digest, size
        media: list[tuple[Found, str, int]] = []
        for found, (digest, size) in zip(export.media, self._seal_media(export.media), strict=True):
            media.append((found, digest, size))
            yield digest, size
        if media:
            files.append(self._seal_manifest(export, media))
        if 0 < len(media) <= _NAMED_MEDIA:
            files += [
                {"name": found.name, "sha256": digest, "bytes": size, "kind": "media"}
                for found, digest, size in media
            ]
        self._note_brought_back(files)
        self._note(export, files)

    def _note_brought_back(self, files: Sequence[Mapping[str, Any]]) -> None:
        self.brought_back += note_brought_back(self._ledger, files, self._gone, self._settings)

    def _note(self, export: Export, files: list[dict[str, Any]]) -> None:
        """One line in the ledger: in full for new files, in short for files that were all sealed before."""
        refused = [{"name": name, "why": why} for name, why in sorted(set(export.refused))]
        if files and self._new.isdisjoint(file["sha256"] for file in files):
            short = [file for file in files if file["kind"] != "media"]
            self._ledger.add("seal-again", outputs=_outputs(short, refused), settings=self._settings)
        elif files or refused:
            self._ledger.add("seal", outputs=_outputs(files, refused), settings=self._settings)

    def _seal_media(self, media: Sequence[Found]) -> Iterator[tuple[str, int]]:
        """Seals files several at once; their checksums and sizes in the order of the files."""
        if not media:
            return
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for first in range(0, len(media), _WAITING):
                for digest, size in pool.map(self._copied, media[first : first + _WAITING]):
                    self._learn(digest)
                    yield digest, size

    def _seal_one(self, found: Found, watch: Watched | None = None) -> tuple[str, int]:
        digest, size = self._copied(found, watch)
        self._learn(digest)
        return digest, size

    def _learn(self, digest: str) -> None:
        if digest not in self._known:
            self._known.add(digest)
            self._new.add(digest)

    def _copied(self, found: Found, watch: Watched | None = None) -> tuple[str, int]:
        """The checksum and size of a file, copied under its seal if it was not sealed before."""
        if found.bytes in self._sizes:
            with suppress(OSError):  # which is told where the file is to be copied
                digest, size = measure_file(found.path)
                if digest in self._known and (self._sealed / digest).exists():
                    return digest, size
        sealed = seal_file(found.path, found.name, self._sealed, watch)
        return sealed.sha256, sealed.bytes

    def _seal_manifest(self, export: Export, media: list[tuple[Found, str, int]]) -> dict[str, Any]:
        raw = manifest_bytes([(found.relative, digest, size) for found, digest, size in media])
        name = f"{export.sources[0][0].name}.media-manifest.json"
        half = self._staging / "media-manifest.json"
        half.write_bytes(raw)
        digest = sha256(raw).hexdigest()
        if digest not in self._manifests or not (self._sealed / digest).exists():
            seal_file(half, name, self._sealed)
            self._learn(digest)
            self._manifests.add(digest)
        half.unlink()
        return {"name": name, "sha256": digest, "bytes": len(raw), "kind": "manifest", "files": len(media)}


def note_brought_back(
    ledger: Ledger,
    files: Iterable[Mapping[str, Any]],
    gone: MutableMapping[str, LedgerEntry],
    settings: Mapping[str, str],
) -> list[tuple[str, str]]:
    """A line in the ledger of each file that was removed or destroyed and now comes back, before the line that it was sealed.

    `gone` is what is out of use (see `last_removals`); what comes back is taken from it. Gives the names of those files, with
    the day on which each was last out of use.
    """
    back = []
    for file in files:
        if act := gone.pop(file["sha256"], None):  # from here on it is held
            named = {"name": file["name"], "sha256": file["sha256"]}
            ledger.add(BROUGHT_BACK, inputs={"file": named, "was": act.act, "in": act.seq}, settings=settings)
            back.append((str(file["name"]), act.at[:10]))
    return back


def seal_acts(ledger: Ledger) -> list[LedgerEntry]:
    """Every act in which files were sealed, or found to have been sealed before."""
    return _seals(ledger.entries())


def _seals(entries: Iterable[LedgerEntry]) -> list[LedgerEntry]:
    return [entry for entry in entries if entry.act in ("seal", "seal-again")]


def sealed_sources(acts: Sequence[LedgerEntry]) -> list[SealedSource]:
    """All sealed export files in canonical order (see `SealedSource.order`).

    A file brought more than once has the name that comes first in the alphabet, the zone and format that were
    named last, and the ground it was first brought on.
    """
    brought: dict[str, list[Brought]] = {}
    media: dict[str, set[str]] = {}
    folders: dict[str, set[int]] = {}
    for act in acts:
        files = act.outputs.get("files", [])
        manifests = {file["sha256"] for file in files if file["kind"] == "manifest"}
        for file in files:
            if file["kind"] == "source":
                brought.setdefault(file["sha256"], []).append((act.settings, file))
                media.setdefault(file["sha256"], set()).update(manifests)
                folders.setdefault(file["sha256"], set()).update([act.seq] if is_page(file["name"]) else [])
    sources = [
        _merged(found, tuple(sorted(media[digest])), tuple(sorted(folders[digest])))
        for digest, found in brought.items()
    ]
    return sorted(sources, key=lambda source: source.order)


def refused_files(acts: Sequence[LedgerEntry]) -> list[tuple[str, str]]:
    """Every file that was refused at arrival, with the reason, each once, by name."""
    return sorted({(file["name"], file["why"]) for act in acts for file in act.outputs.get("refused", [])})


def _merged(found: list[Brought], manifests: tuple[str, ...], folders: tuple[int, ...]) -> SealedSource:
    _, file = found[0]
    return SealedSource(
        sha256=file["sha256"],
        bytes=file["bytes"],
        name=min(named["name"] for _, named in found),
        format=_last("format", found) or file["format"],
        timezone=_last("timezone", found),
        authorisation=_first("authorisation", found),
        brought_by=_first("brought_by", found),
        manifests=manifests,
        folders=folders,
    )


def _first(setting: str, found: list[Brought]) -> str:
    return next((value for settings, _ in found if (value := settings.get(setting, ""))), "")


def _last(setting: str, found: list[Brought]) -> str:
    return _first(setting, found[::-1])


def _outputs(files: list[dict[str, Any]], refused: list[dict[str, str]]) -> dict[str, Any]:
    return {"files": files, "refused": refused} if refused else {"files": files}
