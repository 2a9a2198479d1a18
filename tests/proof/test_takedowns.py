"""Takedowns with a known effect, days on which nothing happened, and sellers known to come back."""

from benchmarks.takedowns import found, returns, share_back, takedown

MANY = 100


def test_the_interval_holds_the_known_effect_nine_times_in_ten() -> None:
    held = 0
    for number in range(MANY):
        one = takedown(number, 77, effect=True)
        told = found(one)
        assert told.low is not None
        assert told.high is not None
        held += told.low <= one.truth <= told.high
    assert held >= 90


def test_strong_effects_are_found() -> None:
    strong = [one for one in (takedown(n, 78, effect=True) for n in range(MANY)) if one.truth < -0.5]
    told = [found(one).high for one in strong]
    assert sum(high is not None and high < 0 for high in told) >= 0.7 * len(strong)


def test_nothing_is_found_on_days_on_which_nothing_happened() -> None:
    told = [found(takedown(number, 79, effect=False)) for number in range(MANY)]
    assert (
        sum(one.low is not None and one.high is not None and one.low <= 0 <= one.high for one in told) >= 90
    )


def test_the_share_that_came_back_is_held_nine_times_in_ten() -> None:
    made = [returns(number, 80) for number in range(MANY)]
    assert sum(share_back(one).low <= one.truth <= share_back(one).high for one in made) >= 90
