"""What a process of a cluster does, here without a cluster."""

import pickle
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from schakel.store.spark.executing import MADE, RAISED, UNLIKE, Order, answers
from schakel.store.spark.program import libraries
from schakel.store.spark.shipping import ABROAD, function_for


def _given(*pieces: Any) -> pa.RecordBatch:
    pickled = pa.array([pickle.dumps(piece) for piece in pieces], pa.binary())
    return pa.record_batch([list(range(len(pieces))), pickled], ["number", "piece"])


def _told(batches: Any) -> list[tuple[int, tuple[str, Any]]]:
    rows = [row for batch in batches for row in batch.to_pylist()]
    return [(row["number"], pickle.loads(row["answer"])) for row in rows]  # noqa: S301 - made here


def _order(function: Any, **others: str) -> Order:
    return Order(pickle.dumps(function), {**libraries(), **others})


class _StaysHereError(Exception):
    def __reduce__(self) -> Any:
        raise TypeError("stays here")


def _raise(error: type[Exception], _: Any) -> None:
    raise error("so it is")


def test_each_piece_has_its_answer_under_its_number() -> None:
    told = _told(answers(iter([_given(-1, 2), _given(-3)]), _order(abs)))
    assert told == [(0, (MADE, 1)), (1, (MADE, 2)), (0, (MADE, 3))]


@pytest.mark.parametrize(("error", "heard"), [(KeyError, KeyError), (_StaysHereError, RuntimeError)])
def test_a_fault_of_the_program_comes_back_as_one(error: type[Exception], heard: type[Exception]) -> None:
    ((_, (kind, told)),) = _told(answers(iter([_given(1)]), _order(partial(_raise, error))))
    assert kind == RAISED
    assert isinstance(told, heard)
    assert "so it is" in str(told)


def test_other_libraries_are_told_and_nothing_is_read_with_them() -> None:
    ((_, (kind, told)),) = _told(answers(iter([_given(1)]), _order(partial(_raise, KeyError), numpy="0.1")))
    assert kind == UNLIKE
    assert told.endswith("for 0.1")


def test_what_is_sent_works_by_itself() -> None:
    assert _told(function_for("", tuple(_order(abs)))(iter([_given(-1)]))) == [(0, (MADE, 1))]


def test_what_is_sent_says_why_the_program_cannot_be_loaded(tmp_path: Path) -> None:
    cloudpickle = pytest.importorskip("pyspark.cloudpickle", reason="PySpark is not installed")
    sent, given = tmp_path / "sent", tmp_path / "given"
    sent.write_bytes(cloudpickle.dumps(function_for("", tuple(_order(abs)))))
    given.write_bytes(pickle.dumps(_given(1, 2)))
    body = (
        "import pickle, sys, pathlib; sys.modules['schakel'] = None; import pyspark.cloudpickle;"
        "f, b = [pickle.loads(pathlib.Path(p).read_bytes()) for p in sys.argv[1:]];"
        "print([pickle.loads(a)[0] for t in f(iter([b])) for a in t['answer'].to_pylist()])"
    )
    done = subprocess.run(
        [sys.executable, "-c", body, sent, given], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str([ABROAD, ABROAD])
