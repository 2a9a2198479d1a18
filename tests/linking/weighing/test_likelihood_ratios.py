from math import inf, log2

import numpy as np
import pytest

from schakel.linking.weighing.likelihood_ratios import best, cllr, forensic, reliability


def test_cllr_is_nothing_where_ratios_are_one_and_small_where_they_are_right() -> None:
    true = np.array([True, True, False, False])
    assert cllr(np.zeros(4), true) == 1.0
    assert cllr(np.array([9.0, 9.0, -9.0, -9.0]), true) < 1e-6
    assert cllr(np.array([-3.0, 0.0, 0.0, 0.0]), true) > 2


def test_cllr_by_hand() -> None:
    # (Bruemmer and du Preez 2006): the mean of log2(1+1/LR) over true and of log2(1+LR) over false pairs
    true = np.array([True, True, False])
    by_hand = ((log2(1 + 1 / 100) + log2(1 + 1 / 0.1)) / 2 + log2(1 + 10)) / 2
    assert cllr(np.array([2.0, -1.0, 1.0]), true) == pytest.approx(by_hand)


def test_the_best_recalibration_pools_what_is_in_the_wrong_order() -> None:
    weights, true = np.array([0.0, 1.0, 2.0, 3.0]), np.array([False, True, False, True])
    # by hand: the middle two are pooled to one in two
    assert best(weights, true).tolist() == [-inf, 0.0, 0.0, inf]
    assert cllr(best(weights, true), true) <= cllr(weights, true)


def test_honest_probabilities_have_no_calibration_error() -> None:
    said = [0.0] * 10
    made = forensic([np.log10(3)] * 40, [True] * 30 + [False] * 10, 0.0)
    assert made.expected_error == pytest.approx(0.0)
    assert made.reliability[0].said == pytest.approx(0.75)
    assert forensic(said, [True] * 10, 2.0).expected_error == pytest.approx(1 - 1 / 1.01)


def test_tippett_shares_fall_from_one_to_none() -> None:
    made = forensic([-5.0, 0.5, 5.0, 9.0], [False, False, True, True], -4.0)
    at = {row.above: (row.true, row.false) for row in made.tippett}
    assert at[0.0] == (1.0, 0.5)
    assert at[6.0] == (0.5, 0.0)


def test_no_pairs_and_pairs_of_one_kind() -> None:
    assert forensic([], [], -4.0).cllr is None
    assert forensic([1.0], [True], -4.0).cllr is None
    assert reliability(np.array([1.0]), np.array([True]))[0].high == 1.0


def test_the_same_cost_as_the_reference_of_the_forensic_institute() -> None:
    """`lir` 1.3.1 of the Netherlands Forensic Institute gave these two figures for the same ratios."""
    number = np.arange(400)
    true = number % 3 == 0
    ratios = np.round(np.sin(number * 1.7) * 1.5 + np.where(true, 1.2, -1.0) + np.cos(number * 0.31) * 0.8, 3)
    assert cllr(ratios, true) == pytest.approx(0.614984288802249, abs=1e-9)
    assert cllr(best(ratios, true), true) == pytest.approx(0.4932115534964266, abs=1e-9)
