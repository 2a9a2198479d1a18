from pathlib import Path

from schakel.showing.bench.market import make_market
from tests.showing.bench.conftest import MESSAGES


def test_the_same_seed_makes_the_same_market(small_market: Path, tmp_path: Path) -> None:
    again = make_market(MESSAGES, 3, tmp_path / "again")
    other = make_market(MESSAGES, 4, tmp_path / "other")
    assert again.read_bytes() == small_market.read_bytes()
    assert other.read_bytes() != small_market.read_bytes()
