"""Linking on a made-up market that knows nothing of `schakel simulate`, from its messages to its sellers.

Its sellers use letters that only look alike, contacts split over accounts, one photo or price list, quiet moves; beside
them stand shops with one telephone, resellers, pretenders and namesakes (`tests/linking/unlike_market.py`).
"""

from typing import Any

import pytest

from tests.commands import run_json
from tests.linking.unlike_market import make, write

_SEED, _SELLERS = 31, 90


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("unlike")
    write(make(_SEED, _SELLERS), folder, _SEED)
    run_json("run", folder / "export", "-w", folder / "case")
    told = run_json(
        "evaluate", "linking", "-w", folder / "case", "--truth", folder / "truth", "--no-ablation"
    )
    found: dict[str, Any] = told["truth"]
    return found


def test_sellers_are_found_and_strangers_kept_apart(measured: dict[str, Any]) -> None:
    quality = measured["quality"]
    assert quality["f1"]["value"] > 0.74
    assert quality["precision"]["value"] > 0.93
    assert quality["largest_false"] <= 4
    assert quality["f1"]["value"] > max(simple["f1"]["value"] for simple in measured["simple"].values()) + 0.2


def test_probabilities_are_honest(measured: dict[str, Any]) -> None:
    links = measured["links"]
    assert links["expected_error"] < 0.08
    assert links["cllr_compared"] < 0.5


def test_each_disguise_is_seen_through_mostly(measured: dict[str, Any]) -> None:
    kinds = measured["by_kind"]
    for kind, least in (("backup", 0.7), ("moved", 0.7), ("split", 0.7), ("quiet_move", 0.5)):
        found, pairs = next(row for name, row in kinds.items() if set(name.split(" + ")) == {"main", kind})
        assert found >= least * pairs, (kind, found, pairs)
