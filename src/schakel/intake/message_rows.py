"""Builds the columns of `messages` for one chat, without a dictionary a row."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import repeat
from typing import Any

import numpy as np
import pyarrow as pa

from schakel.intake.peers import Account, Chat
from schakel.records.columns import ENTITIES, REACTIONS
from schakel.records.ids import canonical_bytes
from schakel.records.tables import MESSAGES

Entity = tuple[str, int, int, str | None]  # type, start, end, value
Reaction = tuple[str, str | None, int]  # kind, value, count

RARE = (
    "author",
    "via_bot",
    "edited_at",
    "reply_to",
    "reply_to_chat",
    "forwarded_from",
    "forwarded_from_id",
    "action",
    "media_kind",
    "media_path",
    "media_sha256",
    "media_status",
    "views",
    "extra",
)


TYPES: dict[str, pa.DataType] = {field.name: field.type for field in MESSAGES}
_DIGEST = 12  # bytes of an id, as in records.ids
_LONGEST = 4096
_SIZES = [size.to_bytes(8, "big") for size in range(_LONGEST + 1)]  # as canonical bytes write them, made once


class MessageRows:
    """The messages of one chat in one source, column by column.

    Columns that most messages leave empty are kept as {row: value} in `rare`, so that they cost nothing.
    Accounts are kept once each, in `accounts`, with the row's number among them in `account`.
    """

    def __init__(self, chat: Chat, source_id: str) -> None:
        self.chat = chat
        self._source_id = source_id
        self.made_ids: pa.Array | None = None  # if they were needed before
        self.tg_id: Any = []  # lists, or arrays where columns were made already
        self.kind: Any = []
        self.account: Any = []
        self.accounts: list[Account] = []
        self.account_name: Any = []
        self.sent_at: Any = []
        self.sent_as_written: Any = []
        self.text: Any = []
        self.place: Any = []
        self.rare: dict[str, Any] = {name: {} for name in RARE}
        self.entities: dict[int, Sequence[Entity]] | pa.ListArray = {}
        self.reactions: dict[int, Sequence[Reaction]] | pa.ListArray = {}

    def set_rare(self, **values: object) -> None:
        """Fills columns of the row that was added last; None leaves a column empty."""
        row = len(self.tg_id) - 1
        for name, value in values.items():
            if value is not None:
                self.rare[name][row] = value

    def table(self) -> pa.Table:
        """The rows as a table `messages`."""
        count = len(self.tg_id)
        made = {
            "message_id": self.ids(),
            "tg_id": self.tg_id,
            "kind": self.kind,
            "account_name": self.account_name,
            "sent_at": self.sent_at,
            "sent_as_written": self.sent_as_written,
            "text": self.text,
            "source_id": _repeat(self._source_id, count, pa.string()),
            "place_in_source": self.place,
            "entities": self._entity_column(count),
            "reactions": reaction_column(self.reactions, count),
        }
        made |= self.chat_columns() | self._account_columns()
        made |= {name: spread(values, count, name) for name, values in self.rare.items()}
        return pa.table([column(made[field.name], field.type) for field in MESSAGES], schema=MESSAGES)

    def ids(self) -> pa.Array:
        """The id of each row."""
        if self.made_ids is not None:
            return self.made_ids
        return version_ids(self.chat.chat_id, self.tg_id, self.text, self.rare["edited_at"])

    def chat_columns(self) -> dict[str, pa.Array]:
        """What is said of the chat in each row."""
        count = len(self.tg_id)
        return {
            "chat_id": _repeat(self.chat.chat_id, count, pa.string()),
            "chat_tg_id": _repeat(self.chat.tg_id, count, pa.int64()),
            "chat_title": _repeat(self.chat.title, count, pa.string()),
            "chat_kind": _repeat(self.chat.kind or None, count, pa.string()),
        }

    def _entity_column(self, count: int) -> pa.Array:
        made = self.entities
        return made if isinstance(made, pa.Array) else _struct_lists(made, count, ENTITIES)

    def _account_columns(self) -> dict[str, pa.Array]:
        where = column(self.account, pa.int32())
        columns = zip(*self.accounts, strict=True) if self.accounts else ((), (), ())
        names = ("account_id", "account_tg_id", "account_kind")
        return {
            name: pa.array(list(values), TYPES[name]).take(where)
            for name, values in zip(names, columns, strict=True)
        }


def version_ids(
    chat_id: str, tg_ids: Sequence[int], texts: Sequence[str], edited: Mapping[int, int]
) -> pa.Array:
    """The id of each message version of one chat: what `records.ids.message_id` gives, at a third of the cost.

    The bytes that all ids of a chat share are made once, and the hex digits of all ids are written at once.
    """
    begun = blake2b(canonical_bytes(chat_id) + b"i", digest_size=_DIGEST).copy
    numbers = [b"%d" % tg_id for tg_id in tg_ids]
    raws = [text.encode() for text in texts]
    tails = [canonical_bytes(None)] * len(raws)
    for row, moment in edited.items():
        tails[row] = canonical_bytes(moment)
    parts = zip(
        [_SIZES[len(number)] for number in numbers],
        numbers,
        repeat(b"s"),
        [_SIZES[size] if size <= _LONGEST else size.to_bytes(8, "big") for size in map(len, raws)],
        raws,
        tails,
        strict=False,
    )
    digests: list[bytes] = []
    for content in map(b"".join, parts):
        version = begun()
        version.update(content)
        digests.append(version.digest())
    return _as_ids(b"".join(digests), len(digests))


def _as_ids(digests: bytes, count: int) -> pa.Array:
    """`m_` and the hex digits of each digest, as a column of strings."""
    letters = np.empty((count, 2 + 2 * _DIGEST), np.uint8)
    letters[:, :2] = np.frombuffer(b"m_", np.uint8)
    letters[:, 2:] = np.frombuffer(digests.hex().encode("ascii"), np.uint8).reshape(count, 2 * _DIGEST)
    ends = np.arange(count + 1, dtype=np.int32) * letters.shape[1]
    return pa.StringArray.from_buffers(count, pa.py_buffer(ends), pa.py_buffer(letters))


def column(values: Any, kind: pa.DataType) -> pa.Array:
    """The values as a column, if they are none yet."""
    return values if isinstance(values, pa.Array) else pa.array(values, kind)


def _repeat(value: str | int | None, count: int, kind: pa.DataType) -> pa.Array:
    if value is None:
        return pa.nulls(count, kind)
    return pa.repeat(pa.scalar(value, kind), count)


def spread(values: dict[int, Any] | pa.Array, count: int, name: str) -> pa.Array:
    """The column of that name from {row: value}, if it is none yet; null where there is no value."""
    kind = TYPES[name]
    if isinstance(values, pa.Array):
        return values
    if not values:
        return pa.nulls(count, kind)
    column: list[Any] = [None] * count
    for row, value in values.items():
        column[row] = value
    return pa.array(column, kind)


def reaction_column(values: dict[int, Sequence[Reaction]] | pa.ListArray, count: int) -> pa.ListArray:
    """The column of reactions from {row: reactions}, if it is none yet; null where nothing is said of them."""
    if isinstance(values, pa.Array):
        return values
    if not values:
        return pa.nulls(count, REACTIONS)
    return _struct_lists(values, count, REACTIONS, absent_is_null=True)


def _struct_lists(
    values: dict[int, Sequence[tuple[Any, ...]]],
    count: int,
    kind: pa.DataType,
    *,
    absent_is_null: bool = False,
) -> pa.Array:
    """A column of lists of structs from flat tuples; a row without value is an empty list, or null."""
    lengths = np.zeros(count, np.int32)
    flat: list[tuple[Any, ...]] = []
    for row in sorted(values):
        lengths[row] = len(values[row])
        flat.extend(values[row])
    offsets = np.zeros(count + 1, np.int32)
    np.cumsum(lengths, out=offsets[1:])
    fields = list(kind.value_type)
    columns: Iterable[Any] = zip(*flat, strict=True) if flat else [()] * len(fields)
    children = [pa.array(list(part), field.type) for part, field in zip(columns, fields, strict=True)]
    inner = pa.StructArray.from_arrays(children, fields=fields)
    mask = None
    if absent_is_null:
        absent = np.ones(count, bool)
        absent[list(values)] = False
        mask = pa.array(absent)
    return pa.ListArray.from_arrays(pa.array(offsets), inner, type=kind, mask=mask)
