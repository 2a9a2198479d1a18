"""Who a number belongs to: the two forms in which exports have written ids of users, groups and channels."""

import re
from dataclasses import dataclass
from functools import lru_cache

from schakel.records.chat_names import CHANNEL_MARK
from schakel.records.ids import account_id, chat_id, named_account_id

_PEER = re.compile(r"(user|chat|channel)(\d{1,18})", re.ASCII)
# Until version 2.7.1 (April 2021) ids were one number: 2^32 + user, 2^33 + group or channel.
_OLD_USER = 1 << 32
_OLD_CHAT = 1 << 33
_INT64 = 1 << 63
# Client libraries tell channels from groups and users by sign: -(10^12 + channel), -group, user.
_MARKED = re.compile(r"-?\d{1,18}", re.ASCII)
# Users, basic groups and channels are numbered apart, so the same number can be three chats.
_PEER_OF_CHAT = {
    "personal_chat": "user",
    "bot_chat": "user",
    "saved_messages": "user",
    "replies": "user",
    "verification_codes": "user",
    "private_group": "chat",
}

Account = tuple[str | None, int | None, str | None]  # account_id, account_tg_id, account_kind
NOBODY: Account = (None, None, None)


@dataclass(frozen=True, slots=True)
class Chat:
    """One chat of an export: our id, Telegram's number (None where the export has none), title and kind."""

    chat_id: str
    tg_id: int | None
    title: str
    kind: str


def chat_of(number: object, title: object, kind: object, *, old: bool) -> Chat:
    """The chat that an export's header describes; without a number it is known by its title."""
    name = title if isinstance(title, str) else ""
    sort = kind if isinstance(kind, str) else ""
    tg_id = number if isinstance(number, int) and not isinstance(number, bool) else None
    if tg_id is not None and not -_INT64 <= tg_id < _INT64:
        tg_id = None
    if tg_id is not None and old:
        tg_id = _old_number(tg_id)
    if tg_id is not None and not name and sort in ("saved_messages", "replies", "verification_codes"):
        name = sort
    return Chat(chat_id(_PEER_OF_CHAT.get(sort, "channel"), tg_id, name), tg_id, name, sort)


def read_peer(written: str | int | None, chat_kind: str = "") -> tuple[str, int] | None:
    """Kind and bare number of an id as an export writes it (`user78`, `channel5`, 4294967374); None if unreadable.

    The old form does not tell a group from a channel; in a basic group it is read as `chat`, else as `channel`.
    """
    if isinstance(written, str):
        match = _PEER.fullmatch(written)
        return (match[1], int(match[2])) if match else None
    if written is None or not 0 < written < _INT64:
        return None
    if written < _OLD_CHAT:
        return "user", _old_number(written)
    return ("chat" if chat_kind == "private_group" else "channel"), _old_number(written)


def read_marked(written: object) -> tuple[str, int] | None:
    """Kind and bare number of an id as client libraries write it (78, -5, -1000000000005, `channel5`); None if it is none."""
    if isinstance(written, str):
        return _marked(int(written)) if _MARKED.fullmatch(written) else read_peer(written)
    return _marked(written) if isinstance(written, int) and not isinstance(written, bool) else None


def _marked(number: int) -> tuple[str, int] | None:
    if number == 0 or abs(number) >= 10**18:
        return None
    if number > 0:
        return "user", number
    return ("channel", -number - CHANNEL_MARK) if number < -CHANNEL_MARK else ("chat", -number)


def peer_account_id(written: str | int | None) -> str | None:
    """The account_id of an id as written; None if it cannot be read."""
    return None if written is None else _numbered(written, "")[0]


def numbered_chat(kind: str, number: int, title: str, chat_kind: str) -> Chat:
    """The chat with a Telegram number; `kind` says whose number it is: user, chat or channel."""
    return Chat(chat_id(kind, number, title), number, title, chat_kind)


def numbered_account(kind: str, number: int) -> Account:
    """The account with a Telegram number; `kind` says whose number it is: user, chat or channel."""
    return _numbered(f"{kind}{number}", "")


class Accounts:
    """The accounts of one chat."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    def find(self, peer: str | int | None, name: str | None) -> Account:
        """The account with this id; without a readable id the account with this name in this chat.

        With neither, a post in a channel is the channel's own; anything else is nobody's.
        """
        known = None if peer is None else self.numbered(peer)
        if known is not None:
            return known
        return self.named(name) if name else self._own()

    def numbered(self, peer: str | int) -> Account | None:
        """The account with this id; None if the id cannot be read."""
        known = _numbered(peer, self._chat.kind)
        return None if known is NOBODY else known

    def named(self, name: str) -> Account:
        """The account known by display name only."""
        return named_account_id(self._chat.chat_id, name), None, "name"

    def _own(self) -> Account:
        if self._chat.tg_id is None or not self._chat.kind.endswith("_channel"):
            return NOBODY
        return _numbered(f"channel{self._chat.tg_id}", self._chat.kind)


@lru_cache(maxsize=1 << 17)
def _numbered(written: str | int, chat_kind: str) -> Account:
    # The same senders come back in every piece of a big export; 2^17 of them take some 30 MB.
    found = read_peer(written, chat_kind)
    return (account_id(*found), found[1], found[0]) if found else NOBODY


def _old_number(number: int) -> int:
    if number >= _OLD_CHAT:
        return number - _OLD_CHAT
    return number - _OLD_USER if number >= _OLD_USER else number
