"""Who is meant: chats, senders and what is said of them, from objects of Telegram."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from schakel.intake.peers import NOBODY, Account, Chat, numbered_account, numbered_chat, read_marked
from schakel.intake.profiles import FLAGS, Profile
from schakel.intake.telegram_objects.values import fields_of, kind_of, list_of, whole, words_of

Peer = tuple[str, int]

_NUMBERS = (("user_id", "user"), ("chat_id", "chat"), ("channel_id", "channel"))
_PEER_OF_CLASS = {
    "User": "user",
    "UserEmpty": "user",
    "Chat": "chat",
    "ChatEmpty": "chat",
    "ChatForbidden": "chat",
    "Channel": "channel",
    "ChannelForbidden": "channel",
}
_OF_CHAT = ("peer_id", "_chat_peer", "to_id")
_CHAT_KIND = {"chat": "private_group", "user": "personal_chat", "channel": None}


class Told(NamedTuple):
    """What a message says of those it is about; None where it says nothing."""

    chat: Profile | None
    sender: Profile | None
    bot: Profile | None
    origin: Profile | None


def read_peer(value: object) -> Peer | None:
    """Kind and bare number of a peer object, or of an id as client libraries write it; None if it is neither."""
    if not isinstance(value, dict):
        return read_marked(value)
    for field, kind in _NUMBERS:
        number = whole(value.get(field))
        if number:
            found = read_marked(number)
            # A bare number looks like a user's; the field says whose it is.
            return (kind, number) if found and found[0] == "user" else found
    return None


def describe(value: object) -> Profile | None:
    """What an object of a user, group or channel says of it; None if it is none of them."""
    fields, kind = fields_of(value), _PEER_OF_CLASS.get(kind_of(value))
    number = whole(fields.get("id"))
    peer = read_marked(number) if number else None
    if kind is None or peer is None:
        return None
    username = _username(fields)
    return Profile(
        kind,
        peer[1],
        _chat_kind(kind, kind_of(value), fields, username),
        _name(kind, fields),
        username,
        tuple(flag for flag in FLAGS if fields.get(flag) is True),
    )


def told_in(message: Mapping[str, Any]) -> Told:
    """What a message of 4CAT says beside itself of its chat, its sender, the bot it came by, and whom it was forwarded from."""
    forward = fields_of(message.get("_forward"))
    values = (message.get("_chat"), message.get("_sender"), message.get("_via_bot"))
    return Told(
        *(describe(one) if one else None for one in (*values, forward.get("_sender") or forward.get("_chat")))
    )


def chat_of_message(message: Mapping[str, Any], told: Profile | None) -> Chat | None:
    """The chat that a message stands in, `told` being what is said of it; None if the message does not say."""
    peer = next((peer for name in _OF_CHAT if (peer := read_peer(message.get(name)))), None)
    if told is not None and (peer is None or (told.kind, told.tg_id) == peer):
        return numbered_chat(told.kind, told.tg_id, told.name or "", told.chat_kind or "")
    return numbered_chat(*peer, "", _CHAT_KIND[peer[0]] or "") if peer else None


def sender_of(message: Mapping[str, Any], chat: Chat, told: Profile | None) -> tuple[Account, str | None]:
    """The account that sent a message, and its name where that is told.

    Telegram leaves the sender out where it is the chat itself: a channel's own posts, a group's hidden keepers, and
    the other side of a talk. Whose the other half of a talk is, is not said: it belongs to the holder of the account.
    """
    peer, own = read_peer(message.get("from_id")), peer_of_chat(chat)
    if peer is None and told is not None:
        peer = told.kind, told.tg_id
    if peer is None:
        if own[0] == "user" and message.get("out") is True:
            return NOBODY, None
        peer = own
    if told is not None and (told.kind, told.tg_id) == peer:
        return numbered_account(*peer), told.name
    return numbered_account(*peer), (chat.title or None) if peer == own else None


def peer_of_chat(chat: Chat) -> Peer:
    """Whose number a chat has."""
    kind = "user" if chat.kind in _TALKS else "chat" if chat.kind == "private_group" else "channel"
    return kind, chat.tg_id or 0


_TALKS = ("personal_chat", "bot_chat", "saved_messages")


def _username(fields: Mapping[str, Any]) -> str | None:
    names = (fields_of(one) for one in list_of(fields.get("usernames")))
    active = (words_of(one.get("username")) for one in names if one.get("active") is not False)
    return words_of(fields.get("username")) or next((name for name in active if name), None)


def _name(kind: str, fields: Mapping[str, Any]) -> str | None:
    if kind != "user":
        return words_of(fields.get("title"))
    parts = [words_of(fields.get(name)) for name in ("first_name", "last_name")]
    return " ".join(part for part in parts if part) or None


def _chat_kind(kind: str, named: str, fields: Mapping[str, Any], username: str | None) -> str | None:
    """The kind of chat as Telegram Desktop names it."""
    if kind == "user":
        if fields.get("self") is True or fields.get("is_self") is True:
            return "saved_messages"
        return "bot_chat" if fields.get("bot") is True else "personal_chat"
    if kind == "chat":
        return "private_group"
    group = fields.get("megagroup") is True or fields.get("gigagroup") is True
    if named == "ChannelForbidden" and not group:
        return "private_channel" if fields.get("broadcast") is True else None
    return f"{'public' if username else 'private'}_{'supergroup' if group else 'channel'}"
