"""Workers on a cluster, with a cluster that is played here."""

import pickle
import threading
import time
from collections.abc import Iterator
from typing import Any, cast

import pytest

from schakel.records.errors import EngineError
from schakel.store.spark import workers as spark_workers
from schakel.store.spark.address import Address
from schakel.store.spark.cluster import Cluster
from schakel.store.spark.executing import MADE, RAISED, UNLIKE
from schakel.store.spark.shipping import ABROAD
from schakel.store.spark.workers import SparkWorkers
from schakel.store.workers import Workers


class Played:
    """A cluster of two cores that answers by itself, the later jobs first."""

    address, version = Address("spark://played:1", "played", 1), "4.3.0"

    def __init__(self) -> None:
        self.jobs = self.out = self.most = 0
        self.told: list[str] = []
        self.kind, self.alive, self.trouble = MADE, 1, ""
        self._lock = threading.Lock()

    def start(self) -> int:
        if self.trouble == "start":
            raise EngineError("no")
        return 2

    def processes(self) -> int:
        return self.alive

    def answers(self, function: bytes, pieces: list[bytes]) -> list[bytes]:
        with self._lock:
            self.jobs, self.out = self.jobs + 1, self.out + len(pieces)
            self.most = max(self.most, self.out)
            first = self.jobs == 1
        if self.trouble == "job":
            raise TimeoutError("the time was up")
        while self.trouble == "alone":
            time.sleep(0.01)
        time.sleep(0.05 if first else 0)
        made = [pickle.dumps((self.kind, self._made(function, piece))) for piece in pieces]
        with self._lock:
            self.out -= len(pieces)
        return made

    def _made(self, function: bytes, piece: bytes) -> Any:
        if self.kind == MADE:
            return pickle.loads(function)(pickle.loads(piece))  # noqa: S301 - made here
        return KeyError("x") if self.kind == RAISED else "host a has numpy 1 for 2"

    def give_up(self) -> None:
        self.told.append("given up")

    def end(self) -> None:
        self.trouble = ""
        self.told.append("ended")


@pytest.fixture
def played() -> Played:
    return Played()


@pytest.fixture
def far(played: Played) -> Iterator[SparkWorkers]:
    made = SparkWorkers(
        lambda: cast(Cluster, played), Workers(1), lambda said: played.told.append(repr(said))
    )
    yield made
    made.close()


def test_answers_come_in_the_order_of_the_pieces(far: SparkWorkers, played: Played) -> None:
    assert list(far.run(abs, range(-100, 0))) == list(range(100, 0, -1))
    assert played.jobs == 25  # two pieces a core each time
    assert far.count == 2
    assert list(far.run(abs, [])) == []


def test_few_pieces_are_out_at_a_time(far: SparkWorkers, played: Played) -> None:
    taken = []

    def pieces() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield -number

    answers = far.begin(abs, pieces())
    assert next(answers) == 0
    assert len(taken) <= 20
    assert len(list(answers)) == 999
    assert played.most <= 12


def test_large_pieces_go_in_smaller_jobs(
    far: SparkWorkers, played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spark_workers, "_MOST_BYTES", 3000)
    assert list(far.run(len, ["x" * 2000] * 6)) == [2000] * 6
    assert played.jobs == 6


def test_which_spark_it_is_is_told_once_and_before_anything_goes_out(
    far: SparkWorkers, played: Played
) -> None:
    assert played.told == []
    list(far.run(abs, [1]))
    list(far.run(abs, [1]))
    assert played.told == [repr({"engine": "spark://played:1", "spark": "4.3.0", "cores": 2})]


def test_it_starts_beside_other_work_only_where_something_follows(far: SparkWorkers, played: Played) -> None:
    far.make_way()
    far.close()
    assert played.told == []
    far = SparkWorkers(lambda: cast(Cluster, played), Workers(1), lambda _: None)
    with far.making_way("what follows"):
        far.make_way()
    far.close()
    assert played.told[-1] == "ended"


@pytest.mark.parametrize(
    ("kind", "heard", "said"),
    [
        (RAISED, KeyError, "x"),
        (UNLIKE, EngineError, "other versions of libraries"),
        (ABROAD, EngineError, "cannot load this program"),
    ],
)
def test_what_was_no_answer_is_raised_here(
    far: SparkWorkers, played: Played, kind: str, heard: type[Exception], said: str
) -> None:
    played.kind = kind
    with pytest.raises(heard, match=said):
        list(far.run(abs, [1, 2]))


def test_a_job_that_spark_gives_up_is_told(far: SparkWorkers, played: Played) -> None:
    played.trouble = "job"
    with pytest.raises(EngineError, match="could not finish: the time was up"):
        list(far.run(abs, [1]))


def test_a_cluster_that_nobody_is_left_of_is_told(
    far: SparkWorkers, played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spark_workers, "_LOOK_AROUND", 0.01)
    played.alive, played.trouble = 0, "alone"
    with pytest.raises(EngineError, match="gave no process"):
        list(far.run(abs, [1]))
    played.trouble = ""


def test_a_cluster_that_cannot_be_started_is_told_each_time(far: SparkWorkers, played: Played) -> None:
    played.trouble = "start"
    for _ in range(2):
        with pytest.raises(EngineError, match="no"):
            list(far.run(abs, [1]))


def test_it_can_be_started_again(far: SparkWorkers, played: Played) -> None:
    list(far.run(abs, [1]))
    far.close(wait=False)
    assert list(far.run(abs, [-2])) == [2]
    far.close()
    assert played.told[1:] == ["ended", "ended"]  # what was told once is not told again
