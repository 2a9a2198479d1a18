"""Who a number belongs to: the two forms in which exports have written ids of users, groups and channels."""

import re
from dataclasses import dataclass
from functools import lru_cache

from schakel.records.ids import account_id, chat_id, named_account_id

_PEER = re.compile(r"(user|chat|channel)(\d{1,18})", re.ASCII)
# Until version 2.7.1 (April 2021) ids were one number: 2^32 + user, 2^33 + group or channel.
_OLD_USER = 1 << 32
_OLD_CHAT = 1 << 33
_INT64 = 1 << 63

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
    return Chat(chat_id(tg_id, name), tg_id, name, sort)


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


def peer_account_id(written: str | int | None) -> str | None:
    """The account_id of an id as written; None if it cannot be read."""
    peer = read_peer(written)
    return _numbered(*peer) if peer else None


class Accounts:
    """The accounts that occur in one chat, each worked out once."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._by_peer: dict[str | int, Account] = {}
        self._by_name: dict[str, Account] = {}

    def find(self, peer: str | int | None, name: str | None) -> Account:
        """The account with this id; without a readable id the account with this name in this chat.

        With neither, a post in a channel is the channel's own; anything else is nobody's.
        """
        if peer is not None:
            known = self._by_peer.get(peer)
            if known is None:
                known = self._by_peer[peer] = self._from_peer(peer)
            if known is not NOBODY:
                return known
        return self.named(name) if name else self._own()

    def named(self, name: str) -> Account:
        """The account known by display name only."""
        known = self._by_name.get(name)
        if known is None:
            known = self._by_name[name] = (named_account_id(self._chat.chat_id, name), None, "name")
        return known

    def _from_peer(self, peer: str | int) -> Account:
        found = read_peer(peer, self._chat.kind)
        return (_numbered(*found), found[1], found[0]) if found else NOBODY

    def _own(self) -> Account:
        if self._chat.tg_id is None or not self._chat.kind.endswith("_channel"):
            return NOBODY
        return _numbered("channel", self._chat.tg_id), self._chat.tg_id, "channel"


@lru_cache(maxsize=1 << 17)
def _numbered(kind: str, number: int) -> str:
    # The same senders come back in every piece of a big export; 2^17 of them take some 20 MB.
    return account_id(kind, number)


def _old_number(number: int) -> int:
    if number >= _OLD_CHAT:
        return number - _OLD_CHAT
    return number - _OLD_USER if number >= _OLD_USER else number
