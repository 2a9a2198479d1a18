"""Workers on a Spark cluster, for pieces that hold all that is needed: texts, and what is asked of them."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from contextlib import suppress
from itertools import islice
from threading import Thread
from typing import Any, TypeVar

from schakel.store.spark.cluster import Cluster
from schakel.store.spark.executing import MADE, UNLIKE
from schakel.store.spark.shipping import ABROAD
from schakel.store.spark.trouble import abroad, lost, no_process, unlike
from schakel.store.workers import Workers

Given = TypeVar("Given")
Made = TypeVar("Made")
Told = Callable[[dict[str, Any]], None]

# Pieces a core that go out as one job: to plan a job and to gather it takes some .2 s, a piece .1 to .6 s.
_ROUND = 2
# Jobs that are out at a time: while one is gathered and used up, another is worked on.
_OUT = 3
_MOST_BYTES = 1 << 25  # of the pieces of a job: Java and this process hold each of them several times
_LOOK_AROUND = 2.0  # seconds between two looks whether anybody is still at work
_ALONE = 30  # looks at nobody after which nobody will come any more


class SparkWorkers(Workers):
    """Gives pieces to the processes of a cluster, and the answers in the order of the pieces.

    `near` are the processes of this machine, closed with these. Spark starts at the first need, or beside other work where
    `make_way` says so. `told` hears which Spark it is, before anything goes out.
    """

    def __init__(self, cluster: Callable[[], Cluster], near: Workers, told: Told) -> None:
        super().__init__(1)
        self._make, self._near, self._told = cluster, near, told
        self._cluster: Cluster | None = None
        self._starting: Future[int] | None = None
        self._jobs = ThreadPoolExecutor(_OUT)
        self._ending: Thread | None = None
        self._noted = False

    @property
    def count(self) -> int:
        """How many pieces are worked on at a time; Spark is started to know it."""
        return self._standing()

    @property
    def loaded(self) -> bool:
        """True: whoever names a cluster wants it used."""
        return True

    def make_way(self) -> None:
        """Starts Spark now, beside what goes on, where something follows that needs it."""
        if self._next:
            self._begin_to_start()

    def load(self, module: str) -> None:
        """Nothing: each process loads what it needs with its first piece."""

    def begin(
        self, function: Callable[[Given], Made], pieces: Iterable[Given], ahead: int = 2
    ) -> Iterator[Made]:
        """The answers in order; pieces go out now, so many rounds as may be out at a time."""
        cores, rest = self._standing(), iter(pieces)
        ordered = pickle.dumps(function, pickle.HIGHEST_PROTOCOL)
        rounds = _rounds(rest, cores * _ROUND)
        out = [self._sent(ordered, some) for some in islice(rounds, _OUT)]
        return self._gathered(ordered, rounds, out)

    def _gathered(
        self, ordered: bytes, rounds: Iterator[list[bytes]], out: list[Future[list[bytes]]]
    ) -> Iterator[Any]:
        while out:
            answers = self._awaited(out.pop(0))
            out += [self._sent(ordered, some) for some in islice(rounds, 1)]
            yield from map(_opened, answers)

    def _sent(self, ordered: bytes, pieces: list[bytes]) -> Future[list[bytes]]:
        return self._jobs.submit(self._at_work().answers, ordered, pieces)

    def _awaited(self, job: Future[list[bytes]]) -> list[bytes]:
        """The answers of a job; EngineError where Spark gives it up, or where nobody is left who would do it."""
        cluster, alone = self._at_work(), 0
        while True:
            try:
                return job.result(_LOOK_AROUND)
            except NotYet as error:
                if job.done():  # it was Spark whose time was up
                    raise lost(cluster.address, error) from error
                alone = 0 if _processes(cluster) else alone + 1
                if alone > _ALONE:
                    raise no_process(cluster.address) from None
            except (
                Exception
            ) as error:  # Py4J and Spark raise what they like: all of it means that the answer is lost
                raise lost(cluster.address, error) from error

    def _standing(self) -> int:
        """How many cores there are; waits until Spark stands."""
        self._begin_to_start()
        assert self._starting is not None  # noqa: S101 - for the types
        cores = self._starting.result()
        if not self._noted:
            cluster = self._at_work()
            self._told({"engine": cluster.address.said, "spark": cluster.version, "cores": cores})
            self._noted = True
        return cores

    def _begin_to_start(self) -> None:
        if self._starting is None:
            self._join()
            self._cluster = self._make()
            self._starting = self._jobs.submit(self._cluster.start)

    def _at_work(self) -> Cluster:
        if self._cluster is None:
            raise LookupError("Spark was not started")
        return self._cluster

    def close(self, wait: bool = True) -> None:
        """Ends Spark and the processes of this machine; without `wait` they end beside what comes next."""
        self._near.close(wait)
        if self._starting is not None:
            self._ending = Thread(target=_end, args=(self._starting, self._at_work()))
            self._ending.start()
            self._starting = self._cluster = None
        if wait:
            self._join()
            self._jobs.shutdown()

    def _join(self) -> None:
        if self._ending is not None:
            self._ending.join()
            self._ending = None


def _rounds(pieces: Iterator[Any], most: int) -> Iterator[list[bytes]]:
    """The pieces, pickled, in groups that go out together."""
    group: list[bytes] = []
    held = 0
    for piece in pieces:
        pickled = pickle.dumps(piece, pickle.HIGHEST_PROTOCOL)
        if group and (len(group) == most or held + len(pickled) > _MOST_BYTES):
            yield group
            group, held = [], 0
        group.append(pickled)
        held += len(pickled)
    if group:
        yield group


def _opened(answer: bytes) -> Any:
    kind, told = pickle.loads(answer)  # noqa: S301 - of the cluster that the user named, which this program was sent to
    if kind == MADE:
        return told
    if kind == UNLIKE:
        raise unlike(told)
    if kind == ABROAD:
        raise abroad(told)
    raise told


def _processes(cluster: Cluster) -> int:
    try:
        return cluster.processes()
    except Exception:  # noqa: BLE001 - Java is gone: the job will say so
        return 0


def _end(starting: Future[int], cluster: Cluster) -> None:
    if not starting.done():
        cluster.give_up()
    with suppress(Exception):  # whoever waited for it heard it
        starting.result()
        cluster.end()
