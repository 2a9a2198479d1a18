"""`--engine`: where texts are read, on this machine or on a Spark cluster."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from schakel.showing.cli.early import taken
from schakel.showing.cli.typed import typed
from schakel.store.settings import EngineSettings, read_settings
from schakel.store.spark.address import Address, address_of
from schakel.store.spark.ready import check_ready
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace

if TYPE_CHECKING:
    from schakel.store.spark.cluster import Cluster

EngineOption = Annotated[
    str,
    typer.Option(
        "--engine",
        help="Where texts are read: duckdb (on this machine), spark://HOST:PORT (a cluster) or spark://local[N] "
        "(default: [engine] in schakel.toml, else duckdb). The tables are the same.",
        show_default=False,
    ),
]


class Meant:
    """The engine that is meant: what was typed, else what the settings of a workspace say; SettingsError where there is none such."""

    def __init__(self, said: str, root: Path | None) -> None:
        self._settings = read_settings(Workspace(root).settings).engine if root else EngineSettings()
        with typed() if said else nullcontext():
            self._address = address_of(said or self._settings.url)
        self._mine = ""

    def check(self) -> None:
        """Nothing, where it can be used; else EngineError, before anything is done."""
        if self._address is not None:
            self._mine = check_ready(self._address)

    def workers(self, folder: Path, told: Callable[[dict[str, Any]], None]) -> tuple[Workers, Workers]:
        """Who reads texts, and the processes of this machine; `folder` is Spark's for a while, `told` hears which Spark it is."""
        near, address = taken(), self._address
        if address is None:
            return near, near
        from schakel.store.spark.workers import SparkWorkers  # noqa: PLC0415 - few need it

        return SparkWorkers(lambda: self._cluster(address, folder), near, told), near

    def _cluster(self, address: Address, folder: Path) -> "Cluster":
        from schakel.store.spark.cluster import Cluster  # noqa: PLC0415 - few need it

        return Cluster(address, self._mine or check_ready(address), folder, self._settings)


@contextmanager
def workers_alone(said: str) -> Iterator[Workers]:
    """Who reads texts that come from no workspace."""
    meant = Meant(said, None)
    meant.check()
    with tempfile.TemporaryDirectory(prefix="schakel-") as folder:
        workers, _ = meant.workers(Path(folder) / "spark", lambda _: None)
        try:
            yield workers
        finally:
            workers.close()
