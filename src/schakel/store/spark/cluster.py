"""Spark, started for one command: pieces go out as Arrow tables, answers come back the same way."""

import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from subprocess import TimeoutExpired
from threading import Event
from typing import Any

import pyarrow as pa

from schakel.records.errors import EngineError
from schakel.store.settings import EngineSettings
from schakel.store.spark.address import TRIES, Address
from schakel.store.spark.executing import SPARKS_NAMES, Order
from schakel.store.spark.program import libraries, pack_program
from schakel.store.spark.shipping import function_for
from schakel.store.spark.trouble import no_process, not_started

_PROGRAM = "schakel-program"
# Seconds until a cluster must have given a process. A master gives one within a second if a core is free; a machine that is
# asked for one must first start Java.
_PATIENCE = 60.0
_PATIENCE_WITH_JAVA = 5.0
_SETTLING = 1.0  # and so long after the first others may follow
# Other variables than these would let this machine's other uses of Spark into this one: another Spark, a shell's options, a server.
_FOREIGN = (
    "PYSPARK_SUBMIT_ARGS", "PYSPARK_DRIVER_PYTHON", "PYSPARK_GATEWAY_PORT", "PYSPARK_GATEWAY_SECRET", "SPARK_REMOTE",
    "SPARK_CONNECT_MODE", "SPARK_LOCAL_REMOTE", "SPARK_TESTING", "SPARK_LOCAL_DIRS", "SPARK_LOCAL_HOSTNAME",
)  # fmt: skip
_SILENT = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.eventLog.enabled": "false",
    "spark.sql.catalogImplementation": "in-memory",
}
# Java copies bytes here and no more: to translate it for speed, plans into code and so on, cost more than it all took (16 s of processor
# for a start and twelve small jobs, 30 s without these).
_SHORT = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
_WORK = {
    "spark.driver.extraJavaOptions": _SHORT,
    "spark.executor.extraJavaOptions": _SHORT,
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1",  # each piece a task
    "spark.task.maxFailures": str(TRIES),
    "spark.python.worker.reuse": "true",  # word lists are loaded once a process
    "spark.executorEnv.OPENBLAS_NUM_THREADS": "1",
    "spark.io.encryption.enabled": "true",  # texts that do not fit into memory stand encrypted on a disk
}


