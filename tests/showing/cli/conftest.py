"""The example market, run once for the tests of the commands; each test that changes something gets a copy."""

import shutil
from pathlib import Path

import pytest

from tests.commands import EXAMPLE, schakel


@pytest.fixture(scope="session")
def example_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = tmp_path_factory.mktemp("commands") / "case"
    schakel("run", EXAMPLE, "-w", workspace)
    return workspace


@pytest.fixture
def case_copy(example_case: Path, tmp_path: Path) -> Path:
    shutil.copytree(example_case, tmp_path / "case")
    return tmp_path / "case"
