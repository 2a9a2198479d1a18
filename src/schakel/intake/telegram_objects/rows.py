"""Turns objects of Telegram into rows of `messages` and sayings of accounts and chats."""

from datetime import tzinfo
from typing import Any

import msgspec

from schakel.intake.desktop_json.cutting import as_written
from schakel.intake.desktop_json.decode import UNREADABLE
from schakel.intake.desktop_json.loose_scan import TORN, WHOLE, Record
from schakel.intake.desktop_json.repair import repair
from schakel.intake.desktop_json.rows import reason_of
from schakel.intake.extra import canonical_extra
from schakel.intake.media import MediaBeside
from schakel.intake.peers import numbered_account
from schakel.intake.profiles import Profiles
from schakel.intake.quarantine import Unread, glimpse
from schakel.intake.rows_by_chat import OneMessage, RowsByChat
from schakel.intake.telegram_objects.media import read_action, read_media
from schakel.intake.telegram_objects.peers import (
    Peer,
    Told,
    chat_of_message,
    describe,
    peer_of_chat,
    read_peer,
    sender_of,
    told_in,
)
from schakel.intake.telegram_objects.texts import lines_of_media, read_entities, read_reactions
from schakel.intake.telegram_objects.values import fields_of, kind_of, moment, said, whole, words_of

_KINDS = {"Message": "message", "MessageService": "service", "MessageEmpty": "unsupported"}
# Fields that have a column, that `told_in` reads, or that say how the one who fetched the message stands to it.
_TAKEN = frozenset(
    [
        "_",
        "_type",
        "id",
        "post",
        "peer_id",
        "to_id",
        "from_id",
        "date",
        "edit_date",
        "message",
        "entities",
        "fwd_from",
        "reply_to",
        "reply_to_msg_id",
        "post_author",
        "views",
        "reactions",
        "media",
        "action",
        "via_bot_id",
        "out",
        "mentioned",
        "media_unread",
        "message_markdown",
    ]
)

_OF_FORWARD = frozenset(("_", "_type", "from_id", "from_name"))
_FARTHEST = 1 << 62  # the distance of two numbers must still be one
_decode = msgspec.json.Decoder().decode


