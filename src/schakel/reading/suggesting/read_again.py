"""Reading with the words of a workspace; after a change of those words only the texts that hold one again.

What a text says depends on the words found in it and on nothing else of the lists. So where messages and program
are the same as before, a text that holds none of the changed words is not read again: what was read in it is
taken from the tables that stand.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.new_messages import Report, read_part, read_piece
from schakel.reading.read_ahead import ReadAhead
from schakel.reading.suggesting.holding import holds_any
from schakel.reading.suggesting.own_words import from_input
from schakel.reading.tables import TEXT_SCHEMAS
from schakel.reading.terms.lexicon import Term, in_force, put_in_force
from schakel.records.ids import text_id
from schakel.records.version import fingerprint
from schakel.store.engine import Engine
from schakel.store.stamps import Stamp
from schakel.store.workers import Workers

Given = TypeVar("Given")
Answer = TypeVar("Answer")
_By = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]  # who does it with each piece


@dataclass(frozen=True, slots=True)
class Before:
    """What was read in a part before: by text, the words that have changed since, and texts that had failed."""

    read: Mapping[str, pa.Table]
    changed: tuple[Term, ...]
    failed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Made:
    """What a reading is made from: the words of the workspace and all inputs together, and the stamp of the last one of the part (`before`)."""

    words: tuple[Term, ...]
    inputs: Mapping[str, str]
    before: Stamp | None

    @property
    def anew(self) -> bool:
        """Whether nothing that was read in the part before can be used: its messages are new, or the program is."""
        before = self.before
        return (
            before is None
            or before.code != fingerprint()
            or _but_words(before.inputs) != _but_words(self.inputs)
        )


def read_with_words(
    engine: Engine,
    part: str,
    made: Made,
    report: Report | None = None,
    ahead: ReadAhead | None = None,
) -> Iterator[dict[str, pa.Table]]:
    """The tables of `read_part`, read with the words of the workspace.

    If nothing but the words has changed since the last reading, only texts that hold a changed word are read again. `ahead` reads the texts of this part along with
    those of others.
    """
    known = _what_stands(engine, part, made)
    wrapped = _Reader(engine, _Workers(engine.workers, made.words, known, ahead))
    with in_force(made.words):
        yield from read_part(cast(Engine, wrapped), part, None if ahead else report)


def run_with(words: tuple[Term, ...], function: Callable[[Given], Answer], piece: Given) -> Answer:
    """The answer of `function` in a process that reads with these words."""
    put_in_force(words)
    return function(piece)


class _Reader:
    """An engine for reading only, with other workers."""

    def __init__(self, engine: Engine, workers: "_Workers") -> None:
        self._engine = engine
        self.workers = workers

    def read(self, name: str, columns: list[str] | None = None, part: str | None = None) -> pa.Table:
        return self._engine.read(name, columns, part)


class _Workers:
    """Workers that read with the words of a workspace, and leave out what need not be read again."""

    def __init__(
        self,
        workers: Workers,
        words: tuple[Term, ...],
        before: Before | None,
        ahead: ReadAhead | None = None,
    ) -> None:
        self._workers = workers
        self._words = words
        self._before = before
        self._ahead = None if before else ahead

    @property
    def count(self) -> int:
        """How many pieces are worked on at a time."""
        return self._workers.count

    @property
    def loaded(self) -> bool:
        """Whether those who work have loaded what they need."""
        return self._workers.loaded

    def begin(self, function: Callable[[Any], Any], pieces: Iterable[Any], ahead: int = 2) -> Iterator[Any]:
        """The answers in order, as those of `Workers`."""
        return self._done(partial(self._workers.begin, ahead=ahead), function, pieces)

    def here(self, function: Callable[[Any], Any], pieces: Iterable[Any]) -> Iterator[Any]:
        """The same in this process."""
        return self._done(self._workers.here, function, pieces)

    def _done(self, by: _By, function: Callable[[Any], Any], pieces: Iterable[Any]) -> Iterator[Any]:
        if self._ahead is not None:
            plain = cast(Workers, _Workers(self._workers, self._words, None))
            known = self._ahead.answers(plain, function, pieces)
            if known is not None:
                return known
        with_words = partial(run_with, self._words, function)
        if function is not read_piece or self._before is None:
            return by(with_words, pieces)
        return self._again(by, with_words, pieces, self._before)

    def _again(
        self, by: _By, function: Callable[[Any], Any], pieces: Iterable[Any], before: Before
    ) -> Iterator[Any]:
        given = [(piece, again(piece, before)) for piece in pieces]
        fresh = by(function, (piece.filter(pa.array(new)) for piece, new in given))
        for (piece, new), answer in zip(given, fresh, strict=True):
            yield _together(piece, piece.filter(pa.array(~new)), answer, before)


def again(texts: pa.Array, before: Before) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which of these texts must be read again."""
    mask = holds_any(texts, before.changed)
    if before.failed:
        mask |= np.array([text_id(text) in before.failed for text in texts.to_pylist()], np.bool_)
    return mask


