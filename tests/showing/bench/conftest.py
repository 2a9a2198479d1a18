"""A small made-up market, made once."""

from pathlib import Path

import pytest

from schakel.showing.bench.market import make_market

MESSAGES = 600


@pytest.fixture(scope="session")
def small_market(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of a market of some hundreds of messages; nobody changes it."""
    return make_market(MESSAGES, 3, tmp_path_factory.mktemp("bench") / "market")
