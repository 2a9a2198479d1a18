"""How stable a plan is: where no other plan can be better it is not searched for, and the shares are those of a search."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.deciding import stability as room
from schakel.deciding.moved_worth import Moved
from schakel.deciding.program import Bounds, Candidate, Program, make_program
from schakel.deciding.solve import best_plan
from schakel.deciding.stability import Stability, stability

DRAWS = 3


def leads(*hours: float, capacity: float) -> Program:
    """Leads of these hours that are worth as many days, in one unit."""
    candidates = [Candidate(one, one, {"tactical": one}, (0,)) for one in hours]
    return make_program(candidates, Bounds([capacity], {}, 0))


def moves(program: Program, seed: int = 1) -> Moved:
    chance = np.random.default_rng(seed)
    worth = np.full(program.leads, 100.0)  # those that no unit can take are worth much
    worth[program.lead] = program.worth
    return Moved(
        worth * np.exp(chance.standard_normal((DRAWS, program.leads)) / 2), np.ones((DRAWS, program.leads))
    )


def simulated(program: Program, moved: Moved) -> Stability:
    plan = best_plan(program)
    return stability(program, plan.chosen, plan.missing, moved)


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one with every plan that is searched for."""
    made: list[int] = []
    search = room._plan

    def counted(*given: object) -> object:
        made.append(1)
        return search(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "_plan", counted)
    return made


@pytest.mark.parametrize(
    ("capacity", "looked"),
    [(60.0, 0), (59.0, DRAWS)],  # all three fit; the least of them does not
)
def test_no_plan_is_searched_for_where_every_lead_is_taken(
    searches: list[int], capacity: float, looked: int
) -> None:
    program = leads(30.0, 20.0, 10.0, capacity=capacity)
    found = simulated(program, moves(program))
    assert len(searches) == looked
    assert (found.share.min() == 1.0) == (looked == 0)


def test_a_lead_that_no_unit_has_the_hours_for_is_not_waited_for(searches: list[int]) -> None:
    program = leads(30.0, 500.0, capacity=60.0)
    assert simulated(program, moves(program)).share.tolist() == [1.0, 0.0]
    assert searches == []


@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=6), st.integers(0, 150), st.integers(0, 99))
def test_shares_are_those_of_a_search_for_every_plan(hours: list[int], capacity: int, seed: int) -> None:
    program = leads(*map(float, hours), capacity=float(capacity))
    if not program.size:
        return
    moved = moves(program, seed)
    found = simulated(program, moved)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(room, "_none_is_better", lambda *_: False)
        searched = simulated(program, moved)
    for name in ("share", "worth", "hours"):
        assert np.array_equal(getattr(found, name), getattr(searched, name))
