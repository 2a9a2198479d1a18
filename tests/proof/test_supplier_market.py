"""Linking on a fourth made-up market: resellers of one supplier, shop bots, support accounts, recycled numbers.

Its sellers' lists, phrases and photos are their suppliers'; who links by them, or by any contact in common, makes one
seller of all customers (`tests/linking/supplier_market.py`).
"""

from typing import Any

import pytest

from tests.linking.supplier_market import make, write
from tests.proof.measured_linking import measured_against_truth

_SEED, _SELLERS = 61, 90


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("suppliers")
    write(make(_SEED, _SELLERS), folder, _SEED)
    return measured_against_truth(folder)


def test_customers_of_one_supplier_or_bot_stay_apart(measured: dict[str, Any]) -> None:
    quality = measured["quality"]
    assert quality["precision"]["value"] > 0.93
    assert quality["largest_false"] <= 5
    assert quality["f1"]["value"] > 0.74
    assert quality["f1"]["value"] > max(simple["f1"]["value"] for simple in measured["simple"].values()) + 0.3


def test_probabilities_are_honest(measured: dict[str, Any]) -> None:
    assert measured["links"]["expected_error"] < 0.05
