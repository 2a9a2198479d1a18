"""Messages of chats that trade in which nothing was found to read, though people who trade word offers, praise and warnings so.

The search for candidates reads every message of every chat, so it asks for a listed word. Of the praise of three makers' markets it passed
over one in four ("geen klachten", "weer prima"), of the warnings one in seven. Which chats trade is known only when all has been read: then
their short messages are weighed by wording alone, and those that traders would word so are read as if their act were in doubt.
"""

from functools import partial
from importlib.resources import files

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.context.company import company, counts_as_far
from schakel.reading.context.ground import Ints
from schakel.reading.context.traders import TradersTalk, load_traders_talk
from schakel.reading.context.weights import ContextWeights
from schakel.reading.context.writers import Writers, number
from schakel.reading.offers import read_as_in_doubt, search_texts, wordings_of
from schakel.reading.tables import doubts_of
from schakel.reading.terms.lexicon import Term, in_force, lists_stand_here
from schakel.reading.weighing.masking import masked_each
from schakel.reading.weighing.wording import load_wording, wording_odds
from schakel.records.ids import text_id
from schakel.records.tables import DOUBTS
from schakel.store.engine import Engine
from schakel.store.slices import slices
from schakel.store.workers import Workers

_SQL = files("schakel.reading.context.sql")
# Texts of which a thousand take some 10 milliseconds to weigh: where no process has loaded the word lists (2.4 seconds each), so many are weighed
# sooner here; where others have, few, and none where this one would have to load them for that.
_MANY, _FEW, _ROWS = 100_000, 2_000, 1 << 14
_OFFERING = pa.array(["offer", "request"])


def passed_over(  # noqa: PLR0913 - what stands around a message meets here
    engine: Engine,
    sure: pa.Table,
    doubts: pa.Table,
    by: Writers,
    weights: ContextWeights,
    talk: TradersTalk,
    *,
    words: tuple[Term, ...] = (),
) -> pa.Table:
    """Rows like those of `doubts` for the messages that were passed over and may do something after all.

    `sure` are the messages of which the act is sure by their text, `by` tells who wrote how much where, `words` are those that
    the workspace has of its own. What was read in a text is kept for the next run.
    """
    chats = _trading(sure, by, weights, talk)
    if len(chats) == 0:
        return doubts.slice(0, 0)
    seen = pa.concat_tables([table.select(["message_id"]) for table in (sure, doubts)])
    given = {"trading": pa.table({"chat_id": chats}), "seen": seen}
    texts = engine.step(_SQL / "passed_over_texts.sql", tables=given)["text"].combine_chunks()
    read = engine.recall_rows(
        "passed_over", "text", texts, repr(words), partial(_read, engine.workers, words)
    )
    worth = pa.table({"text": read["text"], "row": pa.array(range(read.num_rows), pa.int64())})
    waiting = engine.step(_SQL / "passed_over.sql", tables=given | {"worth": worth})
    return _of_messages(waiting, read).cast(doubts.schema)


def _read(workers: Workers, words: tuple[Term, ...], texts: pa.Array) -> pa.Table:
    read = partial(read_as_traders, words=words)
    if len(texts) <= _weighed_here(workers):
        return read(texts)
    return pa.concat_tables(workers.begin(read, slices(texts, _ROWS)))


def _weighed_here(workers: Workers) -> int:
    """So many texts are weighed in this process."""
    if not workers.loaded:
        return _MANY
    return _FEW if lists_stand_here() else 0


def read_as_traders(texts: pa.Array, words: tuple[Term, ...] = ()) -> pa.Table:
    """Rows like those of `doubts` of the texts that traders would word so, each with its `text`."""
    with in_force(words):
        read, worth = _worded_so(texts.to_pylist(), load_traders_talk())
    return pa.table({**read, "text": pa.array(worth, texts.type)})


def _worded_so(texts: list[str], talk: TradersTalk) -> tuple[dict[str, pa.ChunkedArray], list[str]]:
    """The columns of what was read in those of the texts that traders would word so, and these texts."""
    some = _worth_a_look(texts, talk)
    searched = search_texts(some)  # once, for all that follows: a search takes two fifths of a reading
    worded = wordings_of(searched)
    odds = wording_odds(worded, load_wording("wording_traders"))
    rows = np.flatnonzero(odds.max(axis=1, initial=-np.inf) > talk.worth_reading).tolist()
    read = read_as_in_doubt([searched[n] for n in rows], [worded[n] for n in rows], odds[rows].tolist())
    worth = [some[n] for n in rows]
    told = doubts_of(list(map(text_id, worth)), read)
    return {name: told[name].cast(DOUBTS.field(name).type) for name in told.column_names}, worth


def _trading(sure: pa.Table, by: Writers, weights: ContextWeights, talk: TradersTalk) -> pa.Array:
    """The chats in which a second opinion counts, by what is sure alone: different texts that offer or ask for goods."""
    asked = sure.filter(pc.is_in(sure["act"], value_set=_OFFERING)).select(
        ["chat_id", "account_id", "text_id"]
    )
    different = asked.group_by(asked.column_names).aggregate([])
    trade: Ints = np.bincount(number(different["chat_id"], by.chats), minlength=len(by.chats))
    chats, of = np.arange(len(by.chats)), by.of_chats().astype(np.float64)
    among = company(trade.astype(np.float64), of, chats, by, weights)
    counting = counts_as_far(among, weights.trade, talk.counts)
    return by.chats.filter(pa.array(counting > 0))


def _worth_a_look(texts: list[str], talk: TradersTalk) -> list[str]:
    """Those that might be an act by their letters as traders word it, without what the lists tell of them."""
    if not texts:
        return []
    worded = masked_each([text.lower() for text in texts])
    once = list(dict.fromkeys(worded))  # without their digits and names a third of them are the same
    quick = wording_odds(once, load_wording("wording_traders_scan")).max(axis=1) > talk.worth_a_look
    worth = dict(zip(once, quick.tolist(), strict=True))
    return [text for text, wording in zip(texts, worded, strict=True) if worth[wording]]


def _of_messages(waiting: pa.Table, read: pa.Table) -> pa.Table:
    """What was read in each text, for every message that carries it."""
    found = read.take(waiting["row"])
    columns = [
        found[field.name] if field.name in found.column_names else waiting[field.name] for field in DOUBTS
    ]
    return pa.table(columns, names=DOUBTS.names)
