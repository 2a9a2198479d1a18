"""Finds the export files and the media beside them; links and special files are refused, not followed."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from schakel.intake.detect import DUMPS, PREVIEW, UNKNOWN, detect_format, name_of_other
from schakel.intake.quarantine import glimpse
from schakel.records.errors import SourceError

_EXPORT_FILE = re.compile(r"result\.json|messages(\d*)\.html")
_PAGE = re.compile(r"messages\d*\.html")
_MAY_BE_EXPORT = (".json", ".jsonl", ".ndjson", ".html", ".htm")
# Where Telegram Desktop puts files beside result.json or messages.html; next to a file that was named alone,
# only these folders are taken, never a whole downloads folder.
_MEDIA_FOLDERS = (
    "chats",
    "contacts",
    "files",
    "photos",
    "profile_pictures",
    "round_video_messages",
    "stickers",
    "stories",
    "video_files",
    "voice_messages",
)

_SAVED = "_files"  # what browsers put behind the name of a page for the folder of its pictures
_PAGE_ENDS = (".html", ".htm")
# What was collected lies within the workspace, and is read from there when that is what is named.
_COLLECTED = "collected"

NO_RIGHT = "no-right"  # why a file or folder was refused that this user may not read


@dataclass(frozen=True, slots=True)
class Found:
    """A file: where it is, the name it gets in the ledger, its path within the export's folder, its size."""

    path: Path
    name: str
    relative: str
    bytes: int


@dataclass(slots=True)
class Export:
    """One export folder: its source files, the files beside them, and what was refused (name, why)."""

    sources: list[tuple[Found, str]] = field(default_factory=list)  # with the format that was detected
    media: list[Found] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def find_exports(paths: Sequence[Path], exclude: Path, override: str = "") -> list[Export]:
    """The exports in the given files and folders; SourceError if there is nothing to read in any of them.

    With a format as `override` the content of a source file is taken at the operator's word.
    """
    exports: list[Export] = []
    for path in paths:
        exports += _exports_of(path.absolute(), exclude)
    exports = _pages_together(exports)
    usable = [export for export in exports if any(override or kind != UNKNOWN for _, kind in export.sources)]
    if not usable:
        raise _nothing_usable(paths, exports)
    return exports


def is_page(name: str) -> bool:
    """Whether a file has the name that Telegram Desktop gives a page of a chat: messages.html, messages2.html..."""
    return bool(_PAGE.fullmatch(name.rpartition("/")[2]))


def _pages_together(exports: list[Export]) -> list[Export]:
    """The exports, with pages that were named one by one but lie in one folder as one export."""
    together: list[Export] = []
    of_folder: dict[Path, Export] = {}
    for export in exports:
        one = export.sources[0][0] if len(export.sources) == 1 else None
        if one is None or one.name != one.path.name or not is_page(one.name):
            together.append(export)
        elif (first := of_folder.get(one.path.parent)) is None:
            of_folder[one.path.parent] = export
            together.append(export)
        elif one not in [found for found, _ in first.sources]:
            first.sources += export.sources  # what lies beside them is the same
            first.sources.sort(key=lambda source: _page_order(source[0]))
    return together


def _exports_of(path: Path, exclude: Path) -> list[Export]:
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        raise SourceError(
            f"{_shown(path)} could not be opened: {error.strerror}.", todo="Check the path and your rights."
        ) from error
    if stat.S_ISDIR(mode):
        return _in_folder(path, exclude)
    if stat.S_ISREG(mode):
        if not os.access(path, os.R_OK):
            return [Export(refused=[(_shown(path.name), NO_RIGHT)])]
        return [_single_file(path)]
    return [Export(refused=[(_shown(path), "link" if stat.S_ISLNK(mode) else "special-file")])]


def _single_file(path: Path) -> Export:
    kind = detect_format(path)
    export = Export(sources=[(_found(path, path.parent, path.name), kind)])
    for folder in _beside(path, kind):
        beside = path.parent / folder
        if beside.is_dir() and not beside.is_symlink():
            export.media += [
                _found(file, path.parent, str(file.relative_to(path.parent)))
                for file in _walk(beside, path.parent, export.refused)
            ]
    return export


def _beside(path: Path, kind: str) -> tuple[str, ...]:
    """The folders beside a file that was named alone in which its pictures may lie; a dump has none."""
    if kind == PREVIEW:
        return (f"{path.stem}{_SAVED}",)
    return () if kind in DUMPS else _MEDIA_FOLDERS


