"""The odds by the signs keep their order and take over the share that the groups make likely."""

import numpy as np
import pytest

from schakel.judging.ghosts.held_to_shares import held_to_shares
from schakel.judging.ghosts.label_model import probability
from schakel.judging.ghosts.two_groups import TwoGroups
from schakel.judging.ghosts.weighing import by_both
from schakel.judging.weights import ghost_model

SCORE = np.random.default_rng(4).normal(-0.5, 1.0, 200)


def groups(*shares: tuple[float, float]) -> TwoGroups:
    levels, weight = (np.array(side) for side in zip(*shares, strict=True))
    return TwoGroups(np.full(len(SCORE), 0.5), levels, weight)


@pytest.mark.parametrize("share", [0.2, 0.45, 0.7])
def test_the_mean_probability_is_the_share_that_is_sure(share: float) -> None:
    held = held_to_shares(SCORE, groups((share, 1.0)), 3.0)
    assert probability(held).mean() == pytest.approx(share, abs=1e-4)
    assert np.ptp(held - SCORE) < 1e-6  # one shift for all


def test_a_share_that_is_not_sure_makes_nobody_surer_and_keeps_the_order() -> None:
    sure = held_to_shares(SCORE, groups((0.4, 1.0)), 3.0)
    unsure = held_to_shares(SCORE, groups((0.1, 0.5), (0.7, 0.5)), 3.0)
    assert probability(unsure).mean() == pytest.approx(0.4, abs=1e-4)
    assert (np.argsort(unsure) == np.argsort(SCORE)).all()
    assert np.std(probability(unsure)) < np.std(probability(sure))


def test_a_share_far_from_the_signs_moves_them_so_far_and_no_farther() -> None:
    held = held_to_shares(SCORE, groups((0.99, 1.0)), 0.5)
    assert held - SCORE == pytest.approx(np.full(len(SCORE), 0.5), abs=1e-4)


def test_two_sellers_of_whom_much_is_known_are_not_thrown_about_by_unlikely_shares() -> None:
    two = np.array([-5.0, 4.0])
    one = TwoGroups(np.array([0.02, 0.98]), np.array([0.02, 0.5, 0.97]), np.array([0.03, 0.94, 0.03]))
    assert (np.abs(held_to_shares(two, one, 1.0)) > 2.0).all()


def test_signs_are_held_small_so_they_count_for_more_beside_the_groups() -> None:
    model, told = ghost_model(), groups((0.4, 1.0))
    odds = by_both(SCORE, told, model)
    part, times = model.groups["part"], model.groups["signs_times"]
    # Every seller's group is as likely as not here, so all of the spread is that of the signs.
    assert np.ptp(odds) == pytest.approx((1.0 - part) * times * np.ptp(SCORE), abs=1e-4)
    assert times > 1
