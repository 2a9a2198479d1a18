"""Work that goes on beside other work, and where the time of either went."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

Work = Callable[[], None]


class Clock:
    """Adds the seconds spent inside it to one entry of a table of times; for people, never for results."""

    def __init__(self, seconds: dict[str, float], step: str) -> None:
        self._seconds = seconds
        self._step = step

    def __enter__(self) -> None:
        self._start = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self._seconds[self._step] = self._seconds.get(self._step, 0.0) + time.perf_counter() - self._start


@contextmanager
def beside(seconds: dict[str, float], step: str) -> Iterator[Callable[[Work], None]]:
    """While it is open, work that is given to it is done beside what else is done; once it closes, that work is done.

    Its seconds are those of `step`. What it raises is raised at the close, unless something was raised before.
    """

    def clocked(work: Work) -> None:
        with Clock(seconds, step):
            work()

    given: list[Future[None]] = []
    with ThreadPoolExecutor(1) as aside:
        yield lambda work: given.append(aside.submit(clocked, work))
    for one in given:
        one.result()
