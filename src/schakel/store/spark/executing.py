"""What a process of a cluster does: it takes pieces out of Arrow batches, works on each, and puts the answers into others."""

import pickle
import platform
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

import pyarrow as pa

from schakel.store.arrow_memory import take_from_jemalloc
from schakel.store.spark.program import version_of
from schakel.store.workers import answer

MADE, RAISED, UNLIKE = "made", "raised", "unlike"
ANSWERS = pa.schema([("number", pa.int64()), ("answer", pa.binary())])
SPARKS_NAMES = "number long, answer binary"  # the same, as Spark writes it


class Order(NamedTuple):
    """What is to be done with each piece: a function, pickled, and the versions of libraries with which it is the same here and there."""

    function: bytes
    libraries: Mapping[str, str]


def answers(batches: Iterator[pa.RecordBatch], order: Order) -> Iterator[pa.RecordBatch]:
    """The answer to each piece, with the number of the piece."""
    _settle()
    told = _unlike(tuple(sorted(order.libraries.items())))
    for batch in batches:
        for number, piece in zip(batch["number"].to_pylist(), batch["piece"], strict=True):
            made = (UNLIKE, told) if told else _answer(order.function, piece.as_buffer())
            yield pa.record_batch([[number], [_pickled(made)]], schema=ANSWERS)


def _answer(function: bytes, piece: pa.Buffer) -> tuple[str, Any]:
    # A fault of the program would fail here again, and on another machine too: it is told, and not tried four times.
    try:
        return MADE, answer(_function(function), pickle.loads(piece))  # noqa: S301 - of the program that gave the order
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised where the answer is awaited
        return RAISED, error


def _pickled(made: tuple[str, Any]) -> bytes:
    try:
        return pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, TypeError, AttributeError) as error:  # an error that cannot travel
        return pickle.dumps((RAISED, RuntimeError(f"{made[1]!r:.500} ({error})")))


@lru_cache(maxsize=8)
def _function(pickled: bytes) -> Callable[[Any], Any]:
    function: Callable[[Any], Any] = pickle.loads(pickled)  # noqa: S301 - see above
    return function


@cache
def _settle() -> None:
    """Once in each process."""
    take_from_jemalloc()


@cache
def _unlike(libraries: tuple[tuple[str, str], ...]) -> str:
    """Which libraries are others here than where the order was given, in words; empty where all are the same."""
    found = [(name, version, version_of(name)) for name, version in libraries]
    other = [f"{name} {here} for {version}" for name, version, here in found if here != version]
    return f"{platform.node()} has {', '.join(other)}" if other else ""
