"""A Spark cluster of a master and two workers on the loopback address, for the tests that want a real one."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

_PATIENCE = 180  # seconds; Java starts within three where nothing else runs


@pytest.fixture(scope="session")
def spark_home() -> Path:
    """Where Spark is; the test is skipped with a word where it is not, or where there is no Java."""
    where = find_spec("pyspark")
    if where is None or where.origin is None:
        pytest.skip("PySpark is not installed (pip install 'schakel[spark]')")
    if shutil.which("java") is None:
        pytest.skip("there is no Java on this machine")
    return Path(where.origin).parent


@pytest.fixture(scope="session")
def standalone(spark_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a master with two workers of one core each."""
    folder = tmp_path_factory.mktemp("cluster")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    master = f"spark://127.0.0.1:{port}"
    deploy = "org.apache.spark.deploy"
    commands = [[f"{deploy}.master.Master", "--host", "127.0.0.1", "--port", str(port), "--webui-port", "0"]]
    for number in (1, 2):
        place = [
            "--host",
            "127.0.0.1",
            "-c",
            "1",
            "-m",
            "2g",
            "--webui-port",
            "0",
            "-d",
            folder / f"w{number}",
        ]
        commands.append([f"{deploy}.worker.Worker", *map(str, place), master])
    environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"}
    started = []
    with (folder / "log").open("wb") as log:
        try:
            for command in commands:
                line = [str(spark_home / "bin" / "spark-class"), *command]
                started.append(subprocess.Popen(line, stdout=log, stderr=log, env=environment))
                _wait(folder / "log", "New state: ALIVE", 1)
            _wait(folder / "log", "Registering worker", 2)
            yield master
        finally:
            for one in started:
                one.terminate()
            for one in started:
                one.wait()


def _wait(log: Path, said: str, times: int) -> None:
    until = time.monotonic() + _PATIENCE
    while log.read_text("utf-8", "replace").count(said) < times:
        assert time.monotonic() < until, log.read_text("utf-8", "replace")[-2000:]
        time.sleep(0.2)
