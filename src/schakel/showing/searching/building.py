"""Builds the search index of a workspace from its tables, and tells whether the one that stands still fits them."""

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schakel.custody.ledger import canonical_json
from schakel.reading.suggesting.searchable import searchable
from schakel.records.version import fingerprint
from schakel.store.engine import Engine
from schakel.store.search.ask import SearchIndex
from schakel.store.search.layout import made_from
from schakel.store.search.write import TEXTS, MadeBy, write_index
from schakel.store.tables_digest import tables_digest
from schakel.store.workspace import Workspace

_SQL = files("schakel.showing.searching.sql")
_SLICE = 20_000  # texts folded and written at a time, so that memory stays bounded
_USED = ("messages", "offers", "items", "campaigns")
Report = Callable[[int, int], object]
Digests = npt.NDArray[np.uint64]


def up_to_date(workspace: Workspace) -> bool:
    """Whether the index that stands was made from the tables as they are, by this program."""
    return made_from(workspace.search) == _inputs(workspace)


def open_index(workspace: Workspace) -> SearchIndex:
    """The index as it stands."""
    return SearchIndex(workspace.search)


def build_index(workspace: Workspace, engine: Engine, report: Report = lambda *_: None) -> None:
    """Makes the search index from the tables. The same tables give the same bytes, if there was no index before.

    Where there is one of this program, its texts keep their numbers and words, and only new texts are folded: that is
    what takes longest. Answers are the same, but that of more texts than can be counted (see MOST) those are shown
    that were added last.
    """
    inputs = _inputs(workspace)
    texts, known = _numbered(engine.step(_SQL / "index_texts.sql"), _known(workspace))
    report(known, texts.num_rows)
    number = pa.array(range(1, texts.num_rows + 1), pa.int32())
    carriers = engine.step(
        _SQL / "index_carriers.sql",
        tables={"numbered": texts.select(["text"]).append_column("number", number)},
    )
    texts = _with_facets(engine, texts, carriers.select(["number", "message_id"]))
    write_index(
        workspace.search,
        texts,
        carriers.drop_columns(["message_id"]),
        _folded(engine, texts.slice(known), partial(_further, report, known)),
        made_by=MadeBy(inputs, fingerprint()),
        known=known,
    )


def _further(report: Report, known: int, done: int, total: int) -> None:
    report(known + done, known + total)


def _known(workspace: Workspace) -> Digests:
    """The digests of the texts in the index that stands, by number; none if another program made it."""
    nothing = np.zeros(0, np.uint64)
    if not made_from(workspace.search):
        return nothing
    try:
        standing = open_index(workspace)
    except (OSError, KeyError):  # of a program that kept an index in another way
        return nothing
    digests = np.array(standing.digests()) if standing.program == fingerprint() else nothing
    standing.close()
    return digests


def _numbered(texts: pa.Table, known: Digests) -> tuple[pa.Table, int]:
    """The texts in the order of their numbers, each with its place by last message; and how many are known already.

    Texts that the index has keep their numbers; if it has one that is gone, all are numbered anew.
    """
    placed = pa.table(
        {
            "text": texts.column("text").cast(pa.large_string()),  # together they may pass 2 GB
            "digest": texts.column("digest"),
            "place": pa.array(np.arange(texts.num_rows), pa.int32()),
        }
    )
    digests = texts.column("digest").to_numpy()
    order = np.argsort(digests, kind="stable")
    at = np.minimum(np.searchsorted(digests[order], known), max(len(order) - 1, 0))
    places = order[at] if len(order) else at
    if not len(known) or not len(order) or (digests[places] != known).any():
        return placed, 0
    new = np.ones(len(digests), bool)
    new[places] = False
    return placed.take(pa.array(np.concatenate([places, np.flatnonzero(new)]))), len(known)


def _folded(engine: Engine, texts: pa.Table, report: Report) -> Iterator[tuple[list[str], list[str]]]:
    column = texts.select(["text"])
    for start in range(0, texts.num_rows, _SLICE):
        folded = engine.map_batches(searchable, column.slice(start, _SLICE), rows=_SLICE // 4)
        yield folded["body"].to_pylist(), folded["also"].to_pylist()
        report(min(start + _SLICE, texts.num_rows), texts.num_rows)


def _with_facets(engine: Engine, texts: pa.Table, carriers: pa.Table) -> pa.Table:
    """The texts with campaign, commodities, scales and places: empty where nothing was read."""
    known: dict[str, pa.Array] = {name: texts.column(name) for name in ("text", "digest", "place")}
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
