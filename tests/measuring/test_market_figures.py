"""Concentration and discounts against answers that are known, and money only as bounds."""

import numpy as np
import pyarrow as pa
import pytest

from schakel.measuring.market.base import with_local_time
from schakel.measuring.market.concentration import gini, lorenz, top_shares
from schakel.measuring.market.discounts import discounts
from schakel.measuring.real_sellers.carried import Carried
from schakel.measuring.real_sellers.volume import ads_sent, trade


def test_gini_of_known_shares() -> None:
    assert gini(np.array([5.0, 5, 5, 5])) == pytest.approx(0)
    assert gini(np.array([0.0, 0, 0, 8])) == pytest.approx(0.75)
    assert gini(np.array([1.0, 2, 3, 4])) == pytest.approx(0.25)
    assert gini(np.array([])) == 0


def test_the_curve_runs_from_nothing_to_all_below_the_diagonal() -> None:
    curve = lorenz(np.array([1.0, 1, 2, 16]))
    assert curve[0] == (0.0, 0.0)
    assert curve[-1] == (1.0, 1.0)
    assert all(y <= x + 1e-12 for x, y in curve)
    assert dict(curve)[0.75] == pytest.approx(4 / 20)
    assert top_shares(np.array([1.0] * 19 + [21]))["top-5-percent"] == (pytest.approx(21 / 40), 1)


def test_a_discount_is_found_within_lists_and_not_between_dear_and_cheap_sellers() -> None:
    amounts, rows = np.array([1.0, 5, 10]), []
    for seller, level in enumerate((1.0, 2.0, 3.0, 4.0, 5.0, 6.0)):
        x, y = np.log(amounts), np.log(level * 50 * amounts**0.8)
        x, y = x - x.mean(), y - y.mean()
        rows.append(
            {
                "commodity": "cocaine",
                "seller_id": str(seller),
                "xx": (x * x).sum(),
                "xy": (x * y).sum(),
                "texts": 1,
            }
        )
    (found,) = discounts(pa.Table.from_pylist(rows), 5)
    assert found.power == pytest.approx(0.8)
    assert found.tenfold()[0] == pytest.approx(10**-0.2 - 1)
    assert discounts(pa.Table.from_pylist(rows[:4]), 5) == []


def test_gaps_add_ads_as_bounds() -> None:
    gaps = pa.table({"chat_id": ["a", "b"], "seen": [90, 100], "missing": [10, 0], "ads": [45, 20]})
    found = ads_sent(gaps)
    assert (found.low, found.value, found.high) == (65, 70, 75)
    assert "10 of 200" in found.assumes[0]


def test_turnover_is_bounds_with_the_assumptions_they_rest_on() -> None:
    days = {"retail": np.array([100.0, 120.0])}
    known = {"retail": Carried(50, 60.0, 50.0, 70.0, ())}
    prices = pa.table({"scale": ["retail"], "low": [40.0], "high": [60.0], "sellers": [9]})
    deals, money = trade(days, known, prices, {"retail": (1.0, 4.0)}, 1)
    assert 100 <= deals.low < deals.value < deals.high <= 140 * 4
    assert deals.low * 40 < money.value < deals.high * 60
    assert any("1 to 4 deals" in one for one in money.assumes)
    assert (deals, money) == trade(days, known, prices, {"retail": (1.0, 4.0)}, 1)


def test_hours_are_those_of_the_dutch_day_also_in_summer() -> None:
    moments = pa.array([1_751_320_800, 1_735_686_000], pa.timestamp("s", tz="UTC"))  # 22:00 and 23:00 UTC
    told = with_local_time(pa.table({"sent_at": moments})).to_pylist()
    assert [(row["hour"], row["weekday"], row["month"], row["week"]) for row in told] == [
        (0, 2, "2025-07", "2025-06-30"),
        (0, 3, "2025-01", "2024-12-30"),
    ]
