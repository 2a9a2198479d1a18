"""What all tests share: a fresh workspace, a run on the example market, and the place of the development data."""

import fcntl
import gc
import json
import os
import shutil
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from tempfile import gettempdir, mkdtemp

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, create_workspace
from tests.commands import EXAMPLE, ExampleRun, schakel
from tests.inside import inside_json

CHECKOUT = Path(__file__).resolve().parents[1]
_IN_MEMORY, _ROOM = Path("/dev/shm"), 4 << 30  # noqa: S108 - bytes free, far more than the tests need at once


def pytest_configure() -> None:
    """Folders of the tests are made in memory where there is room (a container may have 64 MB of it).

    Casebooks and ledgers wait for the disk at every word: of 26 s that the table of rights took, 19 went there.
    """
    if _IN_MEMORY.is_dir() and os.access(_IN_MEMORY, os.W_OK) and shutil.disk_usage(_IN_MEMORY).free > _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_IN_MEMORY))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """The 6,600 tests are gathered without looking again and again for what among them can go, as nothing can: that took 3 of
    8 seconds in every process. Nor are they looked through while they run.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "workspace")


@pytest.fixture
def engine(workspace: Workspace) -> Iterator[DuckDBEngine]:
    engine = DuckDBEngine(workspace, workers=Workers(1))
    yield engine
    engine.workers.close()


@pytest.fixture(scope="session")
def example_as_run(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], ExampleRun]:
    """A run on the example market, made once for all rooms and all processes of the tests; each takes a copy.

    Six rooms and processes ran it for themselves, which took half a minute of processor time.
    """
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, told = base / "example-run", base / "example-run.json"
    workspace = folder / "workspace" / "example"
    with (base / "example-run.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # until the file is closed
        if not told.exists():
            folder.mkdir()
            began = time.monotonic()
            page = schakel(
                "run", EXAMPLE, "-w", "workspace/example", cwd=folder, env=os.environ | {"COLUMNS": "100"}
            ).stdout
            seconds = time.monotonic() - began
            answer = inside_json("run", EXAMPLE, "-w", workspace)  # of which nothing is new
            told.write_text(json.dumps([answer, seconds, page]), encoding="utf-8")
    answer, seconds, page = json.loads(told.read_text(encoding="utf-8"))

    def copied(to: Path) -> ExampleRun:
        shutil.copytree(workspace, to)
        return ExampleRun(to, answer, seconds, page)

    return copied


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data; the test is skipped with a word where it is absent."""
    for folder in (os.environ.get("SCHAKEL_SHARED", ""), CHECKOUT.parent / "shared"):
        if folder and Path(folder).is_dir():
            return Path(folder)
    pytest.skip("the development data are not on this machine (set SCHAKEL_SHARED)")


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that everybody may look into; those of pytest are its user's alone."""
    place = Path(mkdtemp(prefix="schakel-test-", dir=gettempdir()))
    place.chmod(0o755)
    yield place
    for folder, _, _ in os.walk(place):
        Path(folder).chmod(0o755)
    shutil.rmtree(place)
