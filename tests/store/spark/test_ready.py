import importlib.util
import socket
from pathlib import Path

import pytest

from schakel.records.errors import EngineError
from schakel.store.spark import ready
from schakel.store.spark.address import Address
from schakel.store.spark.ready import check_ready

HERE = Address("spark://local[2]", cores=2)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As if PySpark and Java were here."""
    monkeypatch.setattr(ready, "find_spec", lambda _: object())
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.touch(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))


@pytest.mark.usefixtures("installed")
def test_on_this_machine_alone_spark_stays_on_the_loopback_address() -> None:
    assert check_ready(HERE) == "127.0.0.1"


@pytest.mark.usefixtures("installed")
def test_the_cluster_reaches_this_machine_where_it_reached_the_master() -> None:
    with socket.create_server(("127.0.0.1", 0)) as master:
        port = master.getsockname()[1]
        assert check_ready(Address("spark://x", "127.0.0.1", port)) == "127.0.0.1"


@pytest.mark.usefixtures("installed")
def test_a_master_that_does_not_answer_is_told_with_its_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with pytest.raises(
        EngineError, match=rf"The Spark master 127\.0\.0\.1:{port} cannot be reached: .*refused"
    ):
        check_ready(Address("spark://x", "127.0.0.1", port))


@pytest.mark.parametrize("absent", ["pyspark", "pandas"])
@pytest.mark.usefixtures("installed")
def test_what_is_not_installed_is_told_with_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, absent: str
) -> None:
    monkeypatch.setattr(ready, "find_spec", lambda name: None if name == absent else object())
    with pytest.raises(EngineError, match="not installed") as told:
        check_ready(HERE)
    assert "pip install 'schakel[spark]'" in told.value.todo


@pytest.mark.usefixtures("installed")
def test_without_java_that_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "nowhere"))
    with pytest.raises(EngineError, match="needs Java, which was not found"):
        check_ready(HERE)


def test_the_names_that_are_looked_for_are_those_that_are_imported() -> None:
    assert ready.find_spec is importlib.util.find_spec
