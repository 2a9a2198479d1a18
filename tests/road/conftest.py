"""The example market, run once for all tests of the road."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.commands import EXAMPLE, run_json


@pytest.fixture(scope="session")
def example_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A workspace with the example market, and what the run said."""
    workspace = tmp_path_factory.mktemp("example") / "case"
    return workspace, run_json("run", EXAMPLE, "-w", workspace)


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
