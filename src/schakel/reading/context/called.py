"""Which messages in doubt call somebody who advertises by the display name, as others do by @name."""

from importlib.resources import files

import numpy as np
import pyarrow as pa

from schakel.reading.context.ground import Flags
from schakel.records.display_names import Holder, Names
from schakel.store.engine import Engine

_SQL = files("schakel.reading.context.sql")


def called(engine: Engine, sure: pa.Table, doubts: pa.Table) -> Flags:
    """Whether each message in doubt names an account that surely advertises; its own account is never meant."""
    names = _names(engine, sure)
    waiting = doubts.select(["message_id"]).append_column("row", pa.array(np.arange(doubts.num_rows)))
    found = np.zeros(doubts.num_rows, np.bool_)
    table = engine.step(_SQL / "texts_in_doubt.sql", tables={"waiting": waiting})
    for row, chat, text, at, by in zip(*(column.to_pylist() for column in table.columns), strict=True):
        found[row] |= bool(names.in_text(chat, text, at, by))
    return found


def _names(engine: Engine, sure: pa.Table) -> Names:
    given = {"sure": sure}
    holders = engine.step(_SQL / "advertisers.sql", tables=given)
    said = engine.step(_SQL / "sure_texts.sql", tables=given)
    rows = zip(*(column.to_pylist() for column in holders.columns), strict=True)
    texts = zip(*(column.to_pylist() for column in said.columns), strict=True)
    return Names(Holder(*row) for row in rows).without_phrases(texts)
