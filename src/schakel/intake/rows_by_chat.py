"""Builds rows of `messages` one by one, where the messages of many chats stand mixed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import pyarrow as pa

from schakel.intake.message_rows import Entity, MessageRows, Reaction, version_ids
from schakel.intake.peers import NOBODY, Account, Chat
from schakel.records.tables import MESSAGES

_NO_CHAT = Chat("", None, "", "")


@dataclass(slots=True)
class OneMessage:
    """One message on its way into the columns; `sent` in Unix seconds, `rare` by name of column."""

    number: int
    place: int
    text: str = ""
    kind: str = "message"
    account: Account = NOBODY
    name: str | None = None
    sent: int | None = None
    written: str | None = None
    entities: Sequence[Entity] = ()
    reactions: Sequence[Reaction] | None = None
    rare: dict[str, object] = field(default_factory=dict)


class RowsByChat(MessageRows):
    """The messages of several chats in one source, in the order in which they come.

    All are in the same columns: a file in which every message has a chat of its own costs no more than another.
    """

    def __init__(self, source_id: str) -> None:
        super().__init__(_NO_CHAT, source_id)
        self._chats: dict[Chat, int] = {}
        self._codes: dict[Account, int] = {}
        self._chat_of: list[int] = []

    def add(self, chat: Chat, one: OneMessage) -> None:
        """Adds a message of a chat."""
        self._chat_of.append(self._chats.setdefault(chat, len(self._chats)))
        code = self._codes.setdefault(one.account, len(self._codes))
        if code == len(self.accounts):
            self.accounts.append(one.account)
        self.tg_id.append(one.number)
        self.kind.append(one.kind)
        self.account.append(code)
        self.account_name.append(one.name)
        self.sent_at.append(one.sent)
        self.sent_as_written.append(one.written)
        self.text.append(one.text)
        self.place.append(one.place)
        self._add_seldom(one)

    def ids(self) -> pa.Array:
        """The id of each row: those of one chat are made together."""
        codes = np.array(self._chat_of, np.int64)
        order = np.argsort(codes, kind="stable")
        ends = np.append(np.flatnonzero(np.diff(codes[order], prepend=-1)), len(codes)).tolist()
        edited = self.rare["edited_at"]
        made = []
        for chat, (start, end) in zip(self._chats, pairwise(ends), strict=True):
            rows = order[start:end].tolist()
            moments = {at: edited[row] for at, row in enumerate(rows) if row in edited}
            numbers, texts = [self.tg_id[row] for row in rows], [self.text[row] for row in rows]
            made.append(version_ids(chat.chat_id, numbers, texts, moments))
        if not made:
            return pa.array([], pa.string())
        return pa.concat_arrays(made).take(pa.array(np.argsort(order, kind="stable")))

    def chat_columns(self) -> dict[str, pa.Array]:
        """What is said of the chat in each row."""
        chats, which = list(self._chats), pa.array(self._chat_of, pa.int64())
        columns = {
            "chat_id": [chat.chat_id for chat in chats],
            "chat_tg_id": [chat.tg_id for chat in chats],
            "chat_title": [chat.title for chat in chats],
            "chat_kind": [chat.kind or None for chat in chats],
        }
        return {name: pa.array(told, MESSAGES.field(name).type).take(which) for name, told in columns.items()}

    def _add_seldom(self, one: OneMessage) -> None:
        here = len(self.tg_id) - 1
        if one.entities and isinstance(self.entities, dict):
            self.entities[here] = one.entities
        if one.reactions is not None:
            self.reactions[here] = one.reactions
        self.set_rare(**one.rare)
