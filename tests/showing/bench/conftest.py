"""A small made-up market, made once."""

from pathlib import Path

import pytest

from schakel.showing.bench import market

MESSAGES = 600
SELLERS = 12  # the usual fifty take three times as long to judge and decide


@pytest.fixture(scope="session")
def small_market(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of a market of some hundreds of messages; nobody changes it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(market, "_LEAST_SELLERS", SELLERS)
        return market.make_market(MESSAGES, 3, tmp_path_factory.mktemp("bench") / "market")
