"""Files beside an export: which of the paths in it lead to a sealed file, and which must not be followed."""

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from schakel.custody.ledger import canonical_json

Medium = tuple[str | None, str | None, str | None]  # media_path, media_sha256, media_status

_DRIVE = re.compile(r"[A-Za-z]:", re.ASCII)
_LONGEST = 4096  # no file system takes a longer path


def is_safe_path(path: str) -> bool:
    """True if a path stays within the export's folder: relative, no `..`, no drive letter, no control signs."""
    if not path or len(path) > _LONGEST or path[0] in "/\\~" or _DRIVE.match(path):
        return False
    if any(sign < " " or sign == "\x7f" for sign in path):
        return False
    return not {"..", "."} & set(path.replace("\\", "/").split("/"))


class MediaBeside:
    """The media files that were sealed together with an export, by their path in the export's folder."""

    def __init__(self, manifests: Sequence[str]) -> None:
        self._known = _read_manifests(tuple(manifests))

    def look_up(self, written: str) -> Medium:
        """Path, sha256 and status of a file as an export names it.

        Status: `found` if it was sealed with the export, `missing` if not, `not-exported` if the export itself says
        so, `refused` if the path leads out of the export's folder.
        """
        if written.startswith("(") or not written:
            return None, None, "not-exported"
        if not is_safe_path(written):
            return None, None, "refused"
        digest = self._known.get(written)
        return written, digest, "found" if digest else "missing"


def manifest_bytes(files: Sequence[tuple[str, str, int]]) -> bytes:
    """The canonical bytes of a media manifest from (path, sha256, size) of each file."""
    listed = [{"path": path, "sha256": digest, "bytes": size} for path, digest, size in sorted(files)]
    return canonical_json({"kind": "media-manifest", "files": listed})


def files_in_manifest(manifest: Path) -> dict[str, int]:
    """Checksum and size of each file that a sealed manifest names; none where it is gone, or is not what was sealed under its name."""
    try:
        raw = manifest.read_bytes()
    except OSError:
        return {}
    if sha256(raw).hexdigest() != manifest.name:
        return {}
    return {file["sha256"]: file["bytes"] for file in json.loads(raw)["files"]}


@lru_cache(maxsize=4)
def _read_manifests(paths: tuple[str, ...]) -> dict[str, str]:
    known: dict[str, str] = {}
    for path in sorted(paths):
        for file in json.loads(Path(path).read_bytes())["files"]:
            known[file["path"]] = file["sha256"]
    return known