class Cluster:
    """A running Spark. `folder` is its own, for the time that it runs; `mine` the address of this machine towards it."""

    def __init__(self, address: Address, mine: str, folder: Path, settings: EngineSettings) -> None:
        self.address = address
        self._mine, self._folder, self._settings = mine, folder, settings
        self._gateway: Any = None
        self._context: Any = None
        self._session: Any = None
        self._archive = ""
        self._given_up = Event()

    @property
    def version(self) -> str:
        """The version of Spark."""
        return str(self._context.version)

    def start(self) -> int:
        """Starts Spark, waits until it has a process to give, and tells how many cores there are; EngineError if it cannot be."""
        try:
            self._begin()
            self._wait_for_a_process()
            return int(self._context.defaultParallelism)
        except EngineError:
            self.end()
            raise
        except (
            Exception
        ) as error:  # Py4J and Spark raise what they like: all of it means that Spark did not start
            self.end(keep=True)
            raise not_started(self.address, self._log, error) from error

    @property
    def _log(self) -> Path:
        return self._folder.with_suffix(".log")

    def _begin(self) -> None:
        from pyspark import SparkContext  # noqa: PLC0415 - heavy, and not everybody has it
        from pyspark.java_gateway import launch_gateway  # noqa: PLC0415
        from pyspark.sql import SparkSession  # noqa: PLC0415

        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        conf = self._conf()
        with _environment(self._environment()), self._log.open("wb") as log:
            self._gateway = launch_gateway(conf, {"stdout": log, "stderr": log})
            self._context = SparkContext(conf=conf, gateway=self._gateway)
        self._session = SparkSession(self._context)
        if not self.address.here:
            packed = self._folder / f"{_PROGRAM}.zip"
            pack_program(packed)
            self._archive = packed.name
            self._context.addArchive(str(packed))

    def _conf(self) -> Any:
        from pyspark import SparkConf  # noqa: PLC0415 - see above

        own = {
            "spark.master": self.address.master,
            "spark.app.name": "schakel",
            "spark.driver.host": self._mine,
            "spark.driver.bindAddress": self._mine,
            "spark.local.dir": str(self._folder),
            "spark.sql.warehouse.dir": str(self._folder / "warehouse"),
        }
        return SparkConf(loadDefaults=False).setAll(
            list({**self._asked(), **_WORK, **_SILENT, **own}.items())
        )

    def _asked(self) -> dict[str, str]:
        """What the settings ask of a cluster."""
        asked = {
            "spark.executor.memory": self._settings.memory,
            "spark.cores.max": str(self._settings.cores or ""),
        }
        return {name: value for name, value in asked.items() if value}

    def _environment(self) -> dict[str, str | None]:
        where = find_spec("pyspark")
        home = str(Path(where.origin).parent) if where and where.origin else None
        there = os.environ.get("PYSPARK_PYTHON") or self._settings.python
        python = (not self.address.here and there) or sys.executable
        gone = dict.fromkeys(_FOREIGN)
        return {**gone, "SPARK_HOME": home, "SPARK_LOCAL_IP": self._mine, "PYSPARK_PYTHON": python}

    def _wait_for_a_process(self) -> None:
        until = time.monotonic() + _PATIENCE
        while not self.processes():
            if time.monotonic() > until:
                raise no_process(self.address)
            if self._given_up.wait(0.1):
                raise no_process(self.address)
        if not self.address.here:
            time.sleep(_SETTLING)

    def processes(self) -> int:
        """How many processes of Java work on the pieces now; on this machine alone it is one."""
        known = int(self._context._jsc.sc().getExecutorMemoryStatus().size())
        return known if self.address.here else known - 1  # this machine is among them

    def answers(self, function: bytes, pieces: Sequence[bytes]) -> list[bytes]:
        """The answers to some pieces in their order, each as `executing` pickles it."""
        given = pa.table({"number": range(len(pieces)), "piece": pa.array(pieces, pa.binary())})
        going = function_for(self._archive, tuple(Order(function, libraries())))
        told = self._session.createDataFrame(given).mapInArrow(going, SPARKS_NAMES).toArrow()
        order = told.sort_by("number")["answer"]
        return [answer.as_py() for answer in order]

    def give_up(self) -> None:
        """Lets a start that is still going on fail: nobody waits for it any more."""
        self._given_up.set()
        if self._gateway is not None:
            self._gateway.proc.kill()

    def end(self, *, keep: bool = False) -> None:
        """Ends it, whatever is going on; `keep` leaves what Java wrote down."""
        if self._context is not None:
            with suppress(Exception):  # a Spark that is gone already has no jobs
                self._context.cancelAllJobs()
            with suppress(Exception):  # nor is there anything to stop; Java is ended below whatever it says
                self._session.stop() if self._session is not None else self._context.stop()
        if self._gateway is not None:
            _end_java(self._gateway)
        self._context = self._session = self._gateway = None
        shutil.rmtree(self._folder, ignore_errors=True)
        if not keep:
            self._log.unlink(missing_ok=True)


def _end_java(gateway: Any) -> None:
    """Java ends when the pipe to it is closed; where it does not it is made to."""
    from pyspark import SparkContext  # noqa: PLC0415 - see above

    with suppress(Exception):  # it may be dead; its process is ended below all the same
        gateway.shutdown()
    SparkContext._gateway = SparkContext._jvm = None
    gateway.proc.stdin.close()
    try:
        gateway.proc.wait(_PATIENCE_WITH_JAVA)
    except TimeoutExpired:
        gateway.proc.kill()
        gateway.proc.wait()


@contextmanager
def _environment(changes: dict[str, str | None]) -> Iterator[None]:
    """While it is open, variables of the environment have other values; None: they are not there."""
    before = {name: os.environ.get(name) for name in changes}
    _set(changes)
    try:
        yield
    finally:
        _set(before)


def _set(values: dict[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
