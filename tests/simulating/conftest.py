from pathlib import Path

import pytest

from schakel.simulating import MarketSettings, MarketSummary, simulate
from tests.simulating.markets import Read

SETTINGS = MarketSettings(sellers=90, days=40, seed=7, messages=12_000, chats=6, copies_per_ad=20.0)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, MarketSummary]:
    folder = tmp_path_factory.mktemp("market")
    return folder, simulate(SETTINGS, folder)


@pytest.fixture(scope="session")
def market(made: tuple[Path, MarketSummary]) -> Read:
    return Read.of(made[0])