class ObjectRows:
    """The records of one piece: messages, what is said of accounts and chats, and what could not be read."""

    def __init__(self, source_id: str, zone: tzinfo | None, media: MediaBeside) -> None:
        self.rows = RowsByChat(source_id)
        self.profiles = Profiles()
        self.unread: list[Unread] = []
        self.clocks: set[str] = set()
        self.described = 0
        self._zone = zone
        self._media = media

    def read(self, record: Record, separator: bytes) -> None:
        """Reads one record; what cannot be read is set apart with the reason."""
        place, found, state = record
        raw = as_written(found, separator)
        if state != WHOLE:
            reason = "cut-off" if state == TORN else "too-large"
            self.unread.append(Unread(place, "records", reason, glimpse(raw)))
            return
        try:
            self._take(place, _object_in(raw))
        except UNREADABLE as error:
            self.unread.append(Unread(place, "records", reason_of(error), glimpse(raw)))

    def _take(self, place: int, fields: dict[str, Any]) -> None:
        if (kind := _KINDS.get(kind_of(fields))) is not None:
            self._take_message(place, kind, fields)
        elif (profile := describe(fields)) is not None:
            self.profiles.add(profile, place)
            self.described += 1
        else:
            raise ValueError(
                f"no message, user or chat: {kind_of(fields)[:40] or 'an object without a class'}"
            )

    def _take_message(self, place: int, kind: str, fields: dict[str, Any]) -> None:
        told = told_in(fields)
        number, chat = whole(fields.get("id")), chat_of_message(fields, told.chat)
        if number is not None and abs(number) >= _FARTHEST:
            number = None
        if number is None or chat is None:
            raise ValueError("a message without a number" if number is None else "a message without a chat")
        one = OneMessage(number, place, kind=kind)
        if kind != "unsupported":
            one.account, one.name = sender_of(fields, chat, told.sender)
        one.sent, clock, one.written = moment(fields.get("date"), self._zone)
        extra = _rest(fields)
        self._take_text(one, fields)
        self._take_ties(one, fields, peer_of_chat(chat), extra)
        _take_forward(one, fields, told, extra)
        columns, carried = read_media(fields.get("media"))
        one.rare |= columns | self._photo(fields)
        extra |= carried
        if kind == "service":
            one.rare["action"], details = read_action(fields.get("action"))
            extra |= details
        one.rare["extra"] = canonical_extra(extra)
        self.rows.add(chat, one)
        self.clocks |= {clock} if clock else set()
        for profile in told:
            if profile is not None:
                self.profiles.add(profile, place)

    def _photo(self, fields: dict[str, Any]) -> dict[str, object]:
        """The columns of a photo that was collected with its message; `schakel collect chats --media` names its file so."""
        written = words_of(fields.get("_photo_file"))
        if written is None:
            return {}
        path, digest, status = self._media.look_up(written)
        return {"media_path": path, "media_sha256": digest, "media_status": status}

    def _take_text(self, one: OneMessage, fields: dict[str, Any]) -> None:
        text = fields.get("message")
        if text is not None and not isinstance(text, str):
            raise ValueError("a text that is no text")
        one.text = text or ""
        one.entities = read_entities(one.text, fields.get("entities")) if one.text else ()
        lines = lines_of_media(fields.get("media"))
        if lines:
            one.text = "\n".join([one.text, *lines] if one.text else lines)
        one.reactions = read_reactions(fields.get("reactions"))
        one.rare |= {
            "author": words_of(fields.get("post_author")),
            "views": whole(fields.get("views")),
            "edited_at": moment(fields.get("edit_date"), self._zone)[0],
        }

    def _take_ties(self, one: OneMessage, fields: dict[str, Any], own: Peer, extra: dict[str, Any]) -> None:
        """What it answers, and the bot it came by; what has no column goes to `extra`."""
        reply = fields_of(fields.get("reply_to"))
        number = whole(reply.get("reply_to_msg_id", fields.get("reply_to_msg_id")))
        peer = read_peer(reply.get("reply_to_peer_id"))
        if one.kind == "service":
            extra |= {"message_id": number} if number is not None else {}
        elif peer and peer != own:
            one.rare["reply_to_chat"] = f"{peer[0]}{peer[1]}"
            extra["reply_to_message_id"] = number
        else:
            one.rare["reply_to"] = number
        if topic := whole(reply.get("reply_to_top_id")):
            extra["reply_to_top_id"] = topic
        bot = words_of(fields_of(fields.get("_via_bot")).get("username"))
        one.rare["via_bot"] = f"@{bot}" if bot else None
        if not bot and (bot_id := whole(fields.get("via_bot_id"))):
            extra["via_bot_id"] = bot_id


def _take_forward(one: OneMessage, fields: dict[str, Any], told: Told, extra: dict[str, Any]) -> None:
    """Whom it was forwarded from; what has no column goes to `extra`."""
    forward, origin = fields_of(fields.get("fwd_from")), told.origin
    if not forward:
        return
    peer = read_peer(forward.get("from_id")) or ((origin.kind, origin.tg_id) if origin else None)
    named = words_of(forward.get("from_name"))
    if origin and peer == (origin.kind, origin.tg_id):
        named = named or origin.name
    one.rare["forwarded_from"] = named or ""
    one.rare["forwarded_from_id"] = numbered_account(*peer)[0] if peer else None
    rest = said({name: value for name, value in forward.items() if name not in _OF_FORWARD})
    extra |= {"forwarded": rest} if rest else {}


def _object_in(raw: bytes) -> dict[str, Any]:
    """The fields of an object; one that is not JSON is repaired where it can be."""
    try:
        fields = _decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        mended = repair(raw)
        if mended == raw:
            raise
        fields = _decode(mended)
    if not isinstance(fields, dict):
        raise ValueError("not an object")
    return fields


def _rest(fields: dict[str, Any]) -> dict[str, Any]:
    """What a message says beyond its columns; names that begin with `_` are the library's own."""
    left = {name: said(value) for name, value in fields.items() if name not in _TAKEN and name[:1] != "_"}
    return {name: value for name, value in left.items() if value is not None}
