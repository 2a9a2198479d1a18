"""Messages of chats that trade in which nothing was found to read, though people who trade word offers, praise and warnings so.

The search for candidates reads every message of every chat, so it asks for a listed word. Of the praise of three makers' markets it passed
over one in four ("geen klachten", "weer prima"), of the warnings one in seven. Which chats trade is known only when all has been read: then
their short messages are weighed by wording alone, and those that traders would word so are read as if their act were in doubt.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.context.ground import Ints
from schakel.reading.context.traders import TradersTalk, counts_as_far, load_traders_talk
from schakel.reading.context.weights import Share
from schakel.reading.context.writers import Writers, number
from schakel.reading.offers import read_texts, search_texts, with_traders_word, wordings_of
from schakel.reading.tables import doubts_of
from schakel.reading.weighing.masking import masked_each
from schakel.reading.weighing.wording import load_wording, wording_odds
from schakel.records.ids import text_id
from schakel.records.tables import DOUBTS
from schakel.store.engine import Engine
from schakel.store.slices import slices
from schakel.store.workers import Workers

_SQL = files("schakel.reading.context.sql")
# Texts of which a thousand take some 10 milliseconds to weigh: where no process has loaded the word lists (2.4 seconds each), so many are weighed
# sooner here; where some have, few.
_MANY, _FEW, _ROWS = 100_000, 2_000, 1 << 14
_OFFERING = pa.array(["offer", "request"])


def passed_over(
    engine: Engine, sure: pa.Table, doubts: pa.Table, by: Writers, share: Share, talk: TradersTalk
) -> pa.Table:
    """Rows like those of `doubts` for the messages that were passed over and may do something after all.

    `sure` are the messages of which the act is sure by their text, `by` tells who wrote how much where.
    """
    chats = _trading(sure, by, share, talk)
    if len(chats) == 0:
        return doubts.slice(0, 0)
    seen = pa.concat_tables([table.select(["message_id"]) for table in (sure, doubts)])
    given = {"trading": pa.table({"chat_id": chats}), "seen": seen}
    texts = engine.step(_SQL / "passed_over_texts.sql", tables=given)["text"].combine_chunks()
    read = pa.concat_tables(_read(engine.workers, texts))
    worth = pa.table({"text": read["text"], "row": pa.array(range(read.num_rows), pa.int64())})
    waiting = engine.step(_SQL / "passed_over.sql", tables=given | {"worth": worth})
    return _of_messages(waiting, read).cast(doubts.schema)


def _read(workers: Workers, texts: pa.Array) -> Iterator[pa.Table]:
    if len(texts) <= (_FEW if workers.loaded else _MANY):
        return workers.here(read_as_traders, [texts])
    return workers.begin(read_as_traders, slices(texts, _ROWS))


def read_as_traders(texts: pa.Array) -> pa.Table:
    """Rows like those of `doubts` of the texts that traders would word so, each with its `text`."""
    worth = _worded_so(texts.to_pylist(), load_traders_talk())
    read = doubts_of(list(map(text_id, worth)), with_traders_word(read_texts(worth, acts_only=True), worth))
    return read.append_column("text", pa.array(worth, pa.string()))


def _trading(sure: pa.Table, by: Writers, share: Share, talk: TradersTalk) -> pa.Array:
    """The chats in which a second opinion counts, by what is sure alone: different texts that offer or ask for goods."""
    asked = sure.filter(pc.is_in(sure["act"], value_set=_OFFERING)).select(
        ["chat_id", "account_id", "text_id"]
    )
    different = asked.group_by(asked.column_names).aggregate([])
    trade: Ints = np.bincount(number(different["chat_id"], by.chats), minlength=len(by.chats))
    counting = counts_as_far(trade.astype(np.float64), by.of_chats().astype(np.float64), share, talk)
    return by.chats.filter(pa.array(counting > 0))


def _worded_so(texts: Sequence[str], talk: TradersTalk) -> list[str]:
    """Those that might be an act by their wording among traders: quickly by letters alone, then with all that is masked."""
    if not texts:
        return []
    quick = wording_odds(masked_each([text.lower() for text in texts]), load_wording("wording_traders_scan"))
    some = [
        text for text, best in zip(texts, quick.max(axis=1).tolist(), strict=True) if best > talk.worth_a_look
    ]
    if not some:
        return []
    odds = wording_odds(wordings_of(search_texts(some)), load_wording("wording_traders"))
    return [
        text for text, best in zip(some, odds.max(axis=1).tolist(), strict=True) if best > talk.worth_reading
    ]


def _of_messages(waiting: pa.Table, read: pa.Table) -> pa.Table:
    """What was read in each text, for every message that carries it."""
    found = read.take(waiting["row"])
    columns = [
        found[field.name] if field.name in found.column_names else waiting[field.name] for field in DOUBTS
    ]
    return pa.table(columns, names=DOUBTS.names)
