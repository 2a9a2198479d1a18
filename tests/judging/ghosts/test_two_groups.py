"""Where ghosts and real sellers lie, found in totals of which the truth is known."""

from dataclasses import replace

import numpy as np
import pytest

from schakel.judging.ghosts.label_model import NOTHING_TOLD, Told
from schakel.judging.ghosts.two_groups import Totals, TwoGroups, WeighedPlaces, _leaning, two_groups
from schakel.judging.weights import ghost_model

MODEL = ghost_model()


def made(seed: int, share: float, *, ghosts_at: float = 1.0, sellers: int = 120) -> tuple[Totals, np.ndarray]:
    """Totals of sellers of whom more or less can be seen; ghosts lie at 1 as published, or nearer to the real ones."""
    chance = np.random.default_rng(seed)
    ghost = chance.random(sellers) < share
    half = chance.uniform(0.6, 2.2, sellers)
    spread = half * 0.7
    place = np.where(ghost, ghosts_at, -1.0)
    seen = place * half + chance.normal(0, 1, sellers) * 0.7 * np.sqrt(spread)
    return Totals(seen, -half, half, spread), ghost


def found(totals: Totals, told: Told = NOTHING_TOLD) -> TwoGroups:
    return two_groups(totals, told, MODEL)


def bounds(totals: Totals, told: Told = NOTHING_TOLD, beyond: float = 0.0) -> tuple[float, float]:
    return WeighedPlaces(totals, MODEL).bounds(told, beyond)


def between(totals: Totals, told: Told = NOTHING_TOLD, beyond: float = 0.0) -> float:
    low, high = bounds(totals, told, beyond)
    return high - low


def test_ghosts_are_found_where_they_lie() -> None:
    for seed in range(10):
        totals, ghost = made(seed, 0.4)
        said = found(totals).probability
        assert said[ghost].mean() > 0.8
        assert said[~ghost].mean() < 0.2


def test_the_bounds_hold_the_share_also_where_ghosts_come_near_and_are_wider_there() -> None:
    held, width = {}, {}
    for at in (1.0, -0.1):
        rows = [
            (bounds(totals), ghost.mean())
            for totals, ghost in (made(n, 0.2 + n / 60, ghosts_at=at) for n in range(30))
        ]
        held[at] = sum(
            low - 0.05 <= share <= high + 0.05 for (low, high), share in rows
        )  # .05: chance of the count
        width[at] = np.mean([high - low for (low, high), _ in rows])
    assert min(held.values()) >= 26
    assert width[-0.1] > 1.3 * width[1.0]


def test_more_sellers_do_not_make_the_bounds_narrower_than_the_model_deserves() -> None:
    few, many = (np.mean([width(n, sellers) for n in range(5)]) for sellers in (120, 3000))
    assert many > 0.6 * few


def width(seed: int, sellers: int) -> float:
    return between(made(seed, 0.4, sellers=sellers)[0])


def test_the_farther_what_is_said_goes_against_all_else_the_wider_the_bounds_on_both_sides() -> None:
    for seed in range(5):
        totals, _ = made(seed, 0.4)
        plain, some, much = (bounds(totals, beyond=beyond) for beyond in (0.0, 0.02, 0.1))
        assert much[0] < some[0] < plain[0]
        assert plain[1] < some[1] < much[1]
        assert some[1] - some[0] > plain[1] - plain[0] + 0.03


def test_after_many_words_of_people_what_is_only_said_widens_little() -> None:
    totals, ghost = made(3, 0.4)
    told = Told(np.arange(60), np.where(ghost[:60], 1.6, -1.6))
    without, with_words = (
        between(totals, known, 0.05) - between(totals, known) for known in (NOTHING_TOLD, told)
    )
    assert 0.0 <= with_words < 0.3 * without


def test_words_of_people_move_the_groups_and_narrow_the_bounds() -> None:
    before, after = [], []
    for seed in range(10):
        totals, ghost = made(seed, 0.6, ghosts_at=-0.3)
        picked = np.random.default_rng(seed).choice(len(ghost), 40, replace=False)
        words = Told(picked, np.where(ghost[picked], 1.6, -1.6))
        plain, told, rest = found(totals), found(totals, words), np.setdiff1d(np.arange(len(ghost)), picked)
        assert between(totals, words) < between(totals)
        for kept, one in ((before, plain), (after, told)):
            kept.append(np.mean((one.probability[rest] - ghost[rest]) ** 2))
    assert np.mean(after) < 0.95 * np.mean(before)


