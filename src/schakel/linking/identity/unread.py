"""Contacts in messages that reading passed over: a number under a bicycle for sale is where a name lies in the open.

Reading looks with care only at texts that could be an act of the trade. What sellers write besides is looked at here, and what
others write as far as a contact could stand in it, since a number that others give too is not the seller's own.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files

import pyarrow as pa
import pyarrow.compute as pc

from schakel.records.ids import text_id
from schakel.records.tables import SCHEMAS
from schakel.store.engine import Engine

_SQL = files("schakel.linking.sql")
# From texts to the contacts in each: type, value, start and end in characters.
Reader = Callable[[Sequence[str]], Sequence[Sequence[tuple[str, str, int, int]]]]

# An @name outside the trade is nearly always somebody spoken to, and a link a page.
_NONE = "[]"  # most texts hold none
_NOT_TELLING = frozenset({"username", "telegram-link", "url"})
# Where a number, an address, an account or a name elsewhere could stand. Letters are A to Z and both cases are written out: with
# `(?i)` and classes of all scripts RE2 took 6 seconds for 400,000 texts, so it takes .1.
TELLING = (
    r"[0-9][^a-zA-Z]{6,}[0-9]|\w@\w|[A-Za-z0-9]{20}|[Ss]nap|SNAP|[Ii]nsta|INSTA|[Ss]ignal|[Ww]ickr|[Tt]hreema|[Ss]ession"
    r"|[Dd]iscord|[Tt]ik[Tt]ok"
)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """The contacts in messages that reading passed over, and the accounts of which all that they wrote was looked at."""

    accounts: pa.Array
    contacts: pa.Table


def look_through(engine: Engine, accounts: pa.ChunkedArray | pa.Array, reader: Reader) -> PassedOver:
    """What stands in messages that reading passed over: all of these accounts, and of others what could tell."""
    members = pa.table({"account_id": pc.unique(accounts).sort()})
    unread = engine.step(
        _SQL / "unread_texts.sql", parameters={"telling": TELLING}, tables={"members": members}
    )
    return PassedOver(members["account_id"].combine_chunks(), contacts_in(engine, unread, reader))


def contacts_in(engine: Engine, unread: pa.Table, reader: Reader) -> pa.Table:
    """The contacts in `unread` (`account_id`, `text`, `messages`) as rows like those of `selectors`, without an act.

    Texts that the last run looked at are not looked at again.
    """
    texts = pc.unique(unread["text"]).to_pylist()

    def make(places: list[int]) -> list[str]:
        return [json.dumps(row) for row in _read(reader, [texts[at] for at in places])]

    keys = [text_id(text) for text in texts]
    found = {
        text: (key, [] if told == _NONE else json.loads(told))
        for text, key, told in zip(texts, keys, engine.recall("unread", keys, make), strict=True)
    }
    telling = pa.array([text for text, (_, told) in found.items() if told], pa.string())
    rows = [
        {"message_id": message, "text_id": found[row["text"]][0], "account_id": row["account_id"]}
        | {"type": kind, "value": value, "start": start, "end": end}
        for row in unread.filter(pc.is_in(unread["text"], value_set=telling)).to_pylist()
        for kind, value, start, end in found[row["text"]][1]
        for message in row["messages"]
    ]
    return pa.Table.from_pylist(rows, SCHEMAS["selectors"])


def _read(reader: Reader, texts: Sequence[str]) -> list[list[tuple[str, str, int, int]]]:
    return [[one for one in found if one[0] not in _NOT_TELLING] for found in reader(texts)]
