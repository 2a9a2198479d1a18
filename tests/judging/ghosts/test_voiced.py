"""What customers' word as a whole tells of the share of ghosts."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from schakel.judging.ghost_signs.reputation import Reputation
from schakel.judging.ghosts.label_model import NOTHING_TOLD
from schakel.judging.ghosts.two_groups import Totals, WeighedPlaces
from schakel.judging.ghosts.voiced import NOTHING_VOICED, Voiced, log_likelihood, voiced
from schakel.judging.weights import ghost_model

MODEL = ghost_model()
SHARES = np.linspace(0.02, 0.98, 97)


def spoken_of(**trust: int) -> Reputation:
    counts: dict[str, Any] = dict.fromkeys(Reputation._fields, 0)
    return Reputation(**(counts | trust))


def likeliest(said: Voiced) -> float:
    return float(SHARES[np.argmax(log_likelihood(SHARES, said, MODEL))])


def test_a_seller_is_on_the_side_of_which_more_is_said_by_those_who_are_trusted() -> None:
    rows = [
        spoken_of(warners=3, warner_trust=900, voucher_trust=1000),
        spoken_of(ill_trust=1000),
        spoken_of(well_trust=500, warner_trust=400),
        spoken_of(voucher_trust=700, warner_trust=700),
        spoken_of(),
    ]
    assert voiced(rows) == Voiced(ill=1, well=2)


def test_the_share_lies_a_little_above_that_of_sellers_of_whom_more_ill_is_said_and_farther_from_the_half() -> (
    None
):
    assert 0.5 < likeliest(Voiced(50, 50)) < 0.62
    assert 0.05 < likeliest(Voiced(15, 85)) < 0.15  # real sellers are complained of too
    assert 80 / 120 + 0.05 < likeliest(Voiced(80, 40)) < 80 / 120 + 0.15  # and some ghosts praised


def test_more_warnings_never_make_fewer_ghosts_likely() -> None:
    found = [likeliest(Voiced(ill, 50)) for ill in range(3, 200, 7)]
    assert found == sorted(found)
    assert found[0] < 0.2
    assert found[-1] > 0.7


def test_few_voices_tell_less_than_many_and_hardly_any_warning_tells_nothing() -> None:
    few, many = (log_likelihood(SHARES, Voiced(n, 3 * n), MODEL) for n in (4, 400))
    assert np.ptp(few) < np.ptp(many)
    least = int(MODEL.groups["voiced_least"])
    assert not log_likelihood(SHARES, Voiced(least - 1, 90), MODEL).any()
    assert log_likelihood(SHARES, Voiced(least, 90), MODEL).any()
    assert not log_likelihood(SHARES, NOTHING_VOICED, MODEL).any()


@pytest.fixture(scope="module")
def run_together() -> Totals:
    """Totals in which the two groups cannot be told apart."""
    seen = np.random.default_rng(5).normal(-0.6, 0.9, 160)
    one = np.ones_like(seen)
    return Totals(seen, -1.0 * one, 1.0 * one, 0.7 * one)


def test_where_the_groups_run_together_the_share_and_its_bounds_follow_what_is_said(
    run_together: Totals,
) -> None:
    silent, few, many = (
        WeighedPlaces(run_together, MODEL, said) for said in (NOTHING_VOICED, Voiced(12, 80), Voiced(80, 40))
    )
    shares = [np.average(g.shares, weights=g.weight) for g in (p.groups(NOTHING_TOLD) for p in (few, many))]
    assert shares[0] < 0.4
    assert shares[1] > 0.5
    low, high = few.bounds(NOTHING_TOLD)
    widest = silent.bounds(NOTHING_TOLD)
    assert high - low < widest[1] - widest[0]
    assert few.known(NOTHING_TOLD) > silent.known(NOTHING_TOLD)


def test_the_settings_are_those_of_the_list(run_together: Totals) -> None:
    other = replace(MODEL, groups={**MODEL.groups, "voiced_more": 2.0})
    said = Voiced(30, 30)
    assert np.argmax(log_likelihood(SHARES, said, other)) > np.argmax(log_likelihood(SHARES, said, MODEL))