def test_the_end_of_real_sellers_towards_the_ghosts_is_not_taken_for_ghosts() -> None:
    """Real sellers of whom little good is seen reach far towards the ghosts; nobody else is there."""
    even = replace(MODEL, groups={**MODEL.groups, "lean": 1.0})
    more = []
    for seed in range(10):
        totals, _ = made(seed, 0.15)
        chance = np.random.default_rng(seed)
        reach = np.abs(chance.normal(0, 1, len(totals.seen))) * np.sqrt(totals.spread)
        leaning = replace(
            totals, seen=np.where(totals.seen < 0, -1.6 * totals.ghost + 1.2 * reach, totals.seen)
        )
        shares = [two_groups(leaning, NOTHING_TOLD, model).probability.mean() for model in (even, MODEL)]
        more.append(shares[0] - shares[1])
    assert np.mean(more) > 0.01


def test_a_leaning_group_has_mean_0_and_variance_1_and_leans() -> None:
    away = np.linspace(-12, 12, 48001)
    for lean in (1.0, 1.8, 4.0):
        density = np.exp(_leaning(away, lean)) / np.sqrt(2 * np.pi) * (away[1] - away[0])
        assert density.sum() == pytest.approx(1.0, abs=1e-6)
        assert density @ away == pytest.approx(0.0, abs=1e-6)
        assert density @ away**2 == pytest.approx(1.0, abs=1e-6)
        assert (density @ away**3 > 0.3) == (lean > 1.0)


def test_the_shares_that_are_possible_come_with_how_likely_each_is() -> None:
    near, far = found(made(2, 0.4, ghosts_at=-0.1)[0]), found(made(2, 0.4)[0])
    for one in (near, far):
        assert one.weight.sum() == pytest.approx(1.0)
        assert (np.diff(one.shares) > 0).all()
        assert one.weight @ one.shares == pytest.approx(one.probability.mean(), abs=0.01)
    assert spread(near) > 1.3 * spread(far)


def spread(one: TwoGroups) -> float:
    mean = one.weight @ one.shares
    return float(np.sqrt(one.weight @ (one.shares - mean) ** 2))


def test_one_word_is_one_word() -> None:
    totals, ghost = made(5, 0.4)
    sure = int(np.argmin(np.where(ghost, 9.0, totals.seen)))
    told = found(totals, Told(np.array([sure]), np.array([1.6])))
    rest = np.arange(len(ghost)) != sure
    assert told.probability[sure] < 0.5
    assert np.abs(told.probability - found(totals).probability)[rest].max() < 0.1


@pytest.mark.parametrize("sellers", [1, 2, 1000])
def test_any_number_of_sellers_in_any_order(sellers: int) -> None:
    totals, _ = made(7, 0.5, sellers=sellers)
    turned = np.random.default_rng(1).permutation(sellers)
    other = Totals(totals.seen[turned], totals.real[turned], totals.ghost[turned], totals.spread[turned])
    one, two = found(totals), found(other)
    low, high = bounds(totals)
    assert 0.0 <= low <= high <= 1.0
    assert (low, high) == pytest.approx(bounds(other), abs=1e-6)
    assert two.probability == pytest.approx(one.probability[turned], abs=1e-6)


def test_of_whom_nothing_is_seen_nothing_is_said() -> None:
    nothing = np.zeros(20)
    assert between(Totals(nothing, nothing, nothing, nothing)) > 0.8


@pytest.mark.parametrize(("part", "least"), [(0.3, 0.65), (0.1, 0.85)])
def test_of_whom_little_is_seen_little_is_said(part: float, least: float) -> None:
    for seed in range(5):
        totals, _ = made(seed, 0.4)
        places = (part * side for side in (totals.seen, totals.real, totals.ghost))
        assert between(Totals(*places, part**2 * totals.spread)) > least > 2 * between(totals)
