"""Which messages in doubt call somebody who advertises by the display name, as others do by @name."""

from importlib.resources import files

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

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
    may = names.among(pc.unique(table["text"]).to_pylist())  # of every tenth text at most
    table = table.filter(pc.is_in(table["text"], value_set=pa.array(may, pa.string())))
    row, *written = (column.to_pylist() for column in table.columns)
    for at, meant in zip(row, names.in_texts(zip(*written, strict=True)), strict=True):
        found[at] |= bool(meant)
    return found


def _names(engine: Engine, sure: pa.Table) -> Names:
    given = {"sure": sure}
    holders = engine.step(_SQL / "advertisers.sql", tables=given)
    said = engine.step(_SQL / "sure_texts.sql", tables=given)
    rows = zip(*(column.to_pylist() for column in holders.columns), strict=True)
    texts = zip(*(column.to_pylist() for column in said.columns), strict=True)
    return Names(Holder(*row) for row in rows).without_phrases(texts)
