"""What is measured on: the export as it is, as it was when it had 1 % fewer messages, and what a plain script can load of it."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from schakel.collecting.captures import COLLECTION
from schakel.intake.detect import DESKTOP_JSON
from schakel.intake.find_files import Export, Found, find_exports
from schakel.showing.bench.grown import write_shorter
from schakel.showing.permits import markers

EARLIER = 0.99  # the share of its messages that an export had before it grew
_OTHER_FORMATS = "The plain script knows Telegram Desktop's JSON only."
_NOT_CUT = "Only Telegram Desktop's JSON with many messages a chat can be made as it was 1 % earlier."


@dataclass(frozen=True, slots=True)
class Sources:
    """Files and folders for the road, now and 1 % earlier, and the files of a plain script; where there are none, why."""

    whole: tuple[Path, ...]
    earlier: tuple[Path, ...] = ()
    why_no_earlier: str = ""
    plain: tuple[Path, ...] = ()
    why_no_plain: str = ""


def sources_of(given: Sequence[Path], folder: Path) -> Sources:
    """The sources as they will be measured; what has to be written for that goes into the folder.

    What a collector brought is taken from a copy without its marker: the ground was asked for before, and the workspaces in
    which it is measured keep none. SourceError if there is nothing to read.
    """
    exports = find_exports(given, folder)
    whole = tuple(path.absolute() for path in given)
    if any(map(markers, whole)):
        whole = (_placed(exports, folder / "whole"),)
    earlier = _placed(exports, folder / "earlier", EARLIER)
    everything = sum(found.bytes for export in exports for found in _files(export))
    cut = sum(file.stat().st_size for file in earlier.rglob("*") if file.is_file()) < everything
    kinds = [(found.path, kind) for export in exports for found, kind in export.sources]
    other = any(kind != DESKTOP_JSON for _, kind in kinds)
    return Sources(
        whole,
        (earlier,) if cut else (),
        "" if cut else _NOT_CUT,
        () if other else tuple(path for path, _ in kinds),
        _OTHER_FORMATS if other else "",
    )


def digests(given: Sequence[Path]) -> list[dict[str, str | int]]:
    """Each file that would be read, by its name without folders, with size and sha256, as a ledger writes it down."""
    told: list[dict[str, str | int]] = []
    for export in find_exports(given, Path("/nowhere")):
        for found, _ in export.sources:
            with found.path.open("rb") as opened:
                sha256 = file_digest(opened, "sha256").hexdigest()
            told.append({"name": found.path.name, "bytes": found.bytes, "sha256": sha256})
    return told


def _placed(exports: Sequence[Export], folder: Path, share: float = 1.0) -> Path:
    """The exports in a folder of their own, of each chat the first `share` of its messages where that can be cut."""
    for number, export in enumerate(exports):
        kinds = {found.path: kind for found, kind in export.sources}
        for found in _files(export):
            to = folder / f"{number:04}" / found.relative
            to.parent.mkdir(parents=True, exist_ok=True)
            if kinds.get(found.path) == DESKTOP_JSON and share < 1:
                write_shorter(found.path, to, share)
            else:
                shutil.copyfile(
                    found.path, to
                )  # no link: that would change what the disk says of the original
    return folder


def _files(export: Export) -> list[Found]:
    """What is taken of an export: its sources and what lies beside them, but for a collector's marker."""
    files = [*(found for found, _ in export.sources), *export.media]
    return [found for found in files if found.path.name != COLLECTION]
