"""Lists and changing populations against simulated truth, and what they refuse."""

import numpy as np
import pytest

from schakel.measuring.market_size.histories import histories
from schakel.measuring.market_size.lists import from_lists
from schakel.measuring.market_size.open_population import jolly_seber
from schakel.records.errors import SettingsError


def test_two_lists_are_chapman() -> None:
    present = np.array([[True, False]] * 40 + [[False, True]] * 20 + [[True, True]] * 10)
    fit = from_lists(histories(("a", "b"), present))[0]
    assert fit.estimate == pytest.approx(51 * 31 / 11 - 1)
    assert fit.se == pytest.approx((51 * 31 * 40 * 20 / (121 * 12)) ** 0.5)


def test_lists_without_overlap_are_refused() -> None:
    present = np.array([[True, False]] * 40 + [[False, True]] * 20)
    assert from_lists(histories(("a", "b"), present))[0].refused


def test_independent_lists_give_the_truth() -> None:
    chance = np.random.default_rng(3)
    present = chance.random((20_000, 4)) < np.array([0.3, 0.2, 0.4, 0.1])
    fits = {fit.method: fit for fit in from_lists(histories(tuple("abcd"), present))}
    assert fits["Mt"].estimate == pytest.approx(20_000, rel=0.02)


def test_lists_that_depend_on_each_other_are_found() -> None:
    chance = np.random.default_rng(4)
    present = chance.random((20_000, 4)) < 0.25
    present[:, 1] |= present[:, 0] & (chance.random(20_000) < 0.5)
    fits = {fit.method: fit for fit in from_lists(histories(tuple("abcd"), present))}
    assert fits["Mt"].estimate < 19_000  # type: ignore[operator]
    assert fits["Mt-pairs"].estimate == pytest.approx(20_000, rel=0.03)
    assert "a+b" in fits["Mt-pairs"].why


def test_a_changing_population_is_followed() -> None:
    chance = np.random.default_rng(11)
    periods, stay, arrive = 7, 0.8, 1000
    came = np.repeat(np.arange(periods), [5000] + [arrive] * (periods - 1))
    gone = came + chance.geometric(1 - stay, len(came))
    when = np.arange(periods)
    there = (when >= came[:, None]) & (when < gone[:, None])
    seen = there & (chance.random(there.shape) < 0.4)
    found = jolly_seber(histories(tuple("1234567"), seen))
    truth = there.sum(axis=0)
    present = [figure for figure in found.figures if figure.what == "present"]
    for figure, number in zip(present, truth[1:-1], strict=True):
        assert figure.estimate == pytest.approx(number, rel=0.06)
    stayed = [figure.estimate for figure in found.figures if figure.what == "stayed"]
    assert np.mean(stayed) == pytest.approx(stay, abs=0.02)
    ever = there[:, 1:-1].any(axis=1) | seen.any(axis=1)
    assert found.figures[-1].estimate == pytest.approx(ever.sum(), rel=0.03)


@pytest.mark.parametrize("lists", [1, 13])
def test_too_few_and_too_many_lists_are_refused(lists: int) -> None:
    with pytest.raises(SettingsError, match=r"this takes 2 to 12"):
        histories(tuple(map(str, range(lists))), np.ones((3, lists), dtype=bool))


def test_a_changing_population_needs_four_periods() -> None:
    with pytest.raises(SettingsError, match="at least 4"):
        jolly_seber(histories(tuple("abc"), np.eye(3, dtype=bool)))
