"""Whole runs on Spark: the same tables to the byte, the same answer, and nothing of Spark on the screen."""

import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from schakel.store.settings import EngineSettings
from schakel.store.spark.address import address_of
from schakel.store.spark.cluster import Cluster
from schakel.store.spark.workers import SparkWorkers
from schakel.store.workers import Workers
from tests.commands import EXAMPLE, ExampleRun, schakel, table_bytes

# py4j leaves its connections to the collector, whenever that comes
_LEFT_OPEN = "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning"
pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings(_LEFT_OPEN)]


def _same(said: str, folder: Path, example: ExampleRun) -> None:
    done = schakel("run", EXAMPLE, "-w", folder / "spark", "--engine", said, "--json")
    assert done.stderr == ""
    assert table_bytes(folder / "spark") == table_bytes(example.workspace)
    answer = json.loads(done.stdout)
    assert {**answer, "seconds": 0} == {**example.answer, "seconds": 0}
    acts = [json.loads(line) for line in (folder / "spark" / "ledger.jsonl").read_text("utf-8").splitlines()]
    (told,) = (act["settings"] for act in acts if act["act"] == "engine")
    assert told["engine"] == said
    assert not (folder / "spark" / "staging" / "spark").exists()


@pytest.mark.usefixtures("spark_home")
def test_on_this_machine_the_tables_are_the_same(
    tmp_path: Path, example_as_run: Callable[[Path], ExampleRun]
) -> None:
    _same("spark://local[2]", tmp_path, example_as_run(tmp_path / "duckdb"))


def test_on_a_cluster_the_tables_are_the_same(
    tmp_path: Path, standalone: str, example_as_run: Callable[[Path], ExampleRun]
) -> None:
    _same(standalone, tmp_path, example_as_run(tmp_path / "duckdb"))


@pytest.fixture
def on_cluster(standalone: str, tmp_path: Path) -> Iterator[SparkWorkers]:
    address = address_of(standalone)
    assert address is not None
    far = SparkWorkers(
        lambda: Cluster(address, "127.0.0.1", tmp_path / "spark", EngineSettings()),
        Workers(1),
        lambda _: None,
    )
    yield far
    far.close()


def test_a_cluster_reads_with_the_program_that_was_sent(on_cluster: SparkWorkers) -> None:
    (where,) = on_cluster.run(files, ["schakel"])
    assert "schakel-program" in str(where)
    assert where != Path(str(files("schakel")))


def test_an_executor_that_is_killed_costs_time_and_nothing_else(on_cluster: SparkWorkers) -> None:
    pieces = [f"sleep .3; echo {number}" for number in range(24)]
    answers = on_cluster.begin(subprocess.getoutput, pieces)
    first = next(answers)
    port = on_cluster._at_work()._context.getConf().get("spark.driver.port")
    ours = ["pgrep", "-f", f"CoarseGrainedScheduler@127.0.0.1:{port}"]
    found = subprocess.run(ours, capture_output=True, text=True, check=True).stdout.split()
    os.kill(int(found[0]), signal.SIGKILL)
    assert [first, *answers] == [str(number) for number in range(24)]
