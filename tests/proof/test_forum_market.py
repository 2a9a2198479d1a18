"""Linking on a fifth made-up market: crews in shifts with burners, sheets of the week, posters for hire, heirs, imitators.

Hours tell nothing of its crews, keepers post for several sellers from one account, and whole ads, lists and pictures
are a wholesaler's (`tests/linking/forum_market.py`). The bounds are what was first measured, before anything was changed.
"""

from typing import Any

import pytest

from tests.linking.forum_market import make, write
from tests.proof.measured_linking import measured_against_truth

_SEED, _SELLERS = 71, 90


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("forum")
    write(make(_SEED, _SELLERS), folder, _SEED)
    return measured_against_truth(folder)


def test_crews_are_found_beside_posters_heirs_and_imitators(measured: dict[str, Any]) -> None:
    quality = measured["quality"]
    assert quality["precision"]["value"] > 0.8
    assert quality["largest_false"] <= 6
    assert quality["f1"]["value"] > 0.75
    assert quality["f1"]["value"] > max(simple["f1"]["value"] for simple in measured["simple"].values()) + 0.3


def test_probabilities_are_honest(measured: dict[str, Any]) -> None:
    assert measured["links"]["expected_error"] < 0.1
