"""The plan against brute force on small cases, and its speed on large ones."""

import time
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.deciding.knapsack import Options, best_set, greedy


@st.composite
def small_options(draw: st.DrawFn) -> Options:
    leads = draw(st.integers(1, 7))
    units = draw(st.integers(1, 3))
    lead, unit = [], []
    for k in range(leads):
        home = draw(st.integers(0, units - 1))
        lead, unit = [*lead, k], [*unit, home]
        if home and draw(st.booleans()):
            lead, unit = [*lead, k], [*unit, 0]
    worth = [draw(st.integers(0, 400)) / 4 for _ in range(leads)]
    hours = [draw(st.integers(1, 60)) / 2 for _ in range(leads)]
    capacity = [float(draw(st.integers(0, 60))) for _ in range(units)]
    return Options(
        np.array(lead),
        np.array(unit),
        np.array([worth[k] for k in lead]),
        np.array([hours[k] for k in lead]),
        np.array(capacity),
        leads,
    )


def fits(options: Options, chosen: np.ndarray) -> bool:
    spent = np.bincount(options.unit[chosen], options.hours[chosen], minlength=len(options.capacity))
    return bool(np.all(spent <= options.capacity + 1e-6)) and len(set(options.lead[chosen])) == chosen.sum()


def brute_force(options: Options) -> float:
    plans = (np.array(bits, bool) for bits in product((False, True), repeat=len(options.lead)))
    return max(float(options.worth[plan].sum()) for plan in plans if fits(options, plan))


@given(small_options())
@settings(max_examples=150, deadline=None)
def test_no_plan_is_worth_more_than_the_chosen_one(options: Options) -> None:
    solution = best_set(options)
    assert solution.proven
    assert fits(options, solution.chosen)
    assert abs(options.worth[solution.chosen].sum() - brute_force(options)) < 1e-4


@given(small_options())
@settings(max_examples=60, deadline=None)
def test_the_greedy_plan_fits_and_is_never_better(options: Options) -> None:
    simple = greedy(options)
    assert fits(options, simple)
    assert options.worth[simple].sum() <= options.worth[best_set(options).chosen].sum() + 1e-4


def test_the_exact_plan_beats_worth_per_hour_where_that_fails() -> None:
    # 60 hours: the lead with the best rate (10 hours) shuts out the one that fills them.
    options = Options(
        np.array([0, 1]),
        np.array([0, 0]),
        np.array([12.0, 60.0]),
        np.array([10.0, 60.0]),
        np.array([60.0]),
        2,
    )
    assert greedy(options).tolist() == [True, False]
    assert best_set(options).chosen.tolist() == [False, True]


def large_options(seed: int) -> Options:
    chance = np.random.default_rng(seed)
    leads = 10_000
    home = chance.integers(0, 11, leads)
    too = np.flatnonzero((chance.random(leads) < 0.3) & (home != 0))
    lead = np.concatenate([np.arange(leads), too])
    order = np.argsort(lead, kind="stable")
    unit = np.concatenate([home, np.zeros(len(too), np.int64)])[order]
    lead = lead[order]
    worth = chance.lognormal(2, 1.5, leads)
    hours = chance.choice([12.0, 14.0, 20.0, 24.0, 28.0, 64.0, 72.0], leads)
    capacity = np.full(11, 400.0)
    return Options(lead, unit, worth[lead], hours[lead], capacity, leads)


def test_ten_thousand_leads_and_eleven_units_take_seconds(capfd: pytest.CaptureFixture[str]) -> None:
    options = large_options(5)
    start = time.process_time()
    solution = best_set(options)
    assert time.process_time() - start < 5
    assert fits(options, solution.chosen)
    assert solution.proven
    assert options.worth[solution.chosen].sum() >= options.worth[greedy(options)].sum()
    assert capfd.readouterr().out == ""


def test_equal_leads_are_taken_in_order() -> None:
    options = Options(
        np.arange(6), np.zeros(6, np.int64), np.full(6, 5.0), np.full(6, 10.0), np.array([30.0]), 6
    )
    assert np.flatnonzero(best_set(options).chosen).tolist() == [0, 1, 2]


def test_nothing_to_choose_from_is_an_empty_plan() -> None:
    none = np.zeros(0, np.int64)
    assert best_set(Options(none, none, np.zeros(0), np.zeros(0), np.array([10.0]), 0)).chosen.tolist() == []
