"""The plan against brute force on small cases, and its proof on large ones (its speed: benchmarks.plan)."""

import time
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.deciding.greedy import greedy
from schakel.deciding.program import Bounds, Candidate, Program, Wanted, make_program
from schakel.deciding.solve import best_plan

KINDS = ("digital", "tactical")


@st.composite
def small_programs(draw: st.DrawFn) -> Program:
    units = draw(st.integers(1, 3))
    candidates = []
    for _ in range(draw(st.integers(1, 7))):
        home = draw(st.integers(0, units - 1))
        hours, kind = draw(st.integers(1, 60)) / 2, draw(st.sampled_from(KINDS))
        candidates.append(
            Candidate(
                worth=draw(st.integers(0, 400)) / 4,
                hours=hours + 1,
                work={"identification": 1.0, kind: hours},
                units=(home, 0) if home and draw(st.booleans()) else (home,),
                network=draw(st.sampled_from([None, "n_1", "n_2"])),
                tags=frozenset(draw(st.sets(st.sampled_from(["minors", "bulk"])))),
            )
        )
    skills = draw(
        st.dictionaries(
            st.tuples(st.integers(0, units - 1), st.sampled_from(KINDS)),
            st.integers(0, 40).map(float),
            max_size=2,
        )
    )
    wanted = [
        Wanted(
            tag,
            float(draw(st.integers(0, 40))),
            frozenset([tag]),
            frozenset(draw(st.sets(st.integers(0, units - 1)))),
        )
        for tag in draw(st.lists(st.sampled_from(["minors", "bulk"]), max_size=2, unique=True))
    ]
    capacity = [float(draw(st.integers(0, 60))) for _ in range(units)]
    return make_program(candidates, Bounds(capacity, skills, draw(st.integers(0, 2)), wanted))


def missing(program: Program, plan: np.ndarray) -> tuple[float, ...]:
    short = np.maximum(program.least - program.wanted @ plan.astype(float), 0.0)
    return tuple(round(float(hours), 4) for hours in short)


def brute_force(program: Program) -> tuple[tuple[float, ...], float]:
    plans = (np.array(bits, bool) for bits in product((False, True), repeat=program.size))
    fitting = [
        (missing(program, plan), -float(program.worth[plan].sum())) for plan in plans if program.fits(plan)
    ]
    short, worth = min(fitting)
    return short, -worth


@given(small_programs())
@settings(max_examples=150, deadline=None)
def test_no_plan_fills_the_minima_better_or_is_worth_more(program: Program) -> None:
    solution = best_plan(program)
    short, worth = brute_force(program)
    assert program.fits(solution.chosen)
    assert np.bincount(program.lead[solution.chosen], minlength=1).max() <= 1
    assert missing(program, solution.chosen) == pytest.approx(short, abs=1e-3)
    assert float(program.worth[solution.chosen].sum()) == pytest.approx(worth, abs=1e-3)
    assert solution.bound >= worth - 1e-3
    assert solution.gap(program) < 1e-5


@given(small_programs())
@settings(max_examples=60, deadline=None)
def test_the_plan_by_worth_per_hour_fits_too(program: Program) -> None:
    simple = greedy(program)
    assert program.fits(simple)
    if not len(program.least):
        assert program.worth[simple].sum() <= program.worth[best_plan(program).chosen].sum() + 1e-3


def one_unit(*leads: tuple[float, float], hours: float) -> Program:
    return make_program([Candidate(w, h, {}, (0,)) for w, h in leads], Bounds([hours], {}, 0))


def test_the_best_plan_beats_worth_per_hour_where_that_fails() -> None:
    # 60 hours: the lead with the best rate (10 hours) shuts out the one that fills them.
    program = one_unit((12.0, 10.0), (60.0, 60.0), hours=60.0)
    assert greedy(program).tolist() == [True, False]
    assert best_plan(program).chosen.tolist() == [False, True]


def test_equal_leads_are_taken_in_order() -> None:
    program = one_unit(*[(5.0, 10.0)] * 6, hours=30.0)
    assert np.flatnonzero(best_plan(program).chosen).tolist() == [0, 1, 2]


def test_nothing_to_choose_from_is_an_empty_plan() -> None:
    program = make_program([], Bounds([10.0], {}, 3))
    assert best_plan(program).chosen.tolist() == []
    assert greedy(program).tolist() == []


def large_program(seed: int, hours: float, **bounds: object) -> Program:
    chance = np.random.default_rng(seed)
    leads = 10_000
    home, national = chance.integers(0, 11, leads).tolist(), (chance.random(leads) < 0.3).tolist()
    worth = chance.lognormal(1, 1.6, leads).tolist()
    identify = chance.choice([4.0, 8, 10, 12, 14, 16, 24], leads).tolist()
    further = chance.choice([8.0, 16, 60], leads, p=[0.5, 0.35, 0.15]).tolist()
    networks = chance.integers(0, 2500, leads).tolist()
    candidates = [
        Candidate(
            worth=worth[k],
            hours=identify[k] + further[k],
            work={"identification": identify[k], "tactical": further[k]},
            units=(home[k], 0) if national[k] and home[k] else (home[k],),
            network=f"n_{networks[k]}" if k % 3 else None,
            tags=frozenset(["minors"] if k % 40 == 0 else []),
        )
        for k in range(leads)
    ]
    capacity = [3 * hours] + [hours] * 10
    return make_program(candidates, Bounds(capacity, **{"skills": {}, "per_network": 3, **bounds}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("hours", "bounds"),
    [
        (40.0, {}),
        (400.0, {}),
        (4000.0, {}),
        (40.0, {"skills": {(3, "tactical"): 0.0}, "wanted": [Wanted("p", 60.0, frozenset(["minors"]))]}),
    ],
)
def test_ten_thousand_leads_and_eleven_units_are_proved_within_a_thousandth(
    capfd: pytest.CaptureFixture[str],
    hours: float,
    bounds: dict[str, object],
) -> None:
    program = large_program(5, hours, **bounds)
    start = time.process_time()
    solution = best_plan(program)
    assert time.process_time() - start < 5
    assert program.fits(solution.chosen)
    assert solution.gap(program) < 1e-3
    assert not solution.missing.any()
    worth = program.worth[solution.chosen].sum()
    if not bounds:
        assert worth >= program.worth[greedy(program)].sum()
    assert worth <= solution.bound + 1e-6
    assert capfd.readouterr().out == ""
    assert best_plan(program).chosen.tolist() == solution.chosen.tolist()
