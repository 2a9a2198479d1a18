from pathlib import Path

import pytest

from schakel.showing.bench import market
from tests.showing.bench.conftest import MESSAGES, SELLERS


def test_the_same_seed_makes_the_same_market(
    small_market: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(market, "_LEAST_SELLERS", SELLERS)
    again = market.make_market(MESSAGES, 3, tmp_path / "again")
    other = market.make_market(MESSAGES, 4, tmp_path / "other")
    assert again.read_bytes() == small_market.read_bytes()
    assert other.read_bytes() != small_market.read_bytes()
