"""A pool of helper processes for work on Arrow tables; it ends when its parent ends, however that ends."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from itertools import count, islice
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from threading import Thread
from typing import TypeVar

from schakel.store.large_pages import into_large_pages

# Bytes to read below which a second process costs more than it saves: starting one takes some 0.6 seconds.
WORTH_A_PROCESS = 1 << 23
_QUIET = "schakel.store.ended_quietly"
_ALGEBRA = "OPENBLAS_NUM_THREADS"
# Pieces after which a process gathers its memory for the first time: by then it has written on most of what it uses. Then after
# twice as many each time: to do it after every second piece took a process 5 % of its time at intake, and this gains as much.
_SETTLED = 2

Given = TypeVar("Given")
Made = TypeVar("Made")


class Workers:
    """Runs a function over many pieces in `count` processes and gives the answers in the order of the pieces.

    The processes start at the first real need; with `count` 1, or a single piece, no process is started.
    """

    def __init__(self, count: int | None = None) -> None:
        self._count = count or len(os.sched_getaffinity(0))
        self._pool: ProcessPoolExecutor | None = None
        self._context: BaseContext = multiprocessing.get_context("spawn")
        self._next = ""

    @property
    def count(self) -> int:
        """How many pieces are worked on at a time."""
        return self._count

    @contextmanager
    def making_way(self, module: str) -> Iterator[None]:
        """While it is open: once the processes are closed, or this one says `make_way`, one begins to import `module`;
        those after them are its copies.

        So what the next step must load is loaded once for all, while this step leaves a core idle.
        """
        self._next = module
        try:
            yield
        finally:
            self._next = ""

    def make_way(self) -> None:
        """Begins now with what `making_way` would begin at the end; nothing, where nobody makes way for anything."""
        if self._next:
            multiprocessing.set_forkserver_preload([_QUIET, self._next])
            resource_tracker.ensure_running()
            with _ctrl_c_waits():
                forkserver.ensure_running()

    @property
    def loaded(self) -> bool:
        """Whether processes that are started now find loaded what they need, and so cost next to nothing."""
        return self._pool is not None or self._context.get_start_method() == "forkserver"

    def run(
        self, function: Callable[[Given], Made], pieces: Iterable[Given], ahead: int = 2
    ) -> Iterator[Made]:
        """The answers in order; at most `ahead` pieces a process wait at a time, so memory stays bounded.

        Whoever does more with an answer than a process does in two pieces lets more wait, or they stand idle.
        """
        yield from self.begin(function, pieces, ahead)

    def begin(
        self, function: Callable[[Given], Made], pieces: Iterable[Given], ahead: int = 2
    ) -> Iterator[Made]:
        """The same, but the processes begin now, and not when the first answer is asked for.

        So this process can do something else beside them before it needs the answers.
        """
        if self.count == 1:
            return map(function, pieces)
        rest = iter(pieces)
        waiting = [self._given(function, piece) for piece in islice(rest, ahead * self.count)]
        return self._answers(function, rest, waiting)

    def here(self, function: Callable[[Given], Made], pieces: Iterable[Given]) -> Iterator[Made]:
        """The same in this process, for pieces that are done sooner than another process is started."""
        return map(function, pieces)

    def _answers(
        self, function: Callable[[Given], Made], rest: Iterator[Given], waiting: list[Future[Made]]
    ) -> Iterator[Made]:
        while waiting:
            yield waiting.pop(0).result()
            waiting += [self._given(function, piece) for piece in islice(rest, 1)]

    def _given(self, function: Callable[[Given], Made], piece: Given) -> Future[Made]:
        return self._submit(answer, function, piece)

    def load(self, module: str) -> None:
        """Starts all processes now, and lets each begin with importing a module; nothing, where no process is used.

        For work without linear algebra: each would start threads for that, which look for work for 60 ms before they sleep.
        """
        if self.count > 1:
            with _set_to(_ALGEBRA, "1"):
                for _ in range(self.count):
                    self._submit(_load, module)

    def _submit(self, function: Callable[..., Made], *given: object) -> Future[Made]:
        pool = self._started()
        if (
            self._context.get_start_method() == "forkserver"
        ):  # what it starts is reached by Ctrl-C as it is itself
            return pool.submit(function, *given)
        with _ctrl_c_waits():  # here a process may be started
            return pool.submit(function, *given)

    def close(self, wait: bool = True) -> None:
        """Ends the processes; without `wait` they end beside what comes next."""
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=True)
            self._pool = None
            if self._next:
                self.make_way()
                self._context = multiprocessing.get_context("forkserver")

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.count, mp_context=self._context, initializer=_begin)
        return self._pool


_done = count(1)  # pieces that this process did


def answer(function: Callable[[Given], Made], piece: Given) -> Made:
    """The answer to a piece, in a process of its own; now and then it gathers its memory."""
    made = function(piece)
    so_far = next(_done)
    if so_far >= _SETTLED and so_far.bit_count() == 1:
        into_large_pages()
    return made


@contextmanager
def _set_to(name: str, value: str) -> Iterator[None]:
    """While it is open, a variable of the environment has a value: for processes that are started, not for this one."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        del os.environ[name]
        if before is not None:
            os.environ[name] = before


@contextmanager
def _ctrl_c_waits() -> Iterator[None]:
    """While it is open, Ctrl-C waits; a process that is started so is not reached by it until it says that it may be.

    Else each that is not done with starting tells at length where it was interrupted.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _load(module: str) -> None:
    import_module(module)


def _begin() -> None:
    import_module(_QUIET)
    from schakel.store.arrow_memory import take_from_jemalloc  # noqa: PLC0415 - who only starts processes needs no Arrow

    take_from_jemalloc()
    _end_with_parent()


def _end_with_parent() -> None:
    # A pool process whose parent was killed would wait for work for ever and keep files open.
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
