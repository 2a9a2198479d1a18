"""Builds rows of `messages` one by one, where the messages of many chats stand mixed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from schakel.intake.message_rows import Entity, MessageRows, Reaction
from schakel.intake.peers import NOBODY, Account, Chat
from schakel.records.tables import empty


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


class RowsByChat:
    """The messages of several chats in one source; the chats in the order in which they come first."""

    def __init__(self, source_id: str) -> None:
        self._source_id = source_id
        self._chats: dict[Chat, tuple[MessageRows, dict[Account, int]]] = {}

    def add(self, chat: Chat, one: OneMessage) -> None:
        """Adds a message to its chat."""
        held = self._chats.get(chat)
        if held is None:
            held = self._chats[chat] = (MessageRows(chat, self._source_id), {})
        rows, codes = held
        code = codes.get(one.account)
        if code is None:
            code = codes[one.account] = len(rows.accounts)
            rows.accounts.append(one.account)
        rows.tg_id.append(one.number)
        rows.kind.append(one.kind)
        rows.account.append(code)
        rows.account_name.append(one.name)
        rows.sent_at.append(one.sent)
        rows.sent_as_written.append(one.written)
        rows.text.append(one.text)
        rows.place.append(one.place)
        self._add_seldom(rows, one)

    def table(self) -> pa.Table:
        """All rows as a table `messages`."""
        tables = [rows.table() for rows, _ in self._chats.values()]
        return pa.concat_tables([empty("messages"), *tables]).combine_chunks()

    def _add_seldom(self, rows: MessageRows, one: OneMessage) -> None:
        here = len(rows.tg_id) - 1
        if one.entities and isinstance(rows.entities, dict):
            rows.entities[here] = one.entities
        if one.reactions is not None:
            rows.reactions[here] = one.reactions
        rows.set_rare(**one.rare)
