"""The example market, run once for the tests of the commands; each test that changes something gets a copy."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands import ExampleRun


@pytest.fixture(scope="session")
def example_case(
    tmp_path_factory: pytest.TempPathFactory, example_as_run: Callable[[Path], ExampleRun]
) -> Path:
    return example_as_run(tmp_path_factory.mktemp("commands") / "case").workspace


@pytest.fixture
def case_copy(example_as_run: Callable[[Path], ExampleRun], tmp_path: Path) -> Path:
    """As it was run: who looks at `example_case` leaves a line in its ledger, which no other test may find."""
    return example_as_run(tmp_path / "case").workspace
