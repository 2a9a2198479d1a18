"""The small package, made once; each test gets a copy."""

import shutil
from pathlib import Path

import pytest

from tests.custody.package_check.sample import make_sample


@pytest.fixture(scope="session")
def sample_as_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("package") / "sample")


@pytest.fixture
def sample(sample_as_made: Path, tmp_path: Path) -> Path:
    shutil.copytree(sample_as_made, tmp_path / "sample")
    return tmp_path / "sample"