def _together(
    piece: pa.Array, kept: pa.Array, fresh: dict[str, pa.Table], before: Before
) -> dict[str, pa.Table]:
    """What was read again and what stands, in the order of the texts."""
    order = pa.array([text_id(text) for text in piece.to_pylist()], pa.string())
    stays = pa.array([text_id(text) for text in kept.to_pylist()], pa.string())
    tables = dict(fresh) | {"texts": pa.table({"text_id": order})}
    for name, old in before.read.items():
        both = pa.concat_tables([old.filter(pc.is_in(old["text_id"], value_set=stays)), fresh[name]])
        places = pc.index_in(both["text_id"].combine_chunks(), value_set=order).to_numpy(zero_copy_only=False)
        tables[name] = both.take(pa.array(np.argsort(places, kind="stable")))
    return tables


def _what_stands(engine: Engine, part: str, made: Made) -> Before | None:
    """What was read before, if only the words have changed since; else None."""
    before = made.before
    if before is None or made.anew:
        return None
    changed = tuple(sorted(set(made.words) ^ set(from_input(before.inputs)), key=repr))
    tables = {name: _by_text(engine.read(name, part=part), name) for name in TEXT_SCHEMAS}
    counts = {name: before.counts.get(name, 0) for name in TEXT_SCHEMAS}
    if {name: engine.read(name, ["text_id"], part).num_rows for name in TEXT_SCHEMAS} != counts:
        return None  # the tables are not those that the stamp speaks of
    return Before(tables, changed, _failed(engine, part))


def _but_words(inputs: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in inputs.items() if name != "own words"}


def _by_text(rows: pa.Table, name: str) -> pa.Table:
    """The rows of one message for each text: copies were read alike."""
    ids, messages = rows["text_id"].to_pylist(), rows["message_id"].to_pylist()
    first: dict[str, str] = {}
    for text, message in zip(ids, messages, strict=True):
        first.setdefault(text, message)
    keep = [first[text] == message for text, message in zip(ids, messages, strict=True)]
    return rows.filter(pa.array(keep, pa.bool_())).select(TEXT_SCHEMAS[name].names).cast(TEXT_SCHEMAS[name])


def _failed(engine: Engine, part: str) -> frozenset[str]:
    """The texts that could not be read before."""
    rows = engine.read("quarantine", part=part)
    places = rows.filter(pc.equal(rows["stage"], "reading"))["place_in_source"]
    if not len(places):
        return frozenset()
    messages = engine.read("messages", ["text", "place_in_source"], part)
    texts = messages.filter(pc.is_in(messages["place_in_source"], value_set=places.combine_chunks()))["text"]
    return frozenset(text_id(text) for text in texts.to_pylist() if text)
