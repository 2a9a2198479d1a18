"""Who wrote how much where: counted once for each part, when its messages are read."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schakel.records.who_wrote import WRITERS
from schakel.store.engine import Engine

Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]


def who_wrote(messages: pa.Table) -> pa.Table:
    """The table `writers` of these messages, all of which have a text."""
    keys = ["chat_id", "account_id"]
    brief = pa.table({name: messages[name].combine_chunks().dictionary_encode() for name in keys})
    brief = brief.append_column("replies", pc.is_valid(messages["reply_to"]).cast(pa.int64()))
    counted = brief.group_by(keys).aggregate([([], "count_all"), ("replies", "sum")])
    counted = counted.rename_columns(WRITERS.names)
    return counted.cast(WRITERS).sort_by([(name, "ascending") for name in keys])


@dataclass(frozen=True, slots=True)
class Writers:
    """How many messages with a text each account (or an unknown one, -1) wrote in each chat; both by number.

    A pair may stand there more than once, from different parts.
    """

    chats: pa.Array
    accounts: pa.Array
    chat: Ints
    account: Ints
    messages: Ints
    replies: Ints

    def of_chats(self) -> Ints:
        """The number of messages of each chat."""
        return _count(self.chat, self.messages, len(self.chats))

    def of_accounts(self) -> Ints:
        """The number of messages of each account, and 0 for the unknown one at the end."""
        known = self.account >= 0
        return _count(self.account[known], self.messages[known], len(self.accounts) + 1)

    def share(self, chat: Ints, account: Ints) -> Numbers:
        """The share of each account in the messages of each chat."""
        many = len(self.accounts) + 1
        pairs, which = np.unique(self.chat * many + self.account + 1, return_inverse=True)
        messages = _count(which.reshape(-1), self.messages, len(pairs))
        share: Numbers = messages[np.searchsorted(pairs, chat * many + account + 1)] / self.of_chats()[chat]
        return share

    def answers(self) -> Numbers:
        """The share of each chat's messages that reply to another."""
        share: Numbers = _count(self.chat, self.replies, len(self.chats)) / np.maximum(1, self.of_chats())
        return share

    def most_by_one(self) -> Numbers:
        """The share of the account that wrote most in each chat."""
        many = len(self.accounts) + 1
        pairs, which = np.unique(self.chat * many + self.account + 1, return_inverse=True)
        messages = _count(which.reshape(-1), self.messages, len(pairs))
        known = pairs % many > 0
        most = np.zeros(len(self.chats), np.int64)
        np.maximum.at(most, pairs[known] // many, messages[known])
        share: Numbers = most / np.maximum(1, self.of_chats())
        return share


def writers(engine: Engine) -> Writers:
    """Who wrote how much where."""
    rows = engine.read("writers").combine_chunks()
    chats, accounts = pc.unique(rows["chat_id"]), pc.drop_null(pc.unique(rows["account_id"]))
    return Writers(
        chats,
        accounts,
        number(rows["chat_id"], chats),
        number(rows["account_id"], accounts),
        whole(rows["messages"]),
        whole(rows["replies"]),
    )


def number(column: pa.ChunkedArray, values: pa.Array) -> Ints:
    """The place of each value among `values`, -1 for one that is missing."""
    return whole(pc.index_in(column, value_set=values, skip_nulls=True))


def whole(column: pa.Array | pa.ChunkedArray) -> Ints:
    """A column of whole numbers, -1 where one is missing."""
    filled = column.cast(pa.int64()).fill_null(-1)
    values: Ints = (
        filled.to_numpy() if isinstance(filled, pa.ChunkedArray) else filled.to_numpy(zero_copy_only=False)
    )
    return values


def _count(of: Ints, values: Ints, size: int) -> Ints:
    total = np.zeros(size, np.int64)
    np.add.at(total, of, values)
    return total
