"""SQL steps asked ahead, two at a time, so that pairs are weighed while the next answers are being made."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files

import pyarrow as pa

from schakel.store.engine import Engine, Parameter

_SQL = files("schakel.linking.sql")
_THREADS = 2

Answer = Future[pa.Table]


@dataclass(frozen=True, slots=True)
class Asking:
    """Takes up steps in the order in which they are asked; the tables of a step may be answers still to come.

    A step waits only for steps asked before it, so two never wait for each other, and which of two ends first
    cannot be seen in any answer.
    """

    engine: Engine
    pool: ThreadPoolExecutor

    def ask(
        self,
        step: str,
        tables: Mapping[str, Answer] | None = None,
        parameters: Mapping[str, Parameter] | None = None,
        into: str | None = None,
    ) -> Answer:
        """The answer to come of `<step>.sql`; an error in the step comes out where its result is taken."""
        return self.pool.submit(self._run, step, tables or {}, parameters, into)

    def ask_each(
        self,
        step: str,
        over: str,
        parameters: Mapping[str, Parameter] | None = None,
        *,
        by: str | None = None,
        telling: Mapping[str, int] | None = None,
    ) -> Answer:
        """The answer to come of `<step>.sql` over each part of the table `over`; kept for later runs."""
        sql = _SQL / f"{step}.sql"
        return self.pool.submit(
            self.engine.step_each, sql, over, parameters=parameters, by=by, telling=telling
        )

    def ask_of(self, work: Callable[[pa.Table], pa.Table], answer: Answer) -> Answer:
        """The answer to come of what `work` makes of an answer asked before."""
        return self.pool.submit(lambda: work(answer.result()))

    def _run(
        self,
        step: str,
        tables: Mapping[str, Answer],
        parameters: Mapping[str, Parameter] | None,
        into: str | None,
    ) -> pa.Table:
        given = {name: answer.result() for name, answer in tables.items()}
        return self.engine.step(_SQL / f"{step}.sql", into=into, parameters=parameters, tables=given)


@contextmanager
def asking(engine: Engine) -> Iterator[Asking]:
    """Two threads for steps, gone when the block ends; steps not yet begun are dropped if it ends early."""
    pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="linking")
    try:
        yield Asking(engine, pool)
    finally:
        pool.shutdown(cancel_futures=True)


def ready(table: pa.Table) -> Answer:
    """A table that is there, as an answer."""
    answer: Answer = Future()
    answer.set_result(table)
    return answer
