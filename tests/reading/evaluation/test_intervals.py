import numpy as np
import pytest

from schakel.reading.evaluation.intervals import mean_share, quality, wilson


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    # Newcombe (1998), Statistics in Medicine 17, table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_published(hits: int, trials: int, low: float, high: float) -> None:
    found = wilson(hits, trials)
    assert found.value == pytest.approx(hits / trials)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_without_trials_everything_is_possible() -> None:
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0.0, 1.0)


def rows(messages: int, right: float, seed: int) -> np.ndarray:  # type: ignore[type-arg]
    hits = np.random.default_rng(seed).random(messages) < right
    return np.array([(1, 0, 0) if hit else (0, 0, 1) for hit in hits], np.int64)


def test_resampled_intervals_cover_the_truth_as_often_as_they_say() -> None:
    covered = sum(
        (found := quality(rows(150, 0.8, seed)).recall).low <= 0.8 <= found.high for seed in range(1000, 1400)
    )
    assert 0.93 <= covered / 400 <= 0.985


def test_items_that_are_wrong_together_widen_the_interval() -> None:
    alone = quality(np.array([(1, 0, 0)] * 80 + [(0, 0, 1)] * 20, np.int64)).recall
    together = quality(np.array([(10, 0, 0)] * 8 + [(0, 0, 10)] * 2, np.int64)).recall
    assert together.value == alone.value
    assert together.high - together.low > 2 * (alone.high - alone.low)


def test_the_order_of_messages_changes_nothing() -> None:
    some = rows(100, 0.7, 1)
    assert quality(some) == quality(some[::-1])


def test_nothing_wrong_is_not_certainty() -> None:
    recall = quality(np.array([(1, 0, 0)] * 10, np.int64)).recall
    assert (recall.value, recall.high) == (1.0, 1.0)
    assert recall.low == pytest.approx(wilson(10, 10).low)


def test_a_mean_over_two_groups_is_resampled_within_each() -> None:
    found = mean_share(np.array([1.0, 1.0, 0.0, 0.0]), np.array([0.25, 0.25, 0.5, 0.5]))
    assert (found.value, found.low, found.high) == (0.5, 0.5, 0.5)