def _in_folder(top: Path, exclude: Path) -> list[Export]:
    refused: list[tuple[str, str]] = []
    inside = top.is_relative_to(exclude / _COLLECTED)
    files = [file for file in _walk(top, top.parent, refused) if inside or not file.is_relative_to(exclude)]
    sources = {file: detect_format(file) for file in files if _EXPORT_FILE.fullmatch(file.name)}
    roots = {file.parent for file in sources}
    tried = {file: detect_format(file) for file in files if _may_be_source(file, roots)}
    sources |= {
        file: kind
        for file, kind in tried.items()
        if kind in (*DUMPS, PREVIEW) or (kind != UNKNOWN and not roots)
    }
    # Pages beside preview pages were fetched with them: what they are instead must be told.
    beside = {file.parent for file, kind in sources.items() if kind == PREVIEW}
    sources |= {
        file: kind
        for file, kind in tried.items()
        if file.parent in beside and file.suffix.lower() in _PAGE_ENDS
    }
    exports = {file.parent: Export() for file in sources}
    for file in files:
        root = next((folder for folder in file.parents if folder in exports), None)
        if root is None:
            continue
        found = _found(file, root, str(file.relative_to(top.parent)))
        if file in sources:
            exports[root].sources.append((found, sources[file]))
        else:
            exports[root].media.append(found)
    for export in exports.values():
        export.sources.sort(key=lambda source: _page_order(source[0]))
    if refused:
        exports.setdefault(top, Export()).refused = refused
    return list(exports.values())


def _may_be_source(file: Path, roots: set[Path]) -> bool:
    """A file of another name that may be an export too. What somebody sent lies in the folders of an export: no source."""
    if _EXPORT_FILE.fullmatch(file.name) or file.suffix.lower() not in _MAY_BE_EXPORT:
        return False
    return file.parent in roots or not any(folder in roots for folder in file.parents)


def _walk(folder: Path, base: Path, refused: list[tuple[str, str]]) -> Iterator[Path]:
    """All regular files below a folder that this user may read, in a fixed order; the others go to `refused`."""
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except PermissionError:
        refused.append((_shown(folder.relative_to(base)), NO_RIGHT))
        return
    for entry in ordered:
        path = Path(entry.path)
        if entry.is_symlink():
            refused.append((_shown(path.relative_to(base)), "link"))
        elif entry.is_dir():
            yield from _walk(path, base, refused)
        elif not os.access(path, os.R_OK):
            refused.append((_shown(path.relative_to(base)), NO_RIGHT))
        elif entry.is_file():
            yield path
        else:
            refused.append((_shown(path.relative_to(base)), "special-file"))


def _page_order(found: Found) -> tuple[str, int, str]:
    match = _EXPORT_FILE.fullmatch(found.path.name)
    number = int(match[1]) if match and match[1] else 0
    return str(found.path.parent), number, found.path.name


def _found(path: Path, root: Path, name: str) -> Found:
    relative = path.relative_to(root).as_posix()
    return Found(path, _shown(name), _shown(relative), path.stat().st_size)


def _shown(path: Path | str) -> str:
    # File names are bytes; a name that is not UTF-8 must still fit in a ledger line.
    return str(path).encode("utf-8", "replace").decode()


def _nothing_usable(paths: Sequence[Path], exports: list[Export]) -> SourceError:
    named = glimpse(", ".join(_shown(path.name) for path in paths))
    refused = [why for export in exports for _, why in export.refused]
    closed = [name for export in exports for name, why in export.refused if why == NO_RIGHT]
    seen = [name_of_other(found.path) for export in exports for found, _ in export.sources]
    if closed and not any(seen):
        more = f" and {len(closed) - 1} more" if len(closed) > 1 else ""
        what = f"You have no right to read {glimpse(closed[0])}{more}."
    elif refused and not seen:
        what = "Links and special files are not followed."
    elif any(seen):
        what = f"It looks like {next(name for name in seen if name)}, which is not read."
    else:
        what = (
            "No result.json or messages.html of Telegram Desktop was found there, and no dump that is read."
        )
    return SourceError(
        f"There is nothing to read in {named or 'an empty list of files'}. {what}",
        means="Nothing was sealed and no table was changed.",
        todo="Name the folder of a Telegram Desktop export, or the file itself with --format.",
    )
