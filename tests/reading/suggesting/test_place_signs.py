import numpy as np
import pytest

from schakel.reading.suggesting.place_signs import _fit


@pytest.mark.parametrize("trust", [10.0, 1000.0])
@pytest.mark.parametrize("before", [5.0, 40.0])
def test_weights_do_not_run_away_from_what_the_words_say(before: float, trust: float) -> None:
    """Whole steps of Newton's method go ever farther here, to weights of hundreds and an intercept of millions."""
    sign = np.arange(6.0)
    named = np.array([1.0, 1.0, 0.0, 1.0, 0.0, 0.0])
    signs, prior = np.column_stack([np.ones(6), sign]), np.array([0.0, before])
    found = _fit(signs, named, prior, np.array([1.0, trust]))
    # At the best weights the pull of the words and of what was set beforehand cancel out; both kinds are three words.
    pull = sign @ (named - 1 / (1 + np.exp(-signs @ found)))
    assert pull == pytest.approx((found[1] - before) / trust, abs=1e-6)
    assert abs(found[1]) < before
