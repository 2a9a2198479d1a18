"""The example market, run once for all tests of the road."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands import ExampleRun


@pytest.fixture(scope="session")
def example_run(
    tmp_path_factory: pytest.TempPathFactory, example_as_run: Callable[[Path], ExampleRun]
) -> tuple[Path, dict[str, Any]]:
    """A workspace with the example market, and what the run said."""
    run = example_as_run(tmp_path_factory.mktemp("example") / "case")
    return run.workspace, run.answer


@pytest.fixture
def example_copy(example_run: tuple[Path, dict[str, Any]], tmp_path: Path) -> Path:
    """A copy of that workspace to change at will."""
    copy = tmp_path / "case"
    shutil.copytree(example_run[0], copy)
    return copy


@pytest.fixture(autouse=True)
def _a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAKEL_USER", "tester")
    monkeypatch.setitem(os.environ, "COLUMNS", "160")
