"""The photos of the seller's messages, as they were sealed."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from schakel.custody.seal import check_seal
from schakel.store.workspace import Workspace

Row = dict[str, Any]
# By the first bytes of a file, not by what its name says.
_ENDINGS = ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"RIFF", "webp"), (b"GIF8", "gif"))
_FIRST = 8


def names_of_photos(workspace: Workspace, own: Iterable[Row]) -> dict[str, str]:
    """The name in the package of each photo that lies among the sealed files, by its sha256; SealError if one has changed."""
    wanted = {row["media_sha256"] for row in own if row["media_kind"] == "photo" and row["media_sha256"]}
    found = {}
    for digest in sorted(wanted):
        path = workspace.sealed / digest
        if path.exists():
            check_seal(digest, workspace.sealed)
            found[digest] = f"photos/{digest}.{_ending(path)}"
    return found


def _ending(path: Path) -> str:
    with path.open("rb") as opened:
        first = opened.read(_FIRST)
    return next((ending for mark, ending in _ENDINGS if first.startswith(mark)), "bin")
