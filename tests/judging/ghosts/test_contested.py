"""Words that all else contradicts widen bounds, of the seller and of the share; words that agree with the rest do not."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from schakel.judging.ghost_signs import SIGNS
from schakel.judging.ghosts.contested import Contested, contested
from schakel.judging.ghosts.label_model import NOTHING_TOLD, Marks, probability
from schakel.judging.ghosts.weighing import Weighed, weigh
from tests.judging.ghosts.test_label_model import DRAWN_ONCE, FAMILY, MODEL, PUBLISHED, Made, market

WARN, VOUCH, PREPAY, ANSWERS = (
    next(at for at, sign in enumerate(SIGNS) if sign.name == name)
    for name in (
        "independent-accounts-warn",
        "independent-accounts-vouch",
        "payment-in-advance",
        "questions-stay-unanswered",
    )
)
NOBODY = np.zeros(0, np.int64)


def spoken(made: Made, sign: int, sellers: np.ndarray, strength: float = 0.5) -> Made:
    """The same market, where somebody also spoke of these sellers: seen of them, and no longer missed."""
    own = made.marks
    kept = ~((own.sign == sign) & np.isin(own.seller, sellers))
    more = np.full(len(sellers), sign)
    marks = Marks(
        own.sellers,
        np.concatenate([own.seller[kept], sellers]),
        np.concatenate([own.sign[kept], more]),
        np.concatenate([own.family[kept], FAMILY[more]]),
        np.concatenate([own.present[kept], np.ones_like(more)]),
        np.concatenate([own.times[kept], np.full(len(sellers), strength)]),
    )
    return replace(made, marks=marks)


_KNOWN: dict[int, tuple[Made, Weighed]] = {}  # most markets are looked at in several ways, and weighed once


def weighed(made: Made) -> Weighed:
    """What is thought of its sellers, but for the bounds of each."""
    if id(made) not in _KNOWN:
        _KNOWN[id(made)] = made, weigh(made.marks, PUBLISHED, DRAWN_ONCE, NOTHING_TOLD)
    return _KNOWN[id(made)][1]


def width(one: Weighed) -> float:
    return one.share[2] - one.share[1]


def doubt(made: Made, looked: np.ndarray = NOBODY) -> Contested:
    one = weighed(made)
    return contested(made.marks, PUBLISHED, one.learned, one.learned.score + one.moved, looked, MODEL)


MADE = [market(seed, power=1.5) for seed in range(12)]


def some(made: Made, *, ghosts: bool, part: float) -> np.ndarray:
    kind = np.flatnonzero(made.ghost == ghosts)
    return kind[: int(len(kind) * part)]


@cache
def slandered(number: int, part: float) -> Made:
    made = MADE[number]
    return spoken(made, WARN, some(made, ghosts=False, part=part))


def test_slander_widens_the_bounds_of_the_share() -> None:
    found = [
        [width(weighed(slandered(number, part))) for part in (0.0, 0.2, 0.5)] for number in range(len(MADE))
    ]
    none, some_of_it, much = np.mean(found, axis=0)
    assert min(some_of_it, much) > none + 0.01


def test_the_more_slander_the_more_is_in_doubt() -> None:
    found = [
        [doubt(slandered(number, part)).beyond for part in (0.0, 0.2, 0.5)] for number in range(len(MADE))
    ]
    none, some_of_it, much = np.mean(found, axis=0)
    assert none + 0.01 < some_of_it
    assert some_of_it + 0.01 < much


def test_slander_widens_more_than_as_many_warnings_of_ghosts() -> None:
    more = []
    for made in MADE:
        count = min(len(some(made, ghosts=kind, part=0.4)) for kind in (True, False))
        of_ghosts, slander = (
            doubt(spoken(made, WARN, some(made, ghosts=kind, part=0.4)[:count])) for kind in (True, False)
        )
        more.append(slander.beyond - of_ghosts.beyond)
    assert np.mean(more) > 0.01


def test_mistakes_that_the_weights_expect_count_little_and_slander_stands_out() -> None:
    rows = []
    for made in MADE:
        much = spoken(made, WARN, some(made, ghosts=False, part=0.3), 1.0)
        rows.append([doubt(one).beyond for one in (made, much)])
    plain, slander = np.mean(rows, axis=0)
    assert plain < 0.02
    assert slander > 2 * plain


@pytest.mark.parametrize(("sign", "ghosts"), [(WARN, False), (VOUCH, True), (PREPAY, False)])
def test_whatever_is_only_said_at_the_wrong_side_widens_the_share(sign: int, ghosts: bool) -> None:
    rows = []
    for made in MADE:
        adapted = spoken(made, sign, some(made, ghosts=ghosts, part=0.6))
        rows.append([(doubt(one).beyond, width(weighed(one))) for one in (made, adapted)])
    (beyond, plain), (more, wider) = np.mean(rows, axis=0)
    assert more > beyond + 0.01
    assert wider > plain + 0.02


def test_terms_of_the_ads_leave_the_bounds_of_single_sellers_alone() -> None:
    made = spoken(MADE[4], PREPAY, some(MADE[4], ghosts=False, part=0.6))
    assert not doubt(made).marks[made.marks.sign == PREPAY].any()


def test_a_seller_warned_of_against_all_else_has_wide_bounds_and_its_neighbours_keep_theirs() -> None:
    for made in MADE:
        clear = int(np.argmin(np.where(made.ghost, 9.0, weighed(made).score)))
        one = doubt(spoken(made, WARN, np.array([clear])))
        said = probability(np.stack([one.low, one.high])[:, clear])
        assert said[0] < said[1]
        assert one.high[clear] > one.low[clear] + 0.3
        plain = doubt(made)
        others = np.arange(len(made.ghost)) != clear
        assert (one.high > one.low)[others].sum() == (plain.high > plain.low)[others].sum()


def test_who_is_trusted_little_makes_bounds_no_narrower() -> None:
    made = MADE[0]
    real = some(made, ghosts=False, part=0.5)
    little, full = (doubt(spoken(made, WARN, real, strength)) for strength in (0.05, 1.0))
    assert little.beyond > 0.8 * full.beyond


def test_where_nobody_says_anything_nothing_is_contested() -> None:
    for made in MADE:
        own = made.marks
        quiet = ~(PUBLISHED.said[own.sign] & (own.present == 1))
        names = ("seller", "sign", "family", "present", "times")
        one = doubt(replace(made, marks=Marks(own.sellers, *(getattr(own, name)[quiet] for name in names))))
        assert one.beyond == 0.0
        assert not one.marks.any()


def test_what_costs_more_than_words_is_not_merely_said() -> None:
    assert {WARN, VOUCH, PREPAY} <= set(np.flatnonzero(PUBLISHED.said).tolist())
    assert not PUBLISHED.said[ANSWERS]


def test_other_signs_than_words_contest_nothing() -> None:
    made = MADE[1]
    real = some(made, ghosts=False, part=0.5)
    one = doubt(spoken(made, ANSWERS, real))
    assert not one.marks[spoken(made, ANSWERS, real).marks.sign == ANSWERS].any()


def test_what_people_saw_settles_it() -> None:
    made = MADE[2]
    real = some(made, ghosts=False, part=0.5)
    open_, seen = doubt(spoken(made, WARN, real)), doubt(spoken(made, WARN, real), real)
    assert (open_.high > open_.low)[real].any()
    assert (seen.high == seen.low)[real].all()


def test_bounds_hold_the_probability_and_the_order_of_marks_does_not_matter() -> None:
    made = spoken(MADE[3], WARN, some(MADE[3], ghosts=False, part=0.5))
    one = weigh(made.marks, PUBLISHED, MODEL, NOTHING_TOLD)
    assert (one.low <= one.score).all()
    assert (one.score <= one.high).all()
    assert one.share[1] <= one.share[0] <= one.share[2]
    turned = np.random.default_rng(1).permutation(len(made.marks.seller))
    names = ("seller", "sign", "family", "present", "times")
    other = weighed(
        replace(made, marks=Marks(made.marks.sellers, *(getattr(made.marks, n)[turned] for n in names)))
    )
    assert other.share == pytest.approx(one.share, abs=1e-6)
    assert (other.contested == one.contested[turned]).all()
