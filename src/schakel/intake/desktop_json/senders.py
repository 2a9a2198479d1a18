"""The accounts behind the ids of senders, for many records at once."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

import pyarrow as pa

from schakel.intake.peers import Account, Accounts, Chat

Peers = list[str | int | None]


def peer_column(peers: Peers) -> pa.StringArray | Peers:
    """The ids of senders as strings; as they are, where some are written as numbers."""
    try:
        return pa.array(peers, pa.string())
    except pa.ArrowException:
        return peers


def find_accounts(
    chat: Chat, peers: Sequence[pa.StringArray | Peers], names: pa.StringArray
) -> tuple[Any, list[Account]]:
    """The number of each row's account among the accounts that occur, and those accounts; the ids come one part after another."""
    finder = Accounts(chat)
    if all(isinstance(part, pa.Array) for part in peers):
        encoded = pa.concat_arrays(peers).dictionary_encode()
        different = [finder.numbered(peer) for peer in encoded.dictionary.to_pylist()]
        readable = [account for account in different if account is not None]
        if not encoded.null_count and len(readable) == len(different):
            return encoded.indices, readable  # else names count, whoever else stands in this piece
    each = chain.from_iterable(part.to_pylist() if isinstance(part, pa.Array) else part for part in peers)
    codes: dict[Account, int] = {}
    found = [finder.find(peer, name) for peer, name in zip(each, names.to_pylist(), strict=True)]
    return [codes.setdefault(account, len(codes)) for account in found], list(codes)
