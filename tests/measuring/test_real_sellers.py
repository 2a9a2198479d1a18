"""From accounts to sellers to real sellers: what is drawn, what is counted, what is refused."""

import msgspec
import numpy as np
import pytest

from schakel.measuring.real_sellers.carried import ALL, PERSISTENT, carried
from schakel.measuring.real_sellers.doubt import Doubts, settle, worlds
from schakel.measuring.real_sellers.sighted import Sightings, seen_in_worlds
from schakel.measuring.settings import given

DRAWS = msgspec.structs.replace(given().draws, many=200)


def doubts(same: float, ghost: float = 1e-6) -> Doubts:
    """Four accounts: 0 and 1 resolved as one seller, 2 and 3 alone; a pair within and one across."""
    three = np.full(3, ghost)
    return Doubts(
        np.array([0, 0, 1, 2]),
        np.array([0, 1]),
        np.array([1, 2]),
        np.array([same, 1 - same]),
        three,
        three,
        three,
    )


def test_sure_links_are_the_same_in_every_world() -> None:
    drawn = list(worlds(settle(doubts(0.9999), DRAWS.sure), DRAWS))
    assert {len(set(world.group.tolist())) for world in drawn} == {3}
    assert all(world.real.all() for world in drawn)


def test_links_stand_as_often_as_their_probability_says() -> None:
    still = msgspec.structs.replace(DRAWS, alias_shift=0.0, many=2000)
    drawn = list(worlds(settle(doubts(0.8), still.sure), still))
    parted = np.mean([world.group[0] != world.group[1] for world in drawn])
    joined = np.mean([world.group[1] == world.group[2] for world in drawn])
    assert parted == pytest.approx(0.2, abs=0.03)
    assert joined == pytest.approx(0.2, abs=0.03)


def test_ghosts_are_as_many_as_their_probability_says_and_err_together() -> None:
    many, half = 400, np.full(400, 0.5)
    alone = np.zeros(0, dtype=np.int64)
    sure = Doubts(np.arange(many), alone, alone, np.zeros(0), half, half, half)
    unsure = Doubts(np.arange(many), alone, alone, np.zeros(0), half, half / 5, 1 - half / 5)
    narrow, wide = (
        np.std([world.real.mean() for world in worlds(settle(one, DRAWS.sure), DRAWS)])
        for one in (sure, unsure)
    )
    assert narrow == pytest.approx(0.025, abs=0.008)
    assert wide > 5 * narrow


def test_accounts_of_one_seller_without_a_weighed_pair_stay_together() -> None:
    none = np.zeros(0, dtype=np.int64)
    by_verdict = Doubts(np.array([0, 0, 1]), none, none, np.zeros(0), *([np.full(2, 0.1)] * 3))
    unit = settle(by_verdict, DRAWS.sure).unit
    assert unit[0] == unit[1] != unit[2]


def test_days_of_aliases_count_once_and_ghosts_take_theirs_with_them() -> None:
    seen = Sightings(
        (("all", "all"), ("month", "2025-12")),
        np.array([0, 0, 0, 0, 1, 1]),
        np.array([0, 1, 1, 2, 0, 1]),
        np.array([5, 5, 6, 5, 5, 5]),
    )
    found = seen_in_worlds(seen, settle(doubts(0.9999, ghost=0.25), DRAWS.sure), DRAWS)
    assert found.everyone[0, 0, :3].tolist() == [1, 1, 0]  # one seller on one day, one on two
    assert found.real[0, 0, :3] == pytest.approx([0.75, 0.75, 0])
    assert found.everyone[0, 1, :2].tolist() == [1, 0]  # both accounts on the same day
    assert (found.real[1:] <= found.everyone[1:]).all()


def test_what_the_data_do_not_carry_is_refused_in_words() -> None:
    few = np.zeros((5, 11))
    few[:, :2] = [3, 2]
    once = np.zeros((5, 11))
    once[:, 0] = 50
    for table, word in ((few, "fewer than"), (once, "two days")):
        found = carried(table, DRAWS, given().least)
        assert found[PERSISTENT].refused
        assert word in found[PERSISTENT].assumes[-1]


def test_who_is_seen_on_most_days_needs_no_estimate() -> None:
    often = np.zeros((5, 11))
    often[:, 10] = 40
    found = carried(often, DRAWS, given().least)[ALL]
    assert (found.low, found.value, found.high) == (40, 40, 40)


def test_doubt_about_ghosts_makes_the_bracket_wider() -> None:
    table = np.array([40.0, 25, 18, 12, 9, 7, 5, 4, 3, 2, 20])
    sure = np.repeat(table[None], 60, axis=0)
    doubted = sure * np.random.default_rng(1).uniform(0.5, 1.5, (60, 1))
    narrow, wide = (carried(one, DRAWS, given().least)[PERSISTENT] for one in (sure, doubted))
    assert narrow.low
    assert narrow.high
    assert wide.low
    assert wide.high
    assert wide.low < narrow.low < narrow.high < wide.high
