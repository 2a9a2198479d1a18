"""Plain messages with a photo: where it lies, and what is said of it that has no column."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from schakel.intake.media import MediaBeside

Told = tuple[str | None, int | UnsetType, int | UnsetType, int | UnsetType]  # path, bytes, width, height
NO_PHOTO = (None, UNSET, UNSET, UNSET)
_lines = msgspec.json.Encoder(order="sorted").encode_lines


class PhotoExtra(msgspec.Struct, gc=False, omit_defaults=True):
    """What goes to `extra`: the size of a photo, and its path if that is only a remark."""

    height: int | UnsetType = UNSET
    photo: str | UnsetType = UNSET
    photo_file_size: int | UnsetType = UNSET
    width: int | UnsetType = UNSET


def take_photos(
    told: Mapping[int, Told], media: MediaBeside, rare: dict[str, dict[int, Any]]
) -> dict[int, PhotoExtra]:
    """Fills the columns of media of all rows with a photo, and gives by row what is left for `extra`."""
    extra: dict[int, PhotoExtra] = {}
    kind, status_of = rare["media_kind"], rare["media_status"]
    for row, (written, size, width, height) in told.items():
        path = None
        if written is not None:
            path, digest, status = media.look_up(written)
            kind[row], status_of[row] = "photo", status
            if path is not None:
                rare["media_path"][row], rare["media_sha256"][row] = path, digest
        remark = written if written and path is None else UNSET
        extra[row] = PhotoExtra(height, remark, size, width)
    return extra


def written_extra(extra: Mapping[int, PhotoExtra]) -> dict[int, str | None]:
    """What is left for `extra` as canonical JSON, by row; all at once, since a call for each costs twice as much."""
    lines = _lines(list(extra.values())).decode().split("\n")
    return {row: line if line != "{}" else None for row, line in zip(extra, lines, strict=False)}


def as_fields(extra: PhotoExtra) -> dict[str, Any]:
    """The same as fields by name, to which others may be added."""
    fields: dict[str, Any] = msgspec.to_builtins(extra)
    return fields
