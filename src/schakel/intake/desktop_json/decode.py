"""Decodes one record of a JSON export into its typed fields; what has no field of its own goes to `extra`."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from schakel.intake.desktop_json.repair import repair

Int64 = Annotated[int, Meta(ge=-(1 << 63), le=(1 << 63) - 1)]
MaybeText = str | None


class TextPart(msgspec.Struct, gc=False, omit_defaults=True):
    """A part of a text with a meaning: a link, bold letters, a mention."""

    type: str
    text: str
    href: str | None = None
    user_id: int | str | None = None
    document_id: str | None = None
    language: str | None = None


class Record(msgspec.Struct, gc=False, forbid_unknown_fields=True, rename={"sender": "from"}):
    """The fields of a plain message, with or without a photo. A record with any other field: see `decode_record`."""

    id: Int64
    type: Literal["message", "service", "unsupported"] = "message"
    date: MaybeText = None
    date_unixtime: str | int | None = None
    edited: MaybeText = None
    edited_unixtime: str | int | None = None
    sender: MaybeText = None
    from_id: str | int | None = None
    author: MaybeText = None
    forwarded_from: MaybeText | UnsetType = UNSET
    forwarded_from_id: str | int | None = None
    reply_to_message_id: Int64 | None = None
    reply_to_peer_id: str | int | None = None
    via_bot: MaybeText = None
    text: str | list[str | TextPart] = ""
    text_entities: msgspec.Raw = msgspec.Raw()
    reactions: Any = UNSET
    photo: MaybeText = None
    photo_file_size: Int64 | UnsetType = UNSET
    width: Int64 | UnsetType = UNSET
    height: Int64 | UnsetType = UNSET


class FileRecord(Record, gc=False, forbid_unknown_fields=True, rename={"sender": "from"}):
    """A message with a file, or with a photo of any kind. The `Any` fields are carried to `extra` as they are."""

    file: MaybeText = None
    media_type: MaybeText = None
    inline_bot_buttons: Any = UNSET
    saved_from: Any = UNSET
    photo_file_size: Any = UNSET
    width: Any = UNSET
    height: Any = UNSET
    media_spoiler: Any = UNSET
    file_name: Any = UNSET
    file_size: Any = UNSET
    thumbnail: Any = UNSET
    thumbnail_file_size: Any = UNSET
    sticker_emoji: Any = UNSET
    mime_type: Any = UNSET
    duration_seconds: Any = UNSET
    performer: Any = UNSET
    title: Any = UNSET


@dataclass(slots=True)
class Decoded:
    """Records that were decoded, where each stands in the file, and by row the fields that have no column."""

    records: list[Record] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    others: dict[int, dict[str, Any]] = field(default_factory=dict)

    def only(self, rows: Sequence[int]) -> "Decoded":
        """Some of them, by row."""
        others = self.others
        return Decoded(
            [self.records[row] for row in rows],
            [self.places[row] for row in rows],
            {at: others[row] for at, row in enumerate(rows) if row in others},
        )


_CARRIED = (
    "inline_bot_buttons",
    "saved_from",
    "photo_file_size",
    "width",
    "height",
    "media_spoiler",
    "file_name",
    "file_size",
    "thumbnail",
    "thumbnail_file_size",
    "sticker_emoji",
    "mime_type",
    "duration_seconds",
    "performer",
    "title",
)
_carried = attrgetter(*_CARRIED)
_TYPED = (
    "id",
    "type",
    "date",
    "date_unixtime",
    "edited",
    "edited_unixtime",
    "from",
    "from_id",
    "author",
    "forwarded_from",
    "forwarded_from_id",
    "reply_to_message_id",
    "reply_to_peer_id",
    "via_bot",
    "photo",
    "file",
    "media_type",
    "text",
    "reactions",
)

_LISTS = ("poll", "todo_list")

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError, OverflowError)

decode_plain = msgspec.json.Decoder(Record).decode
_decode_file = msgspec.json.Decoder(FileRecord).decode
_decode_untyped = msgspec.json.Decoder().decode


def decode_record(raw: bytes) -> tuple[Record, dict[str, Any]]:
    """A record of any kind, and its fields that have no column; one of UNREADABLE if it is not a record."""
    try:
        record = _decode_file(raw)
    except UNREADABLE:
        return _decode_any(raw)
    return record, {
        name: value for name, value in zip(_CARRIED, _carried(record), strict=True) if value is not UNSET
    }


def _decode_any(raw: bytes) -> tuple[Record, dict[str, Any]]:
    """A record that is not JSON is repaired first; `repaired` is then true among the other fields."""
    try:
        fields = _decode_untyped(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        mended = repair(raw)
        if mended == raw:
            raise
        fields = _decode_untyped(mended)
        fields["repaired"] = True
    if not isinstance(fields, dict):
        raise ValueError("not an object")
    if fields.get("type") == "service":
        fields["from"] = fields.pop("actor", None)
        fields["from_id"] = fields.pop("actor_id", None)
    fields.pop("text_entities", None)
    typed = {name: fields.pop(name) for name in _TYPED if name in fields}
    if not typed.get("text") and "rich_message" in fields:
        typed["text"] = _words_of(fields["rich_message"])
    if lines := [line for name in _LISTS for line in _lines_of(fields.get(name))]:
        typed["text"] = _with_lines(typed.get("text"), lines)
    return msgspec.convert(typed, FileRecord), fields


def _lines_of(listed: Any) -> list[str]:
    """The question of a poll or the title of a list of tasks, and each answer or task, which are read as text too."""
    if not isinstance(listed, dict):
        return []
    said = [listed.get("question"), listed.get("title")]
    for name, some in listed.items():
        if name in ("question", "title"):
            continue
        said += [one.get("text") for one in some if isinstance(one, dict)] if isinstance(some, list) else []
    lines = []
    for one in said:
        words: list[str] = []
        _gather_words(one, words)
        lines.append("".join(words))
    return [line for line in lines if line]


def _with_lines(text: Any, lines: list[str]) -> Any:
    if not text:
        return "\n".join(lines)
    added = "".join(f"\n{line}" for line in lines)
    return [*text, added] if isinstance(text, list) else f"{text}{added}" if isinstance(text, str) else text


def _words_of(rich: Any) -> str:
    """All texts of a rich message in reading order, a line each block."""
    lines: list[str] = []
    blocks = rich.get("blocks") if isinstance(rich, dict) else rich
    for block in blocks if isinstance(blocks, list) else []:
        words: list[str] = []
        _gather_words(block, words)
        lines.append("".join(words))
    return "\n".join(line for line in lines if line)


def _gather_words(node: Any, words: list[str]) -> None:
    if isinstance(node, str):
        words.append(node)
    elif isinstance(node, list):
        for part in node:
            _gather_words(part, words)
    elif isinstance(node, dict):
        for key, part in node.items():
            if key in ("text", "blocks", "items", "rows", "cells", "caption", "title") or not isinstance(
                part, str
            ):
                _gather_words(part, words)
