"""Messages block by block, with what was read in them: as much memory for millions as for thousands.

Rows of every table go to the block that the first digits of their message's id name. Those digits are as good as drawn by lot,
so blocks are of one size, and the same messages stand in the same block in whatever order they came in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.records.tables import SCHEMAS
from schakel.showing.handover.export.scope import Scope
from schakel.store.engine import Engine

ROWS = 10_000  # messages of a block: some 100 MB as Python values, with all that was read in them
_DIGITS = [f"{number:02x}" for number in range(256)]  # the first two of an id
_FIRST = -24  # where the digits of an id begin, whatever stands before them
Ids = Callable[[pa.Table], pa.Table]
MESSAGE = (
    "message_id",
    "chat_id",
    "tg_id",
    "kind",
    "account_id",
    "sent_at",
    "edited_at",
    "text",
    "reply_to",
    "forwarded_from_id",
    "media_kind",
    "media_sha256",
    "views",
    "source_id",
    "place_in_source",
)
_BESIDE = {
    "offers": ("message_id", "offer_id", "act", "score", "language", "reasons"),
    "items": ("message_id", "line", "commodity", "product", "quantity", "unit", "price", "currency", "scale"),
    "selectors": ("message_id", "start", "end", "type", "value"),
    "campaigns": ("message_id", "campaign_id"),
}
_COLUMNS: Mapping[str, tuple[str, ...]] = {"messages": MESSAGE, **_BESIDE}
_ORDER = {"messages": ("sent_at", "message_id"), "items": ("message_id", "line", "commodity", "product")}


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of some messages, by table."""

    tables: Mapping[str, pa.Table]


def blocks(
    engine: Engine, scope: Scope, ids: Ids, held: int, scratch: Path, rows: int = ROWS
) -> Iterator[Block]:
    """The messages of the scope with what was read in them; in order of time within each block.

    `ids` makes of the ids what may go out, before rows are put in order: also the place of a row could tell what its id was.
    `held` is how many messages the workspace has. Where they are more than fit into one block, rows wait for theirs in files
    in the folder `scratch`.
    """
    wanted = None if scope.whole else _wanted(engine, scope)
    count = min(len(_DIGITS), -(-(held if wanted is None else len(wanted)) // rows) or 1)
    if count == 1:
        yield _ordered({name: _gathered(_pieces(engine, name, wanted, ids), name) for name in _COLUMNS})
        return
    for name in _COLUMNS:
        _share_out(_pieces(engine, name, wanted, ids), name, count, scratch)
    for number in range(count):
        yield _ordered({name: _read(scratch, name, number) for name in _COLUMNS})


def _wanted(engine: Engine, scope: Scope) -> pa.Array:
    """The ids of the messages of a scope."""
    accounts, posts = pa.array(scope.accounts, pa.string()), pa.array(scope.posts, pa.string())
    found: list[pa.ChunkedArray] = []
    for piece in engine.pieces("messages", ["message_id", "account_id"]):
        fits = pc.or_(
            pc.is_in(piece["account_id"], value_set=accounts), pc.is_in(piece["message_id"], value_set=posts)
        )
        found.append(piece.filter(fits)["message_id"])
    chunks = [chunk for one in found for chunk in one.chunks]
    return pa.concat_arrays([chunk.cast(pa.string()) for chunk in chunks]) if chunks else posts[:0]


def _gathered(pieces: Iterable[pa.Table], name: str) -> pa.Table:
    found = list(pieces)
    return pa.concat_tables(found) if found else _schema(name).empty_table()


def _pieces(engine: Engine, name: str, wanted: pa.Array | None, ids: Ids) -> Iterator[pa.Table]:
    columns = list(_COLUMNS[name])
    for piece in engine.pieces(name, columns):
        rows = piece.select(columns)
        if wanted is not None:
            rows = rows.filter(pc.is_in(rows["message_id"], value_set=wanted))
        yield ids(rows).cast(_schema(name))


def _schema(name: str) -> pa.Schema:
    return pa.schema([SCHEMAS[name].field(column) for column in _COLUMNS[name]])


def _share_out(pieces: Iterable[pa.Table], name: str, count: int, scratch: Path) -> None:
    """Writes the rows of a table into one file a block."""
    with ExitStack() as opened:
        files = [
            opened.enter_context(pa.ipc.new_stream(_file(scratch, name, number), _schema(name)))
            for number in range(count)
        ]
        for piece in pieces:
            digits = pc.index_in(
                pc.utf8_slice_codeunits(piece["message_id"], _FIRST, _FIRST + 2), value_set=pa.array(_DIGITS)
            )
            block = digits.to_numpy().astype(np.int64) * count // len(_DIGITS)
            order = np.argsort(block, kind="stable")
            rows = piece.take(pa.array(order))
            ends = np.searchsorted(block[order], np.arange(count + 1))
            for number, (start, stop) in enumerate(pairwise(ends)):
                if stop > start:
                    files[number].write_table(rows.slice(int(start), int(stop - start)))


def _read(scratch: Path, name: str, number: int) -> pa.Table:
    path = _file(scratch, name, number)
    with pa.OSFile(path) as opened, pa.ipc.open_stream(opened) as stream:
        rows = stream.read_all()
    Path(path).unlink()
    return rows


def _file(scratch: Path, name: str, number: int) -> str:
    return str(scratch / f"{name}-{number:03}.arrow")


def _ordered(tables: Mapping[str, pa.Table]) -> Block:
    return Block({name: rows.sort_by(_by(name)) for name, rows in tables.items()})


def _by(name: str) -> Sequence[tuple[str, str]]:
    order = _ORDER.get(name) or [column for column in _COLUMNS[name] if column != "reasons"]
    return [(column, "ascending") for column in order]
