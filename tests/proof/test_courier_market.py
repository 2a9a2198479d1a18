"""Linking on a third made-up market, in which strangers are tied by couriers, dispatch numbers, keepers and copied ads.

Nobody there hides behind a name alone; who links by any contact in common makes one seller of the whole market
(`tests/linking/courier_market.py`).
"""

from typing import Any

import pytest

from tests.linking.courier_market import make, write
from tests.proof.measured_linking import measured_against_truth

_SEED, _SELLERS = 41, 90


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("couriers")
    write(make(_SEED, _SELLERS), folder, _SEED)
    return measured_against_truth(folder)


def test_strangers_with_a_courier_a_keeper_or_a_price_list_in_common_stay_apart(
    measured: dict[str, Any],
) -> None:
    quality = measured["quality"]
    assert quality["precision"]["value"] > 0.85
    assert quality["largest_false"] <= 4
    assert quality["f1"]["value"] > 0.74
    assert quality["f1"]["value"] > max(simple["f1"]["value"] for simple in measured["simple"].values()) + 0.3


def test_what_is_learned_of_numbers_and_of_keepers_differs(measured: dict[str, Any]) -> None:
    trust = measured["learned"]["trust"]
    keepers = trust["a username or link of six accounts or more"]
    few = trust["a number, wallet or address of three to five accounts"]
    assert keepers["share"] < 0.3 < few["share"]
