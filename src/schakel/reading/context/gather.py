"""From the tables of a workspace to numbered texts, chats and accounts."""

from collections.abc import Sequence
from importlib.resources import files

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.context.evidence import Replied
from schakel.reading.context.ground import Flags, Ints, Numbers, Told
from schakel.reading.context.writers import Writers, number, whole
from schakel.reading.weighing.weights import ACTS
from schakel.records.tables import OFFERS, SELECTORS
from schakel.store.engine import Engine

_SQL = files("schakel.reading.context.sql")
_SURE = 9.0  # log10 odds of an act of which no context could make something else
_CONTACT = ["message_id", "type", "value", "act"]
_READ = ["message_id", "chat_id", "account_id", "text_id", "act"]


def read_surely(engine: Engine, parts: Sequence[str]) -> pa.Table:
    """The messages of which the act is sure by their text, in these parts."""
    tables = [engine.read("offers", _READ, part) for part in parts]
    empty = pa.schema([OFFERS.field(name) for name in _READ]).empty_table()
    return pa.concat_tables([empty, *tables])


def name_sellers(engine: Engine, parts: Sequence[str], doubts: pa.Table) -> tuple[pa.Array, Flags]:
    """The messages that surely praise or warn of somebody whom ads give as a contact; and whether each in doubt names one."""
    tables = [engine.read("selectors", _CONTACT, part) for part in parts]
    empty = pa.schema([SELECTORS.field(name) for name in _CONTACT]).empty_table()
    lists = doubts["selectors"].combine_chunks()
    row, flat = pc.list_parent_indices(lists), lists.flatten()
    waiting = pa.table({"row": row, "type": flat.field("type"), "value": flat.field("value")})
    given = {"found": pa.concat_tables([empty, *tables]), "waiting": waiting}
    named = engine.step(_SQL / "names_sellers.sql", tables=given)
    in_doubt = np.zeros(doubts.num_rows, np.bool_)
    in_doubt[whole(pc.drop_null(named["row"]))] = True
    return pc.drop_null(named["message_id"].combine_chunks()), in_doubt


def tell(sure: pa.Table, doubts: pa.Table, by: Writers, sellers: tuple[pa.Array, Flags]) -> tuple[Told, Ints]:
    """All that was read, each different text of an account in a chat once; and where the doubts stand in it.

    `sellers` tells of both who names a seller, as `name_sellers` gives it.
    """
    both = pa.concat_tables([table.select(_READ[1:4]) for table in (sure, doubts)])
    chat, account = number(both["chat_id"], by.chats), number(both["account_id"], by.accounts)
    encoded = both["text_id"].combine_chunks().dictionary_encode()
    text = whole(encoded.indices)
    key = (chat * (len(by.accounts) + 1) + account + 1) * max(1, len(encoded.dictionary)) + text
    _, first, which, copies = np.unique(key, return_index=True, return_inverse=True, return_counts=True)
    odds, goods = _odds_and_goods(sure, doubts, first)
    named = np.concatenate([flags(pc.is_in(sure["message_id"], value_set=sellers[0])), sellers[1]])
    told = Told(chat[first], account[first], text[first], copies, odds, goods, named[first])
    return told, which.reshape(-1)[sure.num_rows :]


def _odds_and_goods(sure: pa.Table, doubts: pa.Table, rows: Ints) -> tuple[Numbers, Flags]:
    """The odds of some rows of both tables together, and whether they name goods."""
    acts = whole(pc.index_in(sure["act"], value_set=pa.array(ACTS)))
    odds, goods = np.full((len(rows), len(ACTS)), -_SURE), np.ones(len(rows), np.bool_)
    is_sure = rows < sure.num_rows
    odds[np.flatnonzero(is_sure), acts[rows[is_sure]]] = _SURE
    odds[~is_sure] = odds_of(doubts)[rows[~is_sure] - sure.num_rows]
    goods[~is_sure] = flags(doubts["goods"])[rows[~is_sure] - sure.num_rows]
    return odds, goods


def replies(
    engine: Engine, sure: pa.Table, doubts: pa.Table, by: Writers, act_of_doubt: Ints
) -> tuple[Replied, Ints]:
    """The messages that the doubts reply to, and for each doubt which of them; `act_of_doubt` is their own act."""
    waiting = doubts.select(["message_id", "chat_id", "reply_to"])
    waiting = waiting.append_column("row", pa.array(np.arange(doubts.num_rows)))
    given = {"waiting": waiting, "sure": sure.select(["message_id", "act"])}
    found = engine.step(_SQL / "replied_to.sql", tables=given).combine_chunks()
    place = {
        where: n
        for n, where in enumerate(zip(*found.select(["chat_id", "tg_id"]).to_pydict().values(), strict=True))
    }
    asked = zip(*doubts.select(["chat_id", "reply_to"]).to_pydict().values(), strict=True)
    to = np.array([place.get(one, -1) for one in asked], np.int64)
    act = whole(pc.index_in(found["act"], value_set=pa.array(ACTS)))
    row = whole(found["row"])
    act = np.where(row >= 0, act_of_doubt[row], act)
    account = number(found["account_id"], by.accounts)
    ids = [*found["message_id"].to_pylist(), ""]
    return Replied(ids, np.append(account, -1), np.append(act, -1)), to


def odds_of(doubts: pa.Table, by: str = "odds") -> Numbers:
    """The log10 odds of each act by the text alone, a row each, or by another column."""
    flat = doubts[by].combine_chunks().flatten().to_numpy(zero_copy_only=False)
    odds: Numbers = flat.reshape(-1, len(ACTS)).astype(np.float64)
    return odds


def flags(column: pa.ChunkedArray) -> Flags:
    """A column of yes and no."""
    values: Flags = column.to_numpy().astype(np.bool_)
    return values
