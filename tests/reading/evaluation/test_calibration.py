import numpy as np
import pytest

from schakel.reading.evaluation.calibration import Calibration, calibrate, reliability


def known(lr: list[float], truth: list[bool], prior: float = 0.0) -> Calibration:
    chances = [1 / (1 + 10 ** -(one + prior)) for one in lr]
    made = calibrate(chances, lr, truth)
    assert made is not None
    return made


def test_ratios_that_say_nothing_cost_one_bit() -> None:
    assert known([0.0] * 4, [True, True, False, False]).cllr.value == pytest.approx(1.0)  # type: ignore[union-attr]


def test_the_cost_of_ratios_by_hand() -> None:
    # Half of log2(1 + 1/10) for the one that is so, half of log2(1 + 2) for the one that is not.
    found = known([1.0, np.log10(2.0)], [True, False])
    assert found.cllr.value == pytest.approx(0.5 * (np.log2(1.1) + np.log2(3)))  # type: ignore[union-attr]


def test_ratios_that_mislead_cost_more_than_nothing_and_recalibration_shows_it() -> None:
    found = known([-2.0, -1.0, -3.0, -3.0], [True, True, False, False])
    assert found.cllr is not None
    assert found.cllr.value > 1
    assert found.cllr_min == pytest.approx(0.0, abs=1e-9)  # the order is perfect


def test_the_best_recalibration_keeps_equal_ratios_equal() -> None:
    found = known([1.0, 1.0, 1.0, 1.0], [True, False, True, False])
    assert found.cllr_min == pytest.approx(1.0)


def test_brier_is_what_scikit_learn_says() -> None:
    metrics = pytest.importorskip("sklearn.metrics", reason="scikit-learn is not installed")
    generator = np.random.default_rng(5)
    chances, truth = generator.random(300).tolist(), (generator.random(300) < 0.4).tolist()
    found = calibrate(chances, [None] * 300, truth)
    assert found is not None
    assert found.brier.value == pytest.approx(metrics.brier_score_loss(truth, chances))
    assert found.brier.low < found.brier.value < found.brier.high
    assert found.cllr is None


def test_expected_error_by_hand() -> None:
    # Ten messages said .25, five are so; ten said .85, nine are so.
    chances = [0.25] * 10 + [0.85] * 10
    truth = [True] * 5 + [False] * 5 + [True] * 9 + [False]
    found = calibrate(chances, [None] * 20, truth)
    assert found is not None
    assert found.expected_error == pytest.approx((10 * 0.25 + 10 * 0.05) / 20)
    assert [(part.low, part.messages) for part in found.bins] == [(0.2, 10), (0.8, 10)]


def test_odds_beforehand_of_these_messages_are_told_apart_from_the_weights() -> None:
    # Honest ratios, with odds beforehand a thousand times too low.
    lr = [1.0] * 10 + [-1.0] * 10
    truth = [True] * 9 + [False] + [False] * 9 + [True]
    chances = [10 ** (one - 3) / (1 + 10 ** (one - 3)) for one in lr]
    found = calibrate(chances, lr, truth)
    assert found is not None
    assert found.expected_error > 0.4
    assert found.expected_error_here < 0.02


def test_without_both_kinds_there_is_nothing_to_say() -> None:
    assert calibrate([0.5, 0.6], [0.0, 0.1], [True, True]) is None


def test_certainty_falls_into_the_last_tenth() -> None:
    (part,) = reliability([1.0, 0.95], [True, True])
    assert (part.low, part.high, part.messages, part.true.value) == (0.9, 1.0, 2, 1.0)
