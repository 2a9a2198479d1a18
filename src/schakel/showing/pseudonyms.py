"""Ids as they may leave a workspace, and the way back from them for whoever has the workspace.

An id of ours is a digest of a Telegram number or of a text. There are few numbers, and a text in which one is hidden has few readings:
whoever has an id could try them all until one fits. A pseudonym is made with a secret besides (HMAC with SHA-256, RFC 2104), so that
nobody can try who does not have the workspace. It is the same each time, so all exports of a workspace hang together.
"""

import re
from collections.abc import Iterator
from hmac import digest

import pyarrow as pa

from schakel.custody.ledger import Ledger
from schakel.custody.pseudonym_key import fingerprint, pseudonym_key, read_key
from schakel.records.errors import SettingsError
from schakel.store.engine import Engine
from schakel.store.workspace import Workspace

_DIGITS = 24  # 96 bits, as ids of ours have
_ID = re.compile(rf"\b([a-z]+)_[0-9a-f]{{{_DIGITS}}}\b")
_PSEUDONYM = re.compile(rf"([a-z])_x[0-9a-f]{{{_DIGITS}}}")  # an x is no digit: nobody takes one for an id
# Where ids of each kind stand that a command can be asked about.
_STAND_IN = {
    "a": (("accounts", "account_id"), ("messages", "account_id"), ("links", "left_id"), ("links", "right_id")),
    "c": (("chats", "chat_id"), ("messages", "chat_id")),
    "k": (("templates", "campaign_id"),),
    "l": (("leads", "lead_id"),),
    "m": (("messages", "message_id"),),
    "n": (("findings", "subject_id"), ("leads", "network")),
    "s": (("sellers", "seller_id"),),
}  # fmt: skip


class Pseudonyms:
    """The pseudonyms of one workspace."""

    def __init__(self, key: bytes) -> None:
        """Takes its secret."""
        self._key = key

    @property
    def fingerprint(self) -> str:
        """By what the ledger knows the secret."""
        return fingerprint(self._key)

    def of(self, known: str) -> str:
        """The pseudonym of an id; what is no id stays as it is."""
        found = _ID.fullmatch(known)
        return self._made(found) if found else known

    def within(self, text: str) -> str:
        """A sentence with every id in it replaced by its pseudonym."""
        return _ID.sub(self._made, text) if "_" in text else text

    def column(self, values: pa.ChunkedArray) -> pa.Array:
        """A column of ids, each as its pseudonym."""
        told = values.combine_chunks().dictionary_encode()
        made = [None if one is None else self.of(one) for one in told.dictionary.to_pylist()]
        return pa.array(made, pa.string()).take(told.indices)

    def _made(self, found: re.Match[str]) -> str:
        return f"{found[1]}_x{digest(self._key, found[0].encode('ascii'), 'sha256').hex()[:_DIGITS]}"


def pseudonyms_of(workspace: Workspace, ledger: Ledger) -> Pseudonyms:
    """The pseudonyms of a workspace; its secret is drawn when it is first asked for."""
    return Pseudonyms(pseudonym_key(workspace.pseudonym_key, ledger))


def true_id(workspace: Workspace, engine: Engine, told: str) -> str:
    """The id behind a pseudonym; what is none is given back as it is. SettingsError if nothing here has that pseudonym."""
    found = _PSEUDONYM.fullmatch(told)
    if not found or found[1] not in _STAND_IN:
        return told
    made = Pseudonyms(read_key(workspace.pseudonym_key))
    for known in _ids(engine, found[1]):
        if made.of(known) == told:
            return known
    raise SettingsError(
        f"Nothing in this workspace has the pseudonym {told}.",
        means="It comes from another workspace, or from before its tables or its key were made anew.",
        todo="Name the workspace that the export was made from with -w.",
    )


def _ids(engine: Engine, kind: str) -> Iterator[str]:
    for table, column in _STAND_IN[kind]:
        for piece in engine.pieces(table, [column]):
            for known in piece[column].unique().to_pylist():
                if known is not None:
                    yield known
