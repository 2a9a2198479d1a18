"""Builds the search index of a workspace from its tables, and tells whether the one that stands still fits them."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.resources import files

import pyarrow as pa
import pyarrow.compute as pc

from schakel.custody.ledger import canonical_json
from schakel.reading.searchable import searchable
from schakel.records.version import fingerprint
from schakel.store.engine import Engine
from schakel.store.search.ask import SearchIndex
from schakel.store.search.layout import made_from
from schakel.store.search.write import TEXTS, write_index
from schakel.store.tables_digest import tables_digest
from schakel.store.workspace import Workspace

_SQL = files("schakel.showing.searching.sql")
_SLICE = 20_000  # texts folded and written at a time, so that memory stays bounded
_USED = ("messages", "offers", "items", "campaigns")
Report = Callable[[int, int], object]


def up_to_date(workspace: Workspace) -> bool:
    """Whether the index that stands was made from the tables as they are, by this program."""
    return made_from(workspace.search) == _inputs(workspace)


def open_index(workspace: Workspace) -> SearchIndex:
    """The index as it stands."""
    return SearchIndex(workspace.search)


def build_index(workspace: Workspace, engine: Engine, report: Report = lambda *_: None) -> None:
    """Makes the search index from the tables. The same tables give the same bytes."""
    inputs = _inputs(workspace)
    texts = engine.step(_SQL / "index_texts.sql")
    count = texts.num_rows
    number = pa.array(range(1, count + 1), pa.int32())
    report(0, count)
    carriers = engine.step(
        _SQL / "index_carriers.sql", tables={"numbered": texts.append_column("number", number)}
    )
    texts = _with_facets(engine, texts, carriers.select(["number", "message_id"]))
    write_index(
        workspace.search,
        workspace.index,
        texts,
        carriers.drop_columns(["message_id"]),
        _folded(engine, texts, report),
        tables=inputs,
    )


def _folded(engine: Engine, texts: pa.Table, report: Report) -> Iterator[tuple[list[str], list[str]]]:
    column = texts.select(["text"])
    for start in range(0, texts.num_rows, _SLICE):
        folded = engine.map_batches(searchable, column.slice(start, _SLICE), rows=_SLICE // 4)
        yield folded["body"].to_pylist(), folded["also"].to_pylist()
        report(min(start + _SLICE, texts.num_rows), texts.num_rows)


def _with_facets(engine: Engine, texts: pa.Table, carriers: pa.Table) -> pa.Table:
    """The texts with campaign, commodities, scales and places: empty where nothing was read."""
    known: dict[str, pa.Array] = {"text": texts.column("text")}
    place = pa.array(range(1, texts.num_rows + 1), pa.int32())
    for question, names in (
        ("index_campaigns", ["campaign"]),
        ("index_items", ["commodities", "scales"]),
        ("index_places", ["places"]),
    ):
        found = engine.step(_SQL / f"{question}.sql", tables={"carriers": carriers})
        rows = pc.index_in(place, value_set=found["number"].cast(pa.int32()).combine_chunks())
        for name in names:
            column = found.column(name).combine_chunks().cast(TEXTS.field(name).type)
            known[name] = column.take(rows)
    return pa.table(known).select(TEXTS.names)


def _inputs(workspace: Workspace) -> str:
    told = [fingerprint(), tables_digest(workspace, _USED)]
    return sha256(canonical_json(told)).hexdigest()
